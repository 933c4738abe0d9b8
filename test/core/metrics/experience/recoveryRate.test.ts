import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recoveryRate } from '../../../../core/metrics/experience/recoveryRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('180 of 300 who complained and ordered again are 60 %', () => {
  const days = Array.from({ length: 300 }, (_, i) => 46023 + (i % 30))
  const orders = days.map((day, i) => (i < 180 ? day + 40 : null))
  expectClose(compute(recoveryRate, column(...days), column(...orders), 90, 46200), 0.6)
})

test('the last day of the window counts, the day after does not', () => {
  const complaints = column('2026-01-01', '2026-01-01')
  const orders = column('2026-04-01', '2026-04-02')
  expect(compute(recoveryRate, complaints, orders)).toBe(0.5)
  expect(compute(recoveryRate, complaints, orders, 91)).toBe(1)
  expect(compute(recoveryRate, complaints, orders, 89)).toBe(0)
})

test('complaints too recent are left out, even where an order has followed already', () => {
  const complaints = column('2026-01-01', '2026-01-02', '2026-03-20')
  expect(compute(recoveryRate, complaints, column('2026-01-31', null, '2026-03-25'), 30, '2026-04-01')).toBe(0.5)
})

test('an order after as_of has not happened', () => {
  expect(compute(recoveryRate, column('2026-01-01'), column('2026-05-01'), 60, '2026-03-15')).toBe(0)
})

test('as_of is the latest date in both columns when left out', () => {
  const complaints = column('2026-01-01', '2026-01-10')
  expect(compute(recoveryRate, complaints, column('2026-01-02', null), 7)).toBe(1)
  expect(compute(recoveryRate, complaints, column('2026-01-17', null), 7)).toBe(0)
})

test('it agrees with a filter and a count, whatever the order', () => {
  const complaint = fc.tuple(fc.integer({ min: 46000, max: 46100 }), fc.option(fc.integer({ min: 0, max: 100 })))
  fc.assert(
    fc.property(fc.array(complaint, { minLength: 1 }), fc.integer({ min: 0, max: 60 }), (complaints, days) => {
      const until = 46110
      const mature = complaints.filter(([day]) => day + days <= until)
      fc.pre(mature.length > 0)
      const rate = (list: typeof complaints) =>
        compute(
          recoveryRate,
          column(...list.map(([day]) => day)),
          column(...list.map(([day, gap]) => (gap === null ? null : day + gap))),
          days,
          until,
        )
      const again = mature.filter(([, gap]) => gap !== null && gap <= days)
      expectClose(rate(complaints), again.length / mature.length)
      expect(rate(complaints.slice().reverse())).toBe(rate(complaints))
    }),
  )
})

test('no complaint long enough ago is #N/A in words', () => {
  expect(failure(recoveryRate, column('2026-01-01'), column('2026-01-20'))).toBe(
    '#N/A RECOVERY_RATE: needs a date in complaint_dates that is 90 days or more before as_of (2026-01-20), has none',
  )
})

test('an order before the complaint is refused, its row named', () => {
  expect(
    failure(recoveryRate, column('Complaint', '2026-01-01', '2026-01-10'), column('Next order', '', '2026-01-09')),
  ).toBe(
    '#VALUE! RECOVERY_RATE: next_order_dates row 3 has 2026-01-09, before the date in complaint_dates (2026-01-10)',
  )
})

test('rows without a complaint are left out, wrong cells are named', () => {
  const complaints = column('Complaint', '2026-01-01', null, ' ')
  expect(
    compute(recoveryRate, complaints, column('Next order', '2026-01-05', '2026-02-01', null), 7, '2026-03-01'),
  ).toBe(1)
  expect(compute(recoveryRate, '2026-01-01', '', 7, '2026-03-01')).toBe(0)
  expect(
    failure(recoveryRate, column('2026-01-01', '2026-01-02'), column('2026-01-05', null, null, '2026-01-09')),
  ).toBe('#VALUE! RECOVERY_RATE: complaint_dates has 2 rows and next_order_dates has 4, select the same rows in both')
  expect(failure(recoveryRate, column('2026-01-01', '2026-01-02'), column('', '05/01/2026'))).toBe(
    '#VALUE! RECOVERY_RATE: next_order_dates row 2 has “05/01/2026”, which may be 2026-01-05 or 2026-05-01: turn the column into dates, as Data in the sidebar does',
  )
  expect(failure(recoveryRate, column('2026-01-01', '2026-01-02'), column('', '5.1'))).toBe(
    '#VALUE! RECOVERY_RATE: next_order_dates row 2 has “5.1”, use a date cell or text such as 2026-03-01',
  )
  const days = column('2026-01-01', '2026-01-02')
  for (const back of ['5.1.2026', '5 January 2026', '20260105', '2026-01-05T00:00:00Z']) {
    expect(compute(recoveryRate, days, column('', back), 2, '2026-03-01'), back).toBe(0)
    expect(compute(recoveryRate, days, column('', back), 3, '2026-03-01'), back).toBe(0.5)
  }
  expect(failure(recoveryRate, column('2026-01-01'), column(null), 1.5)).toBe(
    '#VALUE! RECOVERY_RATE: window_days is 1.5, not a whole number',
  )
})
