import type { Book, FormulaRequest, Selection, WriteOutcome } from '../core/book.ts'
import { findMetric } from '../core/catalogue.ts'
import { blankCheck, isPending } from './blankCheck.ts'
import { PROBE } from './blanks.ts'

const PATIENCE_MS = 10_000
const PAUSE_MS = 100

/** Excel as the sidebar sees it. `namespace` is the prefix its functions have in this build, "" for none. */
export function excelBook(namespace: string): Book {
  return {
    selection,
    insertFormula: inTurn((request) => insertFormula({ ...request, formula: prefixed(request.formula, namespace) })),
    checks: [blankCheck((formula) => trialValue(prefixed(formula, namespace)))],
  }
}

function selection(): Promise<Selection> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const block = context.workbook.getSelectedRanges().areas.getItemAt(0)
    const first = block.getCell(0, 0)
    block.load('address, rowCount, columnCount')
    block.worksheet.load('name')
    // Only the first cell: a selected column has a million, which Excel refuses to send.
    first.load('formulas')
    await context.sync()
    return {
      sheet: block.worksheet.name,
      address: block.address.slice(block.address.lastIndexOf('!') + 1),
      rows: block.rowCount,
      columns: block.columnCount,
      content: contentOf(first),
    }
  })
}

function insertFormula({ sheet, cell, formula, replaces }: FormulaRequest): Promise<WriteOutcome> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet)
    await context.sync()
    if (worksheet.isNullObject) throw new Error(`The sheet “${sheet}” is not there any more`)
    const range = worksheet.getRange(cell)
    range.load('formulas')
    await context.sync()
    const found = contentOf(range)
    if (found !== replaces) return { done: false, found }
    range.formulas = [[formula]]
    await context.sync()
    return { done: true }
  })
}

/** The value that Excel gives a formula, on a sheet of its own that is gone again afterwards. */
function trialValue(formula: string): Promise<string> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.add()
    sheet.visibility = 'Hidden'
    const cell = sheet.getRange('A1')
    cell.formulas = [[formula]]
    await context.sync()
    try {
      return await valueInTime(cell)
    } finally {
      sheet.delete()
      await context.sync()
    }
  })
}

/** A custom function is calculated some time after its formula is written. */
async function valueInTime(cell: Excel.Range): Promise<string> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    cell.load('values')
    await cell.context.sync()
    const value = String(cell.values[0]?.[0])
    if (!isPending(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

/** Two writers would both read the cell before either has written it, so one waits for the other. */
function inTurn<A, R>(task: (argument: A) => Promise<R>): (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (argument) => {
    const turn = last.then(() => task(argument))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** A formula, or the value as one would type it; "" when the cell is empty. */
function contentOf(cell: Excel.Range): string {
  const content: unknown = cell.formulas[0]?.[0]
  return typeof content === 'boolean' ? String(content).toUpperCase() : String(content)
}

/** =NPS(A:A) as this build's Excel knows it: =CUE.NPS(A:A). Texts and sheet names are left alone. */
function prefixed(formula: string, namespace: string): string {
  if (!namespace) return formula
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g, (token) =>
    isOurs(token.toUpperCase()) ? `${namespace}.${token}` : token,
  )
}

function isOurs(name: string): boolean {
  return name === PROBE || findMetric(name) !== undefined
}
