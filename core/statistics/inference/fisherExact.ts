/**
 * Fisher's exact test of two shares, two-sided: how likely so uneven a split of all successes over the two groups would
 * be by chance. What counts are the splits that are no more likely than the observed one; those that differ from it by
 * rounding alone (a relative 1e-7, as in R) are as likely. Fisher, “The Design of Experiments”, 1935.
 */
export function fisherExact(successesA: number, trialsA: number, successesB: number, trialsB: number): number {
  const successes = successesA + successesB
  const failuresB = trialsB - successes
  const least = Math.max(0, -failuresB)
  const most = Math.min(successes, trialsA)
  // Likelihoods relative to the most likely split, so that none is too large and those that vanish do not matter.
  const mode = Math.floor(((successes + 1) * (trialsA + 1)) / (trialsA + trialsB + 2))
  const toNext = (x: number) => ((successes - x) * (trialsA - x)) / ((x + 1) * (failuresB + x + 1))
  const likelihoods = new Map<number, number>()
  for (let x = mode, likelihood = 1; x <= most && likelihood > 0; x++) {
    likelihoods.set(x, likelihood)
    likelihood *= toNext(x)
  }
  for (let x = mode, likelihood = 1; x > least && likelihood > 0; x--) {
    likelihood /= toNext(x - 1)
    likelihoods.set(x - 1, likelihood)
  }
  const limit = (likelihoods.get(successesA) ?? 0) * (1 + 1e-7)
  let all = 0
  let extreme = 0
  // The smallest first: the sums keep their digits.
  for (const likelihood of Float64Array.from(likelihoods.values()).sort()) {
    all += likelihood
    if (likelihood <= limit) extreme += likelihood
  }
  return extreme / all
}
