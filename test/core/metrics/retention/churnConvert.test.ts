import fc from 'fast-check'
import { expect, test } from 'vitest'
import { churnConvert } from '../../../../core/metrics/retention/churnConvert.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const months = { month: 1, quarter: 3, year: 12 }
const names = Object.keys(months) as (keyof typeof months)[]
const rate = fc.double({ min: 1e-9, max: 0.5, noNaN: true })

test('3 % a month is 30.6 % a year, not 36 %', () => {
  expectClose(compute(churnConvert, 0.03, 'month', 'year'), 0.3061576390045623)
  expectClose(compute(churnConvert, 0.03), 0.3061576390045623)
})

test('it agrees with customers leaving month by month', () => {
  let customers = 1
  for (let month = 1; month <= 12; month++) {
    customers -= customers * 0.05
    if (month === 3) expectClose(compute(churnConvert, 0.05, 'month', 'quarter'), 1 - customers)
  }
  expectClose(compute(churnConvert, 0.05, 'month', 'year'), 1 - customers)
  expectClose(compute(churnConvert, 0.05, 'quarter', 'year'), 1 - 0.95 ** 4)
})

test('there and back again is the same rate', () => {
  fc.assert(
    fc.property(rate, fc.constantFrom(...names), fc.constantFrom(...names), (churn, from, to) => {
      expectClose(compute(churnConvert, compute(churnConvert, churn, from, to), to, from), churn, 1e-9)
    }),
  )
})

test('a longer period loses more, and never more than everyone', () => {
  fc.assert(
    fc.property(rate, (churn) => {
      const [month, quarter, year] = names.map((to) => compute(churnConvert, churn, 'quarter', to) as number)
      expect(month).toBeLessThanOrEqual(quarter!)
      expect(quarter).toBeLessThanOrEqual(year!)
      expect(year).toBeLessThanOrEqual(1)
    }),
  )
})

test('nobody and everybody stay nobody and everybody', () => {
  for (const from of names) {
    for (const to of names) {
      expect(compute(churnConvert, 0, from, to)).toBe(0)
      expect(compute(churnConvert, 1, from, to)).toBe(1)
    }
  }
})

test('a tiny rate keeps its digits', () => {
  expectClose(compute(churnConvert, 1e-12), 12e-12 - 66e-24, 1e-14)
})

test('blank periods are from month to year, wrong cells are named', () => {
  expectClose(compute(churnConvert, 0.03, null, ''), 0.3061576390045623)
  expect(failure(churnConvert, 3)).toBe('#VALUE! CHURN_CONVERT: rate is 3, outside 0 to 1, write 3% or 0.03')
  expect(failure(churnConvert, null)).toBe('#VALUE! CHURN_CONVERT: rate is blank')
  expect(failure(churnConvert, 0.03, 'week')).toBe(
    '#VALUE! CHURN_CONVERT: from_period is the text “week”, use month, quarter or year',
  )
})
