import type {
  CellValue,
  FormulaRequest,
  PlanColumn,
  RangeName,
  RowsRequest,
  Selection,
  SheetContent,
  TablePlan,
  WriteOutcome,
} from '../core/sheet/book.ts'
import { GENERAL } from '../core/metric.ts'
import { fingerprintOf } from '../core/sheet/fingerprint.ts'
import { COLOURS, DATE, MUTED, TEXT } from '../core/sheet/looks.ts'
import { applied, plannedCells, reconcile } from '../core/sheet/rows.ts'
import { existingSheet } from '../core/sheet/sentences.ts'
import type { BookAnswer, BookQuestion, RowsAnswer, SheetReading } from './bookMessages.ts'
import { changeCells } from './changeCells.ts'
import { clockOf } from './clock.ts'
import { before, piecesOf, runsOf, trimmed, type Piece } from './pieces.ts'
import {
  complaint,
  growTo,
  isFormula,
  mustBeEditable,
  rangeOf,
  sheetCalled,
  spreadsheet,
  timeZone,
  typing,
  valuesOf,
  whileNobodyElseWrites,
  type Range,
  type Sheet,
} from './sheets.ts'

type Corner = Pick<Piece, 'row' | 'column'>

/** What Google Sheets may call a format that nobody has chosen. */
const UNCHOSEN = ['', GENERAL, '0.###############']

/** The server half of the book: a question in, an answer out, both as JSON. */
export function cuesheetBook(question: string): string {
  return JSON.stringify(answer(JSON.parse(question)))
}

function answer(question: BookQuestion): BookAnswer {
  try {
    return { value: valueOf(question) }
  } catch (error) {
    return { failure: inWords(error as Error) }
  }
}

function valueOf(question: BookQuestion): unknown {
  switch (question.ask) {
    case 'selection':
      return selection()
    case 'insertFormula':
      return insertFormula(question)
    case 'readSheet':
      return readSheet(question.sheet)
    case 'changeRows':
      return changeRows(question)
    case 'changeCells':
      return changeCells(question)
    case 'createSheet':
      return createSheet(question.plan)
    case 'readRanges':
      return readRanges(question.ranges)
    case 'reveal':
      return reveal(question)
    case 'fingerprint':
      return readSheet(question.sheet).fingerprint
  }
}

/** Our own errors are sentences. Those of Google Sheets are called Exception and say only what went wrong. */
function inWords({ name, message }: Error): string {
  return name === 'Exception' ? `${complaint(message)} Look at the sheet, then try again.` : message
}

function selection(): Selection {
  const range = spreadsheet().getActiveRangeList()?.getRanges()[0]
  if (!range) throw new Error('Nothing is selected: click a cell first.')
  const [rows, columns] = [range.getNumRows(), range.getNumColumns()]
  const first = range.getCell(1, 1)
  const corners = [first, range.getCell(rows, columns)].map((cell) => cell.getA1Notation())
  return {
    sheet: range.getSheet().getName(),
    // A whole column would call itself C:C, which names no cell to write into.
    address: corners[0] === corners[1] ? corners[0]! : corners.join(':'),
    rows,
    columns,
    content: contentOf(first),
  }
}

function insertFormula({
  sheet,
  cell,
  formula,
  replaces,
  format: wanted,
  formatReplaced = '',
}: FormulaRequest): WriteOutcome {
  const range = sheetCalled(sheet).getRange(cell)
  return whileNobodyElseWrites(() => {
    const found = contentOf(range)
    if (found !== replaces) return { done: false, found }
    mustBeEditable(sheet, [range])
    const before = range.getNumberFormat()
    if (before === TEXT) range.setNumberFormat(GENERAL)
    range.setFormula(formula)
    // Afterwards, since Google Sheets formats a cell by the formula that is written into it.
    if (wanted && [TEXT, formatReplaced, ...UNCHOSEN].includes(before)) range.setNumberFormat(wanted)
    SpreadsheetApp.flush()
    return { done: true }
  })
}

