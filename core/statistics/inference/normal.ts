import erfcinv from '@stdlib/math-base-special-erfcinv'
import cdf from '@stdlib/stats-base-dists-normal-cdf'

/** The normal quantile of 0.975: half the width of a 95 % interval in standard errors. */
export const Z95 = 1.959963984540054

/** Half the width of an interval of this confidence in standard errors. */
export function zOf(confidence: number): number {
  return confidence === 0.95 ? Z95 : Math.SQRT2 * erfcinv(1 - confidence)
}

/** The chance of a standard normal value at least as far from 0 as z, on either side. */
export function twoSidedP(z: number): number {
  return 2 * cdf(-Math.abs(z), 0, 1)
}

/** The standard normal value below which a chance of p lies. */
export function quantileOfNormal(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p)
}
