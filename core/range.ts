import { CellError, isBlank, type Decode } from './cell.ts'

/** The raw cells of one argument as the host gave them, row by row. A single cell is a range of one. Nothing is copied. */
export interface Range {
  name: string
  cells: readonly (readonly unknown[])[]
  rows: number
  columns: number
}

export function rangeOf(name: string, raw: unknown): Range {
  const cells = (Array.isArray(raw) ? raw : [[raw]]) as readonly (readonly unknown[])[]
  return { name, cells, rows: cells.length, columns: cells[0]?.length ?? 0 }
}

/** “scores row 7”, as an error sentence names a cell. Rows are counted from the top of the range. */
export function place({ name, rows, columns }: Range, row: number, column: number): string {
  if (rows === 1 && columns === 1) return name
  if (rows === 1) return `${name} column ${column + 1}`
  return columns === 1 ? `${name} row ${row + 1}` : `${name} row ${row + 1} column ${column + 1}`
}

/** A range read as one list of cells: a column, or a single row laid down. */
export interface Vector extends Range {
  length: number
  across: boolean
}

export function vectorOf(name: string, raw: unknown): Vector {
  const range = rangeOf(name, raw)
  const across = range.rows === 1 && range.columns > 1
  if (range.columns > 1 && !across) {
    throw new CellError('#VALUE!', `${name} must be one column, not ${range.columns}`)
  }
  return { ...range, across, length: across ? range.columns : range.rows }
}

export function cellAt({ cells, across }: Vector, index: number): unknown {
  return across ? cells[0]![index] : cells[index]![0]
}

export function placeAt(vector: Vector, index: number): string {
  return vector.across ? place(vector, 0, index) : place(vector, index, 0)
}

/** How many cells are left when the blank ones at the end are cut. */
export function usedLength(vector: Vector, decode: Decode): number {
  let length = vector.length
  while (length > 0) {
    const raw = cellAt(vector, length - 1)
    if (typeof raw === 'number') break
    if (raw !== null && raw !== '' && raw !== undefined && !isBlank(decode(raw))) break
    length--
  }
  return length
}
