import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** The chance of a value of Student's t at least as far from 0 as t, on either side. The degrees of freedom may be fractional. */
export function twoSidedT(t: number, freedom: number): number {
  return 2 * cdf(-Math.abs(t), freedom)
}

/** Half the width of an interval of this confidence in standard errors. */
export function tOf(confidence: number, freedom: number): number {
  return -quantile((1 - confidence) / 2, freedom)
}
