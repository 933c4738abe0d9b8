/**
 * The exact test of a share, two-sided: how likely a count as unlikely as this one or more so is, where each of `trials`
 * is a success with this chance. Counts that differ in likelihood by rounding alone (a relative 1e-7, as in R) are as
 * likely. Clopper and Pearson, Biometrika 26(4), 1934.
 */
export function binomialTest(successes: number, trials: number, share: number): number {
  const mode = Math.min(trials, Math.floor((trials + 1) * share))
  const odds = share / (1 - share)
  const likelihoods: number[] = []
  let observed = 0
  // Relative to the most likely count, so that none is too large and those that vanish do not matter.
  const take = (x: number, likelihood: number): void => {
    likelihoods.push(likelihood)
    if (x === successes) observed = likelihood
  }
  for (let x = mode, likelihood = 1; x <= trials && likelihood > NOTHING; x++) {
    take(x, likelihood)
    likelihood *= ((trials - x) / (x + 1)) * odds
  }
  for (let x = mode, likelihood = 1; x > 0 && likelihood > NOTHING; x--) {
    likelihood *= x / (trials - x + 1) / odds
    take(x - 1, likelihood)
  }
  let all = 0
  let extreme = 0
  // The smallest first: the sums keep their digits.
  for (const likelihood of Float64Array.from(likelihoods).sort()) {
    all += likelihood
    if (likelihood <= observed * (1 + 1e-7)) extreme += likelihood
  }
  return extreme / all
}

/** Below, numbers lose their digits, and no longer become smaller. */
const NOTHING = 1e-300