function readSheet(name: string): SheetReading {
  const sheet = spreadsheet().getSheetByName(name)
  const content = sheet && contentOfSheet(sheet)
  return { content, fingerprint: fingerprintOf(content) }
}

function changeRows(request: RowsRequest): RowsAnswer {
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
    throw new Error(`${complaint((error as Error).message)} Nothing was changed. Look at the sheet, then try again.`)
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

/** Gives those formulas their formats that bring one. */
function formatFormulas(sheet: Sheet, piece: Piece): void {
  const chosen = piece.cells.map((line) => line.map((cell) => (isFormula(cell) && cell.format) || ''))
  for (const own of new Set(chosen.flat().filter((one) => one !== ''))) {
    const flags = chosen.map((line) => line.map((one) => one === own))
    format(sheet, piece, flags, own)
  }
}

/** Formats those cells of a block that are flagged. */
function format(sheet: Sheet, { row, column }: Corner, flags: readonly (readonly boolean[])[], as: string): void {
  const addresses = flags[0]!.flatMap((_, j) =>
    runsOf(flags.map((line) => line[j]!)).map(({ from, to }) =>
      sheet.getRange(row + from + 1, column + j + 1, to - from, 1).getA1Notation(),
    ),
  )
  if (addresses.length > 0) sheet.getRangeList(addresses).setNumberFormat(as)
}

function createSheet(plan: TablePlan): void {
  whileNobodyElseWrites(() => {
    const book = spreadsheet()
    if (book.getSheetByName(plan.name)) throw new Error(existingSheet(plan.name))
    const sheet = book.insertSheet(plan.name)
    try {
      draw(sheet, plan)
      SpreadsheetApp.flush()
    } catch (error) {
      book.deleteSheet(sheet)
      throw new Error(`${complaint((error as Error).message)} No sheet was added. Try again in a moment.`)
    }
  })
}

function draw(sheet: Sheet, plan: TablePlan): void {
  const { columns, rows, frozenColumns = 0 } = plan
  growTo(sheet, rows.length + 1)
  const missing = columns.length - sheet.getMaxColumns()
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing)
  const lines = plannedCells(plan)
  const all = { row: 0, column: 0, cells: lines }
  rangeOf(sheet, all).setValues(lines.map((line) => line.map(typing)))
  columns.forEach((column, j) => {
    drawColumn(sheet, j + 1, column)
    if (column.kind !== 'text') return
    const isText = Array.from({ length: sheet.getMaxRows() - 1 }, (_, i) => [!isFormula(rows[i]?.[j])])
    format(sheet, { row: 1, column: j }, isText, TEXT)
  })
  formatFormulas(sheet, all)
  const rules = columns.flatMap((column, j) => colourRules(body(sheet, j + 1), column))
  if (rules.length > 0) sheet.setConditionalFormatRules(rules)
  sheet.getRange(1, 1, 1, columns.length).setFontWeight('bold')
  sheet.setFrozenRows(1)
  if (frozenColumns > 0) sheet.setFrozenColumns(frozenColumns)
}

function drawColumn(sheet: Sheet, column: number, { width, kind, choices, muted }: PlanColumn): void {
  sheet.setColumnWidth(column, width)
  if (kind === 'date') body(sheet, column).setNumberFormat(DATE)
  if (choices) {
    const offered = SpreadsheetApp.newDataValidation().requireValueInList([...choices], true)
    body(sheet, column).setDataValidation(offered.setAllowInvalid(true).build())
  }
  if (muted) sheet.getRange(1, column, sheet.getMaxRows(), 1).setFontColor(MUTED)
}

function colourRules(range: Range, { colours = {} }: PlanColumn): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return Object.entries(colours).map(([text, colour]) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(text)
      .setBackground(COLOURS[colour].fill)
      .setFontColor(COLOURS[colour].text)
      .setRanges([range])
      .build(),
  )
}

