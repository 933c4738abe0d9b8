import cdf from '@stdlib/stats-base-dists-normal-cdf'
import type { GammaAmounts } from './gammaGamma.ts'
import { incompleteBeta } from '../numerics/incompleteBeta.ts'

/** What the orders of a customer come to: the same each, or as the gamma-gamma model has it. */
export type Amounts = number | GammaAmounts

/**
 * The least and the most that the orders of a customer will come to, but for one time in twenty: half of these below and
 * half above, or all of them above where nothing at all is likelier than half of them. `alive` is the chance that the
 * customer has not left, and `chances` are those of 1, 2, 3 … orders or more where so.
 */
export function moneyLimits(
  alive: number,
  chances: readonly number[],
  amounts: Amounts,
): { low: number; high: number } {
  const some = alive * (chances[0] ?? 0)
  const hasLow = 1 - some < OUTSIDE / 2
  const above = hasLow ? OUTSIDE / 2 : OUTSIDE
  const quantile = typeof amounts === 'number' ? countedBy(amounts) : mixed(amounts)
  return {
    low: hasLow ? quantile(alive, chances, 1 - OUTSIDE / 2) : 0,
    high: some > above ? quantile(alive, chances, above) : 0,
  }
}

const OUTSIDE = 0.05

/** The amount that is exceeded with this chance, which is less than that of any order. */
type Exceeded = (alive: number, chances: readonly number[], chance: number) => number

function countedBy(amount: number): Exceeded {
  return (alive, chances, chance) => {
    const orders = chances.findIndex((more) => alive * more <= chance)
    return amount * (orders < 0 ? chances.length : orders)
  }
}

/**
 * The sum of n amounts over the scale is one gamma variate over another, of shapes p n and `shape`. Large numbers of
 * orders are taken together as far as the spread of their sums hides it.
 */
function mixed({ p, shape, scale }: GammaAmounts): Exceeded {
  return (alive, chances, chance) => {
    const { counts, weights } = together(chances, (n) => Math.sqrt(1 / (p * n) + 1 / shape) / 1.5)
    const exceeding = (tailOf: typeof ratioTail) => (log: number) => {
      const x = Math.exp(log)
      let total = 0
      for (let k = 0; k < counts.length; k++) total += weights[k]! * tailOf(p * counts[k]!, shape, x)
      return Math.max(LEAST, Math.log((alive * total) / chance))
    }
    const orders = counts.reduce((sum, count, k) => sum + count * weights[k]!, 0) / chances[0]!
    const middle = Math.log((p * orders) / shape)
    // The rough chances have no sense for the smallest shapes.
    const near = p < 1 ? middle : zeroOfFalling(exceeding(roughTail), middle, 0.5, 1e-3)
    return scale * Math.exp(zeroOfFalling(exceeding(ratioTail), near, p < 1 ? 0.5 : 0.01, 1e-11))
  }
}

/** The logarithm of a share that is as good as 0. */
const LEAST = -700

/**
 * Numbers of orders with their chances. Those that differ by no more than a share stand for each other, half of them for
 * those above their mean and half for those below, so that mean and variance stay.
 */
function together(chances: readonly number[], widest: (n: number) => number): { counts: number[]; weights: number[] } {
  const counts: number[] = []
  const weights: number[] = []
  for (let n = 1; n <= chances.length;) {
    const next = Math.min(chances.length + 1, Math.max(n + 1, Math.floor(n * (1 + widest(n)))))
    const weight = chances[n - 1]! - (chances[next - 1] ?? 0)
    let orders = 0
    let squared = 0
    for (let k = n; k < next; k++) {
      const chance = chances[k - 1]! - (chances[k] ?? 0)
      orders += chance * k
      squared += chance * k * k
    }
    const mean = orders / weight
    const deviation = next === n + 1 ? 0 : Math.sqrt(Math.max(0, squared / weight - mean * mean))
    if (weight > 0 && deviation === 0) {
      counts.push(mean)
      weights.push(weight)
    } else if (weight > 0) {
      counts.push(mean - deviation, mean + deviation)
      weights.push(weight / 2, weight / 2)
    }
    n = next
  }
  return { counts, weights }
}

/**
 * Where a function that falls crosses 0, near a start: between two places on either side, by the Illinois form of regula
 * falsi (Dowell and Jarratt, BIT 11(2), 1971), halved every fourth time as the function may fall in steps.
 */
function zeroOfFalling(f: (x: number) => number, start: number, first: number, tolerance: number): number {
  let [low, high] = [start, start]
  let atLow = f(start)
  let atHigh = atLow
  for (let step = first; atLow < 0; step *= 2) {
    ;[high, atHigh] = [low, atLow]
    atLow = f((low -= step))
  }
  for (let step = first; atHigh >= 0; step *= 2) {
    ;[low, atLow] = [high, atHigh]
    atHigh = f((high += step))
  }
  let before = 0
  for (let round = 1; high - low > tolerance; round++) {
    const x = round % 4 === 0 ? (low + high) / 2 : low + ((high - low) * atLow) / (atLow - atHigh)
    const value = f(x)
    if (Math.abs(value) < tolerance) return x
    // An end that stays twice counts for half.
    if (value > 0) [low, atLow, atHigh] = [x, value, before > 0 ? atHigh / 2 : atHigh]
    else [high, atHigh, atLow] = [x, value, before < 0 ? atLow / 2 : atLow]
    before = value
  }
  return (low + high) / 2
}

/** The chance that one gamma variate is more than x times another one. */
function ratioTail(a: number, b: number, x: number): number {
  if (Math.min(a, b) > LARGE) return roughTail(a, b, x)
  return incompleteBeta(b, a, 1 / (1 + x), x / (1 + x))
}

/** From these shapes on Paulson’s formula is right to a chance of one in a million. */
const LARGE = 1000

/** The same roughly: cube roots of gamma variates are nearly normal. Paulson, Annals of Mathematical Statistics 13(2), 1942. */
function roughTail(a: number, b: number, x: number): number {
  const root = Math.cbrt((x * b) / a)
  const [above, below] = [1 / (9 * a), 1 / (9 * b)]
  return cdf(-((1 - below) * root - (1 - above)) / Math.sqrt(below * root * root + above), 0, 1)
}

/** The mean square of what so many orders come to, of which these are the mean and the mean square. Infinity where it has no end. */
export function meanSquare(orders: number, ordersSquared: number, amounts: Amounts): number {
  if (typeof amounts === 'number') return amounts * amounts * ordersSquared
  const { p, shape, scale } = amounts
  if (shape <= 2) return Infinity
  return ((scale / (shape - 1)) * scale * p * (p * ordersSquared + orders)) / (shape - 2)
}
