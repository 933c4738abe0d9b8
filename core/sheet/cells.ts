import { GENERAL } from '../metric.ts'
import type { CellsRequest, CellValue, NewCell, SeenCells, SheetContent } from './book.ts'
import { fingerprintOf } from './fingerprint.ts'
import { keep } from './rows.ts'

/** What a host tells of the cells that a writer saw. */
export interface FormattedCells {
  values: readonly (readonly CellValue[])[]
  formulas: readonly (readonly string[])[]
  formats: readonly (readonly string[])[]
}

/** What is to be written into a column, from a row downwards. */
export interface ColumnEdit {
  row: number
  column: number
  cells: (NewCell | typeof keep)[]
  /** The number format of each cell; null leaves it as it is. */
  formats: (string | null)[]
}

/** What cells hold, in short: the formula where there is one, since its value changes by itself. Blank rows at the end do not count. */
export function printOf({ values, formulas }: Pick<FormattedCells, 'values' | 'formulas'>): string {
  const held = values.map((line, i) => line.map((value, j) => formulas[i]?.[j] || value))
  while (held.length > 0 && held[held.length - 1]!.every((one) => one === null)) held.pop()
  return fingerprintOf(held)
}

/** Cells of a sheet as someone who has read it saw them. */
export function seenIn(content: SheetContent, place: Omit<SeenCells, 'print'>): SeenCells {
  const { row, column, rows, columns } = place
  const cut = <T>(lines: readonly (readonly T[])[], blank: T) =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => lines[row + i]?.[column + j] ?? blank),
    )
  return { ...place, print: printOf({ values: cut(content.values, null), formulas: cut(content.formulas, '') }) }
}

/**
 * What a request comes to, a column at a time, on the cells that were seen as they are now; null when one of them holds
 * something else by now.
 */
export function reconcileCells(request: CellsRequest, now: readonly FormattedCells[]): ColumnEdit[] | null {
  if (!request.seen.every(({ print }, i) => printOf(now[i]!) === print)) return null
  const { copies = [], writes = [] } = request
  const columns = new Map<number, Place[]>()
  const put = (column: number, place: Place) => {
    const places = columns.get(column)
    if (places) places.push(place)
    else columns.set(column, [place])
  }
  for (const copy of copies) {
    for (let row = copy.row; row < copy.row + copy.rows; row++) {
      const held = heldAt(request.seen, now, row, copy.column)
      if (!held) throw new Error(`the cell in row ${row + 1} was not seen and cannot be copied`)
      const cell: NewCell = held.formula ? { formula: held.formula } : held.value
      put(copy.to, { row, cell, format: held.format || GENERAL })
    }
  }
  for (const { row, column, cells, format = null } of writes) {
    cells.forEach((cell, i) => put(column, { row: row + i, cell, format: cell === null ? null : format }))
  }
  return [...columns].map(([column, places]) => editOf(column, places))
}

interface Place {
  row: number
  cell: NewCell
  format: string | null
}

/** What a cell that was seen holds now; undefined for one that was not. */
export function heldAt(
  seen: readonly SeenCells[],
  now: readonly FormattedCells[],
  row: number,
  column: number,
): { value: CellValue; formula: string; format: string } | undefined {
  const at = seen.findIndex(
    (one) => row >= one.row && row < one.row + one.rows && column >= one.column && column < one.column + one.columns,
  )
  if (at < 0) return undefined
  const [i, j] = [row - seen[at]!.row, column - seen[at]!.column]
  const { values, formulas, formats } = now[at]!
  return { value: values[i]?.[j] ?? null, formula: formulas[i]?.[j] ?? '', format: formats[i]?.[j] ?? '' }
}

/** Of two cells for one place the later one stands. */
function editOf(column: number, places: readonly Place[]): ColumnEdit {
  let [top, bottom] = [Infinity, 0]
  for (const { row } of places) {
    top = Math.min(top, row)
    bottom = Math.max(bottom, row)
  }
  const cells = new Array<NewCell | typeof keep>(bottom - top + 1).fill(keep)
  const formats = new Array<string | null>(bottom - top + 1).fill(null)
  for (const { row, cell, format } of places) {
    cells[row - top] = cell
    formats[row - top] = format
  }
  return { row: top, column, cells, formats }
}
