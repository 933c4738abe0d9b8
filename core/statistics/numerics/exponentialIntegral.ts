/**
 * e^z E_s(z), the exponential integral of any order s ≥ 0, scaled: the integral of e^(-z u) (1 + u)^-s over all u > 0, for
 * z > 0. NIST Digital Library of Mathematical Functions, 8.19.4.
 *
 * Its terms are positive, so that the sum in equal steps of the logarithm of u has no cancellation, which the series has
 * near whole s; and it converges faster than any power of the step, as the integrand is analytic in the half plane.
 */
export function scaledExponentialIntegral(s: number, z: number): number {
  // The logarithms between which the integrand, times u, is not negligible.
  const from = -Math.log(z + s + 1) - SMALLEST
  const to = Math.log(LARGEST) - Math.log(z)
  let total = 0
  for (let log = Math.ceil(from / STEP) * STEP; log <= to; log += STEP) {
    const u = Math.exp(log)
    total += Math.exp(log - z * u - s * Math.log1p(u))
  }
  return total * STEP
}

const STEP = 0.25
/** e^-40 of the integral is nothing. */
const SMALLEST = 40
const LARGEST = 45
