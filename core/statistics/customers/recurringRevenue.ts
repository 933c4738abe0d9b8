import { runningSums } from '../runningSums.ts'

/** What may happen to recurring revenue in a period, and what is left at its end. */
export const movements = ['new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'] as const
const [NEW, EXPANSION, CONTRACTION, CHURNED, REACTIVATED] = [0, 1, 2, 3, 4] as const

/** Follows what every customer pays from period to period. */
export interface Ledger {
  /** What a customer pays in this period. Who is not booked pays what they did before. */
  book(customer: number, mrr: number): void
  /** The movements of the period, which ends. */
  close(): Float64Array
}

export function ledgerOf(customers: number): Ledger {
  const before = new Float64Array(customers)
  const paidOnce = new Uint8Array(customers)
  const total = runningSums(1)
  let payers = 0
  let sums = runningSums(movements.length - 1)
  return {
    book(customer, mrr) {
      const was = before[customer]!
      const change = sameAs(was, mrr, was) - was
      if (was === 0) sums.add(paidOnce[customer] === 1 ? REACTIVATED : NEW, mrr)
      else if (mrr === 0) sums.add(CHURNED, was)
      else if (change > 0) sums.add(EXPANSION, change)
      else sums.add(CONTRACTION, -change)
      total.add(0, mrr)
      total.add(0, -was)
      before[customer] = mrr
      if (was !== 0) payers--
      if (mrr === 0) return
      payers++
      paidOnce[customer] = 1
    },
    close() {
      const closing = payers === 0 ? 0 : total.totals()[0]!
      const row = Float64Array.of(...sums.totals(), closing)
      sums = runningSums(movements.length - 1)
      return row
    },
  }
}

/** What became of the recurring revenue of the customers who had some. Losses are positive. */
export interface RevenueKept {
  customers: number
  /** How many of them have none any more. */
  lost: number
  opening: number
  expansion: number
  contraction: number
  churned: number
  closing: number
  /** Of what each paid, what is still paid: nothing that was added. */
  kept: number
}

/** Compares what each customer pays with what they paid before. Who paid nothing before is not of them. */
export function revenueKept(before: Float64Array, now: Float64Array): RevenueKept {
  const [OPENING, EXPANSION, CONTRACTION, CHURNED, CLOSING, KEPT] = [0, 1, 2, 3, 4, 5] as const
  const sums = runningSums(6)
  let customers = 0
  let lost = 0
  for (let customer = 0; customer < before.length; customer++) {
    const was = before[customer]!
    if (was === 0) continue
    const is = sameAs(was, now[customer]!, was)
    customers++
    sums.add(OPENING, was)
    sums.add(CLOSING, is)
    sums.add(KEPT, Math.min(was, is))
    if (is === 0) {
      lost++
      sums.add(CHURNED, was)
    } else if (is > was) sums.add(EXPANSION, is - was)
    else sums.add(CONTRACTION, was - is)
  }
  const [opening, expansion, contraction, churned, closing, kept] = sums.totals()
  return {
    customers,
    lost,
    opening: opening!,
    expansion: expansion!,
    contraction: contraction!,
    churned: churned!,
    closing: closing!,
    kept: kept!,
  }
}

/** `value`, or `other` where only rounding of sums of this size tells them apart: 0.1 + 0.2 is no expansion of 0.3. */
export function sameAs(other: number, value: number, size: number): number {
  return Math.abs(value - other) <= 1e-12 * size ? other : value
}
