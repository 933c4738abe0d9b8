import { GENERAL } from '../core/metric.ts'
import type { BlockLook, FormulaRequest, Selection, WriteOutcome } from '../core/sheet/book.ts'
import { fingerprintOf } from '../core/sheet/fingerprint.ts'
import { TEXT } from '../core/sheet/looks.ts'
import { versionText } from '../core/release.ts'
import { release } from './functions.ts'
import type { BookAnswer, BookQuestion, ScriptAbout, SheetReading } from './bookMessages.ts'
import { changeCells } from './sheet/changeCells.ts'
import { changeRows } from './sheet/changeRows.ts'
import { addChart } from './sheet/chart.ts'
import { contentOf, contentOfSheet } from './sheet/content.ts'
import { createSheets } from './sheet/createSheets.ts'
import { drawSheet } from './sheet/drawSheet.ts'
import { freeze, readFormulas, thaw } from './sheet/freeze.ts'
import { dress } from './sheet/look.ts'
import { readRanges } from './sheet/readRanges.ts'
import {
  bringToFront,
  complaint,
  growTo,
  mustBeEditable,
  sheetCalled,
  spreadsheet,
  timeZone,
  whileNobodyElseWrites,
  type Range,
} from './sheet/sheets.ts'

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
    case 'sheetNames':
      return spreadsheet()
        .getSheets()
        .map((sheet) => sheet.getName())
    case 'readSheets':
      return question.sheets.map(readSheet)
    case 'changeRows':
      return changeRows(question)
    case 'changeCells':
      return changeCells(question)
    case 'createSheets':
      return createSheets(question.plans)
    case 'drawSheet':
      return drawSheet(question.plan)
    case 'print':
      return print(question.sheet)
    case 'readRanges':
      return readRanges(question.ranges)
    case 'readFormulas':
      return readFormulas(question.sheet)
    case 'freeze':
      return freeze(question.formulas)
    case 'thaw':
      return thaw(question.kept)
    case 'addChart':
      return addChart(question.plan)
    case 'reveal':
      return reveal(question)
    case 'fingerprint':
      return readSheet(question.sheet).fingerprint
    case 'about':
      return about()
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
  look,
}: FormulaRequest): WriteOutcome {
  const range = sheetCalled(sheet).getRange(cell)
  return whileNobodyElseWrites(() => {
    const found = contentOf(range)
    if (found !== replaces) return { done: false, found }
    mustBeEditable(sheet, [range])
    // A table that reaches beyond the sheet would not be filled in.
    if (look) growTo(range.getSheet(), range.getRow() + look.rows - 1, range.getColumn() + look.columns.length - 1)
    const before = range.getNumberFormat()
    if (before === TEXT) range.setNumberFormat(GENERAL)
    range.setFormula(formula)
    // Afterwards, since Google Sheets formats a cell by the formula that is written into it.
    if (wanted && [TEXT, formatReplaced, ...UNCHOSEN].includes(before)) range.setNumberFormat(wanted)
    if (look) dressIfAllowed(range, look)
    SpreadsheetApp.flush()
    return { done: true }
  })
}

function dressIfAllowed(cell: Range, look: BlockLook): void {
  try {
    dress(cell, look)
  } catch {
    // The formula is what matters, and it is in its cell by now.
  }
}

function readSheet(name: string): SheetReading {
  const sheet = spreadsheet().getSheetByName(name)
  const content = sheet && contentOfSheet(sheet)
  return { content, fingerprint: fingerprintOf(content) }
}

function reveal({ sheet: name, cell }: { sheet: string; cell: string }): void {
  const sheet = sheetCalled(name)
  if (sheet.isSheetHidden()) sheet.showSheet()
  sheet.getRange(cell).activate()
}

function about(): ScriptAbout {
  return { computes: versionText(release()), locale: spreadsheet().getSpreadsheetLocale(), zone: timeZone() }
}

/** A script can neither print nor set up a page. */
function print(name: string): string {
  bringToFront(sheetCalled(name))
  return `The sheet “${name}” is in front: click into it, print it with Ctrl+P, and choose Landscape and Fit to width there.`
}
