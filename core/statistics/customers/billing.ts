import { CellError, shown, wrongValue } from '../../cell.ts'
import { rowsByCode, type Keys } from '../groups.ts'
import { isoText, periodOf, periodTable, type Period } from '../time/calendar.ts'
import { sameAs, type Ledger } from './recurringRevenue.ts'

/** Books period after period, from the first on. `when` names it in words. */
export type Book = (at: number, when: string) => void

/** The periods of a log, up to a last day. */
export interface Periods {
  first: number
  count: number
  /** Which of them a day falls in, from 0; `count` for one after the last day. */
  of(date: number): number
}

type Bookings = Pick<Ledger, 'book'>

/**
 * What every customer pays in each period, by a billing log, or by a list of subscriptions where their ends are given (NaN
 * while they run). A customer who is not booked pays what they did in the period before.
 */
export function billing(
  ids: Keys,
  dates: Float64Array,
  amounts: Float64Array,
  ends: Float64Array | null,
  calendar: Periods,
  ledger: Bookings,
): Book {
  return ends
    ? subscriptions(ids, dates, amounts, ends, calendar, ledger)
    : bills(ids, dates, amounts, calendar, ledger)
}

/** A billing log: in each period a customer pays what their rows add up to, nothing without a row. */
function bills(ids: Keys, dates: Float64Array, amounts: Float64Array, calendar: Periods, ledger: Bookings): Book {
  const { start, rows } = rowsByPeriod(dates, calendar)
  // In the order of the periods, in which they are read.
  const codes = new Int32Array(rows.length)
  const paid = new Float64Array(rows.length)
  for (let k = 0; k < rows.length; k++) {
    codes[k] = ids.codes[rows[k]!]!
    paid[k] = amounts[rows[k]!]!
  }
  const customers = ids.labels.length
  const now = new Float64Array(customers)
  const billed = new Float64Array(customers)
  const seen = new Int32Array(customers).fill(-1)
  let present = new Int32Array(customers)
  let paying = new Int32Array(customers)
  let payingCount = 0
  let someCameBack = false

  return (at, when) => {
    let count = 0
    for (let k = start[at]!; k < start[at + 1]!; k++) {
      const code = codes[k]!
      if (seen[code] !== at) {
        someCameBack ||= seen[code]! >= 0
        seen[code] = at
        now[code] = billed[code] = 0
        present[count++] = code
      }
      now[code]! += paid[k]!
      billed[code]! += Math.abs(paid[k]!)
    }
    for (let k = 0; k < payingCount; k++) if (seen[paying[k]!] !== at) ledger.book(paying[k]!, 0)
    payingCount = 0
    for (let k = 0; k < count; k++) {
      const code = present[k]!
      const isCreditAlone = now[code] === -billed[code]!
      const mrr = isCreditAlone ? 0 : sameAs(0, now[code]!, billed[code]!)
      if (mrr < 0) throw negative(ids, amounts, rows.subarray(start[at], start[at + 1]), code, mrr, when)
      ledger.book(code, mrr)
      // Who pays is written over who is present, which has been read so far.
      if (mrr > 0) present[payingCount++] = code
    }
    ;[present, paying] = [paying, present]
    if (at === calendar.count - 1 && at > 0 && !someCameBack) throw new CellError('#VALUE!', NO_LOG)
  }
}

const NO_LOG =
  'no customer has rows in two periods, as if all had left after the first; for a list with one row a subscription give end_dates, blank while it runs, and in a billing log a row of 0 to who has left'

