import cdf from '@stdlib/stats-base-dists-normal-cdf'
import { zOf } from '../inference/normal.ts'
import { smallestFound } from './smallest.ts'

/** The risk of finding a difference where there is none, and the chance of finding one that is there. */
export interface Certainty {
  alpha: number
  power: number
}

/**
 * How many each of two groups needs, not rounded, so that a two-sided test probably finds that one rate is not the other.
 * With the mean of both rates (pooled) where they count as alike: Fleiss, Levin and Paik, “Statistical Methods for Rates
 * and Proportions”, 3rd edition, 2003, chapter 4; R’s power.prop.test.
 */
export function rateSampleSize(base: number, target: number, { alpha, power }: Certainty): number {
  const byChance = zOf(1 - alpha) * Math.sqrt(2 * variance((base + target) / 2))
  // The quantile of `power` is half the width of an interval of confidence 2 x power - 1.
  const toBeFound = zOf(2 * power - 1) * Math.sqrt(variance(base) + variance(target))
  return ((byChance + toBeFound) / (target - base)) ** 2
}

/** The same the other way round: the chance that groups of this size find it, on the side where it is. */
export function ratePower(size: number, base: number, target: number, alpha: number): number {
  const byChance = zOf(1 - alpha) * Math.sqrt(2 * variance((base + target) / 2))
  const apart = Math.sqrt(size) * Math.abs(target - base)
  const error = Math.sqrt(variance(base) + variance(target))
  // From 0 to 1 nothing is left to chance.
  if (error === 0) return apart > byChance ? 1 : 0
  return cdf((apart - byChance) / error, 0, 1)
}

/**
 * The smallest lift of a base rate that groups of this size probably find, `furthest` being the largest there is: the
 * rate is 1 then, or 0. NaN where not even that is found. The larger the lift, the fewer it needs.
 */
export function detectableRateLift(size: number, base: number, furthest: number, certainty: Certainty): number {
  return smallestFound((lift) => rateSampleSize(base, liftedRate(base, lift), certainty) <= size, furthest)
}

/** A rate that rises by so much of itself; above 1 where it cannot. */
export function liftedRate(base: number, lift: number): number {
  const lifted = base * (1 + lift)
  // 0.7 x (1 + 3/7) is 1: rounding of the product is no impossible rate.
  return lifted > 1 && lifted < 1 + 1e-12 ? 1 : lifted
}

function variance(rate: number): number {
  return rate * (1 - rate)
}
