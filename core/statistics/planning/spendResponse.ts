import { solvePositive } from '../numerics/cholesky.ts'
import { leastSquares, type CurveAt, type Limits } from '../numerics/leastSquares.ts'
import { nonNegative } from '../numerics/nonNegative.ts'
import { carriedOver, slopeByDecay } from './carryOver.ts'

/** How results answer to the spend of one channel, kept up in each period: most * spend / (spend + half). */
export interface ChannelResponse {
  decay: number
  half: number
  most: number
}

export interface SpendFit {
  /** What would come in each period without any spend. */
  base: number
  channels: ChannelResponse[]
  /** The sum of the squares of what the model leaves of the results. */
  squares: number
}

/**
 * The model results = base + the sum over channels of most * a / (a + half), where a is the spend carried over with decay,
 * its weights adding up to 1; nothing is below 0. By least squares: first the best of a grid, one channel at a time and from
 * several starts, with the exact base and most for each place of it; from the best of these down to the nearest least.
 * `spend` has a column for each channel, in order of time. Jin and others, “Bayesian Methods for Media Mix Modeling with
 * Carryover and Shape Effects”, Google, 2017, with a shape of 1.
 */
export function fitSpend(spend: readonly Float64Array[], results: Float64Array): SpendFit {
  const fits = gridStarts(spend, results).map((start) => descend(spend, results, start, FEW_ROUNDS))
  const best = fits.reduce((best, fit) => (fit.squares < best.squares ? fit : best))
  return descend(spend, results, best, MOST_ROUNDS)
}

/** The fit again without one channel, on from where the others are. */
export function fitWithout(
  spend: readonly Float64Array[],
  results: Float64Array,
  fit: SpendFit,
  left: number,
): SpendFit {
  const others = <T>(values: readonly T[]) => values.filter((_, i) => i !== left)
  return descend(others(spend), results, { ...fit, channels: others(fit.channels) }, FEW_ROUNDS)
}

/**
 * The standard error of what each channel has brought in all, by the slopes of the model at the fit (the delta method);
 * Infinity where the data do not tell its parameters apart. A parameter at a limit counts as known, and so do all of a
 * channel that brings nothing; but not the base, as what it lacks may have gone to a channel.
 * Seber and Wild, “Nonlinear Regression”, 1989, section 2.1.
 */
export function responseErrors(spend: readonly Float64Array[], results: Float64Array, fit: SpendFit): Float64Array {
  const at = Float64Array.from([fit.base, ...fit.channels.flatMap(({ most, decay, half }) => [most, decay, half])])
  const { low, high } = limitsOf(spend)
  const { slopes } = modelAt(spend, results, at)
  const isFree = (i: number) => {
    if (i === 0) return true
    return fit.channels[Math.floor((i - 1) / 3)]!.most > 0 && at[i]! > low[i]! && at[i]! < high[i]!
  }
  const free = slopes.flatMap((_, i) => (isFree(i) ? [i] : []))
  const products = free.flatMap((i) => free.map((k) => dot(slopes[i]!, slopes[k]!)))
  const sizes = free.map((_, row) => products[row * free.length + row]!)
  const isExact = fit.squares <= EXACT * dot(results, results)
  const variance = isExact ? 0 : fit.squares / Math.max(1, results.length - free.length)
  return Float64Array.from(spend, (_, channel) => {
    // What a channel has brought rises with its parameters as the sum of their slopes over the periods.
    const rise = free.map((i) => (i > 0 && Math.floor((i - 1) / 3) === channel ? sumOf(slopes[i]!) : 0))
    const solved = solvePositive(products, sizes, rise)
    return solved ? Math.sqrt(variance * dot(solved, Float64Array.from(rise))) : Infinity
  })
}

/** What is left of results that follow the model to all their digits. */
const EXACT = 1e-24

/** The spend of a channel that is at work in each period. */
export function atWork(spend: Float64Array, decay: number): Float64Array {
  return carriedOver(spend, decay, 1 - decay)
}

/** What one more unit of spend per period brings, where so much is spent. */
export function marginalReturn({ half, most }: Pick<ChannelResponse, 'half' | 'most'>, spend: number): number {
  return (most * half) / (spend + half) ** 2
}

/** A dozen or two are the rule, and after some dozens it shows which start leads lowest. */
const FEW_ROUNDS = 60
/** Where noise is large and curves are much alike, the last way is long. */
const MOST_ROUNDS = 1000

const DECAYS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
/** Of the largest spend of a period. */
const HALVES = [0.02, 0.06, 0.15, 0.3, 0.5, 0.8, 1.3, 2.5, 5, 10]
const LONGEST_DECAY = 0.95
const LEAST_HALF = 0.005
const MOST_HALF = 10
const GRID = DECAYS.length * HALVES.length
const BEST_STARTS = 4

/** The decay and half of place `at` of the grid. */
function onGrid(at: number, largest: number): { decay: number; half: number } {
  return { decay: DECAYS[Math.floor(at / HALVES.length)]!, half: HALVES[at % HALVES.length]! * largest }
}

