import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOfHighest } from '../../../core/statistics/highest.ts'
import { expectClose } from '../../close.ts'

const highest = (ranks: number[], values: number[], count: number) =>
  sumOfHighest(Float64Array.from(ranks), Float64Array.from(values), count)

test('the values of those that rank highest, whatever these are themselves', () => {
  expect(highest([5, 1, 9, 3], [10, 20, 30, 40], 2)).toBe(40)
  expect(highest([5, 1, 9, 3], [10, -20, 0, 40], 4)).toBe(30)
  expect(highest([5, 1], [10, 20], 0)).toBe(0)
  expect(highest([5, 1], [10, 20], 9)).toBe(30)
  expect(highest([], [], 1)).toBe(0)
})

test('those that rank like the last one count for a part each', () => {
  expect(highest([7, 7, 7, 9], [1, 2, 6, 100], 2)).toBe(103)
  expect(highest([0, 0, 0, 0], [1, 2, 3, 6], 1)).toBe(3)
  // 0.1 + 0.2 ranks like 0.3.
  expect(highest([0.1 + 0.2, 0.3], [1, 3], 1)).toBe(2)
})

test('the order of rows does not matter', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -9, max: 99 })), { minLength: 1 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 0, max: 12 }), (pairs, count) => {
      const of = (list: readonly (readonly [number, number])[]) =>
        highest(
          list.map(([rank]) => rank),
          list.map(([, value]) => value),
          count,
        )
      const sorted = [...pairs].sort(([a, b], [c, d]) => a - c || b - d)
      expectClose(of(sorted), of(pairs), 1e-9)
    }),
  )
})
