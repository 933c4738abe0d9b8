import { zOf } from './normal.ts'

export interface Promotion {
  answers: number
  promoters: number
  detractors: number
}

const isPromoter = (score: number): boolean => score >= 9
const isDetractor = (score: number): boolean => score <= 6

/** Adds one answer to the counts. */
export function countAnswer(score: number, counts: Promotion): void {
  counts.answers++
  if (isPromoter(score)) counts.promoters++
  else if (isDetractor(score)) counts.detractors++
}

/** The counts of these answers, from 0 to 10 each. */
export function promotionOf(scores: Float64Array): Promotion {
  const counts = { answers: 0, promoters: 0, detractors: 0 }
  for (let i = 0; i < scores.length; i++) countAnswer(scores[i]!, counts)
  return counts
}

/** Promoters minus detractors per hundred answers, -100 to 100. */
export function netPromoterScore({ answers, promoters, detractors }: Promotion): number {
  return (100 * (promoters - detractors)) / answers
}

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
const ENOUGH = 100

/** Whether there are enough answers to reckon with the score and its plain error. */
export function isEnough({ answers }: Promotion): boolean {
  return answers >= ENOUGH
}

/** The score and its error, plain. */
export function plainEstimate(counts: Promotion): Estimate {
  return { score: netPromoterScore(counts), error: netPromoterError(counts) }
}

/**
 * The score and its standard error in points by adjusted Wald: with 3/4 promoter, 3/4 detractor and 3/2 passives added,
 * since of few answers the plain ones find differences where there are none.
 */
export function adjustedEstimate({ answers, promoters, detractors }: Promotion): Estimate {
  return plainEstimate({ answers: answers + 3, promoters: promoters + 0.75, detractors: detractors + 0.75 })
}

/** Half the width of the score's Wald interval in points. */
export function netPromoterMargin(counts: Promotion, confidence: number): number {
  return zOf(confidence) * netPromoterError(counts)
}