/** A list of subscriptions: at the end of each period a customer pays for those that run. */
function subscriptions(
  ids: Keys,
  starts: Float64Array,
  amounts: Float64Array,
  ends: Float64Array,
  calendar: Periods,
  ledger: Bookings,
): Book {
  const begin = rowsByPeriod(starts, calendar)
  const finish = rowsByPeriod(handedOver(ids, starts, ends), calendar)
  const customers = ids.labels.length
  const mrr = new Float64Array(customers)
  const billed = new Float64Array(customers)
  const running = new Int32Array(customers)

  return (at, when) => {
    const changed = new Set<number>()
    const change = ({ start, rows }: typeof begin, sign: 1 | -1): Int32Array => {
      const own = rows.subarray(start[at], start[at + 1])
      for (const row of own) {
        const code = ids.codes[row]!
        mrr[code]! += sign * amounts[row]!
        billed[code]! += Math.abs(amounts[row]!)
        running[code]! += sign
        changed.add(code)
      }
      return own
    }
    const begun = change(begin, 1)
    const finished = change(finish, -1)
    for (const code of changed) {
      // What is left of sums of others is rounding.
      if (running[code] === 0) mrr[code] = billed[code] = 0
      const is = sameAs(0, mrr[code]!, billed[code]!)
      if (is < 0) throw negative(ids, amounts, Int32Array.of(...begun, ...finished), code, is, when)
      ledger.book(code, is)
    }
  }
}

/** The day from which each subscription no longer counts: its end, or the day after where the customer's next one starts then. */
function handedOver({ codes }: Keys, starts: Float64Array, ends: Float64Array): Float64Array {
  const DAYS = 2 ** 22
  const begun = new Set<number>()
  for (let i = 0; i < starts.length; i++) begun.add(codes[i]! * DAYS + Math.floor(starts[i]!))
  return ends.map((end, i) => {
    const next = Math.floor(end) + 1
    return begun.has(codes[i]! * DAYS + next) ? next : end
  })
}

function negative(ids: Keys, amounts: Float64Array, rows: Int32Array, code: number, mrr: number, when: string) {
  const isCredit = (row: number) => ids.codes[row] === code && amounts[row]! < 0
  // A subscription below 0 may have begun in a period before, and only now be alone.
  const row = rows.find(isCredit) ?? amounts.findIndex((_, row) => isCredit(row))
  const who = shown(ids.labels[code]!)
  return wrongValue(
    'amounts',
    row,
    `has ${amounts[row]}, which leaves ${who} with a negative MRR (${mrr}) in ${when}; date a credit in the period that it is for`,
  )
}

/** The periods from the earliest date to as_of, the latest date when null. */
export function periodsOf(
  dates: Float64Array,
  ends: Float64Array | null,
  period: Period,
  asOf: number | null,
): Periods {
  let earliest = Infinity
  let latest = -Infinity
  for (let i = 0; i < dates.length; i++) {
    if (dates[i]! < earliest) earliest = dates[i]!
    if (dates[i]! > latest) latest = dates[i]!
    if (!ends) continue
    if (ends[i]! > latest) latest = ends[i]!
    if (Math.floor(ends[i]!) < Math.floor(dates[i]!)) {
      throw wrongValue('end_dates', i, `has ${isoText(ends[i]!)}, before the date in dates (${isoText(dates[i]!)})`)
    }
  }
  const from = Math.floor(earliest)
  const until = Math.floor(asOf ?? latest)
  if (until < from) throw new CellError('#N/A', `there is no date up to as_of (${isoText(until)})`)
  const first = periodOf(from, period)
  const count = periodOf(until, period) - first + 1
  if (count > MOST_PERIODS) {
    const problem = `the dates span ${count} periods of a ${period}, more than ${MOST_PERIODS}`
    throw new CellError('#VALUE!', `${problem}; use a longer period`)
  }
  const table = periodTable(from, until, period)
  return {
    first,
    count,
    of: (date) => (date < until + 1 ? table[Math.floor(date) - from]! - first : count),
  }
}

/** The rows of each period: those of the period at p are rows[start[p]] to rows[start[p + 1] - 1]. Rows without a date have none. */
function rowsByPeriod(dates: Float64Array, { count, of }: Periods) {
  const codes = new Int32Array(dates.length)
  for (let i = 0; i < dates.length; i++) codes[i] = of(dates[i]!)
  return rowsByCode({ codes, labels: Array.from({ length: count + 1 }, (_, at) => at) })
}

/** More than a reader can follow: a date in the wrong century is to be found, not to fill the sheet. */
const MOST_PERIODS = 2000
