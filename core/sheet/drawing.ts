import type { DrawnSheet, NewCell, SheetContent } from './book.ts'
import { printOf } from './cells.ts'

/** All cells of a drawn sheet, line by line; what nothing is drawn in is blank. */
export function drawnLines({ cells, widths }: DrawnSheet): NewCell[][] {
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 1)
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), Math.max(widths.length, 1))
  const lines = Array.from({ length: height }, () => new Array<NewCell>(width).fill(null))
  for (const { row, column, cell } of cells) lines[row]![column] = cell
  return lines
}

/** How large a sheet is with all its cells, and the tables that its formulas fill. */
export function drawnSize(plan: DrawnSheet): { rows: number; columns: number } {
  const lines = drawnLines(plan)
  const { tables = [] } = plan
  return {
    rows: Math.max(lines.length, ...tables.map(({ row, look }) => row + look.rows)),
    columns: Math.max(lines[0]!.length, ...tables.map(({ column, look }) => column + look.columns.length)),
  }
}

/** What a sheet holds, in short: what its formulas give by now does not count. */
export function drawnPrint({ values, formulas }: SheetContent): string {
  return printOf({ values, formulas })
}
