import type { Keys } from '../groups.ts'
import { CellError } from '../../cell.ts'
import { isoText } from '../time/calendar.ts'
import { rowsByCode } from '../groups.ts'
import type { Histories } from './purchaseHistory.ts'
import { sum } from '../sum.ts'

/** The latest of some dates; -Infinity where there is none. */
export function latest(dates: Float64Array): number {
  let last = -Infinity
  for (let i = 0; i < dates.length; i++) if (dates[i]! > last) last = dates[i]!
  return last
}

/** What each customer with an order did, in days, customers in the order in which they first came. */
export interface OrderSummary extends Histories {
  ids: Keys['labels']
  /** Which of the labels of the log each customer is. */
  codes: Int32Array
  /** Mean amount of a repeat order day, refunds taken off; 0 without one. */
  meanSpend: Float64Array
}

/** Whether a row of an order log is an order: a free one is, a negative amount is a refund. */
export function isOrder(amount: number): boolean {
  return amount >= 0
}

/** The rows of an order log that are orders, without the refunds. */
export function ordersOf(ids: Keys, dates: Float64Array, amounts: Float64Array): { ids: Keys; dates: Float64Array } {
  const codes = new Int32Array(dates.length)
  const days = new Float64Array(dates.length)
  let orders = 0
  for (let i = 0; i < dates.length; i++) {
    if (!isOrder(amounts[i]!)) continue
    codes[orders] = ids.codes[i]!
    days[orders++] = dates[i]!
  }
  return { ids: { codes: codes.subarray(0, orders), labels: ids.labels }, dates: days.subarray(0, orders) }
}

/**
 * The order history of every customer up to the day `asOf`, the latest in the data when null. All orders of a day are one;
 * a repeat order is one of a later day than the first. A refund is one of the latest order before it.
 */
export function summariseOrders(
  ids: Keys,
  dates: Float64Array,
  amounts: Float64Array,
  asOf: number | null,
  asOfName = 'as_of',
): OrderSummary {
  const now = Math.floor(asOf ?? latest(dates))
  const { start, rows } = rowsByCode(ids)
  const size = ids.labels.length
  const summary: OrderSummary = {
    ids: [],
    codes: new Int32Array(size),
    frequency: new Float64Array(size),
    recency: new Float64Array(size),
    age: new Float64Array(size),
    meanSpend: new Float64Array(size),
  }
  const days = new Float64Array(dates.length)
  const paid = new Float64Array(dates.length)
  for (let code = 0; code < size; code++) {
    const [from, to] = [start[code]!, start[code + 1]!]
    let orders = 0
    for (let k = from; k < to; k++) {
      const row = rows[k]!
      const day = Math.floor(dates[row]!)
      if (day <= now && isOrder(amounts[row]!)) days[orders++] = day
    }
    if (orders === 0) continue
    const ordered = days.subarray(0, orders).sort()
    const first = ordered[0]!
    const last = ordered[orders - 1]!
    let repeats = 0
    let firstRepeat = Infinity
    for (let k = 1; k < orders; k++) {
      if (ordered[k] === ordered[k - 1]) continue
      if (repeats++ === 0) firstRepeat = ordered[k]!
    }
    let count = 0
    for (let k = from; k < to; k++) {
      const row = rows[k]!
      const day = Math.floor(dates[row]!)
      if (day >= firstRepeat && day <= now) paid[count++] = amounts[row]!
    }
    const at = summary.ids.push(ids.labels[code]!) - 1
    summary.codes[at] = code
    summary.frequency[at] = repeats
    summary.recency[at] = last - first
    summary.age[at] = now - first
    summary.meanSpend[at] = repeats > 0 ? sum(paid.subarray(0, count)) / repeats : 0
  }
  const customers = summary.ids.length
  if (customers === 0) throw new CellError('#N/A', `there is no order up to ${asOfName} (${isoText(now)})`)
  return {
    ids: summary.ids,
    codes: summary.codes.subarray(0, customers),
    frequency: summary.frequency.subarray(0, customers),
    recency: summary.recency.subarray(0, customers),
    age: summary.age.subarray(0, customers),
    meanSpend: summary.meanSpend.subarray(0, customers),
  }
}

/**
 * What each customer of the log did after one day and until another: days with an order, and what came in from the first
 * of them on. A refund before it is one of an order of the time before.
 */
export function laterOrders(
  ids: Keys,
  dates: Float64Array,
  amounts: Float64Array,
  { after, until }: { after: number; until: number },
): { orders: Float64Array; money: Float64Array } {
  const { start, rows } = rowsByCode(ids)
  const orders = new Float64Array(ids.labels.length)
  const money = new Float64Array(ids.labels.length)
  const days = new Float64Array(dates.length)
  const paid = new Float64Array(dates.length)
  for (let code = 0; code < orders.length; code++) {
    const own = rows.subarray(start[code], start[code + 1])
    let ordered = 0
    for (let k = 0; k < own.length; k++) {
      const day = Math.floor(dates[own[k]!]!)
      if (day > after && day <= until && isOrder(amounts[own[k]!]!)) days[ordered++] = day
    }
    if (ordered === 0) continue
    const sorted = days.subarray(0, ordered).sort()
    for (let k = 0; k < ordered; k++) if (k === 0 || sorted[k] !== sorted[k - 1]) orders[code]!++
    let count = 0
    for (let k = 0; k < own.length; k++) {
      const day = Math.floor(dates[own[k]!]!)
      if (day >= sorted[0]! && day <= until) paid[count++] = amounts[own[k]!]!
    }
    money[code] = sum(paid.subarray(0, count))
  }
  return { orders, money }
}
