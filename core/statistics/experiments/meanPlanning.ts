import { aboveNoncentralT } from '../inference/noncentralT.ts'
import { zOf } from '../inference/normal.ts'
import { tOf } from '../inference/studentT.ts'
import type { Certainty } from './ratePlanning.ts'
import { smallestEnough, smallestFound } from './smallest.ts'

/**
 * The chance that a two-sided t test of two groups of this size finds a difference of their means, on the side where it
 * is, for a difference in standard deviations of a single value. R’s power.t.test; Cohen, “Statistical Power Analysis for
 * the Behavioral Sciences”, 2nd edition, 1988, chapter 2.
 */
export function meanPower(size: number, alpha: number): (effect: number) => number {
  const freedom = 2 * (Math.min(size, ALIKE) - 1)
  const t = tOf(1 - alpha, freedom)
  return (effect) => aboveNoncentralT(t, freedom, Math.sqrt(size / 2) * Math.abs(effect))
}

/** How many each of two groups needs, at least 2, so that the test probably finds the difference. */
export function meanSampleSize(effect: number, { alpha, power }: Certainty): number {
  // By the normal curve some fewer seem to be enough.
  const byNormal = 2 * ((zOf(1 - alpha) + zOf(2 * power - 1)) / effect) ** 2
  if (byNormal > ALIKE) return Math.ceil(byNormal)
  return smallestEnough((size) => meanPower(size, alpha)(effect) >= power, 2, Math.floor(byNormal))
}

/** Among so many, Student’s t and the normal curve are one to all digits. */
const ALIKE = 1e12

/** The smallest lift of a mean that groups of this size probably find; for a fall it is the same. */
export function detectableMeanLift(size: number, mean: number, deviation: number, certainty: Certainty): number {
  const powerOf = meanPower(size, certainty.alpha)
  const isFound = (lift: number): boolean => powerOf(effectOf(mean, lift, deviation)) >= certainty.power
  let furthest = Math.max(deviation / mean, Number.MIN_VALUE)
  while (!isFound(furthest)) furthest *= 2
  return smallestFound(isFound, furthest)
}

/** By how many standard deviations of a single value the mean moves. */
export function effectOf(mean: number, lift: number, deviation: number): number {
  return (mean * lift) / deviation
}
