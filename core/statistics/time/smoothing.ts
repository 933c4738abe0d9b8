import { sum } from '../sum.ts'

/** How much the newest error moves the level, and the share of that by which it moves the trend. Both from 0 to 1. */
export interface Weights {
  alpha: number
  beta: number
}

/** What smoothing has come to after the last value. */
export interface Smoothed extends Weights {
  level: number
  /** The change from one period to the next; 0 in simple smoothing. */
  trend: number
  /** The sum of squares of the errors of forecasting each value from those before it, and how many they are. */
  squares: number
  errors: number
  /** How many of the weights the values have told. */
  told: number
}

export type Smoothing = 'simple' | 'holt'

/** Values that the start takes up: the level begins at the first one, Holt's trend at the step to the second. */
const START: Readonly<Record<Smoothing, number>> = { simple: 1, holt: 2 }

/**
 * Simple exponential smoothing (Brown), or with a linear trend (Holt), in the form that corrects each forecast by its
 * error. Holt, International Journal of Forecasting 20(1), 2004, first printed in 1957; begun as Makridakis, Wheelwright
 * and Hyndman do, “Forecasting”, 3rd edition, 1998, 4/3.
 */
export function smoothed(values: Float64Array, method: Smoothing, { alpha, beta }: Weights): Smoothed {
  let { level, trend } = startOf(values, method)
  let squares = 0
  for (let i = START[method]; i < values.length; i++) {
    const error = values[i]! - level - trend
    level += trend + alpha * error
    trend += alpha * beta * error
    squares += error * error
  }
  return { alpha, beta, level, trend, squares, errors: values.length - START[method], told: 0 }
}

function startOf(values: Float64Array, method: Smoothing): { level: number; trend: number } {
  const level = values[START[method] - 1]!
  return { level, trend: method === 'holt' ? level - values[0]! : 0 }
}

/** Weights, null where the values are to tell. */
export interface GivenWeights {
  alpha: number | null
  beta: number | null
}

/**
 * The same with the weights that make the sum of squares least, where they are not given: from each low point of a grid
 * the way down.
 */
export function fitted(values: Float64Array, method: Smoothing, given: GivenWeights): Smoothed {
  const beta = method === 'simple' ? 0 : given.beta
  const at = (alpha: number, beta: number): Smoothed => smoothed(values, method, { alpha, beta })
  const alphas = given.alpha === null ? GRID : [given.alpha]
  const betas = beta === null ? GRID : [beta]
  const grid = alphas.map((a) => betas.map((b) => at(a, b)))
  const isFree = [given.alpha === null, beta === null] as const
  const lows = grid.flatMap((row, i) => row.filter((_, j) => isLow(grid, i, j)))
  const best = lows
    .map((low) => at(...descended(values, method, [low.alpha, low.beta], isFree)))
    .reduce((best, found) => (found.squares < best.squares ? found : best))
  return { ...best, told: isFree.filter((free) => free).length }
}

