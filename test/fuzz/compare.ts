import { isSerial, isValue, type Answer } from './answer.ts'

const DAY = 864e5

/**
 * Equal cell by cell, numbers up to a share of their size, or to the last digits of the largest one where they are what is
 * left of larger ones; dates to the millisecond, as Google Sheets holds them.
 */
export function alike(found: unknown, expected: unknown, tolerance: number): boolean {
  return sameCells(found, expected, tolerance, (tolerance / 1000) * largest(expected))
}

function largest(value: unknown): number {
  if (Array.isArray(value)) return Math.max(0, ...value.map(largest))
  return typeof value === 'number' ? Math.abs(value) : 0
}

function sameCells(found: unknown, expected: unknown, tolerance: number, remainder: number): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((one, i) => sameCells(found[i], one, tolerance, remainder))
    )
  }
  if (isSerial(found) && isSerial(expected)) return Math.round(found.serial * DAY) === Math.round(expected.serial * DAY)
  if (typeof found === 'number' && typeof expected === 'number') {
    const difference = Math.abs(found - expected)
    return found === expected || difference <= Math.max(tolerance * Math.abs(expected), remainder)
  }
  if (found === expected) return true
  // Labels are the same in any case, and as numbers or as text; which one shows is that of the first row.
  return tolerance > 0 && String(found).toLowerCase() === String(expected).toLowerCase()
}

/** The same header and the same rows below it in any order. */
export function alikeInAnyOrder(found: unknown, expected: unknown, tolerance: number): boolean {
  if (!Array.isArray(expected) || !Array.isArray(found)) return alike(found, expected, tolerance)
  const left = (found as unknown[]).slice(1)
  return (
    found.length === expected.length &&
    alike(found[0], expected[0], tolerance) &&
    (expected as unknown[]).slice(1).every((row) => {
      const at = left.findIndex((other) => alike(other, row, tolerance))
      return at >= 0 && left.splice(at, 1).length === 1
    })
  )
}

/** The same value to the last bit, or the same error as far as both tell it. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  if (isValue(one) || isValue(other)) return isValue(one) && isValue(other) && alike(one.value, other.value, 0)
  const isSame = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  return isSame(one.code, other.code) && isSame(one.message, other.message)
}
