import type { CellValue, NewCell } from '../sheet/book.ts'
import { hashOf } from '../sheet/fingerprint.ts'
import { textOf } from '../sheet/rows.ts'
import { wordIn, type Row } from './row.ts'

/** What a row of History may never change in. The note may. */
const FROZEN = ['Month', 'KPI', 'Metric', 'Segment', 'Value', 'Target', 'Status', 'Definition', 'KPI id'] as const

/** The id of a row of History: its month and KPI, and a mark of what it holds. */
export function recordId(cells: Readonly<Record<string, NewCell>>): string {
  const held = FROZEN.map((title) => heldText((cells[title] ?? null) as CellValue))
  return `${held[0]}-${held[8]}-${(hashOf(JSON.stringify(held)) >>> 0).toString(32)}`
}

/** Spreadsheets keep 15 digits of a number at least. */
function heldText(value: CellValue): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : textOf(value)
}

/** Whether a row of History holds what its month was closed with. */
export function isAsClosed(row: Row): boolean {
  return wordIn(row, 'Id') === recordId(row.values)
}
