import type { Formula } from './bundles.ts'
import { randomFrom, shortest } from './measure.ts'

/** Ten variants of which one is small, so that all are tested exactly: about as many ways as are taken. */
export function exactTest({ VARIANTS_TEST }: Record<string, Formula>, runs: number): number {
  const names = [...'ABCDEFGHIJ'].map((name) => [name])
  const visitors = [520, 498, 505, 511, 487, 502, 496, 509, 491, 40].map((count) => [count])
  const conversions = [12, 9, 15, 8, 11, 7, 13, 10, 6, 3].map((count) => [count])
  return shortest(runs, () => VARIANTS_TEST!(names, visitors, conversions, null, null))
}

/** A million visitors of each variant, and a prior in fractions or not. */
export function beliefs({ AB_BAYES }: Record<string, Formula>, prior: number | null, runs: number): number {
  return shortest(runs, () => AB_BAYES!(1_000_000, 100_000, 1_000_000, 101_000, prior, prior))
}

/** Revenue of a million visitors of each variant, most of whom bought nothing. */
export function meansOfMany({ MEAN_TEST }: Record<string, Formula>, visitors: number, runs: number): number {
  const random = randomFrom(3)
  const revenue = () => Array.from({ length: visitors }, () => [random() < 0.95 ? 0 : Math.round(1e4 * random()) / 100])
  const [a, b] = [revenue(), revenue()]
  return shortest(runs, () => MEAN_TEST!(a, b, null, null))
}
