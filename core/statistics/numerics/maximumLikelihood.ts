import { solvePositive } from './cholesky.ts'

/** A function of several variables at one place. */
export interface Point {
  value: number
  gradient: Float64Array
  /** Second derivatives, row by row. */
  hessian: Float64Array
}

/** How a search for a maximum ended. */
export interface Outcome {
  value: number
  /** Whether this is a summit: false where the function still rises towards a place without end. */
  converged: boolean
  /** Whether nothing worth mentioning is left to gain, at a summit or on the way to a place without end. */
  settled: boolean
}

export interface Maximum extends Outcome {
  at: Float64Array
  /** Which start led there. */
  start: readonly number[]
}

/** The maximum of a likelihood over the logarithms of its parameters: the highest place that these starts lead to. */
export function maximise(starts: readonly (readonly number[])[], pointAt: (at: Float64Array) => Point): Maximum {
  const [first, ...others] = starts.map((start) => climb(start, pointAt))
  return others.reduce((best, found) => {
    const gain = found.value - best.value
    return gain > EQUAL || (gain > -EQUAL && found.converged && !best.converged) ? found : best
  }, first!)
}

/**
 * The way up from one place by Newton’s method: damped until a step rises
 * (Marquardt, SIAM Journal on Applied Mathematics 11(2), 1963), and ending in full steps where the function is concave
 * and the summit so near that the height tells nothing more. It always ends.
 */
function climb(start: readonly number[], pointAt: (at: Float64Array) => Point): Maximum {
  let at: Float64Array = Float64Array.from(start)
  let point = pointAt(at)
  let damping = 0
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const newton = newtonStep(point, 0)
    if (newton && dot(newton, point.gradient) < FLAT * (1 + Math.abs(point.value))) {
      // On the way to a place without end the rise fades away, but the steps stay long.
      if (largest(newton) > NEAR) break
      at = moved(at, newton, 1)
      const last = newtonStep(pointAt(at), 0)
      if (last && largest(last) <= largest(newton)) at = moved(at, last, 1)
      return { at, start, value: pointAt(at).value, converged: true, settled: true }
    }
    const step = damping === 0 && newton ? newton : newtonStep(point, (damping = Math.max(damping, LEAST_DAMPING)))
    if (step) {
      const length = largest(step)
      const share = length > LONGEST_STEP ? LONGEST_STEP / length : 1
      const next = moved(at, step, share)
      const there = largest(next) <= FARTHEST ? pointAt(next) : undefined
      if (there && there.value >= point.value) {
        at = next
        point = there
        damping = damping > LEAST_DAMPING ? damping / 10 : 0
        continue
      }
    }
    damping = Math.max(LEAST_DAMPING, damping * 10)
    if (damping > MOST_DAMPING) break
  }
  return { at, start, value: point.value, converged: false, settled: largest(point.gradient) < GAIN }
}

/** Places as high as each other, but for rounding. */
const EQUAL = 1e-6
const MOST_ROUNDS = 200
/** A step of 1e-3 in a logarithm: each full step from there squares the error. */
const NEAR = 1e-3
/** A rise of this share of the log-likelihood is rounding. */
const FLAT = 1e-12
/** A log-likelihood has settled where e times a parameter gains no more than this: no data tell such a difference. */
const GAIN = 0.1
const LONGEST_STEP = 2
/** Beyond e^25 a parameter is without end. */
const FARTHEST = 25
const LEAST_DAMPING = 1e-3
const MOST_DAMPING = 1e6

/** The step to the summit of the parabola through the point; undefined where the damped parabola has none. */
function newtonStep({ gradient, hessian }: Point, damping: number): Float64Array | undefined {
  const n = gradient.length
  const curvature = hessian.map((second) => -second)
  const sizes = gradient.map((_, i) => curvature[i * n + i]!)
  sizes.forEach((own, i) => (curvature[i * n + i] = own + damping * Math.max(Math.abs(own), 1e-8)))
  return solvePositive(curvature, sizes, gradient)
}

/**
 * The variance of a quantity that follows from the estimates, by its slopes there (the delta method), where the likelihood
 * has these second derivatives. A direction in which it is flat is taken for one where an estimate is known to a factor of
 * e to the 5. Undefined where it has no summit.
 */
export function varianceAt(slopes: Float64Array, hessian: Float64Array): number | undefined {
  const point = { value: 0, gradient: slopes, hessian }
  const vague = hessian.map((second, i) => (i % (slopes.length + 1) === 0 ? second - VAGUE ** -2 : second))
  const step = newtonStep(point, 0) ?? newtonStep({ ...point, hessian: vague }, 0)
  return step && dot(step, slopes)
}

const VAGUE = 5

function moved(at: Float64Array, step: Float64Array, share: number): Float64Array {
  return at.map((value, i) => value + share * step[i]!)
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0)
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
