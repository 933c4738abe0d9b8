import fc from 'fast-check'
import { expect, test } from 'vitest'
import { winbackRate } from '../../../../core/metrics/retention/winbackRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('27 of 300 lost customers back is 9 %', () => {
  const days = Array.from({ length: 300 }, (_, i) => 46023 + (i % 30))
  const back = days.map((day, i) => (i < 27 ? day + 40 : null))
  expectClose(compute(winbackRate, column(...days), column(...back), 90, 46200), 0.09)
})

test('the last day of the window counts, the day after does not', () => {
  const left = column('2026-01-01', '2026-01-01')
  const back = column('2026-04-01', '2026-04-02')
  expect(compute(winbackRate, left, back)).toBe(0.5)
  expect(compute(winbackRate, left, back, 91)).toBe(1)
  expect(compute(winbackRate, left, back, 89)).toBe(0)
})

test('customers lost too recently are left out, even those who are back already', () => {
  const left = column('2026-01-01', '2026-01-02', '2026-03-20')
  expect(compute(winbackRate, left, column('2026-01-31', null, '2026-03-25'), 30, '2026-04-01')).toBe(0.5)
})

test('a return after as_of has not happened', () => {
  expect(compute(winbackRate, column('2026-01-01'), column('2026-05-01'), 60, '2026-03-15')).toBe(0)
})

test('as_of is the latest date in both columns when left out', () => {
  const left = column('2026-01-01', '2026-01-10')
  expect(compute(winbackRate, left, column('2026-01-02', null), 7)).toBe(1)
  expect(compute(winbackRate, left, column('2026-01-17', null), 7)).toBe(0)
})

test('it agrees with a filter and a count, whatever the order', () => {
  const customer = fc.tuple(fc.integer({ min: 46000, max: 46100 }), fc.option(fc.integer({ min: 0, max: 100 })))
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1 }), fc.integer({ min: 0, max: 60 }), (customers, days) => {
      const until = 46110
      const mature = customers.filter(([left]) => left + days <= until)
      fc.pre(mature.length > 0)
      const rate = (list: typeof customers) =>
        compute(
          winbackRate,
          column(...list.map(([left]) => left)),
          column(...list.map(([left, gap]) => (gap === null ? null : left + gap))),
          days,
          until,
        )
      const back = mature.filter(([, gap]) => gap !== null && gap <= days)
      expectClose(rate(customers), back.length / mature.length)
      expect(rate(customers.slice().reverse())).toBe(rate(customers))
    }),
  )
})

test('nobody lost long enough ago is #N/A in words', () => {
  expect(failure(winbackRate, column('2026-01-01'), column('2026-01-20'))).toBe(
    '#N/A WINBACK_RATE: needs a date in churn_dates that is 90 days or more before as_of (2026-01-20), has none',
  )
})

test('a return before leaving is refused, its row named', () => {
  expect(failure(winbackRate, column('Left', '2026-01-01', '2026-01-10'), column('Back', '', '2026-01-09'))).toBe(
    '#VALUE! WINBACK_RATE: return_dates row 3 has 2026-01-09, before the date in churn_dates (2026-01-10)',
  )
})

test('rows without a churn date are left out, wrong cells are named', () => {
  const left = column('Left', '2026-01-01', null, ' ')
  expect(compute(winbackRate, left, column('Back', '2026-01-05', '2026-02-01', null), 7, '2026-03-01')).toBe(1)
  expect(compute(winbackRate, '2026-01-01', '', 7, '2026-03-01')).toBe(0)
  expect(failure(winbackRate, column('2026-01-01', '2026-01-02'), column('2026-01-05', null, null, '2026-01-09'))).toBe(
    '#VALUE! WINBACK_RATE: churn_dates has 2 rows and return_dates has 4, select the same rows in both',
  )
  expect(failure(winbackRate, column('2026-01-01', '2026-01-02'), column('', '05/01/2026'))).toBe(
    '#VALUE! WINBACK_RATE: return_dates row 2 has “05/01/2026”, which may be 2026-01-05 or 2026-05-01: turn the column into dates, as Data in the sidebar does',
  )
  expect(failure(winbackRate, column('2026-01-01', '2026-01-02'), column('', '5.1'))).toBe(
    '#VALUE! WINBACK_RATE: return_dates row 2 has “5.1”, use a date cell or text such as 2026-03-01',
  )
  const days = column('2026-01-01', '2026-01-02')
  for (const back of ['5.1.2026', '5 January 2026', '20260105', '2026-01-05T00:00:00Z']) {
    expect(compute(winbackRate, days, column('', back), 2, '2026-03-01'), back).toBe(0)
    expect(compute(winbackRate, days, column('', back), 3, '2026-03-01'), back).toBe(0.5)
  }
  expect(failure(winbackRate, column('2026-01-01'), column(null), 1.5)).toBe(
    '#VALUE! WINBACK_RATE: window_days is 1.5, not a whole number',
  )
})
