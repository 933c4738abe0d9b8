/**
 * Numbers from 0 to just below 1 that pass for random and are the same for a seed on every machine: xoshiro128++ of
 * Blackman and Vigna, ACM Transactions on Mathematical Software 47(4), 2021, begun with splitmix32. `seed` is a whole number.
 */
export function randomNumbers(seed: number): () => number {
  let start = seed | 0
  const first = () => {
    start = (start + 0x9e3779b9) | 0
    let z = Math.imul(start ^ (start >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let [a, b, c, d] = [first(), first(), first(), first()]
  const next = () => {
    const result = (rotated((a + d) | 0, 7) + a) | 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return result >>> 0
  }
  // 53 bits, as many as a number holds.
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}

function rotated(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

/**
 * `count` numbers from 0 to 1 in random order, one from each of as many equal parts: fewer of them say as much about a
 * mean or a quantile (McKay, Beckman and Conover, Technometrics 21(2), 1979).
 */
export function spreadNumbers(count: number, random: () => number): Float64Array {
  const numbers = Float64Array.from({ length: count }, (_, i) => (i + random()) / count)
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    const held = numbers[i]!
    numbers[i] = numbers[other]!
    numbers[other] = held
  }
  return numbers
}
