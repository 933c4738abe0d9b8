import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanSquare, moneyLimits } from '../../../../core/statistics/customers/moneyLimits.ts'
import { expectClose } from '../../../close.ts'
import { draws } from '../../../simulated.ts'

// python3 with scipy 1.17: brentq(lambda v: alive*sum(w*betaprime.sf(v/scale, p*n, shape) for n, w in ...) - chance, ...)
// with chance 0.975 and 0.025, or 0.05 alone where no order is likelier than 0.025.
test.each([
  [0.7, [0.8, 0.5, 0.2], { p: 6.25, shape: 3.74, scale: 15.44 }, 0, 137.38007668525543],
  [0.99, [0.999, 0.9, 0.5], { p: 2, shape: 12, scale: 200 }, 9.959807667707658, 226.37292769558675],
  [1, [0.98, 0.7, 0.1], { p: 0.5, shape: 30, scale: 1000 }, 0.007943881027670989, 127.36275246116078],
  [0.4, [0.9, 0.3], { p: 6, shape: 1.2, scale: 20 }, 0, 685.87199894939],
  [1, [0.999999, 0.999, 0.9, 0.4], { p: 40, shape: 500, scale: 9000 }, 1317.878560961911, 3300.939842717159],
])('alive %d, orders %j, amounts %j', (alive, chances, amounts, low, high) => {
  const limits = moneyLimits(alive, chances, amounts)
  expectClose([limits.low, limits.high], [low, high], 1e-7)
})

test('many orders are taken together as far as it does not matter', () => {
  // The same with scipy.stats.nbinom(12, 1 / 5).sf(n - 1) for the chances of n orders or more, each on its own.
  const chances = [1]
  let term = 5 ** -12
  for (let n = 0; chances.length < 219; n++) {
    chances.push(chances[n]! - term)
    term *= (0.8 * (12 + n)) / (n + 1)
  }
  const orders = chances.slice(1)
  const loose = moneyLimits(1, orders, { p: 3, shape: 4, scale: 90 })
  expectClose([loose.low, loose.high], [1061.951439982097, 13066.660724090636], 1e-3)
  const tight = moneyLimits(0.9, orders, { p: 300, shape: 4000, scale: 9000 })
  expectClose([tight.low, tight.high], [0, 50485.574797143105], 1e-3)
})

describe('one amount for each order', () => {
  test('limits are whole numbers of orders', () => {
    expect(moneyLimits(1, [0.99, 0.98, 0.6, 0.04, 0.01], 10)).toEqual({ low: 20, high: 40 })
    expect(moneyLimits(0.5, [0.99, 0.98, 0.6, 0.12, 0.01], 10)).toEqual({ low: 0, high: 40 })
    expect(moneyLimits(0.5, [0.99, 0.98, 0.6, 0.1, 0.01], 10)).toEqual({ low: 0, high: 30 })
    expect(moneyLimits(1, [0.99, 0.98], 10)).toEqual({ low: 20, high: 20 })
  })
})

test('who will hardly order has limits of nothing', () => {
  for (const amounts of [10, { p: 6, shape: 4, scale: 15 }]) {
    expect(moneyLimits(0.05, [0.99, 0.5], amounts)).toEqual({ low: 0, high: 0 })
    expect(moneyLimits(1, [], amounts)).toEqual({ low: 0, high: 0 })
    expect(moneyLimits(0.06, [0.99, 0.5], amounts).high).toBeGreaterThan(0)
  }
})

test('of orders and amounts drawn as told, 95 in 100 are within', () => {
  const random = draws(3)
  const chances = [0.9, 0.6, 0.3, 0.1]
  for (const alive of [1, 0.8]) {
    const amounts = { p: 4, shape: 5, scale: 100 }
    const { low, high } = moneyLimits(alive, chances, amounts)
    let within = 0
    for (let i = 0; i < 20000; i++) {
      const draw = random.uniform()
      const orders = chances.filter((chance) => draw < alive * chance).length
      const money = orders === 0 ? 0 : (random.gamma(amounts.p * orders) * amounts.scale) / random.gamma(amounts.shape)
      if (money >= low && money <= high) within++
    }
    expect(Math.abs(within / 20000 - 0.95)).toBeLessThan(0.005)
  }
})

test('money scales them, a higher chance to be there raises them, and they always end', () => {
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      fc.record({ p: positive(1e-3, 1e10), shape: positive(1.01, 1e10), scale: positive(1e-6, 1e12) }),
      fc.array(positive(1e-9, 1), { minLength: 1, maxLength: 40 }),
      positive(0, 1),
      (amounts, list, alive) => {
        const chances = list.sort((a, b) => b - a)
        const { low, high } = moneyLimits(alive, chances, amounts)
        expect(low >= 0 && low <= high && high < Infinity).toBe(true)
        const dear = moneyLimits(alive, chances, { ...amounts, scale: 8 * amounts.scale })
        expectClose([dear.low, dear.high], [8 * low, 8 * high], 1e-12)
        const sure = moneyLimits(Math.min(1, alive * 1.01), chances, amounts)
        expect(sure.low).toBeGreaterThanOrEqual(low * (1 - 1e-6))
      },
    ),
    { numRuns: 300 },
  )
})

test('the mean square of a sum of amounts', () => {
  expect(meanSquare(1.5, 4, 10)).toBe(400)
  // Of one order: the second moment of a beta prime variate, scale² p (p + 1) / ((shape - 1) (shape - 2)).
  expectClose(meanSquare(1, 1, { p: 6.25, shape: 3.74, scale: 15.44 }), (15.44 ** 2 * 6.25 * 7.25) / (2.74 * 1.74))
  const random = draws(8)
  let squares = 0
  for (let i = 0; i < 200000; i++) {
    const orders = random.uniform() < 0.4 ? 3 : 1
    squares += ((random.gamma(4 * orders) * 100) / random.gamma(9)) ** 2 / 200000
  }
  expectClose(meanSquare(0.4 * 3 + 0.6, 0.4 * 9 + 0.6, { p: 4, shape: 9, scale: 100 }), squares, 0.02)
  expect(meanSquare(1, 1, { p: 6, shape: 2, scale: 15 })).toBe(Infinity)
})
