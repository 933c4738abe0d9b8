import type { FormulaRequest, Selection, WriteOutcome } from '../core/book.ts'
import type { BookAnswer, BookQuestion } from './bookMessages.ts'
import { clockOf } from './clock.ts'

/** The server half of the book: a question in, an answer out, both as JSON. */
export function cuesheetBook(question: string): string {
  return JSON.stringify(answer(JSON.parse(question)))
}

export function timeZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone()
}

function answer(question: BookQuestion): BookAnswer {
  try {
    return { value: question.ask === 'selection' ? selection() : insertFormula(question) }
  } catch (error) {
    return { failure: (error as Error).message }
  }
}

function selection(): Selection {
  const range = SpreadsheetApp.getActiveSpreadsheet().getActiveRangeList()?.getRanges()[0]
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

function insertFormula({ sheet, cell, formula, replaces }: FormulaRequest): WriteOutcome {
  const range = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet)?.getRange(cell)
  if (!range) throw new Error(`There is no sheet “${sheet}” in this spreadsheet any more.`)
  return whileNobodyElseWrites(() => {
    const found = contentOf(range)
    if (found !== replaces) return { done: false, found }
    range.setFormula(formula)
    SpreadsheetApp.flush()
    return { done: true }
  })
}

/** Holds the document's lock, which keeps other people's sidebars from writing between our reading and our writing. */
function whileNobodyElseWrites<T>(work: () => T): T {
  const lock = LockService.getDocumentLock()
  if (!lock.tryLock(5000)) {
    throw new Error('Someone else is inserting a formula in this spreadsheet right now. Try again in a moment.')
  }
  try {
    return work()
  } finally {
    lock.releaseLock()
  }
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
