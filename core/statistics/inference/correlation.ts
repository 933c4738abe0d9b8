import { sum } from '../sum.ts'

/** What makes values distances from their mean, of length 1 all together: ((value - first) - mean) / largest / length. */
export interface Standard {
  first: number
  mean: number
  largest: number
  length: number
}

/** The standard of a column; null where its values are all alike. */
export function standardOf(values: Float64Array): Standard | null {
  // From the first value on, so that values that are all alike are exactly 0.
  const first = values[0]!
  const mean = sum(values, first) / values.length
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]! - first - mean))
  if (largest === 0) return null
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += ((values[i]! - first - mean) / largest) ** 2
  return { first, mean, largest, length: Math.sqrt(squares) }
}

/**
 * Values as distances from their mean, of length 1 all together, so that the product of two columns is their correlation;
 * null where they are all alike. They are written into `into`, which may be the values themselves.
 */
export function standardised(
  values: Float64Array,
  into: Float64Array = new Float64Array(values.length),
): Float64Array | null {
  const standard = standardOf(values)
  if (standard !== null) standardise(values, standard, 0, values.length, into, 0)
  return standard && into
}

/** Writes the standardised values from start to end into another array, from a place on. */
function standardise(
  values: Float64Array,
  { first, mean, largest, length }: Standard,
  start: number,
  end: number,
  into: Float64Array,
  at: number,
): void {
  for (let i = start; i < end; i++) into[at + i - start] = (values[i]! - first - mean) / largest / length
}

/** Pearson's correlation of two standardised columns. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let product = 0
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!
  return asCorrelation(product)
}

function asCorrelation(product: number): number {
  // Plus 0: there is no -0 in a cell. Rounding does not lift it above 1.
  return Math.min(1, Math.max(-1, product)) + 0
}

/** Rows that stay in the processor's cache for as many columns as there usually are. */
const BLOCK = 512

/**
 * The correlations of all pairs of columns, a symmetric matrix row by row. Each is what `correlation` gives, to the last
 * bit: blocks of rows follow each other, and so do the rows of a block.
 */
export function correlations(columns: readonly Float64Array[], standards: readonly Standard[]): Float64Array {
  const size = columns.length
  const rows = columns[0]?.length ?? 0
  // In groups of four, the last of which blank columns fill.
  const wide = 4 * Math.ceil(size / 4)
  const block = new Float64Array(wide * BLOCK)
  const products = new Float64Array(size * wide)
  for (let start = 0; start < rows; start += BLOCK) {
    const end = Math.min(rows, start + BLOCK)
    for (let i = 0; i < size; i++) standardise(columns[i]!, standards[i]!, start, end, block, i * BLOCK)
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < i; k += 4) addProducts(block, i, k, end - start, products, i * wide + k)
    }
  }
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 1
    for (let k = 0; k < i; k++) {
      matrix[i * size + k] = matrix[k * size + i] = asCorrelation(products[i * wide + k]!)
    }
  }
  return matrix
}

/** Adds the products of a column of the block with four others. A sum waits for its last step; four need not wait for each other. */
function addProducts(
  block: Float64Array,
  column: number,
  other: number,
  rows: number,
  products: Float64Array,
  at: number,
): void {
  let a = products[at]!
  let b = products[at + 1]!
  let c = products[at + 2]!
  let d = products[at + 3]!
  const own = column * BLOCK
  const first = other * BLOCK
  for (let i = 0; i < rows; i++) {
    const value = block[own + i]!
    a += value * block[first + i]!
    b += value * block[first + BLOCK + i]!
    c += value * block[first + 2 * BLOCK + i]!
    d += value * block[first + 3 * BLOCK + i]!
  }
  products[at] = a
  products[at + 1] = b
  products[at + 2] = c
  products[at + 3] = d
}

/** Where the ranks of a column are written, and what finding them takes: used again for each of many columns. */
export interface RankRoom {
  ranks: Float64Array
  sorted?: Float64Array
  levels?: Float64Array
}

/** The ranks of values from 1 up, where equal ones share the mean of theirs. */
export function midRanks(
  values: Float64Array,
  room: RankRoom = { ranks: new Float64Array(values.length) },
): Float64Array {
  const span = spanOfWhole(values)
  if (span === null) rankBySorting(values, room)
  else rankByCounting(values, span, room.ranks)
  return room.ranks
}

interface Span {
  lowest: number
  highest: number
}

/** Between which limits whole numbers lie that are near enough to each other to be counted; null for any other values. */
function spanOfWhole(values: Float64Array): Span | null {
  let lowest = Infinity
  let highest = -Infinity
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value !== Math.floor(value)) return null
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return highest - lowest < SLOTS ? { lowest, highest } : null
}

function rankByCounting(values: Float64Array, { lowest, highest }: Span, ranks: Float64Array): void {
  // How many values are of each level, then the rank of the level.
  const levels = new Float64Array(highest - lowest + 1)
  for (let i = 0; i < values.length; i++) levels[values[i]! - lowest]!++
  let below = 0
  for (let level = 0; level < levels.length; level++) {
    const count = levels[level]!
    levels[level] = below + (count + 1) / 2
    below += count
  }
  for (let i = 0; i < values.length; i++) ranks[i] = levels[values[i]! - lowest]!
}

function rankBySorting(values: Float64Array, room: RankRoom): void {
  const sorted = (room.sorted ??= new Float64Array(values.length))
  const ranks = (room.levels ??= new Float64Array(values.length))
  sorted.set(values)
  sorted.sort()
  // The different values take the place of all, with the rank of each.
  let count = 0
  for (let i = 0, next = 0; i < sorted.length; i = next) {
    const level = sorted[i]!
    while (next < sorted.length && sorted[next] === level) next++
    sorted[count] = level
    ranks[count++] = (i + 1 + next) / 2
  }
  const find = finder(sorted.subarray(0, count))
  for (let i = 0; i < values.length; i++) room.ranks[i] = ranks[find(values[i]!)]!
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
