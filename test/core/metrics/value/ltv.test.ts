import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ltv } from '../../../../core/metrics/value/ltv.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('without discount it is margin over churn', () => {
  expectClose(compute(ltv, 100, 0.8, 0.05), (100 * 0.8) / 0.05)
})

test('the first payment counts at once: the internet provider of “Marketing Metrics” (Farris and others, 5.3)', () => {
  // 17.95 margin a month, 0.5 % attrition, 1 % discount a month: multiplier 67.3, value 1,209 dollars.
  expectClose(compute(ltv, 17.95, 1, 0.005, 0.01), 1208.6333333333334)
})

test('it is one payment more than the margin multiple r / (1 + i - r) of Gupta and Lehmann (2003)', () => {
  const multiples = [
    [1.2, 1.1538461538461537, 1.1111111111111112, 1.0714285714285714],
    [1.75, 1.6666666666666667, 1.5909090909090908, 1.5217391304347827],
    [2.6666666666666665, 2.5, 2.3529411764705883, 2.2222222222222223],
    [4.5, 4.090909090909091, 3.75, 3.4615384615384617],
  ]
  ;[0.6, 0.7, 0.8, 0.9].forEach((retention, i) =>
    [0.1, 0.12, 0.14, 0.16].forEach((discount, j) =>
      expectClose(compute(ltv, 1, 1, 1 - retention, discount), 1 + multiples[i]![j]!),
    ),
  )
})

test('it is the sum of every payment, survived and discounted', () => {
  const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 400 }), (churn, discount, periods) => {
      let sum = 0
      for (let t = periods - 1; t >= 0; t--) sum += 80 * ((1 - churn) / (1 + discount)) ** t
      expectClose(compute(ltv, 100, 0.8, churn, discount, periods), sum, 1e-10)
    }),
  )
})

test('a limit far away is no limit', () => {
  expectClose(compute(ltv, 100, 0.8, 0.05, 0.01, 5000), compute(ltv, 100, 0.8, 0.05, 0.01))
})

test('without churn and discount every payment counts in full', () => {
  expect(compute(ltv, 100, 0.8, 0, 0, 24)).toBe(1920)
  expect(failure(ltv, 100, 0.8, 0)).toBe(
    '#DIV/0! LTV: churn_rate and discount_rate are both 0, so the payments never end; set max_periods',
  )
})

test('a tiny churn keeps its digits', () => {
  expectClose(compute(ltv, 100, 0.8, 1e-12, 0, 12), 960 - 80 * 66 * 1e-12, 1e-13)
})

test('everyone leaving after one period is worth one payment, whatever the discount', () => {
  for (const discount of [0, 0.01, 0.5, 1]) expectClose(compute(ltv, 100, 0.8, 1, discount), 80)
  expectClose(compute(ltv, 100, 0.8, 1, 0, 12), 80)
})

test('money scales it', () => {
  const money = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(money, (arpa) =>
      expectClose(compute(ltv, arpa * 7, 0.8, 0.05), (compute(ltv, arpa, 0.8, 0.05) as number) * 7),
    ),
  )
})

test('blank options are left out, a blank input is missed', () => {
  expect(compute(ltv, 100, 0.8, 0.05, null, '')).toBe(1600)
  expect(failure(ltv, 100, null, 0.05)).toBe('#VALUE! LTV: gross_margin is blank')
  expect(failure(ltv, 100, 0.8)).toBe('#VALUE! LTV: churn_rate is missing')
})

test('a percentage written as a whole number is caught', () => {
  expect(failure(ltv, 100, 80, 0.05)).toBe('#VALUE! LTV: gross_margin is 80, above 1, write 80% or 0.8')
  expect(failure(ltv, 100, 0.8, 5)).toContain('churn_rate is 5, outside 0 to 1')
  expect(failure(ltv, 100, 0.8, 0.05, -0.1)).toBe('#VALUE! LTV: discount_rate is -0.1, outside 0 to 1')
  expect(failure(ltv, 100, 0.8, 0.05, 0, 1.5)).toBe('#VALUE! LTV: max_periods is 1.5, not a whole number')
  expect(failure(ltv, 'a lot', 0.8, 0.05)).toBe('#VALUE! LTV: arpa is the text “a lot”, not a number')
})
