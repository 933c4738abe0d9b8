import type { RangeName } from './book.ts'

/** Survey!C2:C601, or 'Survey 2026'!C2:C601 where the name needs quotes. */
export function reference({ sheet, address }: RangeName): string {
  return `${sheetPrefix(sheet)}${address}`
}

/** Survey! or 'Survey 2026'! */
export function sheetPrefix(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !isReference(sheet) && !RESERVED.test(sheet)
    ? `${sheet}!`
    : `'${sheet.replace(/'/g, "''")}'!`
}

/** What a formula would take for a row and column by number, or for a truth. */
const RESERVED = /^(?:(?:r\d*)?(?:c\d*)?|true|false)$/i

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

/** B3 for row 2 and column 1, counted from 0. */
export function cellName(row: number, column: number): string {
  return `${lettersOf(column)}${row + 1}`
}

/** B3:D9, or B3 where that is all. */
export function blockName(top: number, left: number, bottom: number, right: number): string {
  const [first, last] = [cellName(top, left), cellName(bottom, right)]
  return first === last ? first : `${first}:${last}`
}

/** 1 for A, 27 for AA. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Where B2, B2:D9 and B:B begin, counted from 0. */
export function firstCell(address: string): { row: number; column: number } {
  const [, letters, digits] = /^\$?([A-Z]*)\$?(\d*)/i.exec(address)!
  return { row: Number(digits || 1) - 1, column: columnNumber(letters || 'A') - 1 }
}

/** A single cell: B2 or $B$2. */
export const CELL = /^\$?([a-z]{1,3})\$?(\d+)$/i

/** Whether a text names cells rather than being a word. */
export function isReference(text: string): boolean {
  return CELL.test(text) || text.includes('!')
}
