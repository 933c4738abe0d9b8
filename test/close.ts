import { expect } from 'vitest'
import type { Cell, Decode } from '../core/cell.ts'

/** Cells that are spelled as core spells them; undefined is an argument left out. */
export const plain: Decode = (raw) => (raw === undefined ? null : (raw as Cell))

/** Equal cell by cell; numbers to 1e-12 of their size, strict enough to catch a wrong formula. */
export function expectClose(actual: unknown, expected: unknown, tolerance = 1e-12): void {
  if (Array.isArray(expected)) {
    expect(actual).toHaveLength(expected.length)
    expected.forEach((value, i) => expectClose((actual as unknown[])[i], value, tolerance))
  } else if (typeof actual === 'number' && typeof expected === 'number' && expected !== 0) {
    expect(Math.abs(actual - expected) / Math.abs(expected), `${actual} is not ${expected}`).toBeLessThan(tolerance)
  } else expect(actual).toEqual(expected)
}
