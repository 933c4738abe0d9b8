import { scaledExponentialIntegral } from '../numerics/exponentialIntegral.ts'
import { gaussLegendre } from '../numerics/gaussLegendre.ts'
import { maximise, type Maximum, type Outcome, type Point } from '../numerics/maximumLikelihood.ts'
import { thinned, type GroupedHistories } from './purchaseHistory.ts'

/**
 * The Pareto/NBD model: a customer orders at a steady rate, which differs between customers as a gamma distribution with
 * shape r and rate alpha, and leaves for good at some unseen time, at a rate that differs as a gamma distribution with
 * shape s and rate beta. Schmittlein, Morrison and Colombo, Management Science 33(1), 1987.
 */
export interface ParetoNbd {
  r: number
  alpha: number
  s: number
  beta: number
}

/** The parameters that make the histories most likely, in their unit of time. */
export function fitParetoNbd(histories: GroupedHistories): ParetoNbd & Outcome {
  const { repeatOrders, meanAge } = histories
  const { at, value, converged, settled } = summit(histories, departuresOf())
  const [r, alpha, s, beta] = at.map(Math.exp) as unknown as [number, number, number, number]
  // A density per unit of time, once for each repeat order.
  const inTheirUnit = value - repeatOrders * Math.log(meanAge)
  return { r, alpha: alpha * meanAge, s, beta: beta * meanAge, value: inTheirUnit, converged, settled }
}

function summit(histories: GroupedHistories, departures: Departing): Maximum {
  return maximise(starts(histories, departures), (logs) => likelihood(histories, logs, departures))
}

/** Where to climb from: of many customers near the summit of a few of them, or, where these have none, on the best way up. */
function starts(histories: GroupedHistories, departures: Departing): (readonly number[])[] {
  const { repeatOrders, customers, frequency } = histories
  if (frequency.length > FEW) {
    const { converged, at, start } = summit(thinned(histories, THINNING), departures)
    return [converged ? [...at] : start]
  }
  // With few customers there may be several summits: where most leave early, where hardly any do, and between.
  const rate = Math.log(customers / repeatOrders)
  return [
    [0, rate, 0, 0],
    [0, rate, -2, -2],
    [1, 1 + rate, 1, 1],
    [-1, rate - 1, -2, 0],
  ]
}

/** So many different histories are few. */
const FEW = 2000
/** One history of so many, and the best buyer’s always. */
const THINNING = 8

/** The log-likelihood with its derivatives by the logarithms of r, alpha, s and beta. */
function likelihood(histories: GroupedHistories, logs: Float64Array, departures: Departing): Point {
  const { frequency, recency, age, counts, customers, repeatOrders, repeaters } = histories
  const [r, alpha, s, beta] = logs.map(Math.exp) as unknown as [number, number, number, number]
  const model = { r, alpha, s, beta }
  let value = -repeatOrders * logs[1]!
  const gradient = Float64Array.of(0, customers * r, 0, customers * s)
  const hessian = new Float64Array(16)
  hessian[1] = gradient[1]!
  hessian[11] = gradient[3]!
  // Γ(r + x) / Γ(r) is a product over the repeat orders: r (r + 1) … (r + x - 1).
  for (let i = 0; i < repeaters.length; i++) {
    const n = repeaters[i]!
    value += n * Math.log(r + i)
    gradient[0]! += (n * r) / (r + i)
    hessian[0]! += (n * r * i) / (r + i) ** 2
  }
  for (let i = 0; i < frequency.length; i++) {
    const n = counts[i]!
    const x = frequency[i]!
    const fates = departures(model, x, recency[i]!, age[i]!)
    const { total, slopes, bends } = overFates(fates, model, x)
    value += n * (fates.highest + Math.log(total))
    for (let a = 0; a < 4; a++) {
      const slope = slopes[a]! / total
      gradient[a]! += n * slope
      for (let b = a; b < 4; b++) {
        hessian[4 * a + b]! += n * (bends[4 * a + b]! / total - (slope * slopes[b]!) / total)
      }
    }
  }
  for (let a = 1; a < 4; a++) for (let b = 0; b < a; b++) hessian[4 * a + b] = hessian[4 * b + a]!
  return { value, gradient, hessian }
}

/**
 * How likely the fates of a customer are together, in units of e to the `highest`, with the first and second derivatives
 * by the logarithms of r, alpha, s and beta; of the second ones those right of the diagonal.
 */
