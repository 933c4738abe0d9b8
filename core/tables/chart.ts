import { columnAt, numberFormat, unitAt, type Returns, type Scalar, type Table, type TableChart } from '../metric.ts'
import type { ChartPlan, ChartSeries, SheetContent } from '../sheet/book.ts'
import { CHART } from '../sheet/looks.ts'
import { blockName } from '../sheet/sheetReference.ts'
import { isoText } from '../statistics/time/calendar.ts'

/** The upper left corner of a table in a sheet, from 0. */
export interface Place {
  sheet: string
  row: number
  column: number
}

/** So many lines one can still tell apart. */
const MOST_LINES = 12

/** The chart of a table that stands at a place, null for a function without one and where there is nothing to draw. */
export function chartOf(returns: Returns, table: Table, place: Place): Omit<ChartPlan, 'row' | 'column'> | null {
  const { chart } = returns
  if (!chart) return null
  const drawn = chart.byRow ? rowSeries(chart, returns, table, place) : columnSeries(chart, returns, table, place)
  if (!drawn || drawn.series.length === 0) return null
  const isOverTime = chart.overTime && unitAt(returns, 0) === 'date'
  const columnName = String(table[0]![columnsOf(chart, returns, table)[0]!])
  return {
    sheet: place.sheet,
    kind: isOverTime ? chart.overTime! : chart.kind,
    title: chart.title.replace('{value}', columnName),
    ...drawn,
    format: numberFormat(columnAt(returns, columnsOf(chart, returns, table)[0]!)),
  }
}

type Drawn = Pick<ChartPlan, 'labels' | 'series'>

/** Each column is a series, down to the last row that has a number in one of them. */
function columnSeries(chart: TableChart, returns: Returns, table: Table, place: Place): Drawn | null {
  const columns = columnsOf(chart, returns, table)
  const line = chart.line === undefined ? -1 : named(returns, chart.line)
  const all = line < 0 ? columns : [...columns, line]
  const rows = table.reduce((last, row, i) => (i > 0 && all.some((at) => typeof row[at] === 'number') ? i : last), 0)
  if (rows === 0) return null
  const cells = (at: number) => area(place, { row: 1, column: at, rows, columns: 1 })
  return {
    labels: cells(0),
    series: all.map((at): ChartSeries => {
      const series = { title: readableTitle(table[0]![at]!), cells: cells(at) }
      return at === line ? { ...series, line: { format: numberFormat(columnAt(returns, at)) } } : series
    }),
  }
}

/** Each row is a series, up to its last number. A blank cell in a line would count as 0 in Excel. */
function rowSeries(chart: TableChart, returns: Returns, table: Table, place: Place): Drawn | null {
  const [first] = columnsOf(chart, returns, table)
  const from = first!
  const lengthOf = (row: readonly Scalar[]) =>
    row.reduce<number>((last, cell, at) => (at >= from && typeof cell === 'number' ? at - from + 1 : last), 0)
  const rows = table
    .map((row, i) => ({ row, i, length: i === 0 ? 0 : lengthOf(row) }))
    .filter(({ length }) => length > 1)
  const newest = rows.slice(-MOST_LINES)
  const longest = Math.max(0, ...newest.map(({ length }) => length))
  return {
    labels: area(place, { row: 0, column: from, rows: 1, columns: longest }),
    series: newest.map(({ row, i, length }) => ({
      title: unitAt(returns, 0) === 'date' && typeof row[0] === 'number' ? isoText(row[0]) : String(row[0]),
      cells: area(place, { row: i, column: from, rows: 1, columns: length }),
    })),
  }
}

/** The columns of the table that are drawn, by their number. */
function columnsOf({ columns }: TableChart, returns: Returns, table: Table): number[] {
  const last = returns.table!.length - 1
  return columns.flatMap((name) => {
    const at = named(returns, name)
    return at === last && name.endsWith(', …') ? range(at, table[0]!.length) : [at]
  })
}

function named({ table = [] }: Returns, name: string): number {
  const at = table.findIndex((column) => column.name === name)
  if (at < 0) throw new Error(`no column ${name} to draw`)
  return at
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** A title as people read it: change_at_low is change at low. */
function readableTitle(title: Scalar): string {
  const text = String(title)
  return /^[a-z_0-9]+$/.test(text) ? text.replace(/_/g, ' ') : text
}

interface Area {
  row: number
  column: number
  rows: number
  columns: number
}

function area(place: Place, { row, column, rows, columns }: Area): string {
  const [top, left] = [place.row + row, place.column + column]
  return blockName(top, left, top + rows - 1, left + columns - 1)
}

/** Where there is room beside a table, for a chart and for another one of its size: nothing stands in those rows further on. */
export function freePlace(
  values: SheetContent['values'],
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Pick<Place, 'row' | 'column'> {
  const lines = values.slice(row, row + Math.max(rows, COVERED_ROWS))
  const lengths = lines.map((line) => line.reduce<number>((last, cell, at) => (cell === null ? last : at + 1), 0))
  return { row, column: Math.max(column + columns, ...lengths) + 1 }
}

/** Rows that a chart covers, where they are as low as rows get by themselves. */
const COVERED_ROWS = Math.ceil(CHART.height / 20)
