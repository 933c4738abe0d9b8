/**
 * For each row the first one that says the same, which may be itself. Rows that say the same have the same hash; a row
 * whose hash is 0 is like no other. The table of rows by their hash takes a few bytes a row, where a Set of texts takes
 * hundreds.
 */
export function firstAlike(hashes: Int32Array, isSame: (row: number, earlier: number) => boolean): Int32Array {
  const first = new Int32Array(hashes.length)
  // At most half of the places are taken: the row that stands there and 1, or 0.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 2)))
  const last = places.length - 1
  for (let row = 0; row < hashes.length; row++) {
    first[row] = row
    const hash = hashes[row]!
    if (hash === 0) continue
    let place = hash & last
    for (; places[place] !== 0; place = (place + 1) & last) {
      const earlier = places[place]! - 1
      if (hashes[earlier] !== hash || !isSame(row, earlier)) continue
      first[row] = earlier
      break
    }
    if (first[row] === row) places[place] = row + 1
  }
  return first
}

/** The rows that say what an earlier one says. */
export function repeats(hashes: Int32Array, isSame: (row: number, earlier: number) => boolean): number[] {
  const rows: number[] = []
  firstAlike(hashes, isSame).forEach((first, row) => {
    if (first !== row) rows.push(row)
  })
  return rows
}

/** The hash of a text. One that is a number as we write it has the hash of that number. */
export function hashOf(text: string): number {
  if (MAY_BE_NUMBER.test(text)) {
    const value = Number(text)
    if (String(value) === text) return hashOfNumber(value)
  }
  let hash = START
  for (let i = 0; i < text.length; i++) hash = mixed(hash, text.charCodeAt(i))
  return settled(hash)
}

const MAY_BE_NUMBER = /^(?:-?[\dI]|NaN)/

/** The same for capital letters of English and small ones. */
export function hashOfAnyCase(text: string): number {
  let hash = START
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    hash = mixed(hash, code >= CAPITAL_A && code <= CAPITAL_Z ? code + TO_SMALL : code)
  }
  return settled(hash)
}

const CAPITAL_A = 65
const CAPITAL_Z = 90
const TO_SMALL = 32

export function hashOfNumber(value: number): number {
  // Plus 0: -0 is written as 0.
  double[0] = value + 0
  return settled(mixed(mixed(START, words[0]!), words[1]!))
}

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)

/** The hash of several things in their order, from the hash of those before and that of the next. */
export function mixed(hash: number, next: number): number {
  return Math.imul(hash ^ next, PRIME)
}

/** Fowler, Noll and Vo's hash of 32 bits, whose last bits are mixed by hand, since a place is made of them. */
const START = 0x811c9dc5
const PRIME = 0x01000193

/** A hash as it is compared: never 0. */
export function settled(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 13)) | 0 || 1
}
