import { sum } from '../sum.ts'

/**
 * Values as distances from their mean, of length 1 all together, so that the product of two columns is their correlation;
 * null where they are all alike.
 */
export function standardised(values: Float64Array): Float64Array | null {
  // From the first value on, so that values that are all alike are exactly 0.
  const first = values[0]!
  const distances = values.map((value) => value - first)
  const mean = sum(distances) / values.length
  let largest = 0
  for (let i = 0; i < distances.length; i++) {
    distances[i]! -= mean
    largest = Math.max(largest, Math.abs(distances[i]!))
  }
  if (largest === 0) return null
  let squares = 0
  for (let i = 0; i < distances.length; i++) {
    distances[i]! /= largest
    squares += distances[i]! ** 2
  }
  const length = Math.sqrt(squares)
  for (let i = 0; i < distances.length; i++) distances[i]! /= length
  return distances
}

/** Pearson's correlation of two standardised columns. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let product = 0
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!
  // Plus 0: there is no -0 in a cell. Rounding does not lift it above 1.
  return Math.min(1, Math.max(-1, product)) + 0
}

/** The ranks of values from 1 up, where equal ones share the mean of theirs. */
export function midRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  // The different values, and the rank of each.
  const levels = new Float64Array(sorted.length)
  const ranks = new Float64Array(sorted.length)
  let count = 0
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    while (next < sorted.length && sorted[next] === sorted[i]) next++
    levels[count] = sorted[i]!
    ranks[count++] = (i + 1 + next) / 2
  }
  const find = finder(levels.subarray(0, count))
  const found = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) found[i] = ranks[find(values[i]!)]!
  return found
}

/** Where a value stands among sorted levels, of which it is one: by halves, within the levels of its slot alone. */
function finder(levels: Float64Array): (value: number) => number {
  const first = levels[0]!
  const span = levels[levels.length - 1]! - first
  const scale = (SLOTS - 1) / span
  // Values a rounding apart, or as far apart as numbers go, leave no scale: all are in one slot then.
  const hasScale = span > 0 && scale > 0 && scale < Infinity
  const slot = (value: number): number => (hasScale ? Math.floor((value - first) * scale) : 0)
  const ends = new Int32Array(SLOTS)
  for (let i = 0; i < levels.length; i++) ends[slot(levels[i]!)] = i
  for (let i = 1; i < SLOTS; i++) ends[i] = Math.max(ends[i]!, ends[i - 1]!)
  return (value) => {
    const own = slot(value)
    let low = own === 0 ? 0 : ends[own - 1]!
    let high = ends[own]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (levels[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A million values leave some dozens to each slot, which stay in the processor's cache. */
const SLOTS = 65536
