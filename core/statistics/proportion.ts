import { zOf } from './normal.ts'

/** Wilson's score interval of a share. Wilson, Journal of the American Statistical Association 22(158), 1927. */
export function wilsonInterval(successes: number, trials: number, confidence: number): { low: number; high: number } {
  const z = zOf(confidence)
  const p = successes / trials
  const centre = p + (z * z) / (2 * trials)
  const half = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  // At 0 and at all, rounding would leave a trace beside the exact limits 0 and 1.
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + half) / scale),
  }
}
