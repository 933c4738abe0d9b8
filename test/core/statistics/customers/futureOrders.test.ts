import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whileAlive } from '../../../../core/statistics/customers/betaGeometricNbd.ts'
import { futureOrders } from '../../../../core/statistics/customers/futureOrders.ts'
import { expectClose } from '../../../close.ts'
import { betaAverage, gammaAverage } from '../../../story.ts'

const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

test('n orders come where the customer stays n - 1 times and the pace is fast enough, over all chances and paces', () => {
  const [x, age, time] = [2, 38.86, 39]
  const found = futureOrders(model, x, age, time)!
  for (const n of [1, 2, 3, 7, 20]) {
    const stays = betaAverage(model.a, model.b + x, (p) => (1 - p) ** (n - 1))
    const comes = gammaAverage(model.r + x, model.alpha + age, (pace) => {
      // One less fewer than n, by Poisson’s formula.
      let term = Math.exp(-pace * time)
      let rest = 1 - term
      for (let k = 1; k < n; k++) rest -= term *= (pace * time) / k
      return rest
    })
    expect(Math.abs(found[n - 1]! - stays * comes)).toBeLessThan(1e-12)
  }
})

test('without a history it is the distribution of equation 8 of the paper', () => {
  // P(X(t) = n): python3 with mpmath, gamma and beta functions of equation 8 at t = 39 with the CDNOW parameters.
  const expected = [
    0.5737863520960094, 0.1993952808359115, 0.08542975953906076, 0.04586035384799972, 0.0276714493357822,
    0.01796549386657904,
  ]
  const found = futureOrders(model, 0, 0, 39)!
  const chances = [1 - found[0]!, ...found.map((chance, i) => chance - (found[i + 1] ?? 0))]
  expectClose(chances.slice(0, expected.length), expected, 1e-9)
})

test('their sum is the orders to expect, whatever the model and the history', () => {
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(positive(0.05, 20), positive(0.5, 200), positive(0.05, 10), positive(0.1, 50)),
      fc.integer({ min: 0, max: 200 }),
      positive(1, 500),
      positive(1, 500),
      ([r, alpha, a, b], x, age, time) => {
        const chances = futureOrders({ r, alpha, a, b }, x, age, time)
        if (!chances) return
        const [orders] = whileAlive({ r, alpha, a, b }, Float64Array.of(x), Float64Array.of(age), {
          times: [time],
          weights: [1],
        })
        const sum = chances.reduce((total, chance) => total + chance, 0)
        // What is left out is less likely than 1e-12 with each.
        expect(Math.abs(sum - orders!)).toBeLessThan(1e-9 * (1 + orders!))
        chances.forEach((chance, i) => expect(chance > 0 && chance <= (chances[i - 1] ?? 1)).toBe(true))
      },
    ),
  )
})

test('a daily customer whose chance of no order is too small for a number has the orders of one who is there', () => {
  const chances = futureOrders({ r: 1, alpha: 10, a: 1e-3, b: 50 }, 3000, 3000, 1000)!
  expectClose(chances[0], 1, 1e-12)
  const [orders] = whileAlive({ r: 1, alpha: 10, a: 1e-3, b: 50 }, Float64Array.of(3000), Float64Array.of(3000), {
    times: [1000],
    weights: [1],
  })
  expectClose(
    chances.reduce((total, chance) => total + chance, 0),
    orders,
    1e-9,
  )
})

test('more orders than anybody counts are not counted', () => {
  expect(futureOrders({ r: 1, alpha: 1e-6, a: 1, b: 1 }, 0, 0, 7300)).toBeUndefined()
  expect(futureOrders({ r: 1, alpha: 1e-300, a: 1, b: 1 }, 0, 0, 1e9)).toBeUndefined()
  expect(futureOrders({ r: 1, alpha: 1e300, a: 1, b: 1 }, 0, 0, 1)).toEqual([])
})
