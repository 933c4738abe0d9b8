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

/**
 * Newcombe's interval of the difference of two shares, B minus A, from the Wilson limits of each (his method 10).
 * Newcombe, Statistics in Medicine 17(8), 1998, p. 873.
 */
export function newcombeInterval(
  successesA: number,
  trialsA: number,
  successesB: number,
  trialsB: number,
  confidence: number,
): { low: number; high: number } {
  const [a, b] = [successesA / trialsA, successesB / trialsB]
  const limitsA = wilsonInterval(successesA, trialsA, confidence)
  const limitsB = wilsonInterval(successesB, trialsB, confidence)
  return {
    low: b - a - Math.hypot(b - limitsB.low, limitsA.high - a),
    high: b - a + Math.hypot(limitsB.high - b, a - limitsA.low),
  }
}
