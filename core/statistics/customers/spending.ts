import { CellError } from '../../cell.ts'
import { rowsWhere, valuesAt } from '../picking.ts'
import { sum } from '../sum.ts'
import { expectedSpend, fitGammaGamma, type GammaGamma } from './gammaGamma.ts'

/** What an order of each customer will come to, as far as the repeat orders of all tell. */
export interface Spending {
  /** NaN where it cannot be known. */
  perOrder(frequency: number, meanSpend: number): number
  /** Why it is not known of all, or what everybody spends; "" where customers differ as the gamma-gamma model has it. */
  remark: string
  /** The model, where there is one. */
  model: GammaGamma | null
}

/** Never fails: where no model of spend fits, nothing is known of it, and the remark says why. */
export function learnSpending(frequency: Float64Array, meanSpend: Float64Array): Spending {
  const known = rowsWhere(frequency.length, (row) => frequency[row]! > 0 && meanSpend[row]! > 0)
  let why = `no model of spend fits the ${known.length} customers who ordered again`
  try {
    const model = fitGammaGamma(frequency, meanSpend)
    if (model.settled) {
      const remark = model.q > 1 ? '' : `with q at ${model.q}, not above 1, the mean spend of all customers has no end`
      return { perOrder: (count, mean) => expectedSpend(model, count, mean), remark, model }
    }
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    why = `a model of spend ${error.message}`
  }
  const means = valuesAt(meanSpend, known)
  const spread = spreadOf(means)
  if (!(spread < ALIKE)) return { perOrder: () => NaN, remark: why, model: null }
  const orders = valuesAt(frequency, known)
  const mean = sum(means.map((own, i) => own * orders[i]!)) / sum(orders)
  const isOne = spread < ROUNDING
  const same = isOne ? Number(mean.toPrecision(12)) : mean
  const amount = isOne ? same : `about ${Number(same.toPrecision(4))}`
  return {
    perOrder: () => same,
    remark: `all ${known.length} customers who ordered again spend ${amount} per order`,
    model: null,
  }
}

/** Where the means of customers differ by less than this share they vary too little for a model, which has no best fit. */
const ALIKE = 0.05
const ROUNDING = 1e-9

/** By which share of the largest amount the smallest one is less; NaN for fewer than two. */
function spreadOf(amounts: Float64Array): number {
  if (amounts.length < 2) return NaN
  let [least, most] = [Infinity, 0]
  for (const amount of amounts) [least, most] = [Math.min(least, amount), Math.max(most, amount)]
  return 1 - least / most
}