/** The lowest places of the grid that searches from several of its places come to. */
function gridStarts(spend: readonly Float64Array[], results: Float64Array): SpendFit[] {
  const squaresAt = gridSquares(spend, results)
  const found = new Map<string, { places: number[]; squares: number }>()
  for (const decay of [0, 3, 6, 9]) {
    for (const half of [1, 4, 8]) {
      const places = spend.map(() => decay * HALVES.length + half)
      const squares = searchGrid(places, squaresAt)
      found.set(places.join(), { places, squares })
    }
  }
  const best = [...found.values()].sort((a, b) => a.squares - b.squares).slice(0, BEST_STARTS)
  return best.map(({ places }) => {
    const { base, most } = squaresAt(places)
    const channels = spend.map((amounts, i) => ({ ...onGrid(places[i]!, largestOf(amounts)), most: most[i]! }))
    return { base, channels, squares: Infinity }
  })
}

/** Moves one channel at a time to its best place, given the others, until all are there. */
function searchGrid(places: number[], squaresAt: ReturnType<typeof gridSquares>): number {
  let { squares } = squaresAt(places)
  for (let sweep = 0, isMoved = true; isMoved && sweep < MOST_SWEEPS; sweep++) {
    isMoved = false
    for (let i = 0; i < places.length; i++) {
      const own = places[i]!
      let best = own
      for (let place = 0; place < GRID; place++) {
        places[i] = place
        const there = squaresAt(places)
        if (there.squares < squares * (1 - 1e-9)) [best, squares] = [place, there.squares]
      }
      places[i] = best
      isMoved = isMoved || best !== own
    }
  }
  return squares
}

const MOST_SWEEPS = 20

/** The squares that are left at places of the grid, one for each channel, with the best base and most for them. */
function gridSquares(spend: readonly Float64Array[], results: Float64Array) {
  const size = spend.length
  const count = size * GRID + 1
  const columns = spend.flatMap((amounts) =>
    Array.from({ length: GRID }, (_, place) => {
      const { decay, half } = onGrid(place, largestOf(amounts))
      return atWork(amounts, decay).map((a) => a / (a + half))
    }),
  )
  columns.push(new Float64Array(results.length).fill(1))
  const withResults = Float64Array.from(columns, (column) => dot(column, results))
  const total = dot(results, results)
  // The same products come again and again, and not all of them are ever needed.
  const known = new Float64Array(count * count).fill(NaN)
  const product = (a: number, b: number): number => {
    const at = a < b ? a * count + b : b * count + a
    if (Number.isNaN(known[at])) known[at] = dot(columns[a]!, columns[b]!)
    return known[at]!
  }
  const all = Array.from({ length: size + 1 }, (_, i) => i)
  let likely = all
  const chosen = new Int32Array(size + 1)
  const gram = new Float64Array((size + 1) ** 2)
  const moments = new Float64Array(size + 1)
  return (places: readonly number[]) => {
    for (let i = 0; i < size; i++) chosen[i] = i * GRID + places[i]!
    chosen[size] = count - 1
    for (let i = 0; i <= size; i++) {
      moments[i] = withResults[chosen[i]!]!
      for (let k = 0; k <= i; k++) {
        gram[i * (size + 1) + k] = gram[k * (size + 1) + i] = product(chosen[i]!, chosen[k]!)
      }
    }
    const most = nonNegative(gram, moments, likely)
    likely = all.filter((i) => most[i]! > 0)
    return { squares: total - dot(most, moments), base: most[size]!, most }
  }
}

/** Down to the nearest least. The parameters are the base, and most, decay and half of each channel. */
function descend(
  spend: readonly Float64Array[],
  results: Float64Array,
  { base, channels }: SpendFit,
  rounds: number,
): SpendFit {
  const limits: Limits = {
    ...limitsOf(spend),
    rounding: 1e-29 * dot(results, results),
    rounds,
  }
  const start = [base, ...channels.flatMap(({ most, decay, half }) => [most, decay, half])]
  const { at, squares } = leastSquares(start, limits, (at) => modelAt(spend, results, at))
  return {
    base: at[0]!,
    channels: spend.map((_, i) => ({ most: at[3 * i + 1]!, decay: at[3 * i + 2]!, half: at[3 * i + 3]! })),
    squares,
  }
}

function limitsOf(spend: readonly Float64Array[]): Pick<Limits, 'low' | 'high'> {
  const largest = spend.map(largestOf)
  return {
    low: [0, ...largest.flatMap((amount) => [0, 0, LEAST_HALF * amount])],
    high: [Infinity, ...largest.flatMap((amount) => [Infinity, LONGEST_DECAY, MOST_HALF * amount])],
  }
}

function modelAt(spend: readonly Float64Array[], results: Float64Array, at: Float64Array): CurveAt {
  const residuals = results.map((result) => result - at[0]!)
  const slopes = [new Float64Array(results.length).fill(1)]
  spend.forEach((amounts, i) => {
    const [most, decay, half] = [at[3 * i + 1]!, at[3 * i + 2]!, at[3 * i + 3]!]
    const working = atWork(amounts, decay)
    const byDecay = slopeByDecay(amounts, working, decay)
    const own = [0, 1, 2].map(() => new Float64Array(results.length))
    working.forEach((a, t) => {
      const share = a / (a + half)
      residuals[t]! -= most * share
      own[0]![t] = share
      own[1]![t] = ((most * half) / (a + half) ** 2) * byDecay[t]!
      own[2]![t] = (-most * a) / (a + half) ** 2
    })
    slopes.push(...own)
  })
  return { residuals, slopes }
}

function largestOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}

function sumOf(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
