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

/** `value`, or `other` where only rounding of sums of this size tells them apart: 0.1 + 0.2 is no expansion of 0.3. */
export function sameAs(other: number, value: number, size: number): number {
  return Math.abs(value - other) <= 1e-12 * size ? other : value
}
