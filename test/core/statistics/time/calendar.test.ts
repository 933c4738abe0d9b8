import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  civil,
  isoText,
  parseIso,
  periodOf,
  periodStart,
  periods,
  periodTable,
  serialOf,
} from '../../../../core/statistics/time/calendar.ts'

const anySerial = fc.integer({ min: 1, max: 2958465 })

test('serials agree with Microsoft’s and Google’s published dates', () => {
  const known = { 39448: '2008-01-01', 39508: '2008-03-01', 41235: '2012-11-22', 61: '1900-03-01', 45292: '2024-01-01' }
  for (const [serial, iso] of Object.entries(known)) {
    expect(isoText(Number(serial))).toBe(iso)
    expect(parseIso(iso)).toBe(Number(serial))
  }
})

test('a date goes out and comes back, with its time of day', () => {
  fc.assert(
    fc.property(anySerial, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const serial = day + minute / 1440
      expect(parseIso(isoText(serial))).toBeCloseTo(serial, 9)
      const { year, month, day: date } = civil(serial)
      expect(serialOf(year, month, date)).toBe(day)
    }),
  )
})

test('29 February is a day in leap years only', () => {
  expect(parseIso('2024-02-29')).toBe(45351)
  for (const text of ['2023-02-29', '1900-02-29', '2026-00-10', '2026-04-31', '2026-01-01T24:00', '2026-01-01T10:60']) {
    expect(parseIso(text), text).toBeNaN()
  }
})

test('a period holds its own start, and the day before belongs to the one before', () => {
  fc.assert(
    fc.property(anySerial, fc.constantFrom(...periods), (serial, period) => {
      const index = periodOf(serial, period)
      const start = periodStart(index, period)
      expect(start).toBeLessThanOrEqual(serial)
      expect(periodStart(index + 1, period)).toBeGreaterThan(serial)
      expect(periodOf(start, period)).toBe(index)
      expect(periodOf(start - 1, period)).toBe(index - 1)
    }),
  )
})

test('weeks begin on Monday', () => {
  expect(periodStart(periodOf(parseIso('2026-11-22'), 'week'), 'week')).toBe(parseIso('2026-11-16'))
})

test('the table of days gives each day the period it has alone', () => {
  fc.assert(
    fc.property(anySerial, fc.integer({ min: 0, max: 900 }), fc.constantFrom(...periods), (first, more, period) => {
      const table = Array.from(periodTable(first, first + more, period))
      expect(table).toEqual(table.map((_, i) => periodOf(first + i, period)))
    }),
  )
})
