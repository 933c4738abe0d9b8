import { betaMean } from './betaMean.ts'
import { distinctRows, pickRows, spreadRows } from './distinctRows.ts'
import { maximise, type Outcome, type Point } from './maximumLikelihood.ts'
import type { GroupedHistories } from './purchaseHistory.ts'

/**
 * The BG/NBD model: a customer orders at a steady rate, which differs between customers as a gamma distribution with
 * shape r and rate alpha, and after each order may leave for good, with a probability that differs as a beta
 * distribution with parameters a and b. Fader, Hardie and Lee, Marketing Science 24(2), 2005.
 */
export interface BetaGeometricNbd {
  r: number
  alpha: number
  a: number
  b: number
}

/** The parameters that make the histories most likely, in their unit of time. */
export function fitBetaGeometricNbd(histories: GroupedHistories): BetaGeometricNbd & Outcome {
  const { repeatOrders, customers, meanAge } = histories
  const start = [0, Math.log(customers / repeatOrders), 0, Math.log(3)]
  const { at, value, converged, settled } = maximise([start], (logs) => likelihood(histories, logs))
  const [r, alpha, a, b] = at.map(Math.exp) as unknown as [number, number, number, number]
  // A density per unit of time, once for each repeat order.
  return { r, alpha: alpha * meanAge, a, b, value: value - repeatOrders * Math.log(meanAge), converged, settled }
}

/** The log-likelihood (equation 6 of the paper) with its derivatives by the logarithms of r, alpha, a and b. */
function likelihood(histories: GroupedHistories, logs: Float64Array): Point {
  const { frequency, recency, age, counts, repeaters } = histories
  const [r, alpha, a, b] = logs.map(Math.exp) as unknown as [number, number, number, number]
  // Ratios of gamma and beta functions are products over the repeat orders: r (r + 1) … (r + x - 1), and so on.
  // And alpha^r / (alpha + t)^r is (1 + t / alpha)^-r, which stays exact where all customers are alike and r without end.
  let value = 0
  let byR = 0
  let byAlpha = 0
  let byA = 0
  let byB = 0
  let rr = 0
  let rAlpha = 0
  let alphaAlpha = 0
  let rA = 0
  let rB = 0
  let alphaA = 0
  let alphaB = 0
  let aa = 0
  let ab = 0
  let bb = 0
  for (let i = 0; i < repeaters.length; i++) {
    const n = repeaters[i]!
    const shareA = a / (a + b + i)
    const shareB = b / (a + b + i)
    value += n * (Math.log(r + i) + Math.log((b + i) / (a + b + i)))
    byR += (n * r) / (r + i)
    rr += (n * r * i) / (r + i) ** 2
    byA -= n * shareA
    byB += n * (b / (b + i) - shareB)
    aa -= n * shareA * (1 - shareA)
    ab += n * shareA * shareB
    bb += n * ((b * i) / (b + i) ** 2 - shareB * (1 - shareB))
  }
  for (let i = 0; i < frequency.length; i++) {
    const n = counts[i]!
    const x = frequency[i]!
    // Still a customer, with weight 1 - p; or gone after the last order, with weight p.
    const stayed = alpha + age[i]!
    const hereByR = -r * Math.log1p(age[i]! / alpha)
    const here = hereByR - x * Math.log(stayed)
    const hereByAlpha = (r * age[i]! - x * alpha) / stayed
    const hereAlphaAlpha = (-(r + x) * alpha * age[i]!) / stayed ** 2
    if (x === 0) {
      value += n * here
      byR += n * hereByR
      byAlpha += n * hereByAlpha
      rr += n * hereByR
      rAlpha += (n * r * age[i]!) / stayed
      alphaAlpha += n * hereAlphaAlpha
      continue
    }
    const left = alpha + recency[i]!
    const goneByR = -r * Math.log1p(recency[i]! / alpha)
    const gone = logs[2]! - Math.log(b + x - 1) + goneByR - x * Math.log(left)
    const goneByAlpha = (r * recency[i]! - x * alpha) / left
    const goneAlphaAlpha = (-(r + x) * alpha * recency[i]!) / left ** 2
    const goneByB = -b / (b + x - 1)
    const p = 1 / (1 + Math.exp(here - gone))
    value += n * (gone > here ? gone - Math.log(p) : here - Math.log1p(-p))
    const deltaR = goneByR - hereByR
    const deltaAlpha = goneByAlpha - hereByAlpha
    byR += n * (hereByR + p * deltaR)
    byAlpha += n * (hereByAlpha + p * deltaAlpha)
    byA += n * p
    byB += n * p * goneByB
    const spread = n * p * (1 - p)
    rr += n * (hereByR + p * deltaR) + spread * deltaR * deltaR
    rAlpha += spread * deltaR * deltaAlpha + n * r * (((1 - p) * age[i]!) / stayed + (p * recency[i]!) / left)
    alphaAlpha += n * ((1 - p) * hereAlphaAlpha + p * goneAlphaAlpha) + spread * deltaAlpha * deltaAlpha
    rA += spread * deltaR
    rB += spread * deltaR * goneByB
    alphaA += spread * deltaAlpha
    alphaB += spread * deltaAlpha * goneByB
    aa += spread
    ab += spread * goneByB
    bb += (n * p * goneByB * (x - 1)) / (b + x - 1) + spread * goneByB * goneByB
  }
  return {
    value,
    gradient: Float64Array.of(byR, byAlpha, byA, byB),
    hessian: Float64Array.of(
      ...[rr, rAlpha, rA, rB],
      ...[rAlpha, alphaAlpha, alphaA, alphaB],
      ...[rA, alphaA, aa, ab],
      ...[rB, alphaB, ab, bb],
    ),
  }
}

/** The chance that a customer with this history has not left (equation 7 of “Computing P(alive)” by the same authors). */
export function aliveBetaGeometricNbd(
  { r, alpha, a, b }: BetaGeometricNbd,
  frequency: number,
  recency: number,
  age: number,
): number {
  if (frequency === 0) return 1
  const power = (r + frequency) * Math.log((alpha + age) / (alpha + recency))
  return 1 / (1 + (a / (b + frequency - 1)) * Math.exp(power))
}

/** Orders over a further time from now on, in the unit of the model. */
export type OrdersOver = (time: number) => number

/**
 * What `of` makes of the orders to expect from each customer who has not left, which depend on frequency and age alone:
 * the mean over the chance p to leave of (1 - (1 + p t / (alpha + age))^-(r + x)) / p, which the paper writes with
 * Gauss’s 2F1 (the numerator of equation 10).
 */
export function whileAlive(
  { r, alpha, a, b }: BetaGeometricNbd,
  frequency: Float64Array,
  age: Float64Array,
  of: (orders: OrdersOver) => number,
): Float64Array {
  const distinct = distinctRows(frequency, age)
  const ages = pickRows(age, distinct)
  let x = NaN
  let mean = betaMean(a, b)
  const values = pickRows(frequency, distinct).map((count, i) => {
    if (count !== x) mean = betaMean(a, b + count)
    x = count
    return of((time) => {
      const ratio = time / (alpha + ages[i]!)
      const shape = r + count
      return mean((p) => -Math.expm1(-shape * Math.log1p(p * ratio)) / p)
    })
  })
  return spreadRows(values, distinct)
}