/** Closer where a level that hardly moves has a low point of its own. */
const GRID: readonly number[] = [0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** Whether no neighbour is lower; of equal ones the first. */
function isLow(grid: readonly (readonly Smoothed[])[], i: number, j: number): boolean {
  const own = grid[i]![j]!.squares
  for (let k = i - 1; k <= i + 1; k++) {
    for (let m = j - 1; m <= j + 1; m++) {
      const other = grid[k]?.[m]?.squares
      const isBefore = k < i || (k === i && m < j)
      if (other !== undefined && (other < own || (isBefore && other === own))) return false
    }
  }
  return true
}

type Pair = readonly [number, number]

/** The lowest place on the way down from one. */
function descended(values: Float64Array, method: Smoothing, start: Pair, isFree: readonly [boolean, boolean]): Pair {
  let at = start
  let slope = slopeAt(values, method, at)
  let damping = 0
  let before = Infinity
  for (let round = 0; round < MOST_ROUNDS && damping < MOST_DAMPING; round++) {
    const next = lower(at, slope, damping, isFree)
    const moved = Math.max(Math.abs(next[0] - at[0]), Math.abs(next[1] - at[1]))
    const there = moved > 0 ? slopeAt(values, method, next) : undefined
    // So near to the lowest place the height tells nothing more, but the steps still get shorter.
    if (there && (there.squares < slope.squares || (moved < NEAR && moved < before))) {
      at = next
      slope = there
      before = moved
      damping = damping > LEAST_DAMPING ? damping / 10 : 0
      if (moved < LEAST_MOVE) break
    } else damping = Math.max(LEAST_DAMPING, damping * 10)
  }
  return at
}

const MOST_ROUNDS = 200
const NEAR = 1e-6
const LEAST_MOVE = 1e-13
const LEAST_DAMPING = 1e-3
const MOST_DAMPING = 1e9

/** Half the derivatives of the sum of squares by alpha and by beta. */
interface Slope {
  squares: number
  gradient: Pair
  /** By alpha twice, by both, by beta twice. */
  curvature: readonly [number, number, number]
  /** What the curvature would be if there were no errors, by alpha and by beta: it is never negative. */
  scale: Pair
}

function slopeAt(values: Float64Array, method: Smoothing, [alpha, beta]: Pair): Slope {
  let { level, trend } = startOf(values, method)
  let squares = 0
  // How level and trend change with alpha (A) and beta (B), and how that changes with them.
  let [levelA, levelB, levelAA, levelAB, levelBB] = [0, 0, 0, 0, 0]
  let [trendA, trendB, trendAA, trendAB, trendBB] = [0, 0, 0, 0, 0]
  let [gradientA, gradientB, curveAA, curveAB, curveBB, scaleA, scaleB] = [0, 0, 0, 0, 0, 0, 0]
  for (let i = START[method]; i < values.length; i++) {
    const error = values[i]! - level - trend
    const errorA = -levelA - trendA
    const errorB = -levelB - trendB
    const errorAA = -levelAA - trendAA
    const errorAB = -levelAB - trendAB
    const errorBB = -levelBB - trendBB
    squares += error * error
    gradientA += errorA * error
    gradientB += errorB * error
    scaleA += errorA * errorA
    scaleB += errorB * errorB
    curveAA += errorA * errorA + error * errorAA
    curveAB += errorA * errorB + error * errorAB
    curveBB += errorB * errorB + error * errorBB
    level += trend + alpha * error
    levelA += trendA + error + alpha * errorA
    levelB += trendB + alpha * errorB
    levelAA += trendAA + 2 * errorA + alpha * errorAA
    levelAB += trendAB + errorB + alpha * errorAB
    levelBB += trendBB + alpha * errorBB
    trend += alpha * beta * error
    trendA += beta * (error + alpha * errorA)
    trendB += alpha * (error + beta * errorB)
    trendAA += beta * (2 * errorA + alpha * errorAA)
    trendAB += error + alpha * errorA + beta * (errorB + alpha * errorAB)
    trendBB += alpha * (2 * errorB + beta * errorBB)
  }
  return {
    squares,
    gradient: [gradientA, gradientB],
    curvature: [curveAA, curveAB, curveBB],
    scale: [scaleA, scaleB],
  }
}

/**
 * A step of Newton's method, damped where it would rise (Marquardt, SIAM Journal on Applied Mathematics 11(2), 1963), that
 * stays within 0 and 1. What is at an end and would go beyond stays there, and what has no lowest point waits for damping.
 */
function lower(
  at: Pair,
  { gradient, curvature, scale }: Slope,
  damping: number,
  isFree: readonly [boolean, boolean],
): Pair {
  const canMove = (k: 0 | 1): boolean =>
    isFree[k] && !(at[k] <= 0 && gradient[k] > 0) && !(at[k] >= 1 && gradient[k] < 0)
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  const curveA = curvature[0] + damping * scale[0]
  const curveB = curvature[2] + damping * scale[1]
  const both = curvature[1]
  const determinant = curveA * curveB - both * both
  if (canMove(0) && canMove(1) && curveA > 0 && determinant > 1e-14 * curveA * curveB) {
    return [
      within(at[0] - (curveB * gradient[0] - both * gradient[1]) / determinant),
      within(at[1] - (curveA * gradient[1] - both * gradient[0]) / determinant),
    ]
  }
  return [
    canMove(0) && curveA > 0 ? within(at[0] - gradient[0] / curveA) : at[0],
    canMove(1) && curveB > 0 ? within(at[1] - gradient[1] / curveB) : at[1],
  ]
}

/**
 * The forecasts of the next periods and their standard errors: the errors of one period come again, and what each has
 * moved level and trend by goes on. Their variance is the sum of their squares over freedomOf. Hyndman, Koehler, Ord and Snyder,
 * “Forecasting with Exponential Smoothing”, 2008, 6.3, class 1.
 */
export function forecasts(fit: Smoothed, periods: number): { value: number; error: number }[] {
  const { alpha, beta, level, trend, squares } = fit
  const variance = squares / freedomOf(fit)
  let spread = 1
  return Array.from({ length: periods }, (_, i) => {
    if (i > 0) spread += (alpha * (1 + i * beta)) ** 2
    return { value: level + (i + 1) * trend, error: Math.sqrt(variance * spread) }
  })
}

/** The degrees of freedom of the errors: weights that were fitted have taken up one each, but one is always left. */
export function freedomOf({ errors, told }: Pick<Smoothed, 'errors' | 'told'>): number {
  return Math.max(1, errors - told)
}

/** By how much the last values are missed from those before them alone: all together, and their own size. */
export interface Trial extends Record<Smoothing, number> {
  count: number
  size: number
  /** The last value before them, simply repeated. */
  repeated: number
}

/** On a third of the values, 12 at most; null where that is one alone. */
export function triedOn(values: Float64Array, given: GivenWeights): Trial | null {
  const count = Math.min(12, Math.floor(values.length / 3))
  if (count < 2) return null
  const known = values.subarray(0, values.length - count)
  const held = values.subarray(known.length)
  const missed = (by: (i: number) => number): number => sum(held.map((value, i) => Math.abs(value - by(i))))
  const missedBy = (method: Smoothing): number => {
    const found = forecasts(fitted(known, method, given), count)
    return missed((i) => found[i]!.value)
  }
  const last = known[known.length - 1]!
  return {
    count,
    size: missed(() => 0),
    repeated: missed(() => last),
    simple: missedBy('simple'),
    holt: missedBy('holt'),
  }
}
