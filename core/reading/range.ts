import { CellError, isBlank, type Decode } from '../cell.ts'

/** The raw cells of one argument as the host gave them, row by row. A single cell is a range of one. */
export interface Range {
  name: string
  cells: readonly (readonly unknown[])[]
  rows: number
  columns: number
  /** The cells of a single row, laid down as a column. */
  across: boolean
}

export function rangeOf(name: string, raw: unknown): Range {
  // A range without a cell says as little as a blank one.
  const cells = (Array.isArray(raw) ? (raw.length > 0 ? raw : [[null]]) : [[raw]]) as readonly (readonly unknown[])[]
  return { name, cells, rows: cells.length, columns: cells[0]?.length ?? 0, across: false }
}

/** A range that is to be one column. A single row is one, laid down. */
export function columnOf(name: string, raw: unknown): Range {
  const range = rangeOf(name, raw)
  if (range.columns <= 1) return range
  if (range.rows > 1) throw new CellError('#VALUE!', `${name} must be one column, not ${range.columns}`)
  const cells = range.cells[0]!.map((cell) => [cell])
  return { name, cells, rows: cells.length, columns: 1, across: true }
}

/** “scores row 7”, as an error sentence names a cell. Rows are counted from the top of the range. */
export function place({ name, rows, columns, across }: Range, row: number, column: number): string {
  if (rows === 1 && columns === 1) return name
  if (across) return `${name} column ${row + 1}`
  if (rows === 1) return `${name} column ${column + 1}`
  return columns === 1 ? `${name} row ${row + 1}` : `${name} row ${row + 1} column ${column + 1}`
}

/** How many rows are left when the blank ones at the end are cut. */
export function usedRows({ cells, rows, columns }: Range, decode: Decode): number {
  let used = rows
  while (used > 0 && isBlankRow(cells[used - 1]!, columns, decode)) used--
  return used
}

/** Whether a row holds nothing. */
export function isBlankRow(cells: readonly unknown[], columns: number, decode: Decode): boolean {
  for (let k = 0; k < columns; k++) {
    const raw = cells[k]
    if (typeof raw === 'number') return false
    if (raw !== null && raw !== '' && raw !== undefined && !isBlank(decode(raw))) return false
  }
  return true
}

/** Ranges that are to stand side by side and do not: the first, and one of another height. */
export function unequalHeights(ranges: readonly Range[], heights: readonly number[]): CellError {
  const other = heights.findIndex((height) => height !== heights[0])
  const first = `${ranges[0]!.name} has ${heights[0]} ${heights[0] === 1 ? 'row' : 'rows'}`
  return new CellError(
    '#VALUE!',
    `${first} and ${ranges[other]!.name} has ${heights[other]}, select the same rows in both`,
  )
}