function overFates(
  { count, ofAlpha, ofBeta, logs, highest }: Departures,
  { r, s }: ParetoNbd,
  x: number,
): { total: number; slopes: number[]; bends: number[] } {
  let total = 0
  let byR = 0
  let byAlpha = 0
  let byS = 0
  let byBeta = 0
  let rr = 0
  let rAlpha = 0
  let rS = 0
  let rBeta = 0
  let alphaAlpha = 0
  let alphaS = 0
  let alphaBeta = 0
  let ss = 0
  let sBeta = 0
  let betaBeta = 0
  for (let k = 0; k < count; k++) {
    const weight = Math.exp(logs[k]! - highest)
    // The first is still to be there.
    const gone = k > 0 ? 1 : 0
    const shareAlpha = ofAlpha.shares[k]!
    const shareBeta = ofBeta.shares[k]!
    const slopeR = -r * ofAlpha.logs[k]!
    const slopeAlpha = -(r + x) * shareAlpha
    const slopeS = gone - s * ofBeta.logs[k]!
    const slopeBeta = -(s + gone) * shareBeta
    total += weight
    byR += weight * slopeR
    byAlpha += weight * slopeAlpha
    byS += weight * slopeS
    byBeta += weight * slopeBeta
    rr += weight * slopeR * (slopeR + 1)
    rAlpha += weight * (slopeR * slopeAlpha - r * shareAlpha)
    rS += weight * slopeR * slopeS
    rBeta += weight * slopeR * slopeBeta
    alphaAlpha += weight * slopeAlpha * (slopeAlpha + 1 - shareAlpha)
    alphaS += weight * slopeAlpha * slopeS
    alphaBeta += weight * slopeAlpha * slopeBeta
    ss += weight * (slopeS * slopeS + slopeS - gone)
    sBeta += weight * (slopeS * slopeBeta - s * shareBeta)
    betaBeta += weight * slopeBeta * (slopeBeta + 1 - shareBeta)
  }
  const bends = [rr, rAlpha, rS, rBeta, 0, alphaAlpha, alphaS, alphaBeta, 0, 0, ss, sBeta, 0, 0, 0, betaBeta]
  return { total, slopes: [byR, byAlpha, byS, byBeta], bends }
}

/**
 * What may have become of a customer: to be there still at their age (first), or to have left at one of some times since
 * the last order. `logs` are the logarithms of how likely that makes the history, up to a factor that all share, and
 * `highest` is about the greatest of them. `ofAlpha` has the logarithms of (alpha + time) / alpha, and their inverses, the
 * shares of alpha; `ofBeta` those of beta.
 */
interface Departures {
  count: number
  ofAlpha: { logs: Float64Array; shares: Float64Array }
  ofBeta: { logs: Float64Array; shares: Float64Array }
  logs: Float64Array
  highest: number
}

type Departing = (model: ParetoNbd, frequency: number, recency: number, age: number) => Departures

/**
 * The unseen time of leaving is integrated over, by Gauss and Legendre’s rule in the logarithm of the time after the
 * smaller of alpha and beta, as far as it matters: the papers write this integral with Gauss’s 2F1, of which a heavy buyer
 * asks too much. What it gives is overwritten by the next call.
 */
