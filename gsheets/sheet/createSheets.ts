import { GENERAL } from '../../core/metric.ts'
import type { NewCell, PlanColumn, TablePlan } from '../../core/sheet/book.ts'
import { formatOf, MUTED, TEXT } from '../../core/sheet/looks.ts'
import { plannedCells } from '../../core/sheet/rows.ts'
import { existingSheet } from '../../core/sheet/sentences.ts'
import { blockName } from '../../core/sheet/sheetReference.ts'
import { addSheets } from './addSheets.ts'
import { setColourRules } from './colourRules.ts'
import { format, formatFormulas } from './formats.ts'
import {
  growTo,
  isFormula,
  rangeOf,
  setWidths,
  spreadsheet,
  typing,
  whileNobodyElseWrites,
  type Range,
  type Sheet,
} from './sheets.ts'

export function createSheets(plans: readonly TablePlan[]): void {
  const cells = plans.map(plannedCells)
  whileNobodyElseWrites(() => {
    const book = spreadsheet()
    const names = plans.map(({ name }) => name)
    const existing = names.find((name) => book.getSheetByName(name))
    if (existing !== undefined) throw new Error(existingSheet(existing))
    addSheets(names, (sheets) => {
      // All of them first: a drop-down offers the cells down to where their sheet ends by then.
      sheets.forEach((sheet, i) => growTo(sheet, cells[i]!.length, cells[i]![0]!.length))
      sheets.forEach((sheet, i) => draw(sheet, plans[i]!, cells[i]!))
    })
  })
}

function draw(sheet: Sheet, { columns, rows, frozenColumns = 0, summary = [] }: TablePlan, cells: NewCell[][]): void {
  const all = { row: 0, column: 0, cells }
  rangeOf(sheet, all).setValues(cells.map((line) => line.map(typing)))
  formatBodies(sheet, columns, rows)
  formatFormulas(sheet, all)
  setWidths(
    sheet,
    columns.map(({ width }) => width),
  )
  columns.forEach((column, j) => offer(sheet, j + 1, column))
  columns.forEach(({ muted }, j) => {
    if (muted) sheet.getRange(1, j + 1, sheet.getMaxRows(), 1).setFontColor(MUTED)
  })
  const last = sheet.getMaxRows() - 1
  const coloured = columns.map(({ colours = {} }, j) => ({ address: blockName(1, j, last, j), colours }))
  setColourRules(sheet, coloured)
  const top = sheet.getRange(1, 1, 1, cells[0]!.length).setFontWeight('bold')
  if (columns.some(({ note }) => note)) top.setNotes([cells[0]!.map((_, j) => columns[j]?.note ?? '')])
  // Only the labels: what the formulas show may still be loading.
  summary.forEach(({ width }, i) => {
    sheet.autoResizeColumn(columns.length + 2 + 2 * i)
    if (width) sheet.setColumnWidth(columns.length + 3 + 2 * i, width)
  })
  sheet.setFrozenRows(1)
  if (frozenColumns > 0) sheet.setFrozenColumns(frozenColumns)
}

/** A formula in a cell of plain text would become a text when someone edits it. */
function formatBodies(sheet: Sheet, columns: readonly PlanColumn[], rows: TablePlan['rows']): void {
  const formats = columns.map(formatOf)
  const height = sheet.getMaxRows() - 1
  for (const own of new Set(formats)) {
    if (own === GENERAL) continue
    const flags = Array.from({ length: height }, (_, i) =>
      formats.map((one, j) => one === own && (own !== TEXT || !isFormula(rows[i]?.[j]))),
    )
    format(sheet, { row: 1, column: 0 }, flags, own)
  }
}

function offer(sheet: Sheet, column: number, { choices, choicesFrom }: PlanColumn): void {
  const rule = SpreadsheetApp.newDataValidation()
  const source = choicesFrom && spreadsheet().getSheetByName(choicesFrom.sheet)
  if (choices) rule.requireValueInList([...choices], true)
  else if (source) rule.requireValueInRange(source.getRange(choicesFrom.address), true)
  else return
  body(sheet, column).setDataValidation(rule.setAllowInvalid(true).build())
}

/** A column below its title, to the end of the sheet. */
function body(sheet: Sheet, column: number): Range {
  return sheet.getRange(2, column, sheet.getMaxRows() - 1, 1)
}
