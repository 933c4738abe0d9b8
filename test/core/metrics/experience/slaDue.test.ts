import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessHours } from '../../../../core/metrics/experience/businessHours.ts'
import { slaDue } from '../../../../core/metrics/experience/slaDue.ts'
import { isoText, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const due = (...cells: unknown[]): string => isoText(compute(slaDue, ...cells) as number)

test('without a calendar the hours of the clock count', () => {
  expect(due('2026-03-06T16:00', 4)).toBe('2026-03-06T20:00')
  expect(due('2026-03-06T16:00', 24)).toBe('2026-03-07T16:00')
  expect(due('2026-03-06T16:00', 4, null, '', ' ', column('Holidays', null))).toBe('2026-03-06T20:00')
})

test('one argument of the calendar brings the others: 9 to 17 on Monday to Friday', () => {
  expect(due('2026-03-06T16:00', 4, 9)).toBe('2026-03-09T12:00')
  expect(due('2026-03-06T18:00', 4, null, 17)).toBe('2026-03-09T13:00')
  expect(due('2026-03-06T16:00', 4, '8:00', '20:00')).toBe('2026-03-06T20:00')
  expect(due('2026-03-06T16:00', 4, null, null, 'Mon-Sat')).toBe('2026-03-07T12:00')
  expect(due('2026-03-06T16:00', 4, null, null, null, column('2026-03-09', '2026-03-10'))).toBe('2026-03-11T12:00')
})

test('work that fills the day is due at closing time, not at the next opening', () => {
  expect(due('2026-03-06T09:00', 8, 9)).toBe('2026-03-06T17:00')
  expect(due('2026-03-06T16:00', 9, 9)).toBe('2026-03-09T17:00')
})

test('0 hours are due at the start itself, open or not', () => {
  expect(due('2026-03-07T03:00', 0)).toBe('2026-03-07T03:00')
  expect(due('2026-03-07T03:00', 0, 9)).toBe('2026-03-07T03:00')
})

test('without a calendar, and with 0, 24 and all days, it is the start plus the hours of the clock', () => {
  const start = fc.integer({ min: 0, max: 1e6 }).map((minutes) => 46082 + minutes / 1440)
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 1e6 }), (start, minutes) => {
      expectClose(compute(slaDue, start, minutes / 60, 0, 24, 'all'), start + minutes / 1440)
      expectClose(compute(slaDue, start, minutes / 60), start + minutes / 1440)
    }),
  )
})

test('the working hours until it is due are the target, and fewer a second earlier', () => {
  const second = fc.integer({ min: 0, max: 90 * 86400 }).map((seconds) => 46082 + seconds / 86400)
  const shift = fc.constantFrom(['9:00', '17:00'], ['22:00', '06:30'], [0, 24], ['00:00', '0:20'])
  const days = fc.constantFrom('Mon-Fri', 'Sun-Thu', 'Wed', 'all')
  const holidays = fc.array(fc.integer({ min: 46082, max: 46140 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(
      second,
      fc.integer({ min: 1, max: 2e5 }),
      shift,
      days,
      holidays,
      (start, seconds, [a, b], days, off) => {
        const calendar = [a, b, days, column(...off)]
        const end = compute(slaDue, start, seconds / 3600, ...calendar) as number
        expectClose(compute(businessHours, start, end, ...calendar), seconds / 3600)
        expectClose(compute(businessHours, start, end - 1 / 86400, ...calendar), (seconds - 1) / 3600)
      },
    ),
    { numRuns: 500 },
  )
})

test('a target for all, or one for each row', () => {
  const starts = column('Came in', '2026-03-06T16:00', null, '2026-03-02T09:00', '2026-03-02T09:00')
  const monday = serialOf(2026, 3, 2)
  expectClose(
    compute(slaDue, starts, 2, 9),
    column('due', monday + 7 + 10 / 24, '', monday + 11 / 24, monday + 11 / 24),
  )
  const targets = column('Target', 1, 1, 4, null)
  expectClose(compute(slaDue, starts, targets), column('due', monday + 4 + 17 / 24, '', monday + 13 / 24, ''))
})

test('wrong cells are named', () => {
  expect(failure(slaDue, '2026-03-06', -1)).toBe('#VALUE! SLA_DUE: target_hours has -1, below 0')
  expect(failure(slaDue, column('2026-03-06', '2026-03-07'), column(1, -2))).toBe(
    '#VALUE! SLA_DUE: target_hours row 2 has -2, below 0',
  )
  expect(failure(slaDue, column('2026-03-06', '2026-03-07'), null)).toBe('#VALUE! SLA_DUE: target_hours is blank')
  expect(failure(slaDue, column('2026-03-06', '2026-03-07'), column(1, 2, 3))).toBe(
    '#VALUE! SLA_DUE: start_times has 2 rows and target_hours has 3, select the same rows in both',
  )
  expect(failure(slaDue, column('2026-03-06', 'Friday'), 1)).toBe(
    '#VALUE! SLA_DUE: start_times row 2 has “Friday”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(slaDue, column(null, ''), 4)).toBe('#N/A SLA_DUE: start_times has no values')
})

test('beyond the year 9999 there is no date', () => {
  const start = serialOf(2026, 3, 2)
  const end = serialOf(9999, 12, 31)
  const weeks = (end - 4 - start) / 7
  const left: [calendar: unknown[], hours: number, last: string][] = [
    [[], (end + 1 - start) * 24 - 1, '9999-12-31T23:00'],
    [[9, 17], (weeks + 1) * 5 * 8, '9999-12-31T17:00'],
  ]
  for (const [calendar, most, last] of left) {
    expect(due('2026-03-02', most, ...calendar)).toBe(last)
    for (const hours of [most + 1, 1e9, 1e300]) {
      expect(failure(slaDue, column('2026-03-06', '2026-03-02'), column(1, hours), ...calendar)).toBe(
        `#NUM! SLA_DUE: target_hours row 2 has ${hours}, which makes it due after the year 9999`,
      )
    }
  }
})

test('a case that began on no date, such as 9999-12-31, is not due', () => {
  for (const start of ['9999-12-31T16:00', '1900-01-01', 'n/a', null]) {
    const due = serialOf(2026, 3, 6) + 4 / 24
    expect(compute(slaDue, column('2026-03-06', start, '2026-03-06'), 4)).toEqual(column(due, '', due))
  }
})
