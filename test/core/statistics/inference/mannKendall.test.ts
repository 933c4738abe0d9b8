import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannKendall } from '../../../../core/statistics/inference/mannKendall.ts'
import { twoSidedP } from '../../../../core/statistics/inference/normal.ts'
import { expectClose } from '../../../close.ts'
import { runs } from '../../../properties.ts'

const trend = (values: readonly number[]) => mannKendall(Float64Array.from(values))

/** S as it is defined: pair by pair. */
function byPairs(values: readonly number[]): number {
  let s = 0
  values.forEach((early, i) => values.slice(i + 1).forEach((late) => (s += Math.sign(late - early))))
  return s
}

function orders(values: readonly number[]): number[][] {
  if (values.length < 2) return [values.slice()]
  return values.flatMap((first, i) => orders(values.filter((_, k) => k !== i)).map((rest) => [first, ...rest]))
}

test('it agrees with Kendall’s table of the chance of S (1975; Gilbert 1987, table A18), doubled for two sides', () => {
  /** 0 to n - 1 in an order with so many falling pairs. */
  const withFalling = (n: number, falling: number): number[] => {
    const order: number[] = []
    let left = falling
    for (let value = 0; value < n; value++) {
      const jump = Math.min(left, order.length)
      order.splice(order.length - jump, 0, value)
      left -= jump
    }
    return order
  }
  const table: [n: number, s: number, chance: number][] = [
    [4, 4, 0.167],
    [4, 6, 0.042],
    [5, 6, 0.117],
    [5, 8, 0.042],
    [5, 10, 0.0083],
    [6, 11, 0.028],
    [7, 13, 0.035],
    [8, 16, 0.031],
    [9, 18, 0.038],
    [10, 21, 0.036],
    [10, 25, 0.014],
  ]
  for (const [n, s, chance] of table) {
    const found = trend(withFalling(n, ((n * (n - 1)) / 2 - s) / 2))
    expect(found.s).toBe(s)
    expect(Math.abs(found.p / 2 - chance), `n ${n}, S ${s}`).toBeLessThan(0.00051)
  }
})

test('Gilbert’s first example: 10, 15, 14, 20 give S = 4', () => {
  expect(trend([10, 15, 14, 20])).toEqual({ s: 4, p: 8 / 24 })
})

test('Gilbert’s example of 22 values with ties: Z = 3.1', () => {
  const values = [20, 20, 20, 20, 15, 20, 20, 30, 27, 26, 23, 35, 25, 28, 70, 26, 24, 34, 32, 23, 50, 30]
  const { s, p } = trend(values)
  expect(s).toBe(byPairs(values))
  expectClose(p, twoSidedP(110 / Math.sqrt((22 * 21 * 49 - 6 * 5 * 17 - 3 * (2 * 9)) / 18)))
  expect(p).toBeGreaterThan(twoSidedP(3.15))
  expect(p).toBeLessThan(twoSidedP(3.05))
})

test('with few values p is the share of all orders that are as steady or more, ties or not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }), (values) => {
      const s = byPairs(values)
      const all = orders(values)
      const extreme = all.filter((order) => Math.abs(byPairs(order)) >= Math.abs(s)).length
      const found = trend(values)
      expect(found.s).toBe(s)
      expectClose(found.p, extreme / all.length)
    }),
    { numRuns: runs(60) },
  )
})

test('10 values are exact, 11 have the normal curve with its correction', () => {
  const steady = Array.from({ length: 10 }, (_, i) => i)
  expectClose(trend(steady).p, 2 / 3628800)
  expectClose(trend([...steady, 9.5]).p, twoSidedP(54 / Math.sqrt((11 * 10 * 27) / 18)))
})

test('S is counted pair by pair, however many values and ties', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 11, maxLength: 200 }), (values) => {
      const { s, p } = trend(values)
      expect(s).toBe(byPairs(values))
      const sizes = [...new Set(values)].map((value) => values.filter((other) => other === value).length)
      const n = values.length
      const variance =
        (n * (n - 1) * (2 * n + 5) - sizes.reduce((sum, size) => sum + size * (size - 1) * (2 * size + 5), 0)) / 18
      const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
      if (z === 0) expect(p).toBe(1)
      else expectClose(p, twoSidedP(z))
    }),
  )
})

test('backwards S turns its sign and p stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
      const [forwards, backwards] = [trend(values), trend(values.slice().reverse())]
      expect(backwards.s + forwards.s).toBe(0)
      expectClose(backwards.p, forwards.p)
    }),
  )
})

test('values all alike have no trend', () => {
  expect(trend([7, 7, 7, 7, 7])).toEqual({ s: 0, p: 1 })
  expect(trend(new Array<number>(30).fill(7))).toEqual({ s: 0, p: 1 })
})

test('the values are left as they are', () => {
  const values = Float64Array.of(3, 1, 2)
  mannKendall(values)
  expect(Array.from(values)).toEqual([3, 1, 2])
})
