import { CellError } from '../../cell.ts'
import type { Limits, Reading } from '../argument.ts'

/** Limits with every part of them known. */
export interface Bounds {
  min: number
  max: number
  whole: boolean
  hint: NonNullable<Limits['hint']>
}

export function boundsOf(
  { min = -Infinity, max = Infinity, whole = false, hint = '' }: Limits,
  reading: Reading,
): Bounds {
  const known = (limit: number | string) => (typeof limit === 'string' ? (reading.value(limit) as number) : limit)
  return { min: known(min), max: known(max), whole, hint }
}

export function isWithin(value: number, { min, max, whole }: Bounds): boolean {
  return value >= min && value <= max && (!whole || value === Math.floor(value))
}

/** The value, or an error that says which limit it passes. `where` and `verb` begin the sentence. */
export function within(value: number, { min, max, whole, hint }: Bounds, where: string, verb: 'is' | 'has'): number {
  const words = typeof hint === 'string' ? hint : hint(value)
  const mend = words && `, ${words}`
  if (value < min || value > max) {
    const limits = max === Infinity ? `below ${min}` : min === -Infinity ? `above ${max}` : `outside ${min} to ${max}`
    throw new CellError('#VALUE!', `${where} ${verb} ${value}, ${limits}${mend}`)
  }
  if (whole && !Number.isInteger(value)) throw new CellError('#VALUE!', `${where} ${verb} ${value}, not a whole number`)
  return value
}
