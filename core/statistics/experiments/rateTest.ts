import { fisherExact } from '../inference/fisherExact.ts'
import { twoSidedP } from '../inference/normal.ts'

/** How likely so large a difference would be if both were alike, and whether it was counted out exactly. */
export interface RateTest {
  p: number
  isExact: boolean
}

/**
 * Whether two groups convert alike: the z test with the mean of both rates, which is Pearson’s chi-square test of the
 * 2 x 2 table, or Fisher’s exact test in small samples.
 */
export function rateTest(successesA: number, trialsA: number, successesB: number, trialsB: number): RateTest {
  const difference = successesB / trialsB - successesA / trialsA
  const pooled = (successesA + successesB) / (trialsA + trialsB)
  const fewest = Math.min(trialsA, trialsB) * Math.min(pooled, 1 - pooled)
  if (fewest < FEWEST_EXPECTED) return { p: fisherExact(successesA, trialsA, successesB, trialsB), isExact: true }
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / trialsA + 1 / trialsB))
  return { p: twoSidedP(difference / error), isExact: false }
}

/** Where fewer conversions, or fewer others, are expected in a group, the normal curve is too rough: Cochran’s rule. */
export const FEWEST_EXPECTED = 5
