import { Z95 } from './normal.ts'

export interface Promotion {
  answers: number
  promoters: number
  detractors: number
}

export const isPromoter = (score: number): boolean => score >= 9
export const isDetractor = (score: number): boolean => score <= 6

/** Promoters minus detractors per hundred answers, -100 to 100. */
export function netPromoterScore({ answers, promoters, detractors }: Promotion): number {
  return (100 * (promoters - detractors)) / answers
}

/** Half the width of the score's 95 % Wald interval in points. Rocks, The American Statistician 70(4), 2016. */
export function netPromoterMargin({ answers, promoters, detractors }: Promotion): number {
  const p = promoters / answers
  const d = detractors / answers
  return 100 * Z95 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / answers)
}
