import { CellError } from '../../cell.ts'
import { rowsWhere, valuesAt } from '../picking.ts'
import { sum } from '../sum.ts'
import { expectedSpend, fitGammaGamma, ownShare, type GammaGamma } from './gammaGamma.ts'

/** What an order of each customer will come to, as far as the repeat orders of all tell. */
export interface Spending {
  /** NaN where it cannot be known. */
  perOrder(frequency: number, meanSpend: number): number
  /** Why it is not known of all, or what everybody spends; "" where customers differ as the gamma-gamma model has it. */
  remark: string
  /** The model, where there is one. */
  model: GammaGamma | null
  /** Whether the same is expected of everybody. */
  isAlike: boolean
}

/** Never fails: where no model of spend fits, nothing is known of it, and the remark says why. */
export function learnSpending(frequency: Float64Array, meanSpend: Float64Array): Spending {
  const known = rowsWhere(frequency.length, (row) => frequency[row]! > 0 && meanSpend[row]! > 0)
  let why = `no model of spend fits the ${known.length} customers who ordered again`
  try {
    const model = fitGammaGamma(frequency, meanSpend)
    if (model.settled) {
      const perOrder = (count: number, mean: number): number => expectedSpend(model, count, mean)
      const most = known.reduce((most, row) => Math.max(most, frequency[row]!), 0)
      const isAlike = ownShare(model, most) < NEXT_TO_NOTHING
      return { perOrder, remark: isAlike ? NO_DIFFERENCE : endless(model), model, isAlike }
    }
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    why = `a model of spend ${error.message}`
  }
  const means = valuesAt(meanSpend, known)
  const spread = spreadOf(means)
  if (!(spread < ALIKE)) return { perOrder: () => NaN, remark: why, model: null, isAlike: false }
  const orders = valuesAt(frequency, known)
  const mean = sum(means.map((own, i) => own * orders[i]!)) / sum(orders)
  const isOne = spread < ROUNDING
  const same = isOne ? Number(mean.toPrecision(12)) : mean
  const amount = isOne ? same : `about ${Number(same.toPrecision(4))}`
  return {
    perOrder: () => same,
    remark: `all ${known.length} customers who ordered again spend ${amount} per order`,
    model: null,
    isAlike: true,
  }
}

function endless({ q }: GammaGamma): string {
  return q > 1 ? '' : `with q at ${q}, not above 1, the mean spend of all customers has no end`
}

/** A customer’s own orders then count for less than this beside the mean of all. */
const NEXT_TO_NOTHING = 0.001
const NO_DIFFERENCE =
  'the orders of one customer differ as much as those of several, so that nobody is known to spend more than others'

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
