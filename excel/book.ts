import type {
  Book,
  CellValue,
  FormulaRequest,
  PlanColumn,
  RangeName,
  RowsOutcome,
  RowsRequest,
  Selection,
  SheetContent,
  TablePlan,
  WriteOutcome,
} from '../core/sheet/book.ts'
import { GENERAL } from '../core/metric.ts'
import { COLOURS, formatOf, MUTED, TEXT } from '../core/sheet/looks.ts'
import { plannedCells, reconcile, type SheetEdit } from '../core/sheet/rows.ts'
import { existingSheet, missingSheet } from '../core/sheet/sentences.ts'
import { blankCheck, isToCome } from './blankCheck.ts'
import { changeCells } from './changeCells.ts'
import {
  contentOf,
  entryOf,
  sheetContent,
  undoingOf,
  valueOf,
  writingOf,
  type FormattedBlock,
  type Writing,
} from './content.ts'
import { codeOf, halfDone, told, tooLarge, unanswered } from './failures.ts'
import { prefixed } from './formulas.ts'

const PATIENCE_MS = 10_000
const PAUSE_MS = 100
/** A burst of changes, such as a recalculation, is told once. */
const BURST_MS = 50
/** How long the first reading waits for Excel to listen for changes. */
const LISTEN_MS = 3000
/** Excel takes no number format for a whole column, so a sheet is made ready for this many further rows. */
const SPARE_ROWS = 1000
const LONGEST_LIST = 255
const POINTS_PER_PIXEL = 0.75

/** Whether the book still waits for the outcome of a task. */
interface Turn {
  givenUp: boolean
}

/**
 * Excel as the sidebar sees it. `namespace` is the prefix its functions have in this build, "" for none; `patience` is
 * how long Excel may take for an answer, in milliseconds.
 */
export function excelBook(namespace: string, patience = 30_000): Book {
  const soon = <A, R>(task: (argument: A, turn: Turn) => Promise<R>) => inTime(task, patience)
  const inLine = turns()
  return {
    selection: () => soon(() => selection(namespace))(undefined),
    insertFormula: inLine(soon((request, turn) => insertFormula(request, namespace, turn))),
    readSheet: soon((sheet) => readSheet(sheet, namespace)),
    changeRows: inLine(soon((request, turn) => changeRows(request, namespace, turn))),
    changeCells: inLine(
      soon((request, turn) =>
        Excel.run({ delayForCellEdit: true, ...oneUndoStep() }, (context) =>
          changeCells(context, request, namespace, () => stopIfGivenUp(turn)),
        ).catch((error: unknown) => {
          throw told(error, request.sheet)
        }),
      ),
    ),
    createSheet: inLine(soon((plan, turn) => createSheet(plan, namespace, turn))),
    readRanges: soon(readRanges),
    watch,
    reveal: (sheet, cell) => soon(() => reveal(sheet, cell))(undefined),
    checks: [blankCheck((formula) => trialValue(prefixed(formula, namespace)))],
  }
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
  { sheet, cell, formula, replaces, format = GENERAL, formatReplaced = GENERAL }: FormulaRequest,
  namespace: string,
  turn: Turn,
): Promise<WriteOutcome> {
  return Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteOutcome> => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell)
    range.load('formulas, values, numberFormat')
    await context.sync()
    const found = contentOf(range, namespace)
    if (found !== replaces) return { done: false, found }
    stopIfGivenUp(turn)
    // In a cell with the text format a formula would be text.
    const before: unknown = range.numberFormat[0]![0]
    if (before !== format && [TEXT, GENERAL, formatReplaced].includes(String(before))) range.numberFormat = [[format]]
    range.formulas = [[prefixed(formula, namespace)]]
    await context.sync()
    return { done: true }
  }).catch((error: unknown) => {
    throw told(error, sheet)
  })
}

async function readSheet(sheet: string, namespace: string): Promise<SheetContent | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    worksheet.load('visibility')
    const used = worksheet.getUsedRange(true)
    used.load('rowIndex, columnIndex, values, formulas')
    await context.sync()
    checkHandedOver(used, sheet)
    const content = sheetContent(used, namespace)
    return worksheet.visibility === 'Visible' ? content : { ...content, hidden: true as const }
  }).catch((error: unknown) => {
    if (codeOf(error) === 'ItemNotFound') return null
    throw told(error, sheet)
  })
}

async function changeRows(request: RowsRequest, namespace: string, turn: Turn): Promise<RowsOutcome> {
  const { sheet } = request
  return Excel.run({ delayForCellEdit: true, ...oneUndoStep() }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    // The row below tells how new rows are formatted.
    const block = worksheet.getUsedRange(true).getResizedRange(1, 0)
    block.load('rowIndex, columnIndex, values, formulas, numberFormat')
    await context.sync()
    checkHandedOver(block, sheet)
    const { edit, outcome } = reconcile(sheetContent(block, namespace), request)
    if (edit === null) return outcome
    const writing = writingOf(edit, block, namespace)
    stopIfGivenUp(turn)
    try {
      queueWriting(worksheet, edit, writing)
      for (const row of edit.remove) worksheet.getRange(`${row + 1}:${row + 1}`).delete('Up')
      await context.sync()
    } catch (error) {
      throw await takenBack(worksheet, edit, block, told(error, sheet).message, sheet)
    }
    return outcome
  }).catch((error: unknown) => {
    throw told(error, sheet)
  })
}

