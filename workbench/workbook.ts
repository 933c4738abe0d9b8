import { helpers, type CellValue, type ConditionalFormat, type FigureData, type Style } from '@odoo/o-spreadsheet'
import { TEXT } from '../core/sheet/looks.ts'
import { coloured } from './styles.ts'

/** A formula in a sheet plan. Text is never read as one. */
export interface Formula {
  formula: string
}

/** What a sheet holds and how it looks, as people would say it. Zones are written B2:D9, widths and heights in pixels. */
export interface SheetPlan {
  name: string
  rows: readonly (readonly (CellValue | Formula)[])[]
  columns?: readonly { width?: number; format?: string | undefined }[]
  heights?: Readonly<Record<number, number>>
  styles?: Readonly<Record<string, Style>>
  formats?: Readonly<Record<string, string>>
  colours?: readonly ConditionalFormat[]
  charts?: readonly LineChart[]
  frozen?: { rows?: number; columns?: number }
  gridLines?: boolean
}

/** Lines over the rows of some columns, whose first row is their titles. */
export interface LineChart {
  title: string
  /** The columns with their titles: C20:C32. */
  columns: readonly string[]
  /** What stands along the bottom: B21:B32. */
  labels: string
  /** The cell of its upper left corner, from 0, and its size in pixels. */
  column: number
  row: number
  width: number
  height: number
}

/** The engine's own form of a workbook, as far as it is written here. Styles and formats stand in sheets as numbers. */
export interface Workbook {
  sheets: SheetData[]
  styles: Record<number, Style>
  formats: Record<number, string>
}

interface SheetData {
  id: string
  name: string
  cells?: Record<string, unknown>
  [detail: string]: unknown
}

export function emptyWorkbook(): Workbook {
  return { sheets: [], styles: {}, formats: {} }
}

/** A workbook with one blank sheet. */
export function blankWorkbook(): Workbook {
  const workbook = emptyWorkbook()
  addSheet(workbook, { name: 'Sheet1', rows: [] })
  return workbook
}

/** How many cells hold something. */
export function filledCells({ sheets }: Workbook): number {
  return sheets.reduce((sum, { cells }) => sum + Object.keys(cells ?? {}).length, 0)
}

/** Adds a sheet, under a free name, and gives the id by which the engine knows it. */
export function addSheet(workbook: Workbook, plan: SheetPlan): string {
  const { columns = [], heights = {}, styles = {}, formats = {}, frozen = {} } = plan
  const id = freeName(
    'sheet',
    workbook.sheets.map((sheet) => sheet.id),
  )
  const { cells, columnFormats } = laidOut(plan)
  workbook.sheets.push({
    id,
    name: freeName(
      sheetName(plan.name),
      workbook.sheets.map(({ name }) => name),
    ),
    colNumber: Math.max(26, widest(plan.rows) + 4),
    rowNumber: Math.max(100, plan.rows.length + 40),
    cells,
    styles: mapped(styles, numbering(workbook.styles)),
    formats: mapped({ ...columnFormats, ...formats }, numbering(workbook.formats)),
    cols: Object.fromEntries(columns.flatMap(({ width }, i) => (width ? [[i, { size: width }]] : []))),
    rows: mapped(heights, (size) => ({ size })),
    conditionalFormats: plan.colours ?? [],
    figures: (plan.charts ?? []).map(figureOf),
    panes: { xSplit: frozen.columns ?? 0, ySplit: frozen.rows ?? 0 },
    areGridLinesVisible: plan.gridLines ?? true,
    isVisible: true,
  })
  return id
}

function figureOf({ title, columns, labels, column, row, width, height }: LineChart, i: number): FigureData<unknown> {
  const dataSets = columns.map((dataRange, k) => ({ dataSetId: String(k), dataRange }))
  return {
    id: `chart ${i + 1}`,
    tag: 'chart',
    col: column,
    row,
    offset: { x: 0, y: 0 },
    width,
    height,
    data: {
      type: 'line',
      title: { text: title },
      dataSource: { type: 'range', dataSets, dataSetsHaveTitle: true, labelRange: labels },
      dataSetStyles: {},
      legendPosition: columns.length > 1 ? 'top' : 'none',
      labelsAsText: true,
      stacked: false,
      cumulative: false,
    },
  }
}

