/** What a cell shows. A date is its serial number. */
export type Value = string | number | boolean | { serial: number } | { error: string }

export interface StoredCell {
  /** As Sheets keeps it, with its =; absent in a cell that was typed. */
  formula?: string
  value: Value
}

export interface StoredSheet {
  name: string
  rows: number
  columns: number
  cells: Map<string, StoredCell>
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
}

export function newWorkbook(timeZone = 'Etc/UTC'): Workbook {
  const sheet = { name: 'Sheet1', rows: 1000, columns: 26, cells: new Map() }
  return { timeZone, sheets: [sheet], active: sheet, selection: [parseAddress('A1')] }
}

export function sheetNamed(workbook: Workbook, name: string): StoredSheet {
  const sheet = workbook.sheets.find((sheet) => sheet.name === name)
  if (!sheet) throw new Error(`the workbook has no sheet ${name}`)
  return sheet
}

export function cellAt(sheet: StoredSheet, row: number, column: number): StoredCell | undefined {
  return sheet.cells.get(address(row, column))
}

/** Stores a cell; an empty value empties it. */
export function store(sheet: StoredSheet, row: number, column: number, cell: StoredCell): void {
  if (cell.value === '' && cell.formula === undefined) sheet.cells.delete(address(row, column))
  else sheet.cells.set(address(row, column), cell)
}

/** What Sheets makes of typed content, or of setValue with a string. */
export function typed(content: string | number): StoredCell {
  if (typeof content === 'number') return { value: content }
  if (content.startsWith('=')) return { formula: content, value: { error: '#NAME?' } }
  if (content.startsWith("'")) return { value: content.slice(1) }
  if (/^-?\d+(\.\d+)?$/.test(content)) return { value: Number(content) }
  if (/^(true|false)$/i.test(content)) return { value: content.toLowerCase() === 'true' }
  if (/^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/.test(content)) return { value: { serial: serialOf(content) } }
  return { value: content }
}

function serialOf(iso: string): number {
  return (Date.parse(`${iso.slice(0, 10)}T${iso.slice(11) || '00:00'}Z`) + 25569 * 864e5) / 864e5
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

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
