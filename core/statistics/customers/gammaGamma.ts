import gammaln from '@stdlib/math-base-special-gammaln'
import { CellError } from '../../cell.ts'
import { digamma } from '../numerics/digamma.ts'
import { distinctRows, pickRows } from '../distinctRows.ts'
import { maximise, type Outcome, type Point } from '../numerics/maximumLikelihood.ts'
import { rowsWhere, valuesAt } from '../picking.ts'
import { sum } from '../sum.ts'

/**
 * The gamma-gamma model of spend: the amounts of a customer’s orders vary around a mean of their own with gamma shape p;
 * one over the scale of these amounts differs between customers as a gamma distribution with shape q and rate gamma.
 * How often a customer orders tells nothing about how much. Fader and Hardie, “The Gamma-Gamma Model of Monetary
 * Value”, 2013.
 */
export interface GammaGamma {
  p: number
  q: number
  gamma: number
}

/**
 * The amounts of one customer after their repeat orders: of gamma shape p, and of a scale that is `scale` over a gamma
 * variate of this `shape`.
 */
export interface GammaAmounts {
  p: number
  shape: number
  scale: number
}

/** Customers with repeat orders, equal ones counted together, by rising number of orders; means in units of their mean. */
interface Spends {
  frequency: Float64Array
  mean: Float64Array
  counts: Int32Array
}

/**
 * The parameters that make the mean amounts of repeat orders most likely. Customers without repeat orders, or with a mean
 * of 0 or less, are left out. Fails with a sentence where there is nothing to learn from.
 */
export function fitGammaGamma(frequency: Float64Array, meanSpend: Float64Array): GammaGamma & Outcome {
  const { spends, unit, customers } = repeatSpends(frequency, meanSpend)
  const { at, value, converged, settled } = maximise([[Math.log(2), Math.log(3), 0]], (logs) =>
    likelihood(spends, logs),
  )
  const [p, q, gamma] = at.map(Math.exp) as unknown as [number, number, number]
  // A density per unit of money, once for each customer.
  return { p, q, gamma: gamma * unit, value: value - customers * Math.log(unit), converged, settled }
}

/** How fast the likelihood falls off around the best parameters: its second derivatives by their logarithms. */
export function curvatureGammaGamma(
  { p, q, gamma }: GammaGamma,
  frequency: Float64Array,
  meanSpend: Float64Array,
): Float64Array {
  const { spends, unit } = repeatSpends(frequency, meanSpend)
  return likelihood(spends, Float64Array.of(p, q, gamma / unit).map(Math.log)).hessian
}

/** Fails with a sentence where there is nothing to learn from. */
function repeatSpends(
  frequency: Float64Array,
  meanSpend: Float64Array,
): { spends: Spends; unit: number; customers: number } {
  const known = rowsWhere(frequency.length, (i) => frequency[i]! > 0 && meanSpend[i]! > 0)
  if (known.length < 2) {
    const problem = `needs 2 customers whose repeat orders came to more than 0, has ${known.length}`
    throw new CellError('#N/A', problem)
  }
  const orders = valuesAt(frequency, known)
  const amounts = valuesAt(meanSpend, known)
  const distinct = distinctRows(orders, amounts)
  const { counts } = distinct
  const sorted = pickRows(amounts, distinct)
  const unit = sum(sorted.map((amount, i) => amount * counts[i]!)) / known.length
  if (sorted.every((amount) => amount === sorted[0])) {
    throw new CellError(
      '#N/A',
      `needs customers who differ, the mean spend of all ${known.length} who ordered again is ${sorted[0]}`,
    )
  }
  const spends = { frequency: pickRows(orders, distinct), mean: sorted.map((amount) => amount / unit), counts }
  return { spends, unit, customers: known.length }
}

/** The log-likelihood (equation 1a of the note) with its derivatives by the logarithms of p, q and gamma. */
function likelihood({ frequency, mean, counts }: Spends, logs: Float64Array): Point {
  const [p, q, gamma] = logs.map(Math.exp) as unknown as [number, number, number]
  const logGamma = logs[2]!
  const ofQ = digamma(q)
  const gammaOfQ = gammaln(q)
  let value = 0
  let byP = 0
  let byQ = 0
  let byGamma = 0
  let pp = 0
  let pq = 0
  let pGamma = 0
  let qq = 0
  let qGamma = 0
  let gammaGamma = 0
  let x = NaN
  let constant = 0
  let constantByP = 0
  let constantByQ = 0
  let constantPP = 0
  let constantPQ = 0
  let constantQQ = 0
  for (let i = 0; i < frequency.length; i++) {
    if (frequency[i] !== x) {
      x = frequency[i]!
      const both = digamma(p * x + q)
      const ofPX = digamma(p * x)
      constant = gammaln(p * x + q) - gammaln(p * x) - gammaOfQ + q * logGamma + p * x * Math.log(x)
      constantByP = x * (both.first - ofPX.first + Math.log(x))
      constantByQ = both.first - ofQ.first + logGamma
      constantPP = x * x * (both.second - ofPX.second)
      constantPQ = x * both.second
      constantQQ = both.second - ofQ.second
    }
    const n = counts[i]!
    const z = mean[i]!
    const all = gamma + x * z
    const logAll = Math.log(all)
    const logZ = Math.log(z)
    const power = p * x + q
    const share = gamma / all
    value += n * (constant + (p * x - 1) * logZ - power * logAll)
    const first = p * (constantByP + x * (logZ - logAll))
    byP += n * first
    pp += n * (first + p * p * constantPP)
    const second = q * (constantByQ - logAll)
    byQ += n * second
    qq += n * (second + q * q * constantQQ)
    pq += n * p * q * constantPQ
    byGamma += n * (q - power * share)
    pGamma -= n * p * x * share
    qGamma += n * q * (1 - share)
    gammaGamma -= n * power * share * (1 - share)
  }
  return {
    value,
    gradient: Float64Array.of(byP, byQ, byGamma),
    hessian: Float64Array.of(...[pp, pq, pGamma], ...[pq, qq, qGamma], ...[pGamma, qGamma, gammaGamma]),
  }
}

/**
 * The mean spend per order to expect from a customer, between that of all customers and that of the customer’s own
 * repeat orders (equation 5 of the note). NaN where it is without end, which is for q of 1 or less and few orders.
 */
export function expectedSpend({ p, q, gamma }: GammaGamma, frequency: number, meanSpend: number): number {
  // Amounts and parameters of any size: what is near the largest number is not multiplied.
  const all = frequency + (q - 1) / p
  const own = frequency === 0 ? 0 : Math.max(0, meanSpend) * (frequency / all)
  return all > 0 ? gamma / all + own : NaN
}

/** The share that a customer’s own mean has in what is expected of them; the rest is the mean of all. */
export function ownShare({ p, q }: GammaGamma, frequency: number): number {
  return q > 1 ? frequency / (frequency + (q - 1) / p) : 1
}

/** What is known of the amounts of a customer with these repeat orders. */
export function amountsAfter({ p, q, gamma }: GammaGamma, frequency: number, meanSpend: number): GammaAmounts {
  return { p, shape: q + p * frequency, scale: gamma + (frequency === 0 ? 0 : frequency * Math.max(0, meanSpend)) }
}
