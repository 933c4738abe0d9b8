import type { CellValue, NewCell } from '../../sheet/book.ts'
import { hashOf } from '../../sheet/fingerprint.ts'
import { textOf } from '../../sheet/rows.ts'
import { wordIn, type Row } from '../row.ts'

/** What a row of History may never change in. The note may. */
const FROZEN = ['Month', 'KPI', 'Metric', 'Segment', 'Value', 'Target', 'Status', 'Definition', 'KPI id'] as const

/** A mark of what a row of History was closed with. */
export function markOf(cells: Readonly<Record<string, NewCell>>): string {
  const held = FROZEN.map((title) => heldText((cells[title] ?? null) as CellValue))
  return (hashOf(JSON.stringify(held)) >>> 0).toString(32)
}

/** Spreadsheets keep 15 digits of a number at least. */
function heldText(value: CellValue): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : textOf(value)
}

/** Whether a row of History holds what its month was closed with. */
export function isAsClosed(row: Row): boolean {
  return wordIn(row, 'Mark') === markOf(row.values)
}
