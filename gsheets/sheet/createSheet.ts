import { DATE } from '../../core/metric.ts'
import type { PlanColumn, TablePlan } from '../../core/sheet/book.ts'
import { COLOURS, MUTED, TEXT } from '../../core/sheet/looks.ts'
import { plannedCells } from '../../core/sheet/rows.ts'
import { existingSheet } from '../../core/sheet/sentences.ts'
import { format, formatFormulas } from './formats.ts'
import {
  complaint,
  growTo,
  isFormula,
  rangeOf,
  spreadsheet,
  typing,
  whileNobodyElseWrites,
  type Range,
  type Sheet,
} from './sheets.ts'

export function createSheet(plan: TablePlan): void {
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
