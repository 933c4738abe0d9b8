import { gaussLegendre } from './gaussLegendre.ts'
import { maximise, type Maximum, type Point } from './maximumLikelihood.ts'
import type { GroupedHistories } from './purchaseHistory.ts'

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
export function fitParetoNbd(histories: GroupedHistories): ParetoNbd & Omit<Maximum, 'at'> {
  const { frequency, repeatOrders, customers, meanAge } = histories
  const departures = departuresOf()
  // With few customers there may be several summits: where most leave early, where hardly any do, and between.
  const rate = Math.log(customers / repeatOrders)
  const starts = [
    [0, rate, 0, 0],
    [0, rate, -2, -2],
    [1, 1 + rate, 1, 1],
    [-1, rate - 1, -2, 0],
  ]
  const { at, value, ...end } = maximise(starts.slice(0, frequency.length > FEW ? 2 : 4), (logs) =>
    likelihood(histories, logs, departures),
  )
  const [r, alpha, s, beta] = at.map(Math.exp) as unknown as [number, number, number, number]
  // A density per unit of time, once for each repeat order.
  const inTheirUnit = value - repeatOrders * Math.log(meanAge)
  return { r, alpha: alpha * meanAge, s, beta: beta * meanAge, value: inTheirUnit, ...end }
}

/** So many different histories are few. */
const FEW = 2000

/** The log-likelihood with its derivatives by the logarithms of r, alpha, s and beta. */
function likelihood(
  histories: GroupedHistories,
  logs: Float64Array,
  departures: ReturnType<typeof departuresOf>,
): Point {
  const { frequency, recency, age, counts, customers, repeaters } = histories
  const [r, alpha, s, beta] = logs.map(Math.exp) as unknown as [number, number, number, number]
  const model = { r, alpha, s, beta }
  let value = customers * (r * logs[1]! + s * logs[3]!)
  const gradient = Float64Array.of(customers * r * logs[1]!, customers * r, customers * s * logs[3]!, customers * s)
  const hessian = new Float64Array(16)
  hessian[0] = gradient[0]!
  hessian[1] = gradient[1]!
  hessian[10] = gradient[2]!
  hessian[11] = gradient[3]!
  // Γ(r + x) / Γ(r) is a product over the repeat orders: r (r + 1) … (r + x - 1).
  for (let i = 0; i < repeaters.length; i++) {
    const n = repeaters[i]!
    value += n * Math.log(r + i)
    gradient[0]! += (n * r) / (r + i)
    hessian[0]! += (n * r * i) / (r + i) ** 2
  }
  const mean = new Float64Array(4)
  const slope = new Float64Array(4)
  const own = new Float64Array(16)
  for (let i = 0; i < frequency.length; i++) {
    const n = counts[i]!
    const x = frequency[i]!
    const { count, times, logAlpha, logBeta, logs: chances, highest } = departures(model, x, recency[i]!, age[i]!)
    let total = 0
    mean.fill(0)
    own.fill(0)
    // The possible fates of the customer, each with its weight: the first is still to be there.
    for (let k = 0; k < count; k++) {
      const weight = Math.exp(chances[k]! - highest)
      const gone = k > 0 ? 1 : 0
      const shareAlpha = alpha / (alpha + times[k]!)
      const shareBeta = beta / (beta + times[k]!)
      slope[0] = -r * logAlpha[k]!
      slope[1] = -(r + x) * shareAlpha
      slope[2] = gone - s * logBeta[k]!
      slope[3] = -(s + gone) * shareBeta
      total += weight
      for (let a = 0; a < 4; a++) {
        mean[a]! += weight * slope[a]!
        for (let b = a; b < 4; b++) own[4 * a + b]! += weight * slope[a]! * slope[b]!
      }
      own[0]! += weight * slope[0]
      own[1]! -= weight * r * shareAlpha
      own[5]! += weight * slope[1] * (1 - shareAlpha)
      own[10]! -= weight * s * logBeta[k]!
      own[11]! -= weight * s * shareBeta
      own[15]! += weight * slope[3] * (1 - shareBeta)
    }
    value += n * (highest + Math.log(total))
    for (let a = 0; a < 4; a++) {
      gradient[a]! += (n * mean[a]!) / total
      for (let b = a; b < 4; b++) {
        hessian[4 * a + b]! += n * (own[4 * a + b]! / total - (mean[a]! / total) * (mean[b]! / total))
      }
    }
  }
  for (let a = 1; a < 4; a++) for (let b = 0; b < a; b++) hessian[4 * a + b] = hessian[4 * b + a]!
  return { value, gradient, hessian }
}

