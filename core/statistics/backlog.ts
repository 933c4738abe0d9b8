import { endMoment, lastMoment, momentOf } from './moments.ts'
import type { NamedDates } from './waiting.ts'

/**
 * The ages, in milliseconds, of the cases open at a moment: opened by then, and not closed by then. Of those, a blank
 * (NaN) is a case that was never closed. `asOf` null is the latest moment in both columns.
 */
export function openAges(opened: NamedDates, closed: NamedDates, asOf: number | null): Float64Array {
  const until = lastMoment(opened.dates, closed.dates, asOf)
  const ages = new Float64Array(opened.dates.length)
  let count = 0
  for (let i = 0; i < ages.length; i++) {
    const start = momentOf(opened.dates[i]!)
    const end = endMoment(closed, i, start, opened.name)
    const age = until - start
    if (age >= 0 && !(end <= until)) ages[count++] = age
  }
  return ages.subarray(0, count)
}
