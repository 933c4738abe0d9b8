import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { sensitivity } from '../../../../core/metrics/value/sensitivity.ts'
import { column, compute, failure } from '../../../compute.ts'

const ltv = findMetric('LTV')!
const inputs = [[100, 0.8, 0.05]]

test('each row is what the function gives with that value', () => {
  const rates = [0.02, 0.05, 0.07, 0.1]
  expect(compute(sensitivity, 'LTV', inputs, 'churn_rate', column(...rates))).toEqual([
    ['churn_rate', 'LTV'],
    ...rates.map((rate) => [rate, compute(ltv, 100, 0.8, rate)]),
  ])
})

test('two arguments make a table of both', () => {
  const [margins, rates] = [
    [0.7, 0.8],
    [0.02, 0.05, 0.1],
  ]
  expect(compute(sensitivity, 'LTV', inputs, 'gross_margin', [margins], 'churn_rate', [rates])).toEqual([
    ['gross_margin / churn_rate', ...rates],
    ...margins.map((margin) => [margin, ...rates.map((rate) => compute(ltv, 100, margin, rate))]),
  ])
})

test('an argument goes by its name in any case, or by its position', () => {
  const byName = compute(sensitivity, 'LTV', inputs, 'churn_rate', column(0.02))
  for (const vary of ['Churn_Rate', 3, '3', ' churn_rate ']) {
    expect(compute(sensitivity, '=ltv()', inputs, vary, column(0.02))).toEqual(byName)
  }
})

test('the inputs may stand in a column, and an option left out may vary', () => {
  expect(compute(sensitivity, 'LTV', column(100, 0.8, 0.05), 'max_periods', column(1, 2))).toEqual([
    ['max_periods', 'LTV'],
    [1, compute(ltv, 100, 0.8, 0.05, 0, 1)],
    [2, compute(ltv, 100, 0.8, 0.05, 0, 2)],
  ])
})

test('what varies need not be given', () => {
  expect(compute(sensitivity, 'LTV', [[100, 0.8, null]], 'churn_rate', column(0.05))).toEqual([
    ['churn_rate', 'LTV'],
    [0.05, 1600],
  ])
})

test('the inputs stay as they were from case to case', () => {
  const frozen = Object.freeze(inputs.map((line) => Object.freeze(line.slice())))
  expect(compute(sensitivity, 'LTV', frozen, 'arpa', column(200, 100))).toEqual([
    ['arpa', 'LTV'],
    [200, 3200],
    [100, 1600],
  ])
})

test('a case with no answer is blank', () => {
  expect(compute(sensitivity, 'LTV', inputs, 'churn_rate', column(0, 0.1))).toEqual([
    ['churn_rate', 'LTV'],
    [0, ''],
    [0.1, 800],
  ])
})

test('a value that the argument does not take is named', () => {
  expect(failure(sensitivity, 'LTV', inputs, 'churn_rate', column(0.05, 5))).toContain(
    '#VALUE! SENSITIVITY: LTV: churn_rate is 5, outside 0 to 1',
  )
})

test('wrong cells are named', () => {
  expect(failure(sensitivity, 'LTV', inputs, 'price', 1)).toBe(
    '#VALUE! SENSITIVITY: vary is the text “price”, use an argument of LTV: arpa, gross_margin, churn_rate, discount_rate, max_periods, margin_growth',
  )
  for (const position of [0, 7, 2.5, -1]) {
    expect(failure(sensitivity, 'LTV', inputs, position, 1)).toContain(
      `vary is the text “${position}”, use an argument`,
    )
  }
  expect(failure(sensitivity, 'LTV', inputs, 'arpa', 1, 1, 2)).toBe(
    '#VALUE! SENSITIVITY: vary_too is arpa like vary, name another argument',
  )
  expect(failure(sensitivity, 'LTV', inputs, 'arpa', 1, 'churn_rate')).toBe(
    '#VALUE! SENSITIVITY: vary_too and values_too belong together, give both or neither',
  )
  expect(failure(sensitivity, 'LTV', inputs, 'arpa', column(null))).toBe('#N/A SENSITIVITY: values has no numbers')
  expect(failure(sensitivity, 'AVERAGE', inputs, 'arpa', 1)).toContain('“AVERAGE”, which is no function of ours')
  expect(failure(sensitivity, 'NPS_TABLE', inputs, 'scores', 1)).toContain('NPS_TABLE gives a table')
  expect(failure(sensitivity, 'LTV', [[100, 0.8, 0.05, 0, 12, 0, 9]], 'arpa', 1)).toBe(
    '#VALUE! SENSITIVITY: LTV: takes 6 arguments at most, not 7',
  )
})
