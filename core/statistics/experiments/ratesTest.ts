import { chiSquareP, pearson } from '../inference/chiSquare.ts'
import { fisherExact } from '../inference/fisherExact.ts'
import { freemanHalton } from './freemanHalton.ts'
import { FEWEST_EXPECTED } from './rateTest.ts'

/** How likely so uneven rates would be if all were alike, and by which test. */
export interface RatesTest {
  p: number
  /** Rough is the chi-square test of small counts, where the exact one would take too long. */
  method: 'chi-square' | 'exact' | 'rough'
}

/**
 * Whether several groups convert alike: Pearson’s chi-square test of all together, or the exact test in small samples.
 * Some must convert, and some must not.
 */
export function ratesTest(successes: readonly number[], trials: readonly number[]): RatesTest {
  const all = trials.reduce((sum, count) => sum + count, 0)
  const pooled = successes.reduce((sum, count) => sum + count, 0) / all
  if (Math.min(...trials) * Math.min(pooled, 1 - pooled) < FEWEST_EXPECTED) {
    const p = exactP(successes, trials)
    if (p !== null) return { p, method: 'exact' }
  }
  const observed = [...successes, ...trials.map((count, i) => count - successes[i]!)]
  const expected = [...trials.map((count) => count * pooled), ...trials.map((count) => count * (1 - pooled))]
  const p = chiSquareP(pearson(observed, expected), trials.length - 1)
  return { p, method: Math.min(...expected) < FEWEST_EXPECTED ? 'rough' : 'chi-square' }
}

function exactP(successes: readonly number[], trials: readonly number[]): number | null {
  if (trials.length === 2) return fisherExact(successes[0]!, trials[0]!, successes[1]!, trials[1]!)
  return freemanHalton(successes, trials)
}
