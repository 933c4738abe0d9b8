import { GENERAL } from '../core/metric.ts'
import type { Book, FormulaRequest, Selection, WriteOutcome } from '../core/sheet/book.ts'
import { TEXT } from '../core/sheet/looks.ts'
import { about } from './about.ts'
import { prefixed } from './formulas.ts'
import { blankCheck } from './sheet/blankCheck.ts'
import { changeCells } from './sheet/changeCells.ts'
import { addCharts } from './sheet/chart.ts'
import { changeRows } from './sheet/changeRows.ts'
import { contentOf } from './sheet/content.ts'
import { told } from './sheet/failures.ts'
import { dress } from './sheet/look.ts'
import { freeze, readFormulas, thaw } from './sheet/freeze.ts'
import { isOffered } from './sheet/offered.ts'
import { createSheets } from './sheet/plans/createSheets.ts'
import { drawSheet } from './sheet/plans/drawSheet.ts'
import { print } from './sheet/plans/page.ts'
import { readRanges } from './sheet/readRanges.ts'
import { readSheet, readSheets, sheetNames } from './sheet/readSheets.ts'
import { trialValue } from './sheet/trialValue.ts'
import { inTime, turns } from './sheet/turns.ts'
import { watch, watchSelection } from './sheet/watch.ts'

/**
 * Excel as the sidebar sees it. `namespace` is the prefix its functions have in this build, "" for none; `patience` is
 * how long Excel may take for an answer, in milliseconds.
 */
export function excelBook(namespace: string, patience = 30_000): Book {
  const soon = <A, R>(task: (argument: A, proceed: () => void) => Promise<R>) => inTime(task, patience)
  const inLine = turns()
  return {
    host: 'Excel',
    typed: (formula) => prefixed(formula, namespace),
    selection: () => soon(() => selection(namespace))(undefined),
    insertFormula: inLine(soon((request, proceed) => insertFormula(request, namespace, proceed))),
    sheetNames: () => soon(sheetNames)(undefined),
    readSheet: soon((sheet) => readSheet(sheet, namespace)),
    readSheets: soon((sheets) => readSheets(sheets, namespace)),
    changeRows: inLine(
      soon((request, proceed) =>
        inOneStep(request.sheet, (context) => changeRows(context, request, namespace, proceed)),
      ),
    ),
    changeCells: inLine(
      soon((request, proceed) =>
        inOneStep(request.sheet, (context) => changeCells(context, request, namespace, proceed)),
      ),
    ),
    createSheets: inLine(soon((plans, proceed) => createSheets(plans, namespace, proceed))),
    drawSheet: inLine(soon((plan, proceed) => drawSheet(plan, namespace, proceed))),
    print: soon(print),
    readRanges: soon(readRanges),
    readFormulas: (sheet) =>
      soon(() => reading(sheet, (context) => readFormulas(context, sheet, namespace)))(undefined),
    freeze: inLine(
      soon((formulas, proceed) =>
        inOneStep(formulas[0]?.sheet ?? '', (context) => freeze(context, formulas, namespace, proceed)),
      ),
    ),
    thaw: inLine(
      soon((kept, proceed) => inOneStep(kept[0]?.sheet ?? '', (context) => thaw(context, kept, namespace, proceed))),
    ),
    addChart: inLine(
      soon((plan, proceed) =>
        inOneStep(plan.sheet, (context) =>
          addCharts(context, context.workbook.worksheets.getItem(plan.sheet), [plan], proceed),
        ),
      ),
    ),
    watch,
    // A pane belongs to one workbook.
    watchWorkbook: () => () => {},
    watchSelection,
    reveal: (sheet, cell) => soon(() => reveal(sheet, cell))(undefined),
    about: async () => about(),
    checks: [blankCheck((formula) => trialValue(prefixed(formula, namespace)))],
  }
}

function reading<R>(sheet: string | null, work: (context: Excel.RequestContext) => Promise<R>): Promise<R> {
  return Excel.run({ delayForCellEdit: true }, work).catch((error: unknown) => {
    throw told(error, sheet ?? '')
  })
}

async function selection(namespace: string): Promise<Selection> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const block = context.workbook.getSelectedRanges().areas.getItemAt(0)
    const first = block.getCell(0, 0)
    block.load('address, rowCount, columnCount')
    block.worksheet.load('name')
    // Only the first cell: a selected column has a million, which Excel refuses to send.
    first.load('formulas, values')
    await context.sync()
    return {
      sheet: block.worksheet.name,
      address: block.address.slice(block.address.lastIndexOf('!') + 1),
      rows: block.rowCount,
      columns: block.columnCount,
      content: contentOf(first, namespace),
    }
  }).catch((error: unknown) => {
    throw told(error, 'the selected sheet')
  })
}

async function insertFormula(
  { sheet, cell, formula, replaces, format = GENERAL, formatReplaced = GENERAL, look }: FormulaRequest,
  namespace: string,
  proceed: () => void,
): Promise<WriteOutcome> {
  return Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteOutcome> => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell)
    range.load('formulas, values, numberFormat, rowIndex, columnIndex')
    await context.sync()
    const found = contentOf(range, namespace)
    if (found !== replaces) return { done: false, found }
    proceed()
    // In a cell with the text format a formula would be text.
    const before: unknown = range.numberFormat[0]![0]
    if (before !== format && [TEXT, GENERAL, formatReplaced].includes(String(before))) range.numberFormat = [[format]]
    range.formulas = [[prefixed(formula, namespace)]]
    await context.sync()
    // The formula is what matters, and it is in its cell by now.
    if (look) await dress(context, sheet, range, look).catch(() => {})
    return { done: true }
  }).catch((error: unknown) => {
    throw told(error, sheet)
  })
}

async function reveal(sheet: string, cell: string): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    worksheet.visibility = 'Visible'
    worksheet.activate()
    worksheet.getRange(cell).select()
    await context.sync()
  }).catch((error: unknown) => {
    throw told(error, sheet)
  })
}

/** Does a work that people undo as one step, where Excel offers that. */
function inOneStep<R>(sheet: string, work: (context: Excel.RequestContext) => Promise<R>): Promise<R> {
  return Excel.run({ delayForCellEdit: true, ...(isOffered('1.20') && { mergeUndoGroup: true }) }, work).catch(
    (error: unknown) => {
      throw told(error, sheet)
    },
  )
}
