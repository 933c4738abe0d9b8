import { movedFormula, sortedRows } from '../sorting.ts'

/** What a cell shows. A date is its serial number. */
export type Value = string | number | boolean | { serial: number } | { error: string }

export interface StoredCell {
  /** As Sheets keeps it, with its =; absent in a cell that was typed. */
  formula?: string
  value: Value
  /** The cell whose formula fills this one. */
  filledFrom?: string
}

export interface StoredSheet {
  name: string
  hidden: boolean
  rows: number
  columns: number
  frozenRows: number
  frozenColumns: number
  cells: Map<string, StoredCell>
  /** Number formats by cell, where they are not automatic. */
  formats: Map<string, string>
  notes: Map<string, string>
  /** In pixels, by column counted from 1. */
  widths: Map<number, number>
  dropDowns: DropDown[]
  /** Conditional formats for cells that hold exactly a text. */
  rules: { blocks: Block[]; text: string; fill: string; colour: string }[]
  /** Shades from the least to the most number of a block. */
  scales: { blocks: Block[]; least: string; most: string }[]
  /** How cells look, where it is not as usual. */
  looks: Map<string, CellLook>
  charts: StoredChart[]
  /** What this user may not edit. */
  protections: Block[]
}

export interface CellLook {
  weight?: string
  size?: number
  colour?: string
  fill?: string
  align?: string
  wraps?: boolean
}

/** Offers these texts, or those of other cells. */
export interface DropDown {
  block: Block
  offers: string[]
  from?: { sheet: StoredSheet; block: Block }
  refusesOthers: boolean
}

/** A chart as it was built. */
export interface StoredChart {
  type: string
  ranges: Block[]
  merge: string
  isTransposed: boolean
  headers: number
  options: Record<string, unknown>
  /** Row and column, counted from 1, and the pixels beyond their corner. */
  position: [row: number, column: number, x: number, y: number]
}

/** A block of cells, counted from 1. */
export interface Block {
  row: number
  column: number
  rows: number
  columns: number
}

/** A Google spreadsheet in memory. */
export interface Workbook {
  timeZone: string
  sheets: StoredSheet[]
  active: StoredSheet
  /** The selected blocks of the active sheet. */
  selection: Block[]
  /**
   * What cells of plain text make of content, which Google does not say: keep it letter by letter, or swallow an
   * apostrophe and calculate a formula as other cells do.
   */
  plainText: 'keeps' | 'reads'
  /** Works out a formula with functions of the script, and fills cells with what it gives. False for any other one. */
  custom?: (sheet: StoredSheet, row: number, column: number, formula: string) => boolean
}

export function newWorkbook(timeZone = 'Etc/UTC'): Workbook {
  const sheet = newSheet('Sheet1')
  return { timeZone, sheets: [sheet], active: sheet, selection: [parseAddress('A1')], plainText: 'keeps' }
}

export function newSheet(name: string): StoredSheet {
  return {
    name,
    hidden: false,
    rows: 1000,
    columns: 26,
    frozenRows: 0,
    frozenColumns: 0,
    cells: new Map(),
    formats: new Map(),
    notes: new Map(),
    widths: new Map(),
    dropDowns: [],
    rules: [],
    scales: [],
    looks: new Map(),
    charts: [],
    protections: [],
  }
}

export function sheetNamed(workbook: Workbook, name: string): StoredSheet {
  const sheet = workbook.sheets.find((sheet) => sheet.name === name)
  if (!sheet) throw new Error(`the workbook has no sheet ${name}`)
  return sheet
}

export function cellAt(sheet: StoredSheet, row: number, column: number): StoredCell | undefined {
  return sheet.cells.get(address(row, column))
}

/** Stores a cell; an empty value empties it. What the formula before it filled goes with that. */
export function store(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  const own = address(row, column)
  if (sheet.cells.get(own)?.formula !== undefined) {
    for (const [name, { filledFrom }] of [...sheet.cells]) if (filledFrom === own) sheet.cells.delete(name)
  }
  // Nothing over a cell that a formula fills leaves it to that.
  const isBlank = cell.value === '' && cell.formula === undefined
  if (isBlank && sheet.cells.get(own)?.filledFrom === undefined) sheet.cells.delete(own)
  else if (!isBlank) sheet.cells.set(own, cell)
}

/**
 * Moves cells with their formats and looks: `to` gives the new row and column, or null for a cell that goes. What a formula
 * names of its own row goes with it; other references stay.
 */
export function moveCells(
  sheet: StoredSheet,
  to: (row: number, column: number) => readonly [row: number, column: number] | null,
): void {
  const moved = <T>(cells: Map<string, T>) =>
    new Map(
      [...cells].flatMap(([name, content]) => {
        const { row, column } = parseAddress(name)
        const place = to(row, column)
        return place ? [[address(...place), content] as const] : []
      }),
    )
  for (const [name, cell] of sheet.cells) {
    const { row, column } = parseAddress(name)
    const place = to(row, column)
    if (place && cell.formula !== undefined) cell.formula = movedFormula(cell.formula, row, place[0])
  }
  sheet.cells = moved(sheet.cells)
  sheet.formats = moved(sheet.formats)
  sheet.looks = moved(sheet.looks)
  sheet.notes = moved(sheet.notes)
}

/** Sorts the rows below the titles by a column, as people do. */
export function sortRows(sheet: StoredSheet, column: number): void {
  const places = [...sheet.cells].map(([name, cell]) => ({ ...parseAddress(name), cell }))
  const keys = places.filter((place) => place.column === column && place.row > 1)
  const rows = sortedRows(new Map(keys.map(({ row, cell }) => [row, String(cell.value)])))
  moveCells(sheet, (row, one) => [rows.get(row) ?? row, one])
}

/** The last row and column that hold something, 0 on an empty sheet. */
export function lastUsed(sheet: StoredSheet): { row: number; column: number } {
  const places = [...sheet.cells.keys()].map(parseAddress)
  return places.reduce(
    (last, { row, column }) => ({ row: Math.max(last.row, row), column: Math.max(last.column, column) }),
    { row: 0, column: 0 },
  )
}

export function isWithin(inner: Block, outer: Block): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  )
}

export function overlap(a: Block, b: Block): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  )
}

export function address(row: number, column: number): string {
  return letters(column) + row
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + last : last
}

/** B2, B2:D9, or B:D for whole columns. */
export function blockAddress(sheet: StoredSheet, { row, column, rows, columns }: Block): string {
  const first = address(row, column)
  if (rows === sheet.rows) return `${letters(column)}:${letters(column + columns - 1)}`
  return rows * columns === 1 ? first : `${first}:${address(row + rows - 1, column + columns - 1)}`
}

export function parseAddress(text: string): Block {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(text)
  if (!match) throw new Error('Range not found')
  const [, left, top, right = left, bottom = top] = match
  const [row, column] = [Number(top), columnNumber(left!)]
  return { row, column, rows: Number(bottom) - row + 1, columns: columnNumber(right!) - column + 1 }
}

/** Also B:D and B2:D, to the end of the sheet, and the whole rows 2:9. */
export function parseBlock(sheet: StoredSheet, text: string): Block {
  const [, upper, lower] = /^(\d+):(\d+)$/.exec(text) ?? []
  if (upper) return { row: Number(upper), column: 1, rows: Number(lower) - Number(upper) + 1, columns: sheet.columns }
  const [, left, top = '1', right] = /^([A-Z]+)(\d+)?:([A-Z]+)$/.exec(text) ?? []
  return parseAddress(left ? `${left}${top}:${right}${sheet.rows}` : text)
}

export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
