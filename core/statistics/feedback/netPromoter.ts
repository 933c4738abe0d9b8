import gammaln from '@stdlib/math-base-special-gammaln'
import { twoSidedP, zOf } from '../inference/normal.ts'
import { netPromoterScore, type Promotion } from './promotion.ts'

/** The score's standard error in points. Rocks, The American Statistician 70(4), 2016. */
export function netPromoterError({ answers, promoters, detractors }: Promotion): number {
  const p = promoters / answers
  const d = detractors / answers
  return 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / answers)
}

/** A score in points, and its standard error. */
export interface Estimate {
  score: number
  error: number
}

/** From so many answers on the score and its plain error will do; below, they promise too much. */
export const ENOUGH = 100

/** Whether there are enough answers, and some that differ, to reckon with the score and its plain error. */
export function isEnough(counts: Promotion): boolean {
  return counts.answers >= ENOUGH && netPromoterError(counts) > 0
}

/** The score and its error, plain. */
export function plainEstimate(counts: Promotion): Estimate {
  return { score: netPromoterScore(counts), error: netPromoterError(counts) }
}

/**
 * The score and its standard error in points by adjusted Wald: with 3/4 promoter, 3/4 detractor and 3/2 passives added,
 * since of few answers, or of answers that all count alike, the plain ones promise too much. Lewis and Sauro, MeasuringU,
 * 2021.
 */
export function adjustedEstimate({ answers, promoters, detractors }: Promotion): Estimate {
  return plainEstimate({ answers: answers + 3, promoters: promoters + 0.75, detractors: detractors + 0.75 })
}

/** Half the width of the score's Wald interval in points, adjusted where there are not enough answers. */
export function netPromoterMargin(counts: Promotion, confidence: number): number {
  const { error } = isEnough(counts) ? plainEstimate(counts) : adjustedEstimate(counts)
  return zOf(confidence) * error
}

/** Between which the score of all customers probably lies: Wald's interval, adjusted where there are not enough answers. */
export function netPromoterLimits(counts: Promotion, confidence: number): { low: number; high: number } {
  const { score, error } = isEnough(counts) ? plainEstimate(counts) : adjustedEstimate(counts)
  const half = zOf(confidence) * error
  // Of a few answers that are all alike the adjusted limits would leave out the score itself.
  const own = netPromoterScore(counts)
  return { low: Math.max(-100, Math.min(own, score - half)), high: Math.min(100, Math.max(own, score + half)) }
}

/**
 * The change of the score from one group of answers to another, its standard error, and how likely so large a change would
 * be if both were alike. Both groups are adjusted or neither: one alone would be moved towards 0. The normal curve finds 5
 * answers against 5 as clear as 50 against 50, so of few answers the p-value counts the ways to deal them.
 */
export function netPromoterChange(before: Promotion, after: Promotion): { change: number; error: number; p: number } {
  const estimateOf = isEnough(before) && isEnough(after) ? plainEstimate : adjustedEstimate
  const [first, second] = [estimateOf(before), estimateOf(after)]
  const change = second.score - first.score
  const error = Math.hypot(first.error, second.error)
  const isFew = Math.min(before.answers, after.answers) < ENOUGH
  return { change, error, p: isFew ? exactChangeP(before, after) : twoSidedP(change / error) }
}

/**
 * How likely two groups would differ at least as much by chance alone: the share of all ways to deal out the answers of
 * both, promoters, passives and detractors, to groups of these sizes. It needs about half the square of the smaller size
 * in steps.
 */
export function exactChangeP(one: Promotion, other: Promotion): number {
  const [small, large] = one.answers <= other.answers ? [one, other] : [other, one]
  const size = small.answers
  const all = size + large.answers
  const promoters = small.promoters + large.promoters
  const detractors = small.detractors + large.detractors
  const passives = all - promoters - detractors
  // The change is (all x net - size x net of both groups) / (size x size of the other): whole numbers decide exactly.
  const change = (net: number): number => Math.abs(all * net - size * (promoters - detractors))
  const seen = change(small.promoters - small.detractors)
  const ways = (of: number, taken: number): number => gammaln(of + 1) - gammaln(taken + 1) - gammaln(of - taken + 1)
  let total = 0
  let extreme = 0
  const most = ways(all, size)
  for (let p = Math.max(0, size - detractors - passives); p <= Math.min(size, promoters); p++) {
    for (let d = Math.max(0, size - p - passives); d <= Math.min(size - p, detractors); d++) {
      const chance = Math.exp(ways(promoters, p) + ways(detractors, d) + ways(passives, size - p - d) - most)
      total += chance
      if (change(p - d) >= seen) extreme += chance
    }
  }
  return extreme / total
}