/** The colour of a number between two others. */
export function colourScale(zone: string, low: [number, string], high: [number, string]): ConditionalFormat {
  const threshold = ([value, colour]: [number, string]) => ({
    type: 'number' as const,
    value: String(value),
    color: parseInt(colour.slice(1), 16),
  })
  return {
    id: `scale ${zone}`,
    ranges: [zone],
    rule: { type: 'ColorScaleRule', minimum: threshold(low), maximum: threshold(high) },
  }
}

/** Green, amber and red words in their colours. */
export function statusColours(zone: string): ConditionalFormat[] {
  return (['green', 'amber', 'red'] as const).map((word) => ({
    id: `${word} ${zone}`,
    ranges: [zone],
    rule: { type: 'CellIsRule', operator: 'isEqual', values: [word], style: coloured(word) },
  }))
}

/** A1, from places counted from 0. */
export function addressOf(column: number, row: number): string {
  return `${helpers.numberToLetters(column)}${row + 1}`
}

/** The cells as the engine keeps them, as typed text, and the formats of all columns in runs of rows. */
function laidOut({ rows, columns = [] }: SheetPlan) {
  const cells: Record<string, string> = {}
  const columnFormats: Record<string, string> = {}
  const width = widest(rows)
  for (let column = 0; column < width; column++) {
    const letters = helpers.numberToLetters(column)
    const format = columns[column]?.format
    let runStart = 0
    let runFormat: string | undefined
    const endRun = (row: number) => {
      if (runFormat) columnFormats[`${letters}${runStart + 1}:${letters}${row}`] = runFormat
    }
    for (let row = 0; row < rows.length; row++) {
      const value = rows[row]![column] ?? null
      if (value !== null && value !== '') cells[letters + (row + 1)] = typed(value)
      const own = isReadAsNumber(value) ? TEXT : format
      if (own !== runFormat) {
        endRun(row)
        runStart = row
        runFormat = own
      }
    }
    endRun(rows.length)
  }
  return { cells, columnFormats }
}

/** What one would type to get a value; text that looks like a formula is typed with an apostrophe before it. */
function typed(value: CellValue | Formula): string {
  if (typeof value === 'object') return value?.formula ?? ''
  if (typeof value === 'boolean') return String(value).toUpperCase()
  return typeof value === 'string' && /^[=']/.test(value) ? `'${value}` : String(value)
}

/** Text that the engine would take for a number or a yes or no, unless the cell is formatted as text. */
export function isReadAsNumber(value: CellValue | Formula): boolean {
  return typeof value === 'string' && !isWord(value) && /^(?:[^\p{L}='\d]*\d|(?:true|false)$)/iu.test(value)
}

/** Most texts begin with a letter that begins neither TRUE nor FALSE, and need not be looked at closely. */
function isWord(text: string): boolean {
  const letter = text.charCodeAt(0) | 0x20
  return letter >= 0x61 && letter <= 0x7a && letter !== 0x66 && letter !== 0x74
}

function widest(rows: SheetPlan['rows']): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0)
}

/** Tells the number under which a style or format is known in the workbook, which may be new. */
function numbering<T>(known: Record<number, T>): (value: T) => number {
  const numbers = new Map<string, number>()
  let last = 0
  for (const [number, value] of Object.entries(known)) {
    numbers.set(JSON.stringify(value), Number(number))
    last = Math.max(last, Number(number))
  }
  return (value) => {
    const text = JSON.stringify(value)
    const found = numbers.get(text)
    if (found !== undefined) return found
    numbers.set(text, ++last)
    known[last] = value
    return last
  }
}

/** A sheet name that Excel accepts as well. */
function sheetName(name: string): string {
  const allowed = name.replace(/[[\]/*?':\\]/g, ' ').replace(/\s+/g, ' ')
  return allowed.trim().slice(0, 28) || 'Sheet'
}

function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  let number = 2
  while (used.has(`${name.toLowerCase()} ${number}`)) number++
  return `${name} ${number}`
}

function mapped<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
