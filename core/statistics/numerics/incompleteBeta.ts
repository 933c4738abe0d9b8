import gammaln from '@stdlib/math-base-special-gammaln'

/**
 * The chance that a beta distribution with these parameters lies below x; y is 1 - x, each accurate where it is small.
 * NIST Digital Library of Mathematical Functions, 8.17.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  // The fraction converges fast on one side of the mean, and that of the complement on the other.
  if (x < (a + 1) / (a + b + 2)) return density(a, b, x, y) / betaFraction(a, b, x, y)
  return 1 - density(b, a, y, x) / betaFraction(b, a, y, x)
}

/**
 * x^a y^b / B(a, b). By how far x is from the mean, and by Stirling’s series for the gamma functions: their logarithms
 * are large numbers of which little would be left.
 */
function density(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const away = x < y ? x - a / n : b / n - y
  const log = a * logRatio(x, a / n, away) + b * logRatio(y, b / n, -away)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(log + stirlingRest(n) - stirlingRest(a) - stirlingRest(b))
}

/** The logarithm of x / mean, which is `away` from it. */
function logRatio(x: number, mean: number, away: number): number {
  return Math.abs(away) < mean / 2 ? Math.log1p(away / mean) : Math.log(x / mean)
}

/** What Stirling’s formula leaves of the logarithm of Γ(a) (DLMF 5.11.1). */
function stirlingRest(a: number): number {
  if (a < 15) return gammaln(a) - (a - 0.5) * Math.log(a) + a - Math.log(2 * Math.PI) / 2
  const square = 1 / (a * a)
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - square / 1188) * square) * square) * square) / a
}

/**
 * The continued fraction of the incomplete beta function at x, where y is 1 - x, contracted so that it has y in it and not
 * the rounding of x: Didonato and Morris, ACM Transactions on Mathematical Software 18(3), 1992, p. 360. Forwards, by
 * Lentz's method.
 */
export function betaFraction(a: number, b: number, x: number, y: number): number {
  const last = (m: number): number => ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (a + 2 * m + 1)
  let value = last(0)
  let upper = value
  let lower = 0
  for (let m = 1; m < MOST_STEPS; m++) {
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (a + 2 * m - 1) ** 2
    const denominator = m + (m * (b - m) * x) / (a + 2 * m - 1) + last(m)
    upper = denominator + numerator / upper
    lower = 1 / (denominator + numerator * lower)
    value *= upper * lower
    if (Math.abs(upper * lower - 1) < 2.3e-16) break
  }
  return value
}

/** Some dozens are the rule. */
const MOST_STEPS = 10000
