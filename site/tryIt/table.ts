import type { DataColumn } from '../../core/catalogue/dataColumns.ts'
import { besidesData, dataOnly, type BesidesData } from '../../core/data/csv/besidesData.ts'
import { rowsIn, tableOf, type CsvTable } from '../../core/data/csv/csv.ts'
import { dateOrderOf, type DateOrder } from '../../core/reading/texts/dates.ts'
import type { CellValue } from '../../core/sheet/book.ts'
import { columnNumber } from '../../core/sheet/sheetReference.ts'

/** The sheet that the pasted table would be. */
export const SHEET = 'Data'

export interface Pasted extends CsvTable {
  /** The order of day and month that its dates show. */
  order: DateOrder | 'both' | undefined
  /** The rows that look as if they were no data; they are left out unless someone keeps them. */
  besides: BesidesData | undefined
}

/** Reads what was pasted; a paste from a spreadsheet has tabs between its cells. */
export function tableIn(text: string, keepsAll = false): Pasted {
  const { rows, delimiter } = rowsIn(text)
  const besides = besidesData(rows)
  const kept = besides && !keepsAll ? dataOnly(rows, besides) : rows
  return { ...tableOf({ rows: kept, delimiter }), order: dateOrderOf(textsOf(kept)), besides }
}

function* textsOf(rows: readonly (readonly string[])[]): Generator<string> {
  for (const row of rows) yield* row
}

/** The columns of a table that has titles; those without one are called by their letter. */
export function columnsIn({ rows, formats }: CsvTable): DataColumn[] {
  return formats.map((_, index) => ({ sheet: SHEET, title: titleOf(rows[0]?.[index]), index }))
}

function titleOf(cell: CellValue | undefined): string {
  return typeof cell === 'string' ? cell.trim() : ''
}

/** The cells of C:C, B2:D9 or B2, down to the last row of the table. */
export function cellsAt(rows: readonly (readonly CellValue[])[], address: string): CellValue[][] {
  const [first = '', last = first] = address.replace(/\$/g, '').split(':')
  const [left, top] = partsOf(first)
  const [right, bottom] = partsOf(last)
  const [from, to] = [Math.min(left, right), Math.max(left, right)]
  const [start, end] = [Math.min(top ?? 1, bottom ?? Infinity), Math.max(top ?? 1, bottom ?? rows.length)]
  return rows.slice(start - 1, end).map((row) => Array.from({ length: to - from + 1 }, (_, i) => row[from + i] ?? null))
}

/** A column from 0, and the number of a row where there is one. */
function partsOf(cell: string): [column: number, row: number | undefined] {
  const [, letters = 'A', digits = ''] = /^([A-Z]*)(\d*)$/i.exec(cell) ?? []
  return [columnNumber(letters || 'A') - 1, digits === '' ? undefined : Number(digits)]
}
