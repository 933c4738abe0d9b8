import type { RangeName } from './book.ts'

/** Survey!C2:C601, or 'Survey 2026'!C2:C601 where the name needs quotes. */
export function reference({ sheet, address }: RangeName): string {
  return `${sheetPrefix(sheet)}${address}`
}

/** Survey! or 'Survey 2026'! */
export function sheetPrefix(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !isReference(sheet)
    ? `${sheet}!`
    : `'${sheet.replace(/'/g, "''")}'!`
}

/** A single cell: B2 or $B$2. */
export const CELL = /^\$?([a-z]{1,3})\$?(\d+)$/i

/** Whether a text names cells rather than being a word. */
export function isReference(text: string): boolean {
  return CELL.test(text) || text.includes('!')
}
