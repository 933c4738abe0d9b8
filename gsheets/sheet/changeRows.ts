import { GENERAL } from '../../core/metric.ts'
import type { RowsRequest, SheetContent } from '../../core/sheet/book.ts'
import { fingerprintOf } from '../../core/sheet/fingerprint.ts'
import { TEXT } from '../../core/sheet/looks.ts'
import { applied, reconcile } from '../../core/sheet/rows.ts'
import type { RowsAnswer } from '../bookMessages.ts'
import { contentOfSheet } from './content.ts'
import { format, formatFormulas } from './formats.ts'
import { before, piecesOf, trimmed, type Piece } from './pieces.ts'
import {
  complaint,
  growTo,
  mustBeEditable,
  nothingChanged,
  rangeOf,
  sheetCalled,
  typing,
  whileNobodyElseWrites,
  type Sheet,
} from './sheets.ts'

export function changeRows(request: RowsRequest): RowsAnswer {
  const sheet = sheetCalled(request.sheet)
  return whileNobodyElseWrites(() => {
    const now = contentOfSheet(sheet)
    const { edit, outcome } = reconcile(now, request)
    const before = fingerprintOf(now)
    if (!edit) return { outcome, before, after: before }
    const pieces = piecesOf(edit, now)
    growTo(sheet, Math.max(0, ...pieces.map(({ row, cells }) => row + cells.length)))
    mustBeEditable(request.sheet, [
      ...pieces.map((piece) => rangeOf(sheet, piece)),
      ...edit.remove.map((row) => sheet.getRange(row + 1, 1, 1, sheet.getMaxColumns())),
    ])
    if (pieces.length > 0) writeOrRestore(sheet, pieces, now)
    if (edit.remove.length > 0) removeRows(sheet, edit.remove)
    return { outcome, before, after: fingerprintOf(trimmed(applied(now, edit))) }
  })
}

/** Writes all of the pieces; after a failure none of them. */
function writeOrRestore(sheet: Sheet, pieces: readonly Piece[], now: SheetContent): void {
  const planned = pieces.map((piece) => ({ piece, formats: rangeOf(sheet, piece).getNumberFormats() }))
  const begun: typeof planned = []
  try {
    for (const step of planned) {
      begun.push(step)
      fill(sheet, step.piece, plainCells(step.formats))
    }
    SpreadsheetApp.flush()
  } catch (error) {
    for (const { piece, formats } of begun) {
      fill(sheet, before(piece, now), plainCells(formats))
      rangeOf(sheet, piece).setNumberFormats(formats)
    }
    SpreadsheetApp.flush()
    throw nothingChanged(error)
  }
}

function removeRows(sheet: Sheet, rows: readonly number[]): void {
  // Google Sheets does not let the last row below the frozen ones go.
  if (sheet.getMaxRows() - rows.length <= sheet.getFrozenRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 1)
  try {
    for (const row of rows) sheet.deleteRow(row + 1)
    SpreadsheetApp.flush()
  } catch (error) {
    const reason = complaint((error as Error).message)
    throw new Error(`${reason} Some rows may still be there. Look at the sheet, then remove them again.`)
  }
}

/** Which cells of a block are formatted as plain text. */
function plainCells(formats: readonly (readonly string[])[]): boolean[][] {
  return formats.map((line) => line.map((format) => format === TEXT))
}

/**
 * Fills a block. An apostrophe keeps any text from being read as a formula, number or date, but only a cell that is not
 * formatted as plain text is sure to swallow it, and only such a cell is sure to calculate a formula. So cells of plain
 * text are none while they are filled, and those that were given text become it again.
 */
function fill(sheet: Sheet, piece: Piece, plain: readonly (readonly boolean[])[]): void {
  const filled = piece.cells.map((line, i) => line.map((cell, j) => plain[i]![j]! && cell !== null))
  const texts = filled.map((line, i) => line.map((flag, j) => flag && typeof piece.cells[i]![j] === 'string'))
  format(sheet, piece, filled, GENERAL)
  rangeOf(sheet, piece).setValues(piece.cells.map((line) => line.map(typing)))
  format(sheet, piece, texts, TEXT)
  formatFormulas(sheet, piece)
}
