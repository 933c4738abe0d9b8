/** Numbers that look random and are the same every time: xorshift32 (Marsaglia, 2003) from a fixed seed. */
export interface Random {
  /** At least 0 and below 1. */
  share(): number
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  /** True with the given probability. */
  happens(probability: number): boolean
  /** An option, as often as its weight says. */
  pick<T>(options: readonly (readonly [option: T, weight: number])[]): T
  /** Normally distributed, by adding up twelve shares. */
  normal(mean: number, deviation: number): number
}

export function random(seed: number): Random {
  let state = seed
  const share = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return {
    share,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    happens: (probability) => share() < probability,
    pick(options) {
      let left = share() * options.reduce((sum, [, weight]) => sum + weight, 0)
      const found = options.find(([, weight]) => (left -= weight) < 0)
      return (found ?? options[options.length - 1]!)[0]
    },
    normal(mean, deviation) {
      let sum = -6
      for (let i = 0; i < 12; i++) sum += share()
      return mean + deviation * sum
    },
  }
}
