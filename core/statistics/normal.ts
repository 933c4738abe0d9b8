import erfcinv from '@stdlib/math-base-special-erfcinv'

/** The normal quantile of 0.975: half the width of a 95 % interval in standard errors. */
export const Z95 = 1.959963984540054

/** Half the width of an interval of this confidence in standard errors. */
export function zOf(confidence: number): number {
  return confidence === 0.95 ? Z95 : Math.SQRT2 * erfcinv(1 - confidence)
}