function departuresOf(): Departing {
  const rules = RULES.map(({ nodes: count, change }) => {
    const { nodes, weights } = gaussLegendre(count)
    return { nodes, logWeights: weights.map(Math.log), change }
  })
  const most = RULES[RULES.length - 1]!.nodes + 1
  const near = { logs: new Float64Array(most), shares: new Float64Array(most) }
  const far = { logs: new Float64Array(most), shares: new Float64Array(most) }
  const logs = new Float64Array(most)
  return ({ r, alpha, s, beta }, frequency, recency, age) => {
    const shape = r + frequency
    const [origin, other] = alpha < beta ? [alpha, beta] : [beta, alpha]
    const powers = alpha < beta ? { near: shape - 1, far: s + 1 } : { near: s, far: shape }
    const density = (logNear: number, logFar: number): number => -powers.near * logNear - powers.far * logFar
    const timeAfter = (span: number): number => Math.min(age, recency + (origin + recency) * Math.expm1(span))
    const logFirst = logGrowth(recency, origin)
    const atFirst = density(logFirst, logGrowth(recency, other))
    const densityAfter = (span: number): number => density(logFirst + span, logGrowth(timeAfter(span), other))
    near.logs[0] = logGrowth(age, origin)
    near.shares[0] = origin / (origin + age)
    far.logs[0] = logGrowth(age, other)
    far.shares[0] = other / (other + age)
    let atLast = density(near.logs[0], far.logs[0])
    let span = logGrowth(age - recency, origin + recency)
    // The density has one summit, so that half way it is above one of the ends.
    if (atLast < atFirst - NEGLIGIBLE) {
      while (span > 0 && densityAfter(span / 2) < atFirst - NEGLIGIBLE) span /= 2
      atLast = densityAfter(span)
    }
    const change = span + Math.abs(atLast - atFirst)
    // What is no number stays none.
    const { nodes, logWeights } = rules.find((rule) => !(change > rule.change))!
    const factor = Math.log(s * span) + (alpha < beta ? Math.log(alpha) - Math.log(beta) : 0)
    const count = nodes.length + 1
    for (let k = 1; k < count; k++) {
      const further = span * nodes[k - 1]!
      const time = timeAfter(further)
      near.logs[k] = logFirst + further
      near.shares[k] = origin / (origin + time)
      far.logs[k] = logGrowth(time, other)
      far.shares[k] = other / (other + time)
      logs[k] = factor + logWeights[k - 1]! + density(near.logs[k]!, far.logs[k]!)
    }
    const [ofAlpha, ofBeta] = alpha < beta ? [near, far] : [far, near]
    logs[0] = -shape * ofAlpha.logs[0]! - s * ofBeta.logs[0]!
    return { count, ofAlpha, ofBeta, logs, highest: Math.max(logs[0], factor + atFirst) }
  }
}

/** The logarithm of (origin + time) / origin, where time is many times the origin as where it is next to nothing. */
function logGrowth(time: number, origin: number): number {
  const ratio = time / origin
  return ratio < Infinity ? Math.log1p(ratio) : Math.log(time) - Math.log(origin)
}

/** How many nodes are right to 12 digits where the logarithms of time and density change by this much, as tests show. */
const RULES = [
  { nodes: 6, change: 1 },
  { nodes: 8, change: 2 },
  { nodes: 12, change: 4 },
  { nodes: 20, change: 8 },
  { nodes: 28, change: 16 },
  { nodes: 40, change: Infinity },
]
/** A fate less likely than e^-45 of another is none. */
const NEGLIGIBLE = 45

/** The chance that each customer has not left. */
export function aliveParetoNbd(model: ParetoNbd): (frequency: number, recency: number, age: number) => number {
  const departures = departuresOf()
  return (frequency, recency, age) => {
    const { count, logs, highest } = departures(model, frequency, recency, age)
    const stayed = Math.exp(logs[0]! - highest)
    let left = 0
    for (let k = 1; k < count; k++) left += Math.exp(logs[k]! - highest)
    return stayed / (stayed + left)
  }
}

/** Orders to expect over a further time from a customer who has not left. */
export function ordersWhileAlive(
  { r, alpha, s, beta }: ParetoNbd,
  frequency: number,
  age: number,
  time: number,
): number {
  const log = Math.log1p(time / (beta + age))
  const lasting = s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1)
  return ((r + frequency) / (alpha + age)) * ((beta + age) * lasting)
}

/**
 * All orders to come from a customer who has not left, each discounted from its time at a continuous rate. Without a
 * discount they have an end only where s is above 1: Infinity where they have none. The paper has it with Tricomi’s
 * function U; Fader, Hardie and Lee, Journal of Marketing Research 42(4), 2005, equation 2.
 */
export function discountedWhileAlive(
  { r, alpha, s, beta }: ParetoNbd,
  rate: number,
): (frequency: number, age: number) => number {
  const lasting = (span: number): number => {
    if (rate === 0) return s > 1 ? 1 / (s - 1) : Infinity
    return scaledExponentialIntegral(s, rate * span)
  }
  // Many customers have the same age.
  const known = new Map<number, number>()
  return (frequency, age) => {
    let time = known.get(age)
    if (time === undefined) known.set(age, (time = (beta + age) * lasting(beta + age)))
    return ((r + frequency) / (alpha + age)) * time
  }
}