/**
 * What may have become of a customer: to be there still at their age (first), or to have left at one of these times
 * since the last order. `logs` are the logarithms of how likely that makes the history, up to a factor that all share,
 * and `highest` is about the greatest of them. `logAlpha` and `logBeta` are those of the times after alpha and beta.
 */
interface Departures {
  count: number
  times: Float64Array
  logAlpha: Float64Array
  logBeta: Float64Array
  logs: Float64Array
  highest: number
}

/**
 * The unseen time of leaving is integrated over, by Gauss and Legendre’s rule in the logarithm of the time, as far as it
 * matters: the papers write this integral with Gauss’s 2F1, of which a heavy buyer asks too much. What it gives is
 * overwritten by the next call.
 */
function departuresOf(): (model: ParetoNbd, frequency: number, recency: number, age: number) => Departures {
  const rules = RULES.map(({ nodes, change }) => ({ ...gaussLegendre(nodes), change }))
  const most = RULES[RULES.length - 1]!.nodes + 1
  const found: Departures = {
    count: 0,
    times: new Float64Array(most),
    logAlpha: new Float64Array(most),
    logBeta: new Float64Array(most),
    logs: new Float64Array(most),
    highest: 0,
  }
  const { times, logAlpha, logBeta, logs } = found
  return ({ r, alpha, s, beta }, frequency, recency, age) => {
    const shape = r + frequency
    const origin = Math.min(alpha, beta)
    const first = origin + recency
    const density = (time: number): number =>
      Math.log(origin + time) - shape * Math.log(alpha + time) - (s + 1) * Math.log(beta + time)
    const atFirst = density(recency)
    let span = Math.log((origin + age) / first)
    while (span > 0 && density(first * Math.exp(span / 2) - origin) < atFirst - NEGLIGIBLE) span /= 2
    const change = span + Math.abs(density(first * Math.exp(span) - origin) - atFirst)
    const { nodes, weights } = rules.find((rule) => change <= rule.change)!
    times[0] = age
    logAlpha[0] = Math.log(alpha + age)
    logBeta[0] = Math.log(beta + age)
    logs[0] = -shape * logAlpha[0] - s * logBeta[0]
    const factor = Math.log(s * span)
    for (let k = 1; k <= nodes.length; k++) {
      // Rounding does not lead back before the last order.
      times[k] = Math.max(recency, first * Math.exp(span * nodes[k - 1]!) - origin)
      logAlpha[k] = Math.log(alpha + times[k]!)
      logBeta[k] = Math.log(beta + times[k]!)
      const log = alpha < beta ? logAlpha[k]! : logBeta[k]!
      logs[k] = factor + Math.log(weights[k - 1]!) + log - shape * logAlpha[k]! - (s + 1) * logBeta[k]!
    }
    found.count = nodes.length + 1
    found.highest = Math.max(logs[0], factor + atFirst)
    return found
  }
}

/** How many nodes are right to 12 digits where the logarithms of time and density change by this much, as tests show. */
const RULES = [
  { nodes: 12, change: 2 },
  { nodes: 20, change: 8 },
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
  return (((r + frequency) * (beta + age)) / (alpha + age)) * lasting
}
