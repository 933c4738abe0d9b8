import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stockAccuracy } from '../../../../core/metrics/reliability/stockAccuracy.ts'
import { column, compute, failure } from '../../../compute.ts'

test('without a tolerance the count must agree exactly, too much is as wrong as too little', () => {
  expect(compute(stockAccuracy, column(100, 40, 40, 12), column(100, 39, 41, 12))).toBe(0.5)
})

test('the tolerance is a share of the stock on record, its limit included', () => {
  const system = column(100, 100, 100, 100)
  expect(compute(stockAccuracy, system, column(98, 102, 97, 103), 0.02)).toBe(0.5)
  expect(compute(stockAccuracy, column(100), column(71), 0.29)).toBe(1)
})

test('a line with 0 on record needs a count of 0', () => {
  expect(compute(stockAccuracy, column(0, 0), column(0, 1), 0.5)).toBe(0.5)
})

test('less than 0 on record is never right without a tolerance', () => {
  expect(compute(stockAccuracy, column(-2), column(0))).toBe(0)
})

test('rounding is no fault', () => {
  expect(compute(stockAccuracy, column(0.1 + 0.2), column(0.3))).toBe(1)
})

test('it is a share, does not depend on the order, and grows with the tolerance', () => {
  const line = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const run = (list: typeof lines, tolerance: number) =>
        compute(
          stockAccuracy,
          column(...list.map(([system]) => system)),
          column(...list.map(([, counted]) => counted)),
          tolerance,
        ) as number
      expect(run(lines, 0)).toBe(lines.filter(([system, counted]) => system === counted).length / lines.length)
      // In hundredths both sides are whole numbers.
      const near = lines.filter(([system, counted]) => 100 * Math.abs(system - counted) <= 10 * system)
      expect(run(lines, 0.1)).toBe(near.length / lines.length)
      expect(run(lines.slice().reverse(), 0.1)).toBe(run(lines, 0.1))
      expect(run(lines, 0.2)).toBeGreaterThanOrEqual(run(lines, 0.1))
    }),
  )
})

test('lines that are not counted are left out, wrong cells are named', () => {
  const system = column('System', 10, 20, 30, null)
  expect(compute(stockAccuracy, system, column('Counted', 10, ' ', 29, null))).toBe(0.5)
  expect(compute(stockAccuracy, 5, 5)).toBe(1)
  expect(failure(stockAccuracy, column(10), column(null))).toBe(
    '#N/A STOCK_ACCURACY: system_qty and counted_qty have no complete row',
  )
  expect(failure(stockAccuracy, column(10, 20), column(10, -1))).toBe(
    '#VALUE! STOCK_ACCURACY: counted_qty row 2 has -1, below 0',
  )
  expect(failure(stockAccuracy, column(10, 20), column(10))).toBe(
    '#VALUE! STOCK_ACCURACY: system_qty has 2 rows and counted_qty has 1, select the same rows in both',
  )
  expect(failure(stockAccuracy, column(10), column(10), 2)).toBe(
    '#VALUE! STOCK_ACCURACY: tolerance is 2, outside 0 to 1, write 2% or 0.02',
  )
})