/** A column below its title, to the end of the sheet. */
function body(sheet: Sheet, column: number): Range {
  return sheet.getRange(2, column, sheet.getMaxRows() - 1, 1)
}

function reveal({ sheet: name, cell }: { sheet: string; cell: string }): void {
  const sheet = sheetCalled(name)
  if (sheet.isSheetHidden()) sheet.showSheet()
  sheet.getRange(cell).activate()
}

/** Reads the block that holds all ranges of a sheet, once, and cuts the ranges from it. */
function readRanges(names: readonly RangeName[]): CellValue[][][] {
  const wanted = names.map(({ sheet, address }) => ({ sheet, block: blockCalled(sheet, address) }))
  const read = new Map<string, { top: number; left: number; values: CellValue[][] }>()
  for (const name of new Set(names.map(({ sheet }) => sheet))) {
    const blocks = wanted.filter(({ sheet }) => sheet === name).map(({ block }) => block)
    read.set(name, valuesAround(sheetCalled(name), blocks))
  }
  return wanted.map(({ sheet, block }) => {
    const { top, left, values } = read.get(sheet)!
    const rows = values.slice(block.top - top, block.bottom - top)
    const cut = rows.map((line) => line.slice(block.left - left, block.right - left))
    while (cut.length > 0 && cut[cut.length - 1]!.every((value) => value === null)) cut.pop()
    return cut
  })
}

/** A block by its edges, counted from 1; the last row and column are the first ones beyond. */
interface Edges {
  top: number
  left: number
  bottom: number
  right: number
}

function blockCalled(sheet: string, address: string): Edges {
  const range = rangeCalled(sheetCalled(sheet), address)
  const [top, left] = [range.getRow(), range.getColumn()]
  return { top, left, bottom: top + range.getNumRows(), right: left + range.getNumColumns() }
}

function rangeCalled(sheet: Sheet, address: string): Range {
  try {
    return sheet.getRange(address)
  } catch {
    throw new Error(`The sheet “${sheet.getName()}” has no range ${address}. Choose the cells again.`)
  }
}

function valuesAround(sheet: Sheet, blocks: readonly Edges[]): { top: number; left: number; values: CellValue[][] } {
  const top = Math.min(...blocks.map((block) => block.top))
  const left = Math.min(...blocks.map((block) => block.left))
  const bottom = Math.min(sheet.getLastRow() + 1, Math.max(...blocks.map((block) => block.bottom)))
  const right = Math.max(...blocks.map((block) => block.right))
  if (bottom <= top) return { top, left, values: [] }
  return { top, left, values: valuesOf(sheet.getRange(top, left, bottom - top, right - left)) }
}

function contentOfSheet(sheet: Sheet): SheetContent {
  const used = sheet.getDataRange()
  const content = { values: valuesOf(used), formulas: used.getFormulas() }
  return trimmed(sheet.isSheetHidden() ? { ...content, hidden: true } : content)
}

/** The formula of a cell, else what one would type to get its value. */
function contentOf(cell: GoogleAppsScript.Spreadsheet.Range): string {
  const formula = cell.getFormula()
  if (formula !== '') return formula
  const value: unknown = cell.getValue()
  if (Object.prototype.toString.call(value) === '[object Date]') return typedDate(value as Date)
  if (typeof value === 'boolean') return String(value).toUpperCase()
  // Text that looks like a formula is typed with an apostrophe before it.
  return typeof value === 'string' && /^[=+'-]/.test(value) ? `'${value}` : String(value)
}

/** 2026-03-01, or 2026-03-01 09:30:00 where there is a time of day. Every locale reads that as a date. */
function typedDate(date: Date): string {
  return clockOf(timeZone)
    .shown(date)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')
    .replace(' 00:00:00', '')
}
