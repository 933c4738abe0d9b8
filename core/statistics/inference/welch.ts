import { sum } from '../sum.ts'

export interface Sample {
  count: number
  mean: number
  /** With n - 1; not a number for a single value. */
  variance: number
}

export function sampleOf(values: Float64Array): Sample {
  const count = values.length
  // From the first value on, so that values that are all alike have no variance.
  const first = values[0]!
  const mean = first + sum(values.map((value) => value - first)) / count
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (count - 1)
  return { count, mean, variance }
}

/** A sum or difference of means, its standard error, and the degrees of freedom of Student's t for it. */
export interface Contrast {
  estimate: number
  error: number
  freedom: number
}

/**
 * The means of independent samples, each with a sign, added up. Their variances may differ.
 * Satterthwaite, Biometrics Bulletin 2(6), 1946; Welch, Biometrika 34(1), 1947.
 */
export function contrast(samples: readonly Sample[], signs: readonly (1 | -1)[]): Contrast {
  let estimate = 0
  let variance = 0
  let spread = 0
  samples.forEach((sample, i) => {
    const own = sample.variance / sample.count
    estimate += signs[i]! * sample.mean
    variance += own
    spread += own ** 2 / (sample.count - 1)
  })
  return { estimate, error: Math.sqrt(variance), freedom: variance ** 2 / spread }
}
