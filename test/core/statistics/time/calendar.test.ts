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

test('a text is ISO, and which moment it is, as a regular expression and the days of Date have it', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
  const day = fc.tuple(fc.constantFrom('19', '20', '01', '00', '99'), two, fc.integer({ min: 0, max: 13 }), two)
  const date = day.map(([century, year, month, day]) => `${century}${year}-${String(month).padStart(2, '0')}-${day}`)
  const fraction = fc.constantFrom('', '.', '.5', '.123', '.000001', '.1234567890123')
  const second = fc.tuple(two, fraction).map(([second, fraction]) => `:${second}${fraction}`)
  const time = fc
    .tuple(fc.constantFrom('T', ' '), fc.integer({ min: 0, max: 25 }), two, fc.option(second, { nil: '' }))
    .map(([mark, hour, minute, second]) => `${mark}${String(hour).padStart(2, '0')}:${minute}${second}`)
  const sign = fc.constantFrom('', ' ', '0', '9', ':', '-', '.', 'T', 'x', '٣')
  fc.assert(
    fc.property(date, fc.option(time, { nil: '' }), fc.option(fc.tuple(fc.nat(30), sign)), (date, time, slip) => {
      const written = `${date}${time}`
      const text = slip ? written.slice(0, slip[0]) + slip[1] + written.slice(slip[0] + 1) : written
      for (const given of [text, ` ${text}\u00a0`]) expect(parseIso(given), given).toBe(isoByDate(text))
    }),
    { numRuns: 5000 },
  )
})

/** What parseIso has to give, by other means. */
function isoByDate(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text.trim())
  if (!match) return NaN
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as number[]
  const date = new Date(Date.UTC(year!, month! - 1, day))
  const isDay = date.toISOString().startsWith(text.trim().slice(0, 10))
  if (!isDay || hour! > 23 || minute! > 59 || second! >= 60) return NaN
  return date.getTime() / 864e5 + 25569 + (hour! * 3600 + minute! * 60 + second!) / 86400
}

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
