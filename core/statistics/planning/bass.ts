import { leastSquares, type CurveAt } from '../numerics/leastSquares.ts'
import { sum } from '../sum.ts'

/** p is how many of those left adopt by themselves in a period, q how many more because all others have; m adopt in the end. */
export interface BassModel {
  p: number
  q: number
  m: number
}

/**
 * The share of all m who have adopted by the end of period t, F(t) = (1 - e^-(p+q)t) / (1 + q/p e^-(p+q)t).
 * Bass, “A New Product Growth for Model Consumer Durables”, Management Science 15(5), 1969.
 */
export function adoptedShare({ p, q }: BassModel, t: number): number {
  const pace = p + q
  return (-p * Math.expm1(-pace * t)) / (p + q * Math.exp(-pace * t))
}

/** The share that adopts in period t, F(t) - F(t - 1), without the rounding of a difference. */
export function adoptingShare({ p, q }: BassModel, t: number): number {
  const pace = p + q
  const before = Math.exp(-pace * (t - 1))
  const after = Math.exp(-pace * t)
  return (-p * pace * before * Math.expm1(-pace)) / ((p + q * before) * (p + q * after))
}

/** The period in which most adopt: the one with the moment ln(q/p) / (p + q), or the first. */
export function peakPeriod({ p, q }: BassModel): number {
  const moment = q > p ? Math.log(q / p) / (p + q) : 0
  return Math.floor(moment) + 1
}

export interface BassFit extends BassModel {
  /** The sum of the squares of what the model leaves of the adopters. */
  squares: number
  converged: boolean
  /** What goes without end while the fit gets better: m, a rate p or q, or nothing. */
  limit: 'm' | 'rate' | ''
}

/**
 * The Bass model nearest to the adopters of each period from the launch on, by least squares on the differences of F:
 * Srinivasan and Mason, “Nonlinear Least Squares Estimation of New Product Diffusion Models”, Marketing Science 5(2), 1986.
 * q is not below 0. Where m is known it stays as it is.
 */
export function fitBass(adopters: Float64Array, market: number | null): BassFit {
  const scale = market ?? sum(adopters)
  const shares = adopters.map((count) => count / scale)
  const starts = startsOf(shares, market !== null)
  const fits = starts.map((start) => fitFrom(shares, start, market !== null))
  const alone = fits[fits.length - 1]!
  const imitating = fits.reduce((one, other) => (other.squares < one.squares ? other : one))
  // A q on its way to 0 comes as near as none, but never there.
  const best = alone.squares <= imitating.squares * (1 + 1e-9) + ROUNDING ? alone : imitating
  return { ...best, m: market ?? best.m * scale, squares: best.squares * scale ** 2 }
}

/** Squares of what is left of shares that are no more than rounding. */
const ROUNDING = 1e-30

/** The best of curves of many widths and many places of the peak, with imitation and without: where to go down from. */
function startsOf(shares: Float64Array, isKnown: boolean): BassModel[] {
  const n = shares.length
  const square = (model: BassModel) => squaresOf(shares, model)
  const scaled = (p: number, q: number): BassModel => {
    if (isKnown) return { p, q, m: 1 }
    let [along, own] = [0, 0]
    shares.forEach((share, i) => {
      const part = adoptingShare({ p, q, m: 1 }, i + 1)
      along += share * part
      own += part * part
    })
    return { p, q, m: along > 0 && own > 0 ? along / own : 1 }
  }
  const best = (models: BassModel[]) =>
    models
      .map((model) => ({ model, squares: square(model) }))
      .sort((a, b) => a.squares - b.squares)
      .map(({ model }) => model)
  const imitating = best(
    WIDTHS.flatMap((width) =>
      RATIOS.map((ratio) => {
        const pace = width / n
        return scaled(pace / (1 + ratio), (pace * ratio) / (1 + ratio))
      }),
    ),
  )
  const alone = best(WIDTHS.map((width) => scaled(width / n, 0)))
  return [...imitating.slice(0, 3), alone[0]!]
}

/** (p + q) times the number of periods, and q / p. */
const WIDTHS = [0.3, 1, 2, 4, 7, 12, 20, 40, 80, 160]
const RATIOS = [0.5, 2, 6, 20, 60, 200, 1e3, 1e4, 1e6, 1e9, 1e13]

