import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { breakEven } from '../../../../core/metrics/value/breakEven.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const ltv = findMetric('LTV')!
const inputs = [[100, 0.8, 0.05]]

test('what it finds is what the function needs to come to the goal', () => {
  for (const goal of [90, 1000, 12345.67, 1e9]) {
    const churn = compute(breakEven, 'LTV', inputs, 'churn_rate', goal)
    expectClose(compute(ltv, 100, 0.8, churn), goal, 1e-12)
    expectClose(churn as number, 80 / goal, 1e-13)
  }
})

test('a number with few digits is found as it is written', () => {
  expect(compute(breakEven, 'LTV', inputs, 'churn_rate', 2000)).toBe(0.04)
  expect(compute(breakEven, 'LTV', inputs, 'arpa', 1600)).toBe(100)
  expect(compute(breakEven, 'ROI', [[1500, 1000]], 'gain', 0)).toBe(1000)
  expect(compute(breakEven, 'ROI', [[0, 1000]], 'gain', -1)).toBe(0)
})

test('the rate of return of payments is what native functions find: here 10 % a month over 12 months', () => {
  // =RATE(12, 80, -545.0953…) in both spreadsheets: the value of 12 payments of 80 at 10 %.
  const worth = compute(ltv, 100, 0.8, 0, 0.1, 12)
  expectClose(compute(breakEven, 'LTV', [[100, 0.8, 0, null, 12]], 'discount_rate', worth) as number, 0.1, 1e-12)
})

test('inputs may stand in a column, as text, and what is looked for may be blank', () => {
  expect(compute(breakEven, 'LTV', column(100, '80%', null), 'churn_rate', 2000)).toBe(0.04)
  expect(compute(breakEven, '=ltv()', column('100 €', 0.8, ''), 3, 2000)).toBe(0.04)
})

test('a whole number is the first with which the goal is reached, seen from the input', () => {
  const months = (from: unknown, goal: number) =>
    compute(breakEven, 'LTV', [[100, 0.8, 0.05, null, from]], 'max_periods', goal)
  const after = (periods: number) => compute(ltv, 100, 0.8, 0.05, 0, periods) as number
  const found = months(1, 1000) as number
  expect(after(found - 1)).toBeLessThan(1000)
  expect(after(found)).toBeGreaterThanOrEqual(1000)
  expect(months(100, 1000), 'from above it is the last with no more').toBe(found - 1)
  expect(months(null, after(7))).toBe(7)
})

test('low and high say where to look, both included', () => {
  expect(compute(breakEven, 'LTV', inputs, 'churn_rate', 2000, 0.04, 0.9)).toBe(0.04)
  expect(compute(breakEven, 'LTV', inputs, 'churn_rate', 2000, 0.01, 0.04)).toBe(0.04)
  expect(failure(breakEven, 'LTV', inputs, 'churn_rate', 2000, 0.041)).toBe(
    '#N/A BREAK_EVEN: LTV is 80 to 1951 for churn_rate from 0.041 to 1, and never comes to 2000',
  )
  expect(failure(breakEven, 'LTV', inputs, 'churn_rate', 2000, 0.9, 0.1)).toBe(
    '#VALUE! BREAK_EVEN: no churn_rate lies above low (0.9) and below high (0.1)',
  )
})

test('a goal that is never reached is refused with what is reached', () => {
  expect(failure(breakEven, 'LTV', inputs, 'churn_rate', 50)).toMatch(
    /^#N\/A BREAK_EVEN: LTV is 80 to \S+ for churn_rate from \S+ to 1, and never comes to 50$/,
  )
})

test('values that the function refuses are passed over', () => {
  // No relative change begins below 0.
  expect(compute(breakEven, 'PCT_CHANGE', [[10, -4]], 'before', 1)).toBe(5)
  expect(compute(breakEven, 'PCT_CHANGE', [[10, 4]], 'before', 2)).toBeCloseTo(10 / 3, 12)
})

test('wrong cells are named', () => {
  expect(failure(breakEven, 'LTV', inputs, 'price', 2000)).toBe(
    '#VALUE! BREAK_EVEN: vary is the text “price”, use an argument of LTV: arpa, gross_margin, churn_rate, discount_rate, max_periods, margin_growth',
  )
  expect(failure(breakEven, 'LTV', [[100, 8, 0.05]], 'churn_rate', 2000)).toContain('LTV: gross_margin is 8')
  expect(failure(breakEven, 'NPS_TABLE', inputs, 1, 5)).toBe(
    '#VALUE! BREAK_EVEN: NPS_TABLE gives a table, use a function that gives one number',
  )
  expect(failure(breakEven, 'BREAK_EVEN', inputs, 1, 5)).toBe(
    '#VALUE! BREAK_EVEN: BREAK_EVEN names a function itself, use one that works with data',
  )
  expect(failure(breakEven, 'NPS', [[9]], 'scores', 5)).toBe(
    '#VALUE! BREAK_EVEN: vary is scores, which is no number in NPS; name an argument that is one',
  )
  expect(failure(breakEven, 'LTV', inputs, 'churn_rate')).toBe('#VALUE! BREAK_EVEN: goal is missing')
})
