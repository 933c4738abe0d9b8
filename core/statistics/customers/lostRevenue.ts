import { CellError } from '../../cell.ts'

/** Recurring revenue lost in a period: what customers who left had paid, and what others pay less. At most all of it. */
export function lostRevenue(startMrr: number, contractionMrr: number, churnedMrr: number): number {
  const lost = contractionMrr + churnedMrr
  // 0.1 + 0.2 of 0.3 is all of it: rounding of the sum is no loss.
  if (lost <= startMrr * (1 + 1e-12)) return Math.min(lost, startMrr)
  const what =
    contractionMrr === 0
      ? `churned_mrr is ${churnedMrr}`
      : churnedMrr === 0
        ? `contraction_mrr is ${contractionMrr}`
        : `contraction_mrr and churned_mrr together are ${lost}`
  throw new CellError('#VALUE!', `${what}, more than start_mrr (${startMrr})`)
}
