import { CellError } from '../../cell.ts'
import { FIRST_SERIAL } from './calendar.ts'
import { endMoment, HOUR, momentOf } from './moments.ts'
import { quantileOf } from '../quantile.ts'
import { sum } from '../sum.ts'
import type { NamedDates } from './waiting.ts'
import type { WorkingTime } from './workingTime.ts'

/** What may be said of many durations, and what each says. */
export const typicalHelp = {
  median: 'half of the cases took no longer',
  mean: 'the average, which a few very long cases pull up',
  p90: 'nine of ten cases took no longer',
  p95: 'nineteen of twenty cases took no longer',
  longest: 'the case that took longest',
} as const
export type Typical = keyof typeof typicalHelp

/** Milliseconds between two moments: of working time, or of the clock when null. */
export function elapsed(start: number, end: number, working: WorkingTime | null): number {
  return working === null ? end - start : working.upTo(end) - working.upTo(start)
}

/** The hours from each start to its end, NaN where there is no end. An end before its start names its row. */
export function elapsedHours(starts: NamedDates, ends: NamedDates, working: WorkingTime | null): Float64Array {
  const hours = new Float64Array(starts.dates.length)
  for (let i = 0; i < hours.length; i++) {
    const start = momentOf(starts.dates[i]!)
    const end = endMoment(ends, i, start, starts.name)
    hours[i] = Number.isNaN(end) ? NaN : elapsed(start, end, working) / HOUR
  }
  return hours
}

/**
 * The hours that cases took, where they are given in place of the starts; null where those are times. Hours have passed
 * as they are, and no calendar can tell how many of them were working hours.
 */
export function hoursGiven(starts: NamedDates, ends: Float64Array | null, working: WorkingTime | null) {
  const isHours = ends === null && starts.dates.length > 0 && starts.dates.every((value) => value < FIRST_SERIAL)
  if (!isHours) return null
  if (working === null) return starts.dates
  const problem = `${starts.name} holds hours, of which no calendar knows the working ones`
  throw new CellError('#VALUE!', `${problem}: give two times for each case, or leave out the working hours`)
}

/** The hours of each case: those that are given, or from its start to its end, NaN where there is no end. */
export function caseHours(
  starts: NamedDates,
  ends: { name: string; dates: Float64Array | null },
  working: WorkingTime | null,
): Float64Array {
  const given = hoursGiven(starts, ends.dates, working)
  return given ?? elapsedHours(starts, { name: ends.name, dates: endsOrNone(starts.dates, ends.dates) }, working)
}

/** The ends of cases, of which none has come where they are left out. */
export function endsOrNone(starts: Float64Array, ends: Float64Array | null): Float64Array {
  return ends ?? new Float64Array(starts.length).fill(NaN)
}

/** What the first of two columns may hold instead of times. */
export const hoursHelp = (ends: string): string =>
  `Or, with ${ends} left out, the hours that it took: numbers, duration cells, or text such as "1 h 23 m" or "99:30:00".`

/** The mean, longest or a percentile (type 7) of the hours that are known. `needed` says what is missing when none is. */
export function typicalHours(hours: Float64Array, typical: Typical, needed: string): number {
  const known = withoutNaN(hours)
  if (known.length === 0) throw new CellError('#N/A', `needs 1 ${needed}, has 0`)
  if (typical === 'mean') return sum(known) / known.length
  return quantileOf(known, shares[typical])
}

const shares = { median: 0.5, p90: 0.9, p95: 0.95, longest: 1 } as const

function withoutNaN(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) kept[count++] = values[i]!
  return kept.subarray(0, count)
}
