import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import { DAY, HOUR, momentOf, momentText } from '../../../../core/statistics/time/moments.ts'
import { workingTime, type WorkingCalendar } from '../../../../core/statistics/time/workingTime.ts'
import { runs } from '../../../properties.ts'

const MINUTE = 6e4
const moment = (text: string) => momentOf(parseIso(text))
const office: WorkingCalendar = { open: 9 * HOUR, length: 8 * HOUR, workdays: [1, 2, 3, 4, 5], holidays: [] }
const hours = (calendar: WorkingCalendar, start: string, end: string) => {
  const { upTo } = workingTime(calendar)
  return (upTo(moment(end)) - upTo(moment(start))) / HOUR
}
const due = (calendar: WorkingCalendar, start: string, work: number) =>
  momentText(workingTime(calendar).after(moment(start), work * HOUR))

/** Whether a minute is worked: it lies in the shift that began on its day or on the day before. */
function isWorked(minute: number, { open, length, workdays, holidays }: WorkingCalendar): boolean {
  const today = Math.floor(minute / 1440)
  return [today, today - 1].some((day) => {
    const weekday = new Date(Date.UTC(1899, 11, 30 + day)).getUTCDay() || 7
    const begin = day * 1440 + open / MINUTE
    const shift = workdays.includes(weekday) && !Array.from(holidays).includes(day)
    return shift && minute >= begin && minute < begin + length / MINUTE
  })
}

/** The definition, walked minute by minute. */
function walked(calendar: WorkingCalendar, start: number, end: number): number {
  let count = 0
  for (let minute = start; minute < end; minute++) if (isWorked(minute, calendar)) count++
  return count
}

/** Days around a Thursday, 2026-01-01. */
const FIRST = 46016
const calendars = fc.record({
  open: fc.integer({ min: 0, max: 1439 }).map((minute) => minute * MINUTE),
  length: fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.constant(1440)).map((minutes) => minutes * MINUTE),
  workdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  holidays: fc.array(fc.integer({ min: FIRST, max: FIRST + 20 }), { maxLength: 12 }),
})
const minutes = fc.integer({ min: FIRST * 1440, max: (FIRST + 14) * 1440 })

describe('working time between two moments', () => {
  test('nights and weekends do not count', () => {
    expect(hours(office, '2026-03-07T10:00', '2026-03-10T12:00')).toBe(11)
    expect(hours(office, '2026-03-06T16:00', '2026-03-09T10:00')).toBe(2)
    expect(hours(office, '2026-03-07T10:00', '2026-03-08T12:00')).toBe(0)
  })

  test('a moment before opening counts as opening, one after closing as closing', () => {
    expect(hours(office, '2026-03-02T06:00', '2026-03-02T23:00')).toBe(8)
    expect(hours(office, '2026-03-02T17:00', '2026-03-03T09:00')).toBe(0)
  })

  test('a holiday takes its workday away, once, and none at a weekend', () => {
    const holidays = ['2026-03-04', '2026-03-04', '2026-03-07'].map(parseIso)
    expect(hours({ ...office, holidays }, '2026-03-02', '2026-03-09')).toBe(32)
  })

  test('a shift over night belongs to the day it begins on', () => {
    const nights = { ...office, open: 22 * HOUR }
    expect(hours(nights, '2026-03-06T20:00', '2026-03-07T12:00')).toBe(8)
    expect(hours(nights, '2026-03-08T20:00', '2026-03-09T12:00')).toBe(0)
    expect(hours({ ...nights, holidays: [parseIso('2026-03-03')] }, '2026-03-03', '2026-03-04')).toBe(6)
  })

  test('a shift of 24 hours on every day is the clock', () => {
    fc.assert(
      fc.property(minutes, minutes, (a, b) => {
        const { upTo } = workingTime({ open: 0, length: DAY, workdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] })
        expect(upTo(b * MINUTE) - upTo(a * MINUTE)).toBe((b - a) * MINUTE)
      }),
    )
  })

  test('it agrees with a walk through the minutes', () => {
    fc.assert(
      fc.property(calendars, minutes, fc.integer({ min: 0, max: 8 * 1440 }), (calendar, start, length) => {
        const { upTo } = workingTime(calendar)
        const found = upTo((start + length) * MINUTE) - upTo(start * MINUTE)
        expect(found).toBe(walked(calendar, start, start + length) * MINUTE)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('it never falls, and grows by the clock at most', () => {
    const step = fc.integer({ min: 0, max: 5 * DAY })
    fc.assert(
      fc.property(calendars, minutes, step, (calendar, start, length) => {
        const { upTo } = workingTime(calendar)
        const worked = upTo(start * MINUTE + length) - upTo(start * MINUTE)
        expect(worked).toBeGreaterThanOrEqual(0)
        expect(worked).toBeLessThanOrEqual(length)
      }),
    )
  })

  test('years are as exact as days: each full week of work is 40 hours', () => {
    expect(hours(office, '1950-01-02', '9999-12-27')).toBe(
      ((moment('9999-12-27') - moment('1950-01-02')) / DAY / 7) * 40,
    )
  })
})

describe('the moment at which so much has been worked', () => {
  test('it is closing time when the work fills the day, not the next opening', () => {
    expect(due(office, '2026-03-06T09:00', 8)).toBe('2026-03-06T17:00')
    expect(due(office, '2026-03-06T16:00', 4)).toBe('2026-03-09T12:00')
    expect(due(office, '2026-03-07T10:00', 1)).toBe('2026-03-09T10:00')
  })

  test('no work is done at once, open or not', () => {
    expect(due(office, '2026-03-07T10:00', 0)).toBe('2026-03-07T10:00')
  })

  test('holidays in a row are passed over', () => {
    const holidays = ['2026-12-28', '2026-12-25', '2026-12-26', '2026-12-29'].map(parseIso)
    expect(due({ ...office, holidays }, '2026-12-24T12:00', 6)).toBe('2026-12-30T10:00')
  })

  test('it is the earliest such moment: a millisecond before, less has been worked', () => {
    const work = fc.oneof(
      fc.integer({ min: 1, max: 30 * DAY }),
      fc.integer({ min: 1, max: 600 }).map((n) => n * HOUR),
    )
    fc.assert(
      fc.property(calendars, minutes, work, (calendar, start, work) => {
        const { upTo, after } = workingTime(calendar)
        const from = start * MINUTE
        const end = after(from, work)
        expect(upTo(end) - upTo(from)).toBe(work)
        expect(upTo(end - 1) - upTo(from)).toBe(work - 1)
      }),
      { numRuns: runs(2000) },
    )
  })

  test('it agrees with a walk through the minutes', () => {
    fc.assert(
      fc.property(calendars, minutes, fc.integer({ min: 1, max: 1500 }), (calendar, start, work) => {
        fc.pre(calendar.length >= 60 * MINUTE)
        let minute = start
        for (let left = work; left > 0; minute++) if (isWorked(minute, calendar)) left--
        expect(workingTime(calendar).after(start * MINUTE, work * MINUTE)).toBe(minute * MINUTE)
      }),
      { numRuns: runs(500) },
    )
  })
})
