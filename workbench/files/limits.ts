import type { TableSize } from '../../core/data/csv/csv.ts'
import { refusal } from './refusal.ts'

/**
 * What the workbench takes. The engine builds a sheet at once and cannot be stopped meanwhile: about 10 seconds for a
 * million cells, and its time grows with the rows, columns and places of the grid even where they are blank.
 */
export const MOST_ROWS = 200_000
export const MOST_COLUMNS = 2_000
export const MOST_CELLS = 1_000_000
const MOST_PLACES = 25_000_000
/** The engine looks for each row of a sheet through all that have a look or group of their own. */
const MOST_LOOKS = 600_000_000

/** 1,234,567 */
export function counted(number: number): string {
  return number.toLocaleString('en-US')
}

/** 12,000 of 50,000 rows, or as much of that as is known. */
export function rowsOf(done: number, all?: number): string {
  return all === undefined ? `${counted(done)} rows` : `${counted(done)} of ${counted(all)} rows`
}

function many(number: number, what: string): string {
  return `${counted(number)} ${what}${number === 1 ? '' : 's'}`
}

/** A larger csv has more rows than the engine takes, and text of its length does not fit into the memory of every tab. */
const MOST_BYTES = 300_000_000

/** Throws a sentence where a file need not even be read. */
export function checkBytes(bytes: number): void {
  if (bytes <= MOST_BYTES) return
  throw refusal(
    `it has ${counted(Math.round(bytes / 1e6))} MB, and the workbench takes files up to ${MOST_BYTES / 1e6} MB: leave out rows or columns that you do not need`,
  )
}

/** Whether a table is no larger than the workbench takes. */
export function fits({ rows, columns, filled }: TableSize): boolean {
  return rows <= MOST_ROWS && columns <= MOST_COLUMNS && filled <= MOST_CELLS && rows * columns <= MOST_PLACES
}

/** Throws a sentence where a table is larger than the workbench takes. */
export function checkSize(size: TableSize, what = 'it'): void {
  if (fits(size)) return
  const { rows, columns, filled } = size
  const places = rows * columns
  const isSparse = filled < places / 2
  const wayOn = isSparse
    ? 'delete what stands far below or to the right of the rest (Ctrl+End in Excel goes there)'
    : 'leave out rows or columns that you do not need'
  throw refusal(
    `${what} has ${many(rows, 'row')}, ${many(columns, 'column')} and ${many(filled, 'filled cell')}, and the workbench takes up to ${counted(MOST_ROWS)} rows, ${counted(MOST_COLUMNS)} columns and ${counted(MOST_CELLS)} filled cells: ${wayOn}`,
  )
}

/** Throws a sentence where so many rows have a look or group of their own that the engine would not come to an end. */
export function checkOwnRows(rows: number, own: number, what: string): void {
  if (rows * own <= MOST_LOOKS) return
  throw refusal(
    `${what} has ${counted(own)} rows in groups or with a look of their own among ${counted(rows)} rows, which is more than the workbench can open: take the groups apart (Data, Ungroup in Excel), or leave out rows`,
  )
}

/** Throws a sentence where the open workbook has no room for so many more cells. */
export function checkRoom(open: number, filled: number): void {
  if (open + filled <= MOST_CELLS) return
  throw refusal(
    `it has ${counted(filled)} filled cells and the open workbook ${counted(open)}, and the workbench takes up to ${counted(MOST_CELLS)} together: open it after New, or delete a sheet`,
  )
}
