import type { CellText, PlanColumn, SummaryCell, TablePlan } from '../../../core/sheet/book.ts'
import { GENERAL } from '../../../core/metric.ts'
import { formatOf, MUTED, POINTS_PER_PIXEL, TEXT } from '../../../core/sheet/looks.ts'
import { plannedCells } from '../../../core/sheet/rows.ts'
import { existingSheet } from '../../../core/sheet/sentences.ts'
import { entryOf, type Entry } from '../content.ts'
import { codeOf, told } from '../failures.ts'
import { addNotes, NOTES } from '../notes.ts'
import { ifOffered } from '../offered.ts'
import { choicesOf, SPARE_ROWS } from './choices.ts'
import { colourByText } from './colours.ts'
import { removeHalfDrawn } from './halfDrawn.ts'
import { PAGES, setUpPage } from './page.ts'

/** Adds sheets as planned, all or none of them. `proceed` throws when nobody waits for it any more. */
export async function createSheets(plans: readonly TablePlan[], namespace: string, proceed: () => void): Promise<void> {
  const entries = plans.map((plan) => plannedCells(plan).map((row) => row.map((cell) => entryOf(cell, namespace))))
  const names = plans.map(({ name }) => name).join('”, “')
  // Not as one undo group: Excel breaks that off at what it cannot undo, such as colour rules.
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()))
    for (const { name } of plans) {
      if (taken.has(name.toLowerCase())) throw new Error(existingSheet(name))
      taken.add(name.toLowerCase())
    }
    const lists = plans.map(({ columns }) =>
      columns.map((column) => choicesOf(column, (sheet) => taken.has(sheet.toLowerCase()))),
    )
    proceed()
    const sheets: Excel.Worksheet[] = []
    try {
      for (const { name } of plans) {
        // One at a time: should another person add a sheet of such a name just now, the ones before it are ours.
        if (sheets.length > 0) await context.sync()
        sheets.push(worksheets.add(name))
      }
      sheets.forEach((sheet, i) => drawTable(sheet, plans[i]!, entries[i]!, lists[i]!))
      sheets[sheets.length - 1]?.activate()
      await context.sync()
    } catch (error) {
      const tried = plans.slice(0, sheets.length).map(({ name }) => name)
      const isTheirs = codeOf(error) === 'ItemAlreadyExists'
      const reason = told(error, isTheirs ? tried[tried.length - 1]! : names)
      await removeHalfDrawn(context, isTheirs ? tried.slice(0, -1) : tried, reason.message)
      throw reason
    }
    await ifOffered(context, NOTES, () => plans.forEach(({ columns }, i) => addNotes(sheets[i]!, notesOf(columns))))
    await ifOffered(context, PAGES, () => plans.forEach(({ page }, i) => page && setUpPage(sheets[i]!, page)))
  }).catch((error: unknown) => {
    throw told(error, names)
  })
}

function drawTable(sheet: Excel.Worksheet, plan: TablePlan, entries: Exclude<Entry, null>[][], lists: string[]): void {
  const { columns, frozenColumns = 0, summary = [] } = plan
  const width = entries[0]!.length
  sheet.getRangeByIndexes(0, 0, entries.length, width).formulas = entries
  sheet.getRangeByIndexes(0, 0, 1, columns.length).format.font.bold = true
  if (frozenColumns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, frozenColumns))
  else sheet.freezePanes.freezeRows(1)
  columns.forEach((column, i) => drawColumn(sheet, column, i, lists[i]!, formatsOf(plan, i)))
  summary.forEach((told, i) => drawSummary(sheet, told, columns.length + 1 + 2 * i))
}

function drawSummary(sheet: Excel.Worksheet, cell: SummaryCell, column: number): void {
  const [label, told] = [sheet.getCell(0, column), sheet.getCell(0, column + 1)]
  label.format.font.color = MUTED
  label.format.horizontalAlignment = 'Right'
  told.format.font.bold = true
  told.format.horizontalAlignment = 'Left'
  if ('format' in cell && cell.format) told.numberFormat = [[cell.format]]
  for (const { format } of [label, told]) format.autofitColumns()
  if (cell.width) told.format.columnWidth = cell.width * POINTS_PER_PIXEL
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
  colourByText(body, column.colours ?? {})
}

function notesOf(columns: readonly PlanColumn[]): CellText[] {
  return columns.flatMap(({ note }, column) => (note ? [{ row: 0, column, text: note }] : []))
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