function checkHandedOver({ values }: { values: unknown[][] | null }, sheet: string): void {
  if (values === null) throw new Error(tooLarge(sheet))
}

function queueWriting(worksheet: Excel.Worksheet, { row, column, cells }: SheetEdit, writing: Writing): void {
  if (cells.length === 0) return
  const range = worksheet.getRangeByIndexes(row, column, cells.length, cells[0]!.length)
  if (changesAnything(writing.opening)) range.numberFormat = writing.opening
  range.formulas = writing.entries
  if (changesAnything(writing.closing)) range.numberFormat = writing.closing
}

function changesAnything(formats: (string | null)[][]): boolean {
  return formats.some((row) => row.some((format) => format !== null))
}

/** Excel keeps what it did before a failure, so this puts back what was there. Gives the failure in a sentence. */
async function takenBack(
  worksheet: Excel.Worksheet,
  edit: SheetEdit,
  before: FormattedBlock,
  reason: string,
  sheet: string,
): Promise<Error> {
  const { context } = worksheet
  try {
    const { rowIndex, columnIndex, formulas, numberFormat } = before
    const now = worksheet.getRangeByIndexes(rowIndex, columnIndex, formulas.length, formulas[0]!.length)
    now.load('formulas, numberFormat')
    await context.sync()
    if (JSON.stringify([now.formulas, now.numberFormat]) === JSON.stringify([formulas, numberFormat])) {
      return new Error(reason)
    }
    // Where rows are gone already, the others are not where they were.
    if (edit.remove.length > 1) return new Error(halfDone(reason, sheet))
    queueWriting(worksheet, edit, undoingOf(edit, before))
    await context.sync()
    return new Error(reason)
  } catch {
    return new Error(halfDone(reason, sheet))
  }
}

async function createSheet(plan: TablePlan, namespace: string, turn: Turn): Promise<void> {
  const { name, columns, frozenColumns = 0 } = plan
  const entries = plannedCells(plan).map((row) => row.map((cell) => entryOf(cell, namespace)))
  const lists = columns.map(listOf)
  // Not as one undo group: Excel breaks that off at what it cannot undo, such as colour rules.
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook
    const there = worksheets.getItemOrNullObject(name)
    await context.sync()
    if (!there.isNullObject) throw new Error(existingSheet(name))
    stopIfGivenUp(turn)
    try {
      const sheet = worksheets.add(name)
      sheet.getRangeByIndexes(0, 0, entries.length, columns.length).formulas = entries
      sheet.getRangeByIndexes(0, 0, 1, columns.length).format.font.bold = true
      if (frozenColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, frozenColumns))
      else sheet.freezePanes.freezeRows(1)
      columns.forEach((column, i) => drawColumn(sheet, column, i, lists[i]!, formatsOf(plan, i)))
      await context.sync()
    } catch (error) {
      if (codeOf(error) !== 'ItemAlreadyExists') await removeHalfDrawn(context, name, told(error, name).message)
      throw error
    }
  }).catch((error: unknown) => {
    throw told(error, name)
  })
}

function drawColumn(sheet: Excel.Worksheet, column: PlanColumn, index: number, list: string, formats: string[]): void {
  const whole = sheet.getRangeByIndexes(0, index, formats.length + 1, 1)
  whole.format.columnWidth = column.width * POINTS_PER_PIXEL
  if (column.muted) whole.format.font.color = MUTED
  const body = sheet.getRangeByIndexes(1, index, formats.length, 1)
  if (formats.some((format) => format !== GENERAL)) body.numberFormat = formats.map((format) => [format])
  if (list) {
    body.dataValidation.rule = { list: { inCellDropDown: true, source: list } }
    body.dataValidation.errorAlert = {
      showAlert: true,
      style: 'Information',
      title: 'Not on the list',
      message: 'The list offers other texts. With OK yours stays.',
    }
  }
  for (const [text, colour] of Object.entries(column.colours ?? {})) {
    const { cellValue } = body.conditionalFormats.add('CellValue')
    cellValue.format.fill.color = COLOURS[colour].fill
    cellValue.format.font.color = COLOURS[colour].text
    cellValue.rule = { formula1: `="${text.replace(/"/g, '""')}"`, operator: 'EqualTo' }
  }
}

/** The number formats of a column below its title. A formula in a cell with the text format turns into text when edited. */
function formatsOf({ columns, rows }: TablePlan, index: number): string[] {
  const usual = formatOf(columns[index]!)
  return Array.from({ length: rows.length + SPARE_ROWS }, (_, i) => {
    const cell = rows[i]?.[index] ?? null
    if (typeof cell !== 'object' || cell === null) return usual
    return cell.format ?? (usual === TEXT ? GENERAL : usual)
  })
}

