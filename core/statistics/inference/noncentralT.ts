import cdf from '@stdlib/stats-base-dists-normal-cdf'

/**
 * The chance that Student's t exceeds t where the truth is `noncentrality` standard errors above 0. It is the mean of the
 * normal chance over the deviation that the sample may show, s = e^u times the true one: a sum over equal steps of u,
 * which converges faster than any power of the step, and whose weights need no gamma function as they are divided by
 * their own sum. For t above 0 and 2 degrees of freedom or more.
 * Johnson, Kotz and Balakrishnan, “Continuous Univariate Distributions”, volume 2, 2nd edition, 1995, chapter 31.
 */
export function aboveNoncentralT(t: number, freedom: number, noncentrality: number): number {
  // The deviation is hardly ever more than 8 times the true one.
  if (noncentrality > 8 * t + 40) return 1
  const logWeight = (u: number): number => freedom * (u - Math.expm1(2 * u) / 2)
  const step = Math.min(1 / Math.sqrt(2 * freedom), 1 / Math.max(4, Math.abs(noncentrality))) / 2
  let chance = 0
  let weights = 0
  for (const side of [1, -1]) {
    for (let k = side > 0 ? 0 : 1; ; k++) {
      const u = side * k * step
      const log = logWeight(u)
      if (log < NEGLIGIBLE) break
      const weight = Math.exp(log)
      weights += weight
      chance += weight * cdf(noncentrality - t * Math.exp(u), 0, 1)
    }
  }
  return chance / weights
}

const NEGLIGIBLE = -45
