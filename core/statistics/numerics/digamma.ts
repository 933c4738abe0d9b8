/**
 * The first two derivatives of the logarithm of the gamma function of a positive number: digamma and trigamma, which
 * maximum likelihood needs together. Their asymptotic series from 12 on, reached by the recurrence below. Abramowitz and
 * Stegun, “Handbook of Mathematical Functions”, 1964, 6.3.18 and 6.4.12.
 */
export function digamma(x: number): { first: number; second: number } {
  let from = x
  let first = 0
  let second = 0
  while (from < 12) {
    first -= 1 / from
    second += 1 / (from * from)
    from++
  }
  const i = 1 / from
  const j = i * i
  first += Math.log(from) - i / 2
  first -= j * (1 / 12 - j * (1 / 120 - j * (1 / 252 - j * (1 / 240 - j * (1 / 132 - j * (691 / 32760 - j / 12))))))
  second += i + j / 2
  second += i * j * (1 / 6 - j * (1 / 30 - j * (1 / 42 - j * (1 / 30 - j * (5 / 66 - j * (691 / 2730 - (j * 7) / 6))))))
  return { first, second }
}