/** What a drop-down offers, as Excel takes it. */
function listOf({ title, choices = [] }: PlanColumn): string {
  const list = choices.join(',')
  if (list.length > LONGEST_LIST || list.startsWith('=') || choices.some((choice) => choice.includes(','))) {
    throw new Error(
      `Excel cannot offer the choices of “${title}”: they have commas or more than ${LONGEST_LIST} signs.`,
    )
  }
  return list
}

async function removeHalfDrawn(context: Excel.RequestContext, name: string, reason: string): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name)
    await context.sync()
    if (sheet.isNullObject) return
    sheet.delete()
    await context.sync()
  } catch {
    throw new Error(halfDone(reason, name))
  }
}

async function readRanges(ranges: readonly RangeName[]): Promise<CellValue[][][]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const reads = ranges.map(({ sheet, address }) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address)
      range.load('rowIndex, columnIndex, columnCount')
      // Excel hands over no whole column, but what is used of it.
      const used = range.getUsedRangeOrNullObject(true)
      used.load('rowIndex, columnIndex, values')
      return { range, used }
    })
    await context.sync()
    return reads.map(({ range, used }, i) => {
      if (used.isNullObject) return []
      checkHandedOver(used, ranges[i]!.sheet)
      return usedValues(range, used)
    })
  }).catch(async (error: unknown) => {
    const sheets = [...new Set(ranges.map(({ sheet }) => sheet))]
    const missing = codeOf(error) === 'ItemNotFound' ? await missingOf(sheets) : []
    throw missing.length > 0 ? new Error(missing.map(missingSheet).join(' ')) : told(error, sheets.join('”, “'))
  })
}

/** The values of a range in its full width, down to the last one. */
function usedValues(range: Excel.Range, used: Excel.Range): CellValue[][] {
  const blank = () => new Array<CellValue>(range.columnCount).fill(null)
  const above = Array.from({ length: used.rowIndex - range.rowIndex }, blank)
  const rows = used.values.map((row: unknown[]) => {
    const whole = blank()
    row.forEach((value, j) => {
      whole[used.columnIndex - range.columnIndex + j] = valueOf(value)
    })
    return whole
  })
  while (rows.length > 0 && rows[rows.length - 1]!.every((value) => value === null)) rows.pop()
  return rows.length === 0 ? [] : [...above, ...rows]
}

function missingOf(names: readonly string[]): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name))
    await context.sync()
    return names.filter((_, i) => sheets[i]!.isNullObject)
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

function watch(sheet: string, changed: () => void): () => void {
  let ended = false
  let waiting = false
  const tell = async (event?: Excel.WorksheetChangedEventArgs | Excel.WorksheetCalculatedEventArgs) => {
    // What changes with our own writing, formulas, Excel tells as calculated.
    const isOwn = event && 'triggerSource' in event && event.triggerSource === 'ThisLocalAddin'
    if (ended || waiting || isOwn) return
    waiting = true
    setTimeout(() => {
      waiting = false
      if (!ended) changed()
    }, BURST_MS)
  }
  const started = Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    // A formula that gets another value changes no cell as far as onChanged goes.
    const handlers = [worksheet.onChanged.add(tell), worksheet.onCalculated.add(tell)]
    await context.sync()
    return handlers
  })
  // A sheet that Excel is slow to listen to can be read all the same, and one that is not there does not change.
  let begun = false
  const begin = () => {
    begun = true
    if (!ended) changed()
  }
  const slow = setTimeout(begin, LISTEN_MS)
  void started
    .then(
      () => true,
      () => !begun,
    )
    .then((isNew) => {
      clearTimeout(slow)
      if (isNew) begin()
    })
  return () => {
    ended = true
    clearTimeout(slow)
    void started.then(stopWatching).catch(() => undefined)
  }
}

async function stopWatching(handlers: { remove(): void; context: OfficeExtension.ClientRequestContext }[]) {
  // Only the context that added a handler can remove it.
  const { context } = handlers[0]!
  handlers.forEach((handler) => handler.remove())
  await context.sync()
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
    if (!isToCome(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

function oneUndoStep(): { mergeUndoGroup?: boolean } {
  return Office.context.requirements.isSetSupported('ExcelApi', '1.20') ? { mergeUndoGroup: true } : {}
}

/** Two writers would both read the cells before either has written them, so one waits for the other. */
function turns(): <A, R>(task: (argument: A) => Promise<R>) => (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => (argument) => {
    const turn = last.then(() => task(argument))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Excel answers late while a cell is being edited, and then perhaps never: gives up, so that others get their turn. */
function inTime<A, R>(task: (argument: A, turn: Turn) => Promise<R>, patience: number): (argument: A) => Promise<R> {
  return (argument) =>
    new Promise((resolve, reject) => {
      const turn: Turn = { givenUp: false }
      const timer = setTimeout(() => {
        turn.givenUp = true
        reject(new Error(unanswered))
      }, patience)
      void task(argument, turn)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
}

/** What nobody waits for any more is not written. */
function stopIfGivenUp({ givenUp }: Turn): void {
  if (givenUp) throw new Error(unanswered)
}
