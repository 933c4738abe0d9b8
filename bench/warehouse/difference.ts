import type { Cell } from './engine.ts'

/**
 * By how much the numbers of two answers differ at most, as a share of the larger one; or in which cell they differ in what is
 * no number, in a sentence.
 */
export function difference(ours: readonly (readonly Cell[])[], other: readonly (readonly Cell[])[]): number | string {
  if (ours.length !== other.length) return `one answer has ${ours.length} rows, the other ${other.length}`
  let most = 0
  for (const [i, row] of ours.entries()) {
    const beside = other[i]!
    if (row.length !== beside.length)
      return `row ${i + 1} has ${row.length} cells in one answer, ${beside.length} in the other`
    for (const [j, cell] of row.entries()) {
      const value = beside[j]!
      if (typeof cell === 'number' && typeof value === 'number') most = Math.max(most, apart(cell, value))
      else if (cell !== value) return `row ${i + 1}, column ${j + 1} is ${cell} in one answer, ${value} in the other`
    }
  }
  return most
}

function apart(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  const share = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
  return Number.isNaN(share) ? Infinity : share
}
