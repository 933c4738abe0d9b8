import { GENERAL } from '../../core/metric.ts'
import type { CellsOutcome, DrawnCell, DrawnSheet, NewCell } from '../../core/sheet/book.ts'
import { drawnLines, drawnPrint, drawnSize } from '../../core/sheet/drawing.ts'
import { COLOURS, DRAWN_LOOKS, type DrawnLook } from '../../core/sheet/looks.ts'
import { cellName } from '../../core/sheet/sheetReference.ts'
import { addSheets } from './addSheets.ts'
import { insertCharts } from './chart.ts'
import { setColourRules } from './colourRules.ts'
import { contentOfSheet } from './content.ts'
import { dress as dressTable } from './look.ts'
import {
  bringToFront,
  complaint,
  growTo,
  isFormula,
  mustBeEditable,
  rangeOf,
  setWidths,
  spreadsheet,
  typing,
  whileNobodyElseWrites,
  type Range,
  type Sheet,
} from './sheets.ts'

export function drawSheet(plan: DrawnSheet): CellsOutcome {
  return whileNobodyElseWrites(() => {
    const sheet = spreadsheet().getSheetByName(plan.name)
    const found = sheet && drawnPrint(contentOfSheet(sheet))
    if (found !== plan.replaces) return { done: false }
    if (sheet) redraw(sheet, plan)
    else addSheets([plan.name], ([added]) => draw(added!, plan))
    return { done: true }
  })
}

function redraw(sheet: Sheet, plan: DrawnSheet): void {
  const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns())
  mustBeEditable(plan.name, [all])
  try {
    empty(sheet, all)
    draw(sheet, plan)
    bringToFront(sheet)
    SpreadsheetApp.flush()
  } catch (error) {
    const reason = complaint((error as Error).message)
    throw new Error(`${reason} The sheet “${plan.name}” may be there in part only. Draw it again.`)
  }
}

function empty(sheet: Sheet, all: Range): void {
  all.breakApart().clearDataValidations()
  // This takes contents and formats, and leaves notes.
  sheet.clear().clearNotes()
  sheet.clearConditionalFormatRules()
  sheet.setColumnWidths(1, sheet.getMaxColumns(), USUAL_WIDTH)
  for (const chart of sheet.getCharts()) sheet.removeChart(chart)
}

function draw(sheet: Sheet, plan: DrawnSheet): void {
  const cells = drawnLines(plan)
  const corners = plan.charts.map(({ row, column }) => ({ row: row + 1, column: column + 1 }))
  const { rows, columns } = drawnSize(plan)
  growTo(
    sheet,
    Math.max(rows, ...corners.map(({ row }) => row)),
    Math.max(columns, ...corners.map(({ column }) => column)),
  )
  const range = rangeOf(sheet, { row: 0, column: 0, cells })
  range.setValues(cells.map((line) => line.map(typing)))
  dress(range, cells, plan)
  const wrapped = plan.cells.filter(({ wrap }) => wrap).map(({ row, column }) => cellName(row, column))
  if (wrapped.length > 0) sheet.getRangeList(wrapped).setWrap(true)
  setWidths(sheet, plan.widths)
  const coloured = plan.cells.flatMap(({ row, column, colour }) =>
    typeof colour === 'object' ? { address: cellName(row, column), colours: colour } : [],
  )
  setColourRules(sheet, coloured)
  for (const { row, column, look } of plan.tables ?? []) dressTable(sheet.getRange(row + 1, column + 1), look)
  insertCharts(sheet, plan.charts)
}

/** The letters of a new spreadsheet in points, and its columns in pixels. */
const USUAL_SIZE = 10
const USUAL_WIDTH = 100

/** Gives the whole block its look, a call for each trait. */
function dress(range: Range, lines: readonly NewCell[][], { cells }: DrawnSheet): void {
  const traits = <T>(usual: T, traitOf: (cell: DrawnCell) => T | undefined): T[][] => {
    const told = lines.map((line) => line.map(() => usual))
    for (const one of cells) told[one.row]![one.column] = traitOf(one) ?? usual
    return told
  }
  const lookOf = ({ look, colour }: DrawnCell): DrawnLook => ({
    ...(look && DRAWN_LOOKS[look]),
    ...(typeof colour === 'string' && COLOURS[colour]),
  })
  // Afterwards, since Google Sheets formats a cell by the formula that is written into it.
  range.setNumberFormats(traits(GENERAL, ({ cell, format }) => (isFormula(cell) ? cell.format : format)))
  range.setFontSizes(traits(USUAL_SIZE, (cell) => lookOf(cell).size))
  range.setFontWeights(traits<'bold' | 'normal'>('normal', (cell) => (lookOf(cell).isBold ? 'bold' : undefined)))
  range.setFontColors(traits<string | null>(null, (cell) => lookOf(cell).text))
  range.setBackgrounds(traits<string | null>(null, (cell) => lookOf(cell).fill))
  range.setHorizontalAlignments(traits<'left' | 'right' | null>(null, ({ align }) => align))
}
