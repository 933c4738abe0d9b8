import { zOf } from '../inference/normal.ts'
import { valuesWhere } from '../picking.ts'

/** The curve after the events of one time. */
export interface SurvivalStep {
  time: number
  /** Still under observation just before. */
  atRisk: number
  events: number
  /** Share that has not had the event by then, including at this very time. */
  survival: number
  /** Greenwood's sum: the variance of the logarithm of `survival`. */
  greenwood: number
}

/**
 * Kaplan and Meier's estimate, one step for each time with an event. `ended` is 1 where the event happened at that
 * duration and 0 where it had not yet. Who leaves observation at the time of an event is still at risk for it.
 * Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958.
 */
export function kaplanMeier(durations: Float64Array, ended: Uint8Array): SurvivalStep[] {
  const order = durations.slice().sort()
  const events = valuesWhere(durations, (i) => ended[i] === 1).sort()
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  let left = 0
  for (let i = 0; i < events.length;) {
    const time = events[i]!
    let next = i
    while (next < events.length && events[next] === time) next++
    while (left < order.length && order[left]! < time) left++
    const atRisk = order.length - left
    const count = next - i
    survival *= 1 - count / atRisk
    greenwood += count / (atRisk * (atRisk - count))
    steps.push({ time, atRisk, events: count, survival: atRisk === count ? 0 : survival, greenwood })
    i = next
  }
  return steps
}

/** The first time at which the share of survivors is this or less; undefined when it never is. */
export function survivalTime(steps: readonly SurvivalStep[], share: number): number | undefined {
  // 0.7 x 0.5 / 0.7 must count as 0.5: rounding of the product is no survivor.
  return steps.find(({ survival }) => survival <= share * (1 + 1e-12))?.time
}

/** Log-log limits of a step, which stay within 0 and 1; undefined where all or none survive. */
export function survivalLimits(
  { survival, greenwood }: SurvivalStep,
  confidence: number,
): { low: number; high: number } | undefined {
  if (survival <= 0 || survival >= 1) return undefined
  const logarithm = Math.log(survival)
  const spread = Math.exp((zOf(confidence) * Math.sqrt(greenwood)) / Math.abs(logarithm))
  return { low: Math.exp(logarithm * spread), high: Math.exp(logarithm / spread) }
}

/**
 * The limits of the median: the first times at which the lower and the upper limit of the curve are a half or less,
 * undefined where they never are. Brookmeyer and Crowley, Biometrics 38(1), 1982, by log-log limits.
 */
export function medianLimits(
  steps: readonly SurvivalStep[],
  confidence: number,
): { low: number | undefined; high: number | undefined } {
  let low: number | undefined
  for (const step of steps) {
    const limits = survivalLimits(step, confidence)
    if (!limits) continue
    if (limits.low <= 0.5) low ??= step.time
    if (limits.high <= 0.5) return { low, high: step.time }
  }
  return { low, high: undefined }
}

/**
 * The mean time until the event, of which what lies beyond the horizon does not count: the area under the curve up to
 * there, with its standard error. Irwin, Journal of Hygiene 47(2), 1949; Klein and Moeschberger, “Survival Analysis”, 2nd
 * edition, 2003, 4.5.
 */
export function restrictedMean(steps: readonly SurvivalStep[], horizon: number): { mean: number; error: number } {
  let area = 0
  let variance = 0
  let end = horizon
  for (let i = steps.length - 1; i >= 0; i--) {
    const { time, survival, atRisk, events } = steps[i]!
    if (time >= horizon) continue
    area += survival * (end - time)
    // Where all are gone there is no area left to be uncertain of.
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events))
    end = time
  }
  return { mean: area + end, error: Math.sqrt(variance) }
}
