import { twoSidedP } from './normal.ts'

/** Up to so many values p is exact; beyond, the normal curve is close (Gilbert, 1987, section 16.4). */
const EXACT = 10

export interface Trend {
  /** Pairs of which the later value is larger, minus those of which it is smaller. */
  s: number
  /** The chance of an S at least as far from 0, on either side, if all orders of the values were alike. */
  p: number
}

/**
 * Mann and Kendall's test for a trend in values in order of time, ties allowed.
 * Mann, Econometrica 13(3), 1945; Kendall, “Rank Correlation Methods”, 4th edition, 1975.
 */
export function mannKendall(values: Float64Array): Trend {
  const count = values.length
  const sorted = values.slice()
  // Pairs in the wrong order, found while sorting.
  const falling = sortCounting(sorted, values.slice(), 0, count)
  const ties = tieSizes(sorted)
  const tied = ties.reduce((sum, size) => sum + pairs(size), 0)
  const untied = pairs(count) - tied
  const s = untied - 2 * falling
  if (count <= EXACT) return { s, p: exactP(s, untied, count, ties) }
  const ninths = (size: number): number => 2 * pairs(size) * (2 * size + 5)
  const variance = (ninths(count) - ties.reduce((sum, size) => sum + ninths(size), 0)) / 18
  // S moves in steps: half a step towards 0 makes up for that.
  const corrected = Math.max(0, Math.abs(s) - 1)
  return { s, p: corrected === 0 ? 1 : twoSidedP(corrected / Math.sqrt(variance)) }
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2
}

/** How many values each group of equal ones has, where there is more than one. */
function tieSizes(sorted: Float64Array): number[] {
  const sizes: number[] = []
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    while (next < sorted.length && sorted[next] === sorted[i]) next++
    if (next - i > 1) sizes.push(next - i)
  }
  return sizes
}

/** Sorts values from `start` to `end` by merging, with room to work in, and counts the pairs of which the later is smaller. */
function sortCounting(values: Float64Array, room: Float64Array, start: number, end: number): number {
  if (end - start < 2) return 0
  const middle = (start + end) >> 1
  // What is sorted into the room is merged back from there.
  let falling = sortCounting(room, values, start, middle) + sortCounting(room, values, middle, end)
  let [left, right] = [start, middle]
  for (let i = start; i < end; i++) {
    if (left < middle && (right >= end || room[left]! <= room[right]!)) values[i] = room[left++]!
    else {
      falling += middle - left
      values[i] = room[right++]!
    }
  }
  return falling
}

/**
 * Counts the orders of the values by their falling pairs: the coefficients of a product of polynomials in q,
 * 1 · (1 + q) · … · (1 + … + q^(n-1)), divided by the like of each group of ties, whose own orders all look the same.
 */
function exactP(s: number, untied: number, count: number, ties: readonly number[]): number {
  let orders = [1]
  for (let k = 2; k <= count; k++) orders = times(orders, k)
  for (const size of ties) for (let k = 2; k <= size; k++) orders = over(orders, k)
  let all = 0
  let extreme = 0
  orders.forEach((ways, falling) => {
    all += ways
    if (Math.abs(untied - 2 * falling) >= Math.abs(s)) extreme += ways
  })
  return extreme / all
}

/** A polynomial times 1 + q + … + q^(k-1). */
function times(polynomial: readonly number[], k: number): number[] {
  const product = new Array<number>(polynomial.length + k - 1).fill(0)
  polynomial.forEach((coefficient, i) => {
    for (let j = 0; j < k; j++) product[i + j]! += coefficient
  })
  return product
}

/** A polynomial, of which it is a factor, over 1 + q + … + q^(k-1). */
function over(polynomial: readonly number[], k: number): number[] {
  const quotient = new Array<number>(polynomial.length - k + 1).fill(0)
  for (let i = 0; i < quotient.length; i++) {
    quotient[i] = polynomial[i]!
    for (let j = 1; j < k && j <= i; j++) quotient[i]! -= quotient[i - j]!
  }
  return quotient
}
