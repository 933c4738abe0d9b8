import { betaFraction } from '../numerics/incompleteBeta.ts'
import { zOf } from './normal.ts'

/**
 * The chance of a value of Student's t at least as far from 0 as t, on either side. The degrees of freedom may be
 * fractional. It is the incomplete beta function of freedom / 2 and 1/2 at freedom / (freedom + t²).
 * NIST Digital Library of Mathematical Functions, 8.17.
 */
export function twoSidedT(t: number, freedom: number): number {
  const half = freedom / 2
  const square = t * t
  const near = square / (freedom + square)
  const far = freedom / (freedom + square)
  // The fraction converges fast on one side of the mean, and that of the complement on the other.
  const factor = Math.exp(-half * Math.log1p(square / freedom)) * Math.sqrt(near / Math.PI) * gammaRatio(half)
  if (far < (half + 1) / (half + 2.5)) return factor / betaFraction(half, 0.5, far, near)
  return 1 - factor / betaFraction(0.5, half, near, far)
}

/**
 * Half the width of an interval of this confidence in standard errors, by Newton's method: from the normal curve's, which
 * is less, every step stays below the answer, since the chance bends upwards as it falls.
 */
export function tOf(confidence: number, freedom: number): number {
  const left = 1 - confidence
  const top = gammaRatio(freedom / 2) / Math.sqrt(freedom * Math.PI)
  const density = (t: number): number => top * Math.exp((-(freedom + 1) / 2) * Math.log1p((t * t) / freedom))
  let t = zOf(confidence)
  // From 2 to 6 steps are the rule; in the far tails of few degrees of freedom each about doubles t.
  for (let step = 0; step < 100; step++) {
    const further = (twoSidedT(t, freedom) - left) / (2 * density(t))
    t += further
    if (further <= 1e-15 * t) break
  }
  return t
}

/** Γ(a + 1/2) / Γ(a), by its series for large a (DLMF 5.11.13); a difference of two logarithms would lose digits. */
function gammaRatio(a: number): number {
  // Γ(a + 1) is a Γ(a): a small a is lifted to a large one.
  let large = a
  let lift = 1
  for (; large < 100; large++) lift *= large / (large + 0.5)
  const x = 1 / (8 * large)
  return lift * Math.sqrt(large) * (1 - x + x ** 2 / 2 + (5 / 2) * x ** 3 - (21 / 8) * x ** 4 - (399 / 8) * x ** 5)
}
