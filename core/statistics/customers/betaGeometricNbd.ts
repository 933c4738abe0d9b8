import { betaMean } from '../numerics/betaMean.ts'
import { chebyshev } from '../numerics/chebyshev.ts'
import { distinctRows, pickRows, spreadRows } from '../distinctRows.ts'
import { maximise, type Outcome, type Point } from '../numerics/maximumLikelihood.ts'
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

/** How fast the likelihood falls off around the best parameters: its second derivatives by their logarithms. */
export function curvatureBetaGeometricNbd(
  { r, alpha, a, b }: BetaGeometricNbd,
  histories: GroupedHistories,
): Float64Array {
  return likelihood(histories, Float64Array.of(r, alpha / histories.meanAge, a, b).map(Math.log)).hessian
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

/** Times ahead, rising, in the unit of the model, and how much the orders until each of them count. */
export interface Ahead {
  times: readonly number[]
  weights: readonly number[]
}

/**
 * The orders to expect from each customer who has not left, until all the times ahead together. They depend on frequency
 * and age alone.
 */
export function whileAlive(
  model: BetaGeometricNbd,
  frequency: Float64Array,
  age: Float64Array,
  { times, weights }: Ahead,
): Float64Array {
  const distinct = distinctRows(frequency, age)
  const x = pickRows(frequency, distinct)
  const logAges = pickRows(age, distinct).map((time) => Math.log(model.alpha + time))
  const logTimes = times.map(Math.log)
  const values = new Float64Array(x.length)
  for (let from = 0, to = 0; from < x.length; from = to) {
    while (x[to] === x[from]) to++
    const lowest = logTimes[0]! - logAges[to - 1]!
    const highest = logTimes[logTimes.length - 1]! - logAges[from]!
    const exact = ordersOver(model, x[from]!)
    const isWorthIt = (to - from) * times.length > NODES * (highest - lowest + 2)
    const orders = isWorthIt ? interpolated(exact) : exact
    for (let i = from; i < to; i++) {
      for (let k = 0; k < times.length; k++) values[i]! += weights[k]! * orders(logTimes[k]! - logAges[i]!)
    }
  }
  return spreadRows(values, distinct)
}

/**
 * The orders of a customer with x repeat orders, by the logarithm of the ratio of the time ahead to alpha + age: the mean
 * over the chance p to leave of (1 - (1 + p ratio)^-(r + x)) / p, which the paper writes with Gauss’s 2F1 (the numerator
 * of equation 10).
 */
function ordersOver({ r, a, b }: BetaGeometricNbd, x: number): (logRatio: number) => number {
  const mean = betaMean(a, b + x)
  const shape = r + x
  return (logRatio) => {
    const ratio = Math.exp(logRatio)
    return mean((p) => -Math.expm1(-shape * Math.log1p(p * ratio)) / p)
  }
}

/**
 * The same from a few values on each stretch where the ratio grows by a factor of e. As a function of the ratio it is a
 * Bernstein function, so that its logarithm is analytic as far as π / 2 to either side of the logarithm of the ratio.
 */
function interpolated(orders: (logRatio: number) => number): (logRatio: number) => number {
  const stretches = new Map<number, (logRatio: number) => number>()
  return (logRatio) => {
    const from = Math.floor(logRatio)
    let stretch = stretches.get(from)
    if (!stretch) {
      // Orders too few for a number have a logarithm all the same.
      const logOrders = (log: number): number => Math.log(Math.max(Number.MIN_VALUE, orders(log)))
      stretches.set(from, (stretch = chebyshev(logOrders, from, from + 1, NODES)))
    }
    return Math.exp(stretch(logRatio))
  }
}

/** On a stretch each of them makes the error 6.4 times smaller: the sum of the axes of the ellipse that fits in π / 2. */
const NODES = 18
