import { chartHelpers, type CellPosition, type Figure, type Model, type Style } from '@odoo/o-spreadsheet'
import type { Page } from '../../core/sheet/book.ts'
import { lengthUpTo } from './content.ts'

/** A sheet as it goes on paper: what one sees of it, down to the last row and column that hold something. In pixels. */
export interface PrintedSheet extends Page {
  name: string
  columns: PrintedColumn[]
  rows: PrintedRow[]
  charts: PrintedChart[]
}

export interface PrintedColumn {
  width: number
  /** Whether lines stand between its cells below the titles: not where nothing but a summary is told above it. */
  ruled: boolean
}

export interface PrintedRow {
  height: number
  cells: PrintedCell[]
}

export interface PrintedCell {
  text: string
  style: Style
  align: 'left' | 'center' | 'right'
}

export interface PrintedChart {
  /** The rows that it lies on. */
  firstRow: number
  lastRow: number
  left: number
  /** From the top of its first row. */
  top: number
  width: number
  height: number
  /** The address of an image of it; undefined where it cannot be drawn. */
  image(): Promise<string | undefined>
}

/** Prints a sheet, and tells how many of its charts could not be drawn. */
export type Printing = (sheet: PrintedSheet) => Promise<number>

/** What a person does when a sheet was printed without so many of its charts. */
export function leftToDo(missing: number): string {
  const next = 'Choose a printer or “Save as PDF” in the window that opened.'
  if (missing === 0) return next
  return `${next} ${missing === 1 ? 'A chart that could not be drawn is' : `${missing} charts that could not be drawn are`} left out.`
}

/** The millimetres of a sheet of A4, and of the margins around what is printed. */
export const PAPER = { short: 210, long: 297, margin: 12 } as const

/** Between the margins, in pixels. */
export function paperWidth({ landscape }: Pick<Page, 'landscape'>): number {
  return (((landscape ? PAPER.long : PAPER.short) - 2 * PAPER.margin) * 96) / 25.4
}

/** Without a plan for its page, the rows that stay in sight are repeated, and what is wide is printed across. */
export function printedSheet(model: Model, sheetId: string, page?: Page): PrintedSheet {
  const { getters } = model
  const { numberOfCols, numberOfRows } = getters.getSheetSize(sheetId)
  const shown = (length: number, isHidden: (index: number) => boolean) =>
    Array.from({ length }, (_, index) => index).filter((index) => !isHidden(index))
  const columns = shown(numberOfCols, (col) => getters.isColHidden(sheetId, col))
  const rows = shown(numberOfRows, (row) => getters.isRowHidden(sheetId, row))
  const widths = columns.map((col) => getters.getColSize(sheetId, col))
  const heights = rows.map((row) => getters.getRowSize(sheetId, row))
  const charts = getters
    .getFigures(sheetId)
    .filter(({ tag }) => tag === 'chart')
    .map((figure) => printedChart(model, sheetId, figure, heights))
  const lines = rows.map((row) => columns.map((col) => printedCell(model, { sheetId, col, row })))
  const height = Math.max(
    lengthUpTo(lines, (line) => line.some(isSeen)),
    ...charts.map(({ lastRow }) => lastRow + 1),
  )
  const right = Math.max(0, ...charts.map(({ left, width }) => left + width))
  const width = lines.reduce(
    (most, line) => Math.max(most, lengthUpTo(line, isSeen)),
    columns.filter((col) => getters.getColDimensions(sheetId, col).start < right).length,
  )
  const used = widths.slice(0, width)
  const seen = lines.slice(0, height)
  const { landscape, titleRows } = page ?? {
    landscape: sum(used) > paperWidth({ landscape: false }),
    titleRows: getters.getPaneDivisions(sheetId).ySplit,
  }
  const isLined = getters.getGridLinesVisibility(sheetId)
  return {
    name: getters.getSheetName(sheetId),
    landscape,
    titleRows: Math.min(titleRows, height),
    columns: used.map((width, j) => ({ width, ruled: isLined && isTable(seen, j, titleRows) })),
    rows: seen.map((line, i) => ({ height: heights[i]!, cells: line.slice(0, width) })),
    charts,
  }
}

function printedCell({ getters }: Model, position: CellPosition): PrintedCell {
  const { type, formattedValue: text } = getters.getEvaluatedCell(position)
  const style = getters.getCellComputedStyle(position)
  const usual = type === 'number' ? 'right' : type === 'text' || type === 'empty' ? 'left' : 'center'
  return { text, style, align: style.align ?? usual }
}

function isSeen({ text, style }: PrintedCell): boolean {
  return text !== '' || style.fillColor !== undefined
}

/** Whether a column has more than something above it. */
function isTable(lines: readonly PrintedCell[][], column: number, titleRows: number): boolean {
  return lines.some((line, row) => {
    const cell = line[column]!
    return row < titleRows ? cell.style.fillColor !== undefined : isSeen(cell)
  })
}

function printedChart(model: Model, sheetId: string, figure: Figure, heights: readonly number[]): PrintedChart {
  const { getters } = model
  const { col, row, offset, width, height } = figure
  const top = getters.getRowDimensions(sheetId, row).start + offset.y
  const rowAt = (y: number) => {
    let [at, end] = [0, heights[0]!]
    while (end <= y && at < heights.length - 1) end += heights[++at]!
    return at
  }
  const firstRow = rowAt(top)
  return {
    firstRow,
    lastRow: rowAt(top + height - 1),
    left: getters.getColDimensions(sheetId, col).start + offset.x,
    top: top - sum(heights.slice(0, firstRow)),
    width,
    height,
    image: async () => {
      const chartId = getters.getChartIds(sheetId).find((id) => getters.getFigureIdFromChartId(id) === figure.id)
      if (chartId === undefined) return undefined
      const runtime = getters.getChartRuntime(chartId)
      return chartHelpers.chartToImageUrl(finely(runtime), figure, getters.getChartType(chartId))
    },
  }
}

/** Printers have more dots than screens. */
function finely(runtime: ChartRuntime): ChartRuntime {
  if (!('chartJsConfig' in runtime)) return runtime
  const { chartJsConfig: config } = runtime
  const options = { ...config.options, devicePixelRatio: 3, responsive: false }
  return { ...runtime, chartJsConfig: { ...config, options } } as ChartRuntime
}

type ChartRuntime = ReturnType<Model['getters']['getChartRuntime']>

export function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
