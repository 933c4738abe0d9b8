import { excelFunctions, type Formula } from './bundles.ts'
import { inYardsticks, type Line } from './lines.ts'
import { besideYardstick, randomFrom, type Turns } from './measure.ts'

/** Tests of variants. */
export function experiments(): Line[] {
  const functions = excelFunctions()
  return [
    inYardsticks('VARIANTS_TEST, exact, ten variants with 104 conversions, Excel bundle', exactTest(functions, 25), 10),
    inYardsticks('AB_BAYES, a million visitors of each, Excel bundle', beliefs(functions, null, 25), 10),
    inYardsticks('the same with a prior in fractions', beliefs(functions, 0.5, 25), 10),
    inYardsticks('MEAN_TEST, 1,000,000 visitors of each, Excel bundle', meansOfMany(functions, 1_000_000, 5), 100),
  ]
}

/** Ten variants of which one is small, so that all are tested exactly: about as many ways as are taken. */
function exactTest({ VARIANTS_TEST }: Record<string, Formula>, runs: number): Turns {
  const names = [...'ABCDEFGHIJ'].map((name) => [name])
  const visitors = [520, 498, 505, 511, 487, 502, 496, 509, 491, 40].map((count) => [count])
  const conversions = [12, 9, 15, 8, 11, 7, 13, 10, 6, 3].map((count) => [count])
  return besideYardstick(runs, () => VARIANTS_TEST!(names, visitors, conversions, null, null))
}

/** A million visitors of each variant, and a prior in fractions or not. */
function beliefs({ AB_BAYES }: Record<string, Formula>, prior: number | null, runs: number): Turns {
  return besideYardstick(runs, () => AB_BAYES!(1_000_000, 100_000, 1_000_000, 101_000, prior, prior))
}

/** Revenue of a million visitors of each variant, most of whom bought nothing. */
function meansOfMany({ MEAN_TEST }: Record<string, Formula>, visitors: number, runs: number): Turns {
  const random = randomFrom(3)
  const revenue = () => Array.from({ length: visitors }, () => [random() < 0.95 ? 0 : Math.round(1e4 * random()) / 100])
  const [a, b] = [revenue(), revenue()]
  return besideYardstick(runs, () => MEAN_TEST!(a, b, null, null))
}
