import { CellError, wrongValue } from '../../cell.ts'
import { share, type Share } from '../../metric.ts'
import { isoText, type Period } from './calendar.ts'

/** What as_of means where something starts in one column and happens, or not yet, in another. */
export const asOfHelp =
  'Day from which to look back; what came later has not happened. The latest date in both columns when left out.'

/** A column of a call: its values, and the argument it came from, which a sentence about one of them names. */
export interface NamedDates {
  name: string
  dates: Float64Array
}

/** Days of a period counted from a start rather than from the calendar; a year has 365.25. */
export const periodDays: Readonly<Record<Period, number>> = {
  day: 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
}

/** The day that a rate looks back from: `asOf`, or the latest day in the two columns when null. */
export function lastDay(starts: Float64Array, events: Float64Array, asOf: number | null): number {
  if (asOf !== null) return Math.floor(asOf)
  let last = -Infinity
  for (let i = 0; i < starts.length; i++) {
    if (starts[i]! > last) last = starts[i]!
    if (events[i]! > last) last = events[i]!
  }
  return Math.floor(last)
}

/**
 * Of the starts that are `days` old on the day `until`, the share that had its event within that many days, the last one
 * included; younger ones are pending. A blank event (NaN), or one after `until`, has not happened. Fails when no start is
 * old enough.
 */
export function reachedWithin(starts: NamedDates, events: NamedDates, days: number, until: number, of: string): Share {
  let eligible = 0
  let reached = 0
  for (let i = 0; i < starts.dates.length; i++) {
    const start = Math.floor(starts.dates[i]!)
    const event = eventDay(starts, events, i, start)
    if (until - start < days) continue
    eligible++
    if (event - start <= days) reached++
  }
  if (eligible === 0) {
    throw new CellError('#N/A', `needs a date in ${starts.name} that is ${longBefore(days, 'as_of', until)}, has none`)
  }
  return share(reached, eligible, { of, pending: starts.dates.length - eligible })
}

/** “7 days or more before as_of (2026-03-01)” */
export function longBefore(days: number, argument: string, day: number): string {
  return `${days} day${days === 1 ? '' : 's'} or more before ${argument} (${isoText(day)})`
}

/**
 * How many days each start has waited: `ended` is 1 where the event has happened by the day `until`, and 0 where the wait
 * goes on and is known up to that day only. Starts after `until` are left out; fails when none remains.
 */
export function waitingTimes(
  starts: NamedDates,
  events: NamedDates,
  until: number,
): { durations: Float64Array; ended: Uint8Array } {
  const durations = new Float64Array(starts.dates.length)
  const ended = new Uint8Array(starts.dates.length)
  let count = 0
  for (let i = 0; i < starts.dates.length; i++) {
    const start = Math.floor(starts.dates[i]!)
    const event = eventDay(starts, events, i, start)
    if (start > until) continue
    const happened = event <= until
    durations[count] = (happened ? event : until) - start
    ended[count++] = happened ? 1 : 0
  }
  if (count === 0) throw new CellError('#N/A', `${starts.name} has no date up to as_of (${isoText(until)})`)
  return { durations: durations.subarray(0, count), ended: ended.subarray(0, count) }
}

/** The day of event i, NaN where it is blank. One before its start is an error that names its row. */
function eventDay(starts: NamedDates, events: NamedDates, i: number, start: number): number {
  const event = Math.floor(events.dates[i]!)
  if (event < start) {
    throw wrongValue(events.name, i, `has ${isoText(event)}, before the date in ${starts.name} (${isoText(start)})`)
  }
  return event
}
