import { valuesAt } from './picking.ts'

/** Rows that are equal in every column count as one. The distinct ones go up by the first column, then the next. */
export interface DistinctRows {
  /** Which distinct row each row is. */
  codes: Int32Array
  /** The first row of each. */
  first: Int32Array
  /** How many rows are like it. */
  counts: Int32Array
}

export function distinctRows(first: Float64Array, ...others: readonly Float64Array[]): DistinctRows {
  let distinct = distinctValues(first)
  for (const values of others) {
    const { codes, first } = distinctValues(values)
    const pairs = new Float64Array(codes.length)
    for (let i = 0; i < pairs.length; i++) pairs[i] = distinct.codes[i]! * first.length + codes[i]!
    distinct = distinctValues(pairs)
  }
  return distinct
}

/** Each column at the first of the equal rows. */
export function pickRows(values: Float64Array, { first }: DistinctRows): Float64Array {
  return valuesAt(values, first)
}

/** The value of the equal rows, for each row. */
export function spreadRows(values: Float64Array, { codes }: DistinctRows): Float64Array {
  const spread = new Float64Array(codes.length)
  for (let i = 0; i < spread.length; i++) spread[i] = values[codes[i]!]!
  return spread
}

function distinctValues(values: Float64Array): DistinctRows {
  const found = new Map<number, number>()
  const codes = new Int32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    let code = found.get(value)
    if (code === undefined) {
      code = found.size
      found.set(value, code)
    }
    codes[i] = code
  }
  const sorted = Float64Array.from(found.keys()).sort()
  const rank = new Int32Array(found.size)
  for (let i = 0; i < sorted.length; i++) rank[found.get(sorted[i]!)!] = i
  const first = new Int32Array(found.size).fill(-1)
  const counts = new Int32Array(found.size)
  for (let i = 0; i < codes.length; i++) {
    const code = rank[codes[i]!]!
    codes[i] = code
    counts[code]!++
    if (first[code]! < 0) first[code] = i
  }
  return { codes, first, counts }
}
