import { GENERAL } from '../../core/metric.ts'
import type { NewCell } from '../../core/sheet/book.ts'
import { TEXT } from '../../core/sheet/looks.ts'
import { typing, type Range } from './sheets.ts'

/**
 * Writes cells over a range whose number formats are known, and gives it those that are wanted, null for the ones that it
 * has. Only a cell that is not formatted as plain text is sure to swallow the apostrophe and to calculate a formula.
 */
export function fillRange(
  range: Range,
  cells: readonly (readonly NewCell[])[],
  formats: string[][],
  wanted: readonly (readonly (string | null)[])[] | null,
  entries: unknown[][] = cells.map((line) => line.map(typing)),
): void {
  const opened = formats.map((line) => line.map((format) => (format === TEXT ? GENERAL : format)))
  const closed = cells.map((line, i) => line.map((cell, j) => wanted?.[i]![j] ?? usualFormat(cell, formats[i]![j]!)))
  if (differ(formats, opened)) range.setNumberFormats(opened)
  range.setValues(entries)
  if (differ(opened, closed)) range.setNumberFormats(closed)
}

function usualFormat(cell: NewCell, format: string): string {
  return format === TEXT && cell !== null && typeof cell !== 'string' ? GENERAL : format
}

function differ(one: readonly string[][], other: readonly string[][]): boolean {
  return one.some((line, i) => line.some((format, j) => format !== other[i]![j]))
}
