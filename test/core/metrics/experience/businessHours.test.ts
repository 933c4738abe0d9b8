import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessHours } from '../../../../core/metrics/experience/businessHours.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const between = (start: string, end: string, ...calendar: unknown[]) => compute(businessHours, start, end, ...calendar)

test('nights and weekends do not count', () => {
  expect(between('2026-03-07T10:00', '2026-03-10T12:00')).toBe(11)
  expect(between('2026-03-06T16:00', '2026-03-09T10:00')).toBe(2)
  expect(between('2026-03-06T16:00', '2026-03-06T16:00')).toBe(0)
})

test('it agrees with a count second by second and with NETWORKDAYS in LibreOffice Calc', () => {
  const cases = [
    ['2024-12-20 16:30:00', '2024-12-23 09:30:00', 1],
    ['2024-12-24 15:00:00', '2024-12-27 10:00:00', 3],
    ['2024-12-21 12:00:00', '2024-12-22 18:00:00', 0],
    ['2024-12-30 08:00:00', '2024-12-30 18:00:00', 8],
    ['2024-12-31 16:59:30', '2025-01-02 09:00:45', 75 / 3600],
    ['2024-12-18 10:15:00', '2024-12-18 10:15:00', 0],
    ['2024-12-16 09:00:00', '2025-01-03 17:00:00', 96],
    ['2024-12-25 10:00:00', '2024-12-25 16:00:00', 0],
  ] as const
  const [starts, ends, hours] = [0, 1, 2].map((i) => column(...cases.map((row) => row[i])))
  const holidays = column('2024-12-25', '2024-12-26', '2025-01-01')
  expectClose(compute(businessHours, starts, ends, '09:00', '17:00', column(1, 2, 3, 4, 5), holidays), hours)
})

test('it is the sum of the working hours of the days, each cut to the span', () => {
  // On one day, working hours are the overlap of two spans.
  const time = fc.integer({ min: 0, max: 30 * 1440 }).map((minutes) => 46082 + minutes / 1440)
  const day = fc.integer({ min: 46082, max: 46112 })
  fc.assert(
    fc.property(time, time, fc.array(day, { maxLength: 5 }), (a, b, holidays) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      let hours = 0
      for (let day = Math.floor(start); day <= end; day++) {
        const weekend = [0, 6].includes(new Date((day - 25569) * 864e5).getUTCDay())
        if (weekend || holidays.includes(day)) continue
        hours += Math.max(0, Math.min(end, day + 17.5 / 24) - Math.max(start, day + 8 / 24)) * 24
      }
      const found = compute(businessHours, start, end, 8, 17.5, null, column(...holidays)) as number
      expect(Math.abs(found - hours)).toBeLessThan(1e-7)
    }),
    { numRuns: 1000 },
  )
})

test('two spans that meet add up to the whole', () => {
  const time = fc.integer({ min: 0, max: 60 * 1440 }).map((minutes) => 46082 + minutes / 1440)
  fc.assert(
    fc.property(fc.tuple(time, time, time), fc.boolean(), (times, night) => {
      const [a, b, c] = times.sort((x, y) => x - y)
      const hours = (start: number, end: number) =>
        compute(businessHours, start, end, night ? 22 : 9, night ? 6 : 17, 'Sun-Thu') as number
      expectClose(hours(a!, b!) + hours(b!, c!), hours(a!, c!))
    }),
  )
})

test('a day on which the clocks change has its 8 hours: sheets know no zone', () => {
  // In most of Europe clocks change on 2026-03-29, in the night to it in a shift that begins on Saturday.
  expect(between('2026-03-27T00:00', '2026-03-31T00:00')).toBe(16)
  expect(between('2026-03-28T22:00', '2026-03-29T06:00', 22, 6, 'all')).toBe(8)
})

test('each row has its value beside it, in any order', () => {
  const starts = column('2026-03-06T16:00', '2026-03-02T09:00', '2026-03-02T09:00')
  const ends = column('2026-03-09T10:00', '2026-03-02T09:45', '2026-03-03T09:45')
  expect(compute(businessHours, starts, ends)).toEqual([[2], [0.75], [8.75]])
  expect(compute(businessHours, starts.slice().reverse(), ends.slice().reverse())).toEqual([[8.75], [0.75], [2]])
})

test('a title stands beside a header, and nothing beside rows without a start or an end', () => {
  const starts = column('From', '2026-03-06T16:00', null, '2026-03-06T16:00', '2026-03-06', null)
  const ends = column('To', '2026-03-09T10:00', '2026-03-09', '  ', '2026-03-10', '')
  expect(compute(businessHours, starts, ends)).toEqual([['business_hours'], [2], [''], [''], [16]])
})

test('an open case is blank, in a formula for one row too', () => {
  expect(compute(businessHours, '2026-03-06', null)).toBe('')
  expect(compute(businessHours, null, '')).toBe('')
  expect(compute(businessHours, column('From', '2026-03-06', '2026-03-07'), column('To', null, null))).toEqual([
    ['business_hours'],
    [''],
    [''],
  ])
})

test('wrong cells are named', () => {
  expect(
    failure(businessHours, column('From', null, '2026-03-06T16:00'), column('To', '2026-03-06', '2026-03-06T15:59:59')),
  ).toBe(
    '#VALUE! BUSINESS_HOURS: end_times row 3 has 2026-03-06T15:59:59, before the time in start_times (2026-03-06T16:00)',
  )
  expect(failure(businessHours, column('2026-03-06', '6 March'), column('2026-03-07', '2026-03-07'))).toBe(
    '#VALUE! BUSINESS_HOURS: start_times row 2 has “6 March”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(businessHours, column('2026-03-06', '2026-03-06'), column('2026-03-07'))).toBe(
    '#VALUE! BUSINESS_HOURS: start_times has 2 rows and end_times has 1, select the same rows in both',
  )
  expect(failure(businessHours, '2026-03-06', '2026-03-07', 9, 9)).toBe(
    '#VALUE! BUSINESS_HOURS: open_time and close_time are both 09:00, write 0 and 24 for day and night',
  )
  expect(failure(businessHours, column(null, null), column(null, null))).toBe(
    '#N/A BUSINESS_HOURS: start_times and end_times have no complete row',
  )
})
