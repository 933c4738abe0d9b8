import { incompleteBeta } from '../numerics/incompleteBeta.ts'
import { betaMean } from '../numerics/betaMean.ts'

/** What is believed of a rate: a beta distribution with so many successes and failures, which may be fractions. */
export interface Belief {
  successes: number
  failures: number
}

/**
 * The chance that the rate of the second is the higher one. Of whole numbers it is a sum over the ways to mix two rows
 * of random numbers, in which the successes are places: the first is lower where enough of its own come before.
 * Altham, Journal of the Royal Statistical Society B 31(2), 1969; Miller, “Formulas for Bayesian A/B Testing”, 2015, has
 * the same as a longer sum. Of fractions it is the mean, over the narrower one, of how much of the other lies on its side.
 */
export function chanceHigher(first: Belief, second: Belief): number {
  const { successes: a, failures: b } = first
  const { successes: c, failures: d } = second
  if ([a, b, c, d].every(Number.isInteger)) return aboveHypergeometric(a, a + b - 1, c + d - 1, a + c - 1)
  if (a + b > c + d) return betaMean(a, b)((p, q) => incompleteBeta(d, c, q, p))
  return betaMean(c, d)((p, q) => incompleteBeta(a, b, p, q))
}

/**
 * How much rate is lost, on average over all that is believed, by who keeps the first where the second is higher.
 * Stucchio, “Bayesian A/B Testing at VWO”, 2015.
 */
export function expectedLoss(first: Belief, second: Belief): number {
  const gain = meanOf(second) * chanceHigher(first, { ...second, successes: second.successes + 1 })
  const given = meanOf(first) * chanceHigher({ ...first, successes: first.successes + 1 }, second)
  return Math.max(0, gain - given)
}

function meanOf({ successes, failures }: Belief): number {
  return successes / (successes + failures)
}

/** The chance of at least `least` of the marked ones among `drawn` of `marked` and `others`. */
function aboveHypergeometric(least: number, marked: number, others: number, drawn: number): number {
  const from = Math.max(0, drawn - others)
  const to = Math.min(marked, drawn)
  const mode = Math.floor(((drawn + 1) * (marked + 1)) / (marked + others + 2))
  const toNext = (x: number): number => ((marked - x) * (drawn - x)) / ((x + 1) * (others - drawn + x + 1))
  let above = 0
  let below = 0
  // Relative to the most likely number, so that none is too large and those that vanish do not matter.
  const take = (x: number, likelihood: number): void => {
    if (x >= least) above += likelihood
    else below += likelihood
  }
  for (let x = mode, likelihood = 1; x <= to && likelihood > NOTHING; x++) {
    take(x, likelihood)
    likelihood *= toNext(x)
  }
  for (let x = mode, likelihood = 1; x > from && likelihood > NOTHING; x--) {
    likelihood /= toNext(x - 1)
    take(x - 1, likelihood)
  }
  return above / (above + below)
}

/** Below, numbers lose their digits, and no longer become smaller. */
const NOTHING = 1e-300