function squaresOf(shares: Float64Array, model: BassModel): number {
  let total = 0
  for (let i = 0; i < shares.length; i++) total += (shares[i]! - model.m * adoptingShare(model, i + 1)) ** 2
  return total
}

/** Down from one start, in the logarithms of the parameters, since they may differ by many powers of ten. */
function fitFrom(shares: Float64Array, { p, q, m }: BassModel, isKnown: boolean): BassFit {
  const isAlone = q === 0
  const model = (at: Float64Array): BassModel => ({
    p: Math.exp(at[0]!),
    q: isAlone ? 0 : Math.exp(at[1]!),
    m: isKnown ? 1 : Math.exp(at[2]!),
  })
  const start = [Math.log(p), isAlone ? 0 : Math.log(q), Math.log(m)]
  const fixed = [false, isAlone, isKnown]
  const limits = {
    low: start.map((value, i) => (fixed[i] ? value : LEAST)),
    high: start.map((value, i) => (fixed[i] ? value : i === 2 ? Math.log(LARGEST_MARKET) : HIGHEST_RATE)),
    rounding: ROUNDING,
    rounds: 200,
  }
  const { at, squares, converged } = leastSquares(start, limits, (at) => curveOf(shares, model(at)))
  // Where next to nothing is left to gain on the way, the search ends before the limit.
  const isEndless = (i: number) => !fixed[i] && at[i]! >= limits.high[i]! - (converged ? 0 : 3)
  const limit = isEndless(2) ? 'm' : isEndless(0) || isEndless(1) ? 'rate' : ''
  return { ...model(at), squares, converged, limit }
}

const LEAST = -70
/** So many times what has been sold: data from so early on tell no m. */
export const LARGEST_MARKET = 1000
/** With such a rate all who are left adopt within the period. */
const HIGHEST_RATE = Math.log(40)

/** What the model leaves of the adopters, and its slopes by the logarithms of p, q and m. */
function curveOf(shares: Float64Array, model: BassModel): CurveAt {
  const { p, q, m } = model
  const residuals = new Float64Array(shares.length)
  const slopes = [0, 1, 2].map(() => new Float64Array(shares.length))
  let before = [0, 0]
  for (let i = 0; i < shares.length; i++) {
    const adopting = m * adoptingShare(model, i + 1)
    const after = slopesOfShare(model, i + 1)
    residuals[i] = shares[i]! - adopting
    slopes[0]![i] = m * p * (after[0]! - before[0]!)
    slopes[1]![i] = m * q * (after[1]! - before[1]!)
    slopes[2]![i] = adopting
    before = after
  }
  return { residuals, slopes }
}

/** How F(t) rises with p and with q. */
function slopesOfShare({ p, q }: BassModel, t: number): number[] {
  const rest = Math.exp(-(p + q) * t)
  const square = (p + q * rest) ** 2
  const gone = -Math.expm1(-(p + q) * t)
  return [(rest * (q * gone + p * t * (p + q))) / square, (p * rest * (t * (p + q) - gone)) / square]
}

/** Bass's own estimates, from a regression of the adopters of a period on all before it and their square. */
export function regressBass(adopters: Float64Array): Omit<BassFit, 'converged' | 'limit'> {
  const total = sum(adopters)
  const before = new Float64Array(adopters.length)
  for (let i = 1; i < before.length; i++) before[i] = before[i - 1]! + adopters[i - 1]! / total
  const { at, squares } = leastSquares([0, 0, 0], UNLIMITED, ([a, b, c]) => ({
    residuals: adopters.map((count, i) => count / total - a! - b! * before[i]! - c! * before[i]! ** 2),
    slopes: [before.map(() => 1), before, before.map((share) => share ** 2)],
  }))
  const [a, b, c] = at as unknown as [number, number, number]
  const m = (-b - Math.sqrt(b * b - 4 * a * c)) / (2 * c)
  return { p: a / m, q: -c * m, m: m * total, squares: squares * total ** 2 }
}

const UNLIMITED = {
  low: [-Infinity, -Infinity, -Infinity],
  high: [Infinity, Infinity, Infinity],
  rounding: 0,
  rounds: 20,
}
