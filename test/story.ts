/**
 * Means over the gamma and beta distributions of the models of prediction, by plain sums over a fine grid of logarithms
 * and log odds: slow, and without any formula of the papers.
 */
export function gammaAverage(shape: number, rate: number, f: (value: number) => number): number {
  return average(-150, 12, (u) => [Math.exp(shape * u - rate * Math.exp(u)), f(Math.exp(u))])
}

export function betaAverage(a: number, b: number, f: (p: number) => number): number {
  return average(-150, 150, (u) => {
    const p = 1 / (1 + Math.exp(-u))
    return [Math.exp(a * Math.log(p) - b * Math.log1p(Math.exp(u))), f(p)]
  })
}

function average(from: number, to: number, at: (u: number) => [weight: number, value: number]): number {
  // Sums of smooth functions over the whole line converge faster than any power of the step.
  const step = 1 / 16
  let total = 0
  let weights = 0
  for (let u = from; u <= to; u += step) {
    const [weight, value] = at(u)
    if (weight === 0) continue
    total += weight * value
    weights += weight
  }
  return total / weights
}
