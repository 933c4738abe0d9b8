import { endMoment, lastMoment, momentOf } from './moments.ts'
import type { NamedDates } from './waiting.ts'

/**
 * The ages, in milliseconds, of the cases open at a moment: opened by then, and not closed by then. A blank closing (NaN)
 * is a case that was never closed. `asOf` null is the latest moment in both columns. A day of `asOf` counts to its end,
 * but ages run to its first minute and are at least 0: dates without times are whole days apart.
 */
export function openAges(opened: NamedDates, closed: NamedDates, asOf: number | null): Float64Array {
  const until = lastMoment(opened.dates, closed.dates, asOf)
  const now = asOf === null ? until : momentOf(asOf)
  const ages = new Float64Array(opened.dates.length)
  let count = 0
  for (let i = 0; i < ages.length; i++) {
    const start = momentOf(opened.dates[i]!)
    const end = endMoment(closed, i, start, opened.name)
    if (start <= until && !(end <= until)) ages[count++] = Math.max(0, now - start)
  }
  return ages.subarray(0, count)
}
