import type { Keys } from '../groups.ts'
import { CellError } from '../../cell.ts'
import { runningSums } from '../runningSums.ts'
import { isoText, periodOf, periodStart, periodTable, type Period } from '../time/calendar.ts'
import { isOrder } from './orderLog.ts'

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
  const { first, last } = observedDays(dates, asOf)
  const firstPeriod = periodOf(first, period)
  const lastPeriod = periodOf(asOf ?? last, period)
  const ages = lastPeriod - firstPeriod + 1
  if (ages > MOST_PERIODS) {
    const problem = `the dates span ${ages} periods of a ${period}, more than ${MOST_PERIODS}`
    throw new CellError('#VALUE!', `${problem}; use a longer period`)
  }
  // One bit for each customer and period: whether there was an order.
  const table = periodTable(first, last, period)
  const words = Math.ceil(ages / 32)
  const bits = new Int32Array(ids.labels.length * words)
  for (let i = 0; i < dates.length; i++) {
    const day = Math.floor(dates[i]!)
    if (day > last) continue
    const at = table[day - first]! - firstPeriod
    bits[ids.codes[i]! * words + (at >> 5)]! |= 1 << (at & 31)
  }

  const byPeriod = new Array<Cohort | undefined>(ages)
  for (let start = 0; start < bits.length; start += words) {
    let cohort: Cohort | undefined
    let age = 0
    for (let word = 0; word < words; word++) {
      for (let rest = bits[start + word]!; rest !== 0; rest &= rest - 1) {
        const at = word * 32 + 31 - Math.clz32(rest & -rest)
        cohort ??= byPeriod[at] ??= emptyCohort(firstPeriod + at, ages - at)
        age = at - (cohort.period - firstPeriod)
        cohort.active[age]!++
      }
    }
    if (!cohort) continue
    cohort.customers++
    cohort.lastActive[age]!++
  }
  return { cohorts: byPeriod.filter((cohort) => cohort !== undefined), lastPeriod }
}

function emptyCohort(period: number, ages: number): Cohort {
  return { period, customers: 0, active: new Int32Array(ages), lastActive: new Int32Array(ages) }
}

/** The first and the last day with an order up to `asOf`. */
function observedDays(dates: Float64Array, asOf: number | null): { first: number; last: number } {
  const until = asOf === null ? Infinity : Math.floor(asOf) + 1
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < dates.length; i++) {
    const date = dates[i]!
    if (date >= until) continue
    if (date < first) first = date
    if (date > last) last = date
  }
  if (first === Infinity) throw new CellError('#N/A', `there is no order up to as_of (${isoText(asOf!)})`)
  return { first: Math.floor(first), last: Math.floor(last) }
}

/**
 * What the customers of each first period brought at each age up to the day `until`, refunds taken off: those of period p at
 * age a stand at (p - firstPeriod) x ages + a. A row before the customer’s first order has no age and is left out.
 */
export function revenueByAge(
  ids: Keys,
  dates: Float64Array,
  amounts: Float64Array,
  period: Period,
  firstPeriod: number,
  lastPeriod: number,
  until: number,
): Float64Array {
  const ages = lastPeriod - firstPeriod + 1
  const from = periodStart(firstPeriod, period)
  const table = periodTable(from, periodStart(lastPeriod + 1, period) - 1, period)
  const firstDay = new Float64Array(ids.labels.length).fill(Infinity)
  for (let i = 0; i < dates.length; i++) {
    const day = Math.floor(dates[i]!)
    if (isOrder(amounts[i]!) && day < firstDay[ids.codes[i]!]!) firstDay[ids.codes[i]!] = day
  }
  const sums = runningSums(ages * ages)
  for (let i = 0; i < dates.length; i++) {
    const day = Math.floor(dates[i]!)
    const first = firstDay[ids.codes[i]!]!
    if (day < first || day > until) continue
    const start = table[first - from]! - firstPeriod
    sums.add(start * ages + table[day - from]! - firstPeriod - start, amounts[i]!)
  }
  return sums.totals()
}

/** A spreadsheet has 16,384 columns at most, and a triangle this wide already tells nobody anything. */
const MOST_PERIODS = 2000
