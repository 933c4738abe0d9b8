/** Customers drawn from the models themselves, the same ones for the same seed. */
export interface Draws {
  uniform(): number
  exponential(): number
  gamma(shape: number): number
  beta(a: number, b: number): number
}

export function draws(seed: number): Draws {
  let state = seed
  // Mulberry32, never 0.
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 4294967296
  }
  const exponential = () => -Math.log(uniform())
  const normal = () => Math.sqrt(2 * exponential()) * Math.cos(2 * Math.PI * uniform())
  // Marsaglia and Tsang, ACM Transactions on Mathematical Software 26(3), 2000.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && exponential() > d * v - d - d * Math.log(v) - (x * x) / 2) return d * v
    }
  }
  const beta = (a: number, b: number) => {
    const x = gamma(a)
    return x / (x + gamma(b))
  }
  return { uniform, exponential, gamma, beta }
}

/** Repeat orders, time of the last one and age. */
export type History = readonly [frequency: number, recency: number, age: number]

/** Orders at a steady rate until an age of 27 to 39, or until the customer leaves: told by the time or after an order. */
function history(random: Draws, rate: number, end: number, leaves: () => boolean): History {
  const age = 27 + 12 * random.uniform()
  let frequency = 0
  let recency = 0
  for (;;) {
    const next = recency + random.exponential() / rate
    if (next > Math.min(age, end)) return [frequency, recency, age]
    frequency++
    recency = next
    if (leaves()) return [frequency, recency, age]
  }
}

export function bgnbdCustomers(count: number, seed: number, r: number, alpha: number, a: number, b: number): History[] {
  const random = draws(seed)
  return Array.from({ length: count }, () => {
    const chance = random.beta(a, b)
    return history(random, random.gamma(r) / alpha, Infinity, () => random.uniform() < chance)
  })
}

export function pnbdCustomers(
  count: number,
  seed: number,
  r: number,
  alpha: number,
  s: number,
  beta: number,
): History[] {
  const random = draws(seed)
  return Array.from({ length: count }, () => {
    const end = random.exponential() / (random.gamma(s) / beta)
    return history(random, random.gamma(r) / alpha, end, () => false)
  })
}
