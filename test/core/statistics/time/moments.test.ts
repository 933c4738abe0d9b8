import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import { DAY, endMoment, lastMoment, momentOf, momentText } from '../../../../core/statistics/time/moments.ts'

const moment = (iso: string) => momentOf(parseIso(iso))
const named = (name: string, ...texts: string[]) => ({ name, dates: Float64Array.from(texts, parseIso) })

test('a moment is exact to the millisecond, whatever the serial has lost', () => {
  const day = fc.integer({ min: 18264, max: 2958465 })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: DAY - 1 }), (serial, time) => {
      expect(momentOf(serial + time / DAY)).toBe(serial * DAY + time)
      expect(momentOf((serial * DAY + time) / DAY)).toBe(serial * DAY + time)
    }),
  )
})

test('a moment shows as much of its time as there is', () => {
  for (const text of ['2026-03-01', '2026-03-01T09:30', '2026-03-01T09:30:05', '1950-01-01T23:59:59', '9999-12-31']) {
    expect(momentText(moment(text))).toBe(text)
  }
  expect(momentText(moment('2026-03-01') + 1)).toBe('2026-03-01T00:00:00.001')
})

test('the last moment is the latest in both columns with its time of day, or the one given', () => {
  const starts = Float64Array.of(parseIso('2026-03-02T08:00'), parseIso('2026-03-01T10:00'))
  const ends = Float64Array.of(NaN, parseIso('2026-03-02T08:00:01'))
  expect(momentText(lastMoment(starts, ends, null))).toBe('2026-03-02T08:00:01')
  expect(momentText(lastMoment(starts, Float64Array.of(NaN, NaN), null))).toBe('2026-03-02T08:00')
  expect(momentText(lastMoment(starts, ends, parseIso('2026-01-01T07:00')))).toBe('2026-01-01T07:00')
})

test('an end is its moment, NaN where it is blank, and the start itself is allowed', () => {
  const start = moment('2026-03-01T10:00')
  expect(endMoment(named('closed', 'no', '2026-03-01T10:00'), 0, start, 'opened')).toBeNaN()
  expect(endMoment(named('closed', 'no', '2026-03-01T10:00'), 1, start, 'opened')).toBe(start)
})

test('an end before its start is wrong, and says so to the second', () => {
  const start = moment('2026-03-01T10:00:30')
  const wrong = () => endMoment(named('closed', '2026-03-01T10:00:29'), 0, start, 'opened')
  expect(wrong).toThrow(CellError)
  expect(wrong).toThrow('has 2026-03-01T10:00:29, before the time in opened (2026-03-01T10:00:30)')
  try {
    wrong()
  } catch (error) {
    expect((error as CellError).where).toEqual({ argument: 'closed', index: 0 })
  }
})
