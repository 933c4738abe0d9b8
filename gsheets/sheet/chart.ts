import type { ChartPlan } from '../../core/sheet/book.ts'
import { clearTop } from '../../core/sheet/boxes.ts'
import { CHART } from '../../core/sheet/looks.ts'
import { growTo, sheetCalled, whileNobodyElseWrites, type Sheet } from './sheets.ts'

const GAP = 20

/** Draws a chart over free cells; below other charts where some stand there. */
export function addChart(plan: ChartPlan): void {
  const sheet = sheetCalled(plan.sheet)
  whileNobodyElseWrites(() => {
    growTo(sheet, 0, plan.column + 1)
    const standing = sheet.getCharts().flatMap((chart) => {
      const info = chart.getContainerInfo()
      const corner = { row: info.getAnchorRow() - 1, column: info.getAnchorColumn() - 1 }
      if (!isNear(plan, corner)) return []
      const size = {
        width: Number(chart.getOptions().get('width')) || USUAL.width,
        height: Number(chart.getOptions().get('height')) || USUAL.height,
      }
      return { ...corner, x: info.getOffsetX(), y: info.getOffsetY(), ...size }
    })
    insertCharts(sheet, [plan], standing)
    SpreadsheetApp.flush()
  })
}

type Chart = Omit<ChartPlan, 'sheet'>

/** A chart by the cell of its corner, counted from 0, and the pixels beyond. */
interface StandingChart extends Corner {
  x: number
  y: number
  width: number
  height: number
}

interface Corner {
  row: number
  column: number
}

/** Draws charts one after the other, each below those that stand where it is to be. */
export function insertCharts(sheet: Sheet, plans: readonly Chart[], standing: readonly StandingChart[] = []): void {
  const widthOf = asked((at) => sheet.getColumnWidth(at + 1))
  const heightOf = asked((at) => sheet.getRowHeight(at + 1))
  const all = [...standing]
  for (const plan of plans) {
    const others = all
      .filter((other) => isNear(plan, other))
      .map(({ row, column, x, y, width, height }) => ({
        left: distance(plan.column, column, widthOf) + x,
        top: distance(plan.row, row, heightOf) + y,
        width,
        height,
      }))
    const down = clearTop({ left: 0, top: 0, ...CHART }, others, GAP)
    sheet.insertChart(
      drawn(sheet, plan)
        .setPosition(plan.row + 1, plan.column + 1, 0, down)
        .build(),
    )
    all.push({ row: plan.row, column: plan.column, x: 0, y: down, ...CHART })
  }
}

/** Sizes of rows or columns, each asked for once. */
function asked(sizeOf: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>()
  return (at) => {
    if (!known.has(at)) known.set(at, sizeOf(at))
    return known.get(at)!
  }
}

/** The size of a chart of which Google Sheets tells none. */
const USUAL = { width: 600, height: 371 }

/** A chart so many rows or columns away is in nobody's way. Each height and width takes a call of its own. */
const FAR = 50

function isNear(one: Corner, other: Corner): boolean {
  return Math.abs(one.row - other.row) <= FAR && Math.abs(one.column - other.column) <= FAR
}

/** From the beginning of one row or column to that of another, in pixels; negative backwards. */
function distance(from: number, to: number, sizeOf: (at: number) => number): number {
  let pixels = 0
  for (let at = Math.min(from, to); at < Math.max(from, to); at++) pixels += sizeOf(at)
  return from <= to ? pixels : -pixels
}

function drawn(sheet: Sheet, { kind, title, labels, series, format }: Chart) {
  const { ChartType, ChartMergeStrategy } = Charts
  const isMixed = series.some(({ line }) => line)
  const types = { line: ChartType.LINE, column: ChartType.COLUMN, bar: ChartType.BAR }
  const type = isMixed ? ChartType.COMBO : types[kind.replace('stacked ', '') as keyof typeof types]
  const areRows = /^[A-Z]+(\d+):[A-Z]+\1$/.test(labels)
  const builder = sheet.newChart().setChartType(type)
  for (const cells of [labels, ...series.map((one) => (areRows ? asLongAs(labels, one.cells) : one.cells))]) {
    builder.addRange(sheet.getRange(cells))
  }
  builder
    .setNumHeaders(0)
    .setMergeStrategy(areRows ? ChartMergeStrategy.MERGE_ROWS : ChartMergeStrategy.MERGE_COLUMNS)
    .setTransposeRowsAndColumns(areRows)
    .setOption('title', title)
    .setOption('width', CHART.width)
    .setOption('height', CHART.height)
    .setOption('legend', { position: series.length > 1 ? 'bottom' : 'none' })
    .setOption(kind.endsWith('bar') ? 'hAxis' : 'vAxis', { format })
    .setOption(
      'series',
      Object.fromEntries(
        series.map(({ title, line }, i) => [
          i,
          {
            labelInLegend: title,
            ...(isMixed && (line ? { type: 'line', targetAxisIndex: 1 } : { type: 'bars', targetAxisIndex: 0 })),
          },
        ]),
      ),
    )
  const line = series.find((one) => one.line)?.line
  if (line) builder.setOption('vAxes', { 0: { format }, 1: { format: line.format } })
  if (kind.startsWith('stacked')) builder.setOption('isStacked', true)
  return builder
}

/** Cells of a row in the columns of the labels: Google Sheets joins rows of one length, and takes blank ones for no value. */
function asLongAs(labels: string, cells: string): string {
  const row = /\d+/.exec(cells)![0]
  return labels.replace(/\d+/g, row)
}
