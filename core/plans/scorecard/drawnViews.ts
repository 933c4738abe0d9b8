import type { Returns } from '../../metric.ts'
import type { ChartPlan, ColumnLook, DrawnTable } from '../../sheet/book.ts'
import { chartOf } from '../../tables/chart.ts'
import { lookOf } from '../../tables/look.ts'
import type { Cells } from './cells.ts'
import type { MeasuredView } from './measuring.ts'
import { SCORECARD } from './views.ts'

/** Rows that a chart covers, and one between it and what comes next. */
export const CHART_ROWS = 17
/** A month more is a row and a column more, a new channel a row. */
const SPARE_ROWS = 10
const SPARE_COLUMNS = 6
/** Of a table of which nobody knows how large it is. */
const UNKNOWN_ROWS = 40
/** What fits a share or a number where a column is there for something else. */
const NARROWEST = 64

interface DrawnViews {
  charts: Omit<ChartPlan, 'sheet'>[]
  tables: DrawnTable[]
  /** How wide the columns of the tables are at least. */
  widths: number[]
}

/**
 * Each view with its heading, its formula and its chart: beside a table that ends before the charts of the months, above one
 * that is wide or becomes so. Below it are spare rows, so that it can grow without running into the next one.
 */
export function drawViews(page: Cells, top: number, views: readonly MeasuredView[], chartsAt: number): DrawnViews {
  const drawn: DrawnViews = { charts: [], tables: [], widths: [] }
  let heading = top
  for (const { title, formula, table, rows } of views) {
    const chartFor = (row: number) => table && chartOf(table.returns, table.cells, { sheet: SCORECARD, row, column: 0 })
    const isWide = table !== null && (grows(table.returns) || table.cells[0]!.length >= chartsAt)
    const isAbove = isWide && chartFor(0) !== null
    const row = heading + 1 + (isAbove ? CHART_ROWS : 0)
    page.put(heading, 0, title, { look: 'heading' })
    page.put(row, 0, { formula })
    if (table) drawTable(page, drawn, table, row)
    else widen(drawn.widths, new Array<number>(chartsAt).fill(NARROWEST))
    const chart = chartFor(row)
    const corner = isAbove ? { row: heading + 1, column: 0 } : { row: heading, column: chartsAt }
    if (chart) drawn.charts.push({ ...chart, ...corner })
    heading = Math.max(row + (rows ?? UNKNOWN_ROWS) + SPARE_ROWS, chart ? corner.row + CHART_ROWS : 0)
  }
  return drawn
}

/** The look of a table, and of the rows and columns by which it may grow. */
function drawTable(
  page: Cells,
  { tables, widths }: DrawnViews,
  { returns, cells }: NonNullable<MeasuredView['table']>,
  row: number,
): void {
  const look = lookOf(returns, cells)
  if (!look) return
  const rows = look.rows + SPARE_ROWS
  const [first, ...others] = look.columns
  tables.push({ row, column: 0, look: { ...look, rows, columns: [{ ...first!, align: 'left' }, ...others] } })
  // In a column as wide as the names of KPIs, months would stand far from their title.
  for (let below = 1; below < rows; below++) page.put(row + below, 0, null, { align: 'left' })
  const spare = grows(returns)
    ? new Array<ColumnLook>(SPARE_COLUMNS).fill({ ...others[others.length - 1]!, shaded: false })
    : []
  if (spare.length > 0) {
    tables.push({ row: row + 1, column: look.columns.length, look: { rows: rows - 1, titled: false, columns: spare } })
  }
  widen(
    widths,
    [...look.columns, ...spare].map(({ width }) => Math.max(width, NARROWEST)),
  )
}

/** Whether a table becomes wider with time. */
function grows({ chart }: Returns): boolean {
  return chart?.byRow === true
}

function widen(widths: number[], wanted: readonly number[]): void {
  wanted.forEach((width, column) => {
    widths[column] = Math.max(widths[column] ?? 0, width)
  })
}

/** The widths of columns where some have to be wider. */
export function widened(widths: readonly number[], wanted: readonly number[]): number[] {
  const all = [...widths]
  widen(all, wanted)
  return all
}
