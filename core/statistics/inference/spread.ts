import cdf from '@stdlib/stats-base-dists-normal-cdf'
import { quantileOfNormal } from './normal.ts'

/** What is known of an input: the least and the most that it may be, and what it is most likely. */
export interface Spread {
  low: number
  likely: number
  high: number
}

/** The value of an input below which it lies with chance p. */
export type Quantile = (p: number) => number

/** From low to high, most likely at `likely`, in straight lines. Likely need not lie in the middle. */
export function triangular({ low, likely, high }: Spread): Quantile {
  const width = high - low
  if (width === 0) return () => low
  const below = (likely - low) / width
  return (p) =>
    p < below ? low + Math.sqrt(p * width * (likely - low)) : high - Math.sqrt((1 - p) * width * (high - likely))
}

/** Every value from low to high is as likely. */
export function uniform({ low, high }: Spread): Quantile {
  return (p) => low + p * (high - low)
}

/**
 * A bell around `likely`: one value in ten lies below low and one above high where these are as far from it. What lies
 * outside of the limits does not occur.
 */
export function bell({ low, likely, high }: Spread, min: number, max: number): Quantile {
  const deviation = (high - low) / (2 * Z90)
  if (deviation === 0) return () => likely
  const [from, to] = [cdf(min, likely, deviation), cdf(max, likely, deviation)]
  return (p) => Math.min(max, Math.max(min, likely + deviation * quantileOfNormal(from + p * (to - from))))
}

/** The normal quantile of 0.9. */
const Z90 = 1.2815515655446004
