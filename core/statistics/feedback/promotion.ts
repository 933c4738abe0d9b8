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
