import { CellError } from '../cell.ts'
import { endMoment, HOUR, momentOf } from './moments.ts'
import { quantile } from './quantile.ts'
import { sum } from './sum.ts'
import type { NamedDates } from './waiting.ts'
import type { WorkingTime } from './workingTime.ts'

/** What may be said of many durations, and what each says. */
export const typicalHelp = {
  median: 'half of the cases took no longer',
  mean: 'the average, which a few very long cases pull up',
  p90: 'nine of ten cases took no longer',
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

/** The median, mean or 90th percentile (type 7) of the hours that are known. `needed` says what is missing when none is. */
export function typicalHours(hours: Float64Array, typical: Typical, needed: string): number {
  const known = withoutNaN(hours)
  if (known.length === 0) throw new CellError('#N/A', `needs 1 ${needed}, has 0`)
  if (typical === 'mean') return sum(known) / known.length
  return quantile(known.sort(), typical === 'median' ? 0.5 : 0.9)
}

function withoutNaN(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length)
  let count = 0
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) kept[count++] = values[i]!
  return kept.subarray(0, count)
}
