import { Z95 } from '../inference/normal.ts'
import { varianceAt } from '../numerics/maximumLikelihood.ts'
import { distinctRows, pickRows, spreadRows } from '../distinctRows.ts'
import { sum } from '../sum.ts'
import {
  aliveBetaGeometricNbd,
  curvatureBetaGeometricNbd,
  whileAlive,
  type BetaGeometricNbd,
} from './betaGeometricNbd.ts'
import { futureOrders } from './futureOrders.ts'
import { amountsAfter, curvatureGammaGamma, expectedSpend } from './gammaGamma.ts'
import { meanSquare, moneyLimits } from './moneyLimits.ts'
import { groupHistories, type Histories } from './purchaseHistory.ts'
import type { Spending } from './spending.ts'

/** Customers, and the models that were learnt from them. */
export interface Learnt {
  histories: Histories
  meanSpend: Float64Array
  orderModel: BetaGeometricNbd
  spending: Spending
}

/** Limits between which what comes lies 19 times of 20. NaN where they cannot be told. */
export interface ValueLimits {
  low: Float64Array
  high: Float64Array
  total: { low: number; high: number }
}

/**
 * Limits of what the orders of each customer, and those of all, will come to within a time; `discount` is what a unit of a
 * customer’s money counts. Those of a customer say what may happen if the models are right; those of all also count in
 * that these are estimates. The total is taken for log-normal: it is never below 0, and the estimates are of logarithms.
 */
export function valueLimits(learnt: Learnt, time: number, discount: Float64Array): ValueLimits {
  const { low, high, mean, variance } = outlooks(learnt, time)
  const total = sum(mean.map((value, i) => value * discount[i]!))
  const byChance = sum(variance.map((value, i) => value * discount[i]! ** 2))
  const squared = Math.log1p((byChance + estimateVariance(learnt, time, discount)) / total ** 2)
  const limit = (z: number): number =>
    squared < Infinity ? total * Math.exp(z * Math.sqrt(squared) - squared / 2) : NaN
  return {
    low: low.map((value, i) => value * discount[i]!),
    high: high.map((value, i) => value * discount[i]!),
    total: { low: limit(-Z95), high: limit(Z95) },
  }
}

/** What the orders of each customer may come to. The variance is Infinity where it has no end. */
interface Outlooks {
  low: Float64Array
  high: Float64Array
  mean: Float64Array
  variance: Float64Array
}

function outlooks({ histories, meanSpend, orderModel, spending }: Learnt, time: number): Outlooks {
  const { frequency, recency, age } = histories
  // Customers with the same orders, whom it takes a while to count out, follow each other.
  const distinct = distinctRows(frequency, age, recency, meanSpend)
  const x = pickRows(frequency, distinct)
  const last = pickRows(recency, distinct)
  const now = pickRows(age, distinct)
  const spend = pickRows(meanSpend, distinct)
  const low = new Float64Array(x.length).fill(NaN)
  const found: Outlooks = { low, high: low.slice(), mean: low.slice(), variance: low.slice() }
  let future: Future | undefined
  for (let i = 0; i < x.length; i++) {
    if (i === 0 || x[i] !== x[i - 1] || now[i] !== now[i - 1]) future = futureOf(orderModel, x[i]!, now[i]!, time)
    const amount = spending.perOrder(x[i]!, spend[i]!)
    if (!future || Number.isNaN(amount)) continue
    const alive = aliveBetaGeometricNbd(orderModel, x[i]!, last[i]!, now[i]!)
    const amounts = spending.model ? amountsAfter(spending.model, x[i]!, spend[i]!) : amount
    const limits = moneyLimits(alive, future.chances, amounts)
    found.low[i] = limits.low
    found.high[i] = limits.high
    found.mean[i] = alive * future.orders * amount
    found.variance[i] = alive * meanSquare(future.orders, future.squared, amounts) - found.mean[i]! ** 2
  }
  const spread = (values: Float64Array): Float64Array => spreadRows(values, distinct)
  return {
    low: spread(found.low),
    high: spread(found.high),
    mean: spread(found.mean),
    variance: spread(found.variance),
  }
}

/** The orders of a customer who has not left: the chances of 1, 2, 3 … or more, their mean and mean square. */
interface Future {
  chances: number[]
  orders: number
  squared: number
}

function futureOf(model: BetaGeometricNbd, frequency: number, age: number, time: number): Future | undefined {
  const chances = futureOrders(model, frequency, age, time)
  if (!chances) return undefined
  return { chances, orders: sum(chances), squared: sum(chances.map((chance, i) => (2 * i + 1) * chance)) }
}

/** The variance of the total that is due to the models’ parameters being estimates, by the delta method. */
function estimateVariance(
  { histories, meanSpend, orderModel, spending }: Learnt,
  time: number,
  discount: Float64Array,
) {
  const { frequency, recency, age } = histories
  const ordersOf = (model: BetaGeometricNbd): Float64Array => {
    const orders = whileAlive(model, frequency, age, { times: [time], weights: [1] })
    const alive = (i: number): number => aliveBetaGeometricNbd(model, frequency[i]!, recency[i]!, age[i]!)
    return orders.map((count, i) => discount[i]! * alive(i) * count)
  }
  const spend = frequency.map((count, i) => spending.perOrder(count, meanSpend[i]!))
  const byOrders = slopes(orderModel, ['r', 'alpha', 'a', 'b'], (model) =>
    sum(ordersOf(model).map((count, i) => count * spend[i]!)),
  )
  const ofOrders = varianceAt(byOrders, curvatureBetaGeometricNbd(orderModel, groupHistories(histories))) ?? NaN
  if (!spending.model) return ofOrders
  const orders = ordersOf(orderModel)
  const bySpend = slopes(spending.model, ['p', 'q', 'gamma'], (model) =>
    sum(orders.map((count, i) => count * expectedSpend(model, frequency[i]!, meanSpend[i]!))),
  )
  return ofOrders + (varianceAt(bySpend, curvatureGammaGamma(spending.model, frequency, meanSpend)) ?? NaN)
}

/** How much a quantity grows with the logarithm of each parameter. */
function slopes<K extends string>(
  model: Readonly<Record<K, number>>,
  names: readonly K[],
  quantity: (model: Record<K, number>) => number,
): Float64Array {
  const moved = (name: K, by: number): number => quantity({ ...model, [name]: model[name] * Math.exp(by) })
  return Float64Array.from(names, (name) => (moved(name, STEP) - moved(name, -STEP)) / (2 * STEP))
}

/** Small enough that a curve is a line to six digits, and large enough that a difference has ten. */
const STEP = 1e-3
