import type { Keys } from '../args.ts'
import { CellError } from '../cell.ts'
import { isoText, periodOf, periodsOf, type Period } from './calendar.ts'
import { rowsByCode } from './groups.ts'

export const periodChoices: Readonly<Record<Period, string>> = {
  day: 'calendar days',
  week: 'weeks from Monday',
  month: 'calendar months',
  quarter: 'calendar quarters',
  year: 'calendar years',
}

/** Customers whose first order fell in one period. Arrays run over the ages 0, 1, 2 … up to the last period observed. */
export interface Cohort {
  period: number
  customers: number
  /** Customers with an order at that age. */
  active: Int32Array
  /** Customers whose last order so far was at that age. */
  lastActive: Int32Array
}

/**
 * Follows every customer from the period of the first order to the period that holds `asOf`, the latest date when null.
 * Orders after `asOf` are ignored. Cohorts come in order of time; periods in which nobody started have none.
 */
export function cohortActivity(
  ids: Keys,
  dates: Float64Array,
  period: Period,
  asOf: number | null,
): { cohorts: Cohort[]; lastPeriod: number } {
  const until = asOf === null ? Infinity : Math.floor(asOf) + 1
  const periods = periodsOf(dates, period)
  const customers = ids.labels.length
  const first = new Int32Array(customers).fill(LATEST)
  let firstPeriod = LATEST
  let lastPeriod = asOf === null ? -LATEST : periodOf(asOf, period)
  for (let i = 0; i < dates.length; i++) {
    if (dates[i]! >= until) continue
    const at = periods[i]!
    const customer = ids.codes[i]!
    if (at < first[customer]!) first[customer] = at
    if (at < firstPeriod) firstPeriod = at
    if (at > lastPeriod) lastPeriod = at
  }
  if (firstPeriod === LATEST) throw new CellError('#N/A', `there is no date up to as_of (${isoText(asOf!)})`)
  const ages = lastPeriod - firstPeriod + 1
  if (ages > MOST_PERIODS) {
    throw new CellError(
      '#VALUE!',
      `the dates span ${ages} periods of a ${period}, more than ${MOST_PERIODS}; use a longer period`,
    )
  }

  const byPeriod = new Array<Cohort | undefined>(ages)
  for (let customer = 0; customer < customers; customer++) {
    if (first[customer] === LATEST) continue
    const at = first[customer]! - firstPeriod
    const cohort = (byPeriod[at] ??= {
      period: first[customer]!,
      customers: 0,
      active: new Int32Array(ages - at),
      lastActive: new Int32Array(ages - at),
    })
    cohort.customers++
  }
  const follow = rowsByCode(ids)
  const seen = new Int32Array(ages).fill(-1)
  for (let customer = 0; customer < customers; customer++) {
    if (first[customer] === LATEST) continue
    const cohort = byPeriod[first[customer]! - firstPeriod]!
    let lastAge = 0
    for (let i = follow.start[customer]!; i < follow.start[customer + 1]!; i++) {
      const row = follow.rows[i]!
      if (dates[row]! >= until) continue
      const age = periods[row]! - cohort.period
      if (seen[age] !== customer) {
        seen[age] = customer
        cohort.active[age]!++
        if (age > lastAge) lastAge = age
      }
    }
    cohort.lastActive[lastAge]!++
  }
  return { cohorts: byPeriod.filter((cohort) => cohort !== undefined), lastPeriod }
}

const LATEST = 0x7fffffff
/** A spreadsheet has 16,384 columns at most, and a triangle this wide already tells nobody anything. */
const MOST_PERIODS = 2000
