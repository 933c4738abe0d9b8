import { wrongValue } from '../../cell.ts'
import { serialOf } from './calendar.ts'
import type { NamedDates } from './waiting.ts'

/*
 * Moments are serial numbers in whole milliseconds. A serial holds a time of day as a fraction that is off by up to half
 * a microsecond, and “exactly at the target” must be exact.
 */

export const HOUR = 36e5
export const DAY = 864e5

/** What as_of means where the time of day counts. */
export const momentHelp =
  'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day. The latest time in both columns when left out.'

export function momentOf(serial: number): number {
  // Math.round takes three times as long.
  return Math.floor(serial * DAY + 0.5)
}

/** 2026-03-01, 2026-03-01T09:30 or 2026-03-01T09:30:05: as much of the time of day as there is. */
export function momentText(moment: number): string {
  const text = new Date(moment - serialOf(1970, 1, 1) * DAY).toISOString()
  if (moment % DAY === 0) return text.slice(0, 10)
  if (moment % 6e4 === 0) return text.slice(0, 16)
  return text.slice(0, moment % 1e3 === 0 ? 19 : 23)
}

/** The moment that a metric looks back from: `asOf`, or the latest one in the two columns when null. */
export function lastMoment(starts: Float64Array, ends: Float64Array, asOf: number | null): number {
  // The last millisecond of a day: what carries the next day’s date alone has not happened.
  if (asOf !== null) return Number.isInteger(asOf) ? momentOf(asOf + 1) - 1 : momentOf(asOf)
  let last = -Infinity
  for (let i = 0; i < starts.length; i++) {
    if (starts[i]! > last) last = starts[i]!
    if (ends[i]! > last) last = ends[i]!
  }
  return momentOf(last)
}

/** The moment of end i, NaN where it is blank. One before its start is an error that names its row. */
export function endMoment(ends: NamedDates, i: number, start: number, startName: string): number {
  const end = momentOf(ends.dates[i]!)
  if (end < start) {
    throw wrongValue(ends.name, i, `has ${momentText(end)}, before the time in ${startName} (${momentText(start)})`)
  }
  return end
}
