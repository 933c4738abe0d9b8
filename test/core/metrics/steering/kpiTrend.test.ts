import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { kpiTrend } from '../../../../core/metrics/steering/kpiTrend.ts'
import { mannKendall } from '../../../../core/statistics/inference/mannKendall.ts'
import { column, compute, failure } from '../../../compute.ts'

test('five values that rise every time are a trend: chance does so once in 60 times, or falls', () => {
  expect(compute(kpiTrend, column(1, 2, 3, 4, 5))).toBe('improving')
  expect(compute(kpiTrend, column(5, 4, 3, 2, 1))).toBe('worsening')
})

test('one step out of order among five is flat, among six it is not', () => {
  expect(compute(kpiTrend, column(1, 2, 3, 5, 4))).toBe('flat')
  expect(compute(kpiTrend, column(1, 2, 3, 4, 6, 5))).toBe('improving')
})

test('Gilbert’s series of 22 values rises', () => {
  const values = [20, 20, 20, 20, 15, 20, 20, 30, 27, 26, 23, 35, 25, 28, 70, 26, 24, 34, 32, 23, 50, 30]
  expect(compute(kpiTrend, column(...values))).toBe('improving')
  expect(compute(kpiTrend, column(...values), 'lower')).toBe('worsening')
})

test('it follows the test at 5 %, and lower turns it round', () => {
  const turned = { improving: 'worsening', worsening: 'improving', flat: 'flat' }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 40 }), (values) => {
      const verdict = compute(kpiTrend, column(...values)) as keyof typeof turned
      const { s, p } = mannKendall(Float64Array.from(values))
      expect(verdict).toBe(p > 0.05 ? 'flat' : s > 0 ? 'improving' : 'worsening')
      expect(compute(kpiTrend, column(...values), 'lower')).toBe(turned[verdict])
      expect(compute(kpiTrend, column(...values.slice().reverse()))).toBe(turned[verdict])
    }),
  )
})

test('only the order of the values counts, not their size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 30 }), (values) => {
      const stretched = values.map((value) => Math.exp(value) * 3)
      expect(compute(kpiTrend, column(...stretched))).toBe(compute(kpiTrend, column(...values)))
    }),
  )
})

test('values that are all alike are flat', () => {
  expect(compute(kpiTrend, column(3, 3, 3, 3, 3))).toBe('flat')
})

test('a header, blank cells and words are skipped, a row is read from the left', () => {
  expect(compute(kpiTrend, column('Churn', 5, null, 4, 'n/a', 3, ' ', 2, 1), 'Lower')).toBe('improving')
  expect(compute(kpiTrend, [[1, 2, 3, 4, 5]], null)).toBe('improving')
})

test('it works by segment', () => {
  const segments = column(...'aaaaabbbbb')
  expect(compute(findMetric('METRIC_BY')!, 'KPI_TREND', segments, column(1, 2, 3, 4, 5, 9, 8, 7, 6, 5))).toEqual([
    ['segment', 'rows', 'KPI_TREND'],
    ['a', 5, 'improving'],
    ['b', 5, 'worsening'],
  ])
})

test('fewer than five values can show no trend', () => {
  expect(failure(kpiTrend, column(1, 2, 3, 4))).toBe('#N/A KPI_TREND: needs 5 values, has 4')
  expect(failure(kpiTrend, column(1, null, 'n/a'))).toBe('#N/A KPI_TREND: needs 5 values, has 1')
  expect(failure(kpiTrend, 7)).toBe('#N/A KPI_TREND: needs 5 values, has 1')
  expect(failure(kpiTrend, column(null))).toBe('#N/A KPI_TREND: values has no numbers')
})

test('wrong cells are named', () => {
  expect(failure(kpiTrend, column(1, 2, '3+', 4, 5))).toBe(
    '#VALUE! KPI_TREND: values row 3 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(kpiTrend, column(1, 2, '3', 4, 5))).toEqual(compute(kpiTrend, column(1, 2, 3, 4, 5)))
  expect(failure(kpiTrend, column(1, 2, 3, 4, 5), 'up')).toBe(
    '#VALUE! KPI_TREND: direction is the text “up”, use higher or lower',
  )
})
