import { solvePositive } from './cholesky.ts'

/** A curve at one place: what it leaves of the data, and how it rises with each parameter. */
export interface CurveAt {
  residuals: Float64Array
  slopes: readonly Float64Array[]
}

export interface Fit {
  at: Float64Array
  /** The sum of the squares of what is left. */
  squares: number
  /** Whether the search came to an end of its own: a least, or the end of a way that has none. */
  converged: boolean
}

export interface Limits {
  /** Between what each parameter may lie. */
  low: readonly number[]
  high: readonly number[]
  /** Squares that are no more than the rounding of the data. */
  rounding: number
  /** How many steps may be tried. */
  rounds: number
}

/**
 * The curve nearest to data by least squares, from one start on, with every parameter within its limits. Damped steps
 * until they promise next to nothing (Marquardt, SIAM Journal on Applied Mathematics 11(2), 1963), then full steps of
 * Gauss and Newton as long as they get shorter. It always ends.
 */
export function leastSquares(
  start: readonly number[],
  { low, high, rounding, rounds }: Limits,
  curveAt: (at: Float64Array) => CurveAt,
): Fit {
  const within = (value: number, i: number) => Math.min(high[i]!, Math.max(low[i]!, value))
  const moved = (from: Float64Array, step: Float64Array) => from.map((value, i) => within(value + step[i]!, i))
  let at = Float64Array.from(start).map(within)
  let curve = curveAt(at)
  let squares = squared(curve.residuals)
  let damping = 0
  let length = Infinity
  let near = NEAR
  for (let round = 0; round < rounds; round++) {
    if (squares <= rounding) return { at, squares, converged: true }
    const valley = valleyOf(curve, at, low, high)
    const full = stepDown(valley, 0)
    if (full && dot(full, valley.fall) <= near * squares) {
      const next = moved(at, full)
      const way = relative(at, next)
      // Shorter by less than this is rounding, or no way to the bottom.
      if (way > 0.7 * length) return { at, squares, converged: true }
      length = way
      at = next
      curve = curveAt(at)
      squares = squared(curve.residuals)
      if (way === 0) return { at, squares, converged: true }
      continue
    }
    // Full steps that led away again were taken too early.
    if (length < Infinity) near = Math.max(LEAST_NEAR, near / 100)
    length = Infinity
    const step = damping === 0 && full ? full : stepDown(valley, (damping = Math.max(damping, LEAST_DAMPING)))
    const next = step && moved(at, step)
    const there = next && curveAt(next)
    const below = there ? squared(there.residuals) : NaN
    if (next && there && below < squares) {
      at = next
      curve = there
      squares = below
      damping = damping > LEAST_DAMPING ? damping / 10 : 0
    } else {
      damping = Math.max(LEAST_DAMPING, damping * 10)
      if (damping > MOST_DAMPING) {
        const isLow = full !== undefined && dot(full, valley.fall) <= NEAR * squares
        return { at, squares, converged: isLow }
      }
    }
  }
  return { at, squares, converged: false }
}

/** Full steps begin where they promise to take no more than this share off the squares. */
const NEAR = 1e-6
/** Where a step promises less than this, rounding decides whether it goes down. */
const LEAST_NEAR = 1e-14
const LEAST_DAMPING = 1e-4
const MOST_DAMPING = 1e12

/** The parabola that the squares look like, without the parameters that are at a limit and would pass it. */
interface Valley {
  free: number[]
  /** How fast half the squares fall along each free parameter, and how this changes. */
  fall: Float64Array
  curvature: Float64Array
}

function valleyOf({ residuals, slopes }: CurveAt, at: Float64Array, low: Limits['low'], high: Limits['high']): Valley {
  const falls = slopes.map((slope) => dot(slope, residuals))
  const free = falls.flatMap((fall, i) => {
    const isStuck = (at[i]! <= low[i]! && fall <= 0) || (at[i]! >= high[i]! && fall >= 0)
    return isStuck || slopes[i]!.every((value) => value === 0) ? [] : [i]
  })
  const n = free.length
  const fall = Float64Array.from(falls, (value, i) => (free.includes(i) ? value : 0))
  const curvature = new Float64Array(n * n)
  for (let row = 0; row < n; row++) {
    for (let column = 0; column <= row; column++) {
      curvature[row * n + column] = dot(slopes[free[row]!]!, slopes[free[column]!]!)
    }
  }
  return { free, fall, curvature }
}

function stepDown({ free, fall, curvature }: Valley, damping: number): Float64Array | undefined {
  const n = free.length
  const damped = curvature.slice()
  for (let i = 0; i < n; i++) damped[i * n + i]! *= 1 + damping
  const sizes = free.map((_, i) => curvature[i * n + i]!)
  const solved = solvePositive(
    damped,
    sizes,
    free.map((i) => fall[i]!),
  )
  if (!solved) return undefined
  const step = new Float64Array(fall.length)
  free.forEach((i, row) => (step[i] = solved[row]!))
  return step
}

/** The longest way of a parameter, as a share of its size. */
function relative(from: Float64Array, to: Float64Array): number {
  return from.reduce((most, value, i) => {
    const way = Math.abs(to[i]! - value)
    return way === 0 ? most : Math.max(most, way / Math.max(Math.abs(value), Math.abs(to[i]!)))
  }, 0)
}

function squared(values: Float64Array): number {
  return dot(values, values)
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}
