/**
 * The mean of a function over a beta distribution of p with these two parameters. The function is given p and 1 - p,
 * each accurate where it is small and never 0, and should be positive and vary no faster than a power of p or of 1 + constant x p.
 *
 * The models of prediction need Gauss's hypergeometric function 2F1 only in such means (its integral of Euler), and
 * there a sum of positive terms has neither overflow nor cancellation, whatever the parameters. The sum runs over the
 * log odds of p = sinh(u) from the peak outwards, in equal steps of u, which converges faster than any power of the
 * step; the step is halved until nothing changes. Takahasi and Mori, Publications of RIMS 9(3), 1974.
 */
export function betaMean(a: number, b: number): (f: (p: number, q: number) => number) => number {
  // Of the quotient one may be too large for a number.
  const peak = Math.log(a) - Math.log(b)
  const highest = logWeight(a, b, peak)
  const spread = Math.sqrt(1 / a + 1 / b)
  if (spread < NO_SPREAD) return (f) => f(shareOf(peak), shareOf(-peak))
  const levels: Nodes[] = []
  const level = (depth: number): Nodes => {
    const step = Math.min(FIRST_STEP, spread / 2) / 2 ** depth
    // Each level but the first holds only the nodes between those before.
    return (levels[depth] ??= nodes(a, b, peak, highest, step, depth > 0))
  }
  return (f) => {
    let total = 0
    let weights = 0
    let before = NaN
    for (let depth = 0; depth < DEEPEST; depth++) {
      const { p, q, weight } = level(depth)
      for (let i = 0; i < p.length; i++) {
        total += weight[i]! * f(p[i]!, q[i]!)
        weights += weight[i]!
      }
      const mean = total / weights
      if (Math.abs(mean - before) <= AGREED * Math.abs(mean)) return mean
      before = mean
    }
    return before
  }
}

interface Nodes {
  p: number[]
  q: number[]
  weight: number[]
}

const FIRST_STEP = 0.25
const DEEPEST = 9
/** Half the step squares the error, so that a mean this near to the one before is right to the last digits. */
const AGREED = 1e-11
/** Neither p nor 1 - p is ever 0, so that a function may divide by it. */
const LEAST = 1e-200
/** A distribution as narrow as this is its middle: what is left out is the square of it. */
const NO_SPREAD = 3e-7
/** Beyond, the nodes are too large for a number. */
const FURTHEST = 700
/** A weight this far below the highest is none. */
const NEGLIGIBLE = -100

function nodes(a: number, b: number, peak: number, highest: number, step: number, between: boolean): Nodes {
  const found: Nodes = { p: [], q: [], weight: [] }
  for (const side of [1, -1]) {
    const first = between ? 0.5 : side > 0 ? 0 : 1
    const stride = between ? 2 * step : step
    for (let k = first; ; k++) {
      const u = side * k * stride
      const logit = peak + Math.sinh(u)
      const log = logWeight(a, b, logit) - highest + Math.log(Math.cosh(u))
      if (!(log >= NEGLIGIBLE) || Math.abs(u) > FURTHEST) break
      found.p.push(shareOf(logit))
      found.q.push(shareOf(-logit))
      found.weight.push(Math.exp(log))
    }
  }
  return found
}

/** The share with these log odds. */
function shareOf(logit: number): number {
  return Math.max(LEAST, 1 / (1 + Math.exp(-logit)))
}

/** Of the beta density of the log odds, up to a constant. */
function logWeight(a: number, b: number, logit: number): number {
  const tail = Math.log1p(Math.exp(-Math.abs(logit)))
  return logit > 0 ? -a * tail - b * (logit + tail) : a * (logit - tail) - b * tail
}
