import gammaln from '@stdlib/math-base-special-gammaln'
import { twoSidedP } from './normal.ts'

/**
 * The chance of a value of the chi-square distribution at least as large. With whole degrees of freedom it is a finite sum
 * of positive terms, beside the normal curve where they are odd. NIST Digital Library of Mathematical Functions, 8.4.9
 * to 8.4.11.
 */
export function chiSquareP(statistic: number, freedom: number): number {
  const half = statistic / 2
  const first = (freedom % 2) / 2
  let p = first === 0 ? 0 : twoSidedP(Math.sqrt(statistic))
  // Each term is half^k e^-half / Γ(k + 1): by its logarithm, as e^-half alone may be too small for a number.
  let log = first === 0 ? -half : Math.log(half) / 2 - half - gammaln(1.5)
  for (let k = first; k < freedom / 2; k++) {
    p += Math.exp(log)
    log += Math.log(half / (k + 1))
  }
  // Rounding lifts nothing above certainty.
  return Math.min(1, p)
}

/** Pearson's statistic: how far counts are from those that are expected, each in its own measure. */
export function pearson(observed: ArrayLike<number>, expected: ArrayLike<number>): number {
  let statistic = 0
  for (let i = 0; i < observed.length; i++) statistic += (observed[i]! - expected[i]!) ** 2 / expected[i]!
  return statistic
}
