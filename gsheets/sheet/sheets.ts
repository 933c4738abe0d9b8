import { CellError } from '../../core/cell.ts'
import type { CellValue, NewCell, NewFormula } from '../../core/sheet/book.ts'
import { missingSheet } from '../../core/sheet/sentences.ts'
import { cellsOf } from '../cells.ts'
import type { Piece } from './pieces.ts'

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet
export type Range = GoogleAppsScript.Spreadsheet.Range

export function timeZone(): string {
  return spreadsheet().getSpreadsheetTimeZone()
}

export function spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet()
}

export function sheetCalled(name: string): Sheet {
  const sheet = spreadsheet().getSheetByName(name)
  if (!sheet) throw new Error(missingSheet(name))
  return sheet
}

export function rangeOf(sheet: Sheet, { row, column, cells }: Piece): Range {
  return sheet.getRange(row + 1, column + 1, cells.length, cells[0]!.length)
}

export function growTo(sheet: Sheet, rows: number, columns = 0): void {
  const missing = { rows: rows - sheet.getMaxRows(), columns: columns - sheet.getMaxColumns() }
  if (missing.rows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing.rows)
  if (missing.columns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing.columns)
}

/** Of the columns from the left, in pixels; a call for as many as are alike. */
export function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (let from = 0, to = 0; from < widths.length; from = to) {
    while (to < widths.length && widths[to] === widths[from]) to++
    sheet.setColumnWidths(from + 1, to - from, widths[from]!)
  }
}

export function bringToFront(sheet: Sheet): void {
  if (sheet.isSheetHidden()) sheet.showSheet()
  sheet.activate()
}

export function mustBeEditable(name: string, ranges: readonly Range[]): void {
  if (ranges.every((range) => range.canEdit())) return
  throw new Error(
    `You may not edit these cells of the sheet “${name}”. Ask its owner to lift the protection, then try again.`,
  )
}

/** Holds the document's lock, which keeps other people's sidebars from writing between our reading and our writing. */
export function whileNobodyElseWrites<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  if (!lock.tryLock(5000)) {
    throw new Error('Someone else is writing into this spreadsheet right now. Try again in a moment.')
  }
  try {
    return work()
  } finally {
    lock.releaseLock()
  }
}

export function valuesOf(range: Range): CellValue[][] {
  const { decode } = cellsOf(timeZone)
  return range.getValues().map((line) =>
    line.map((raw) => {
      const cell = decode(raw)
      return cell instanceof CellError ? cell.code : cell
    }),
  )
}

/** What to give setValues, which reads text as if someone typed it. */
export function typing(cell: NewCell): string | number | boolean {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return `'${cell}`
  return isFormula(cell) ? cell.formula.replace(/^=?/, '=') : cell
}

export function isFormula(cell: NewCell | undefined): cell is NewFormula {
  return typeof cell === 'object' && cell !== null
}

export function complaint(message: string): string {
  return `Google Sheets refused: “${message.replace(/\.$/, '')}”.`
}

/** What is told of a failure after which all is as it was before. */
export function nothingChanged(error: unknown): Error {
  return new Error(`${complaint((error as Error).message)} Nothing was changed. Look at the sheet, then try again.`)
}
