import type { DrawnCell, NewCell } from '../../sheet/book.ts'

/** The cells of a sheet while it is being drawn. */
export interface Cells {
  cells: DrawnCell[]
  put(row: number, column: number, cell: NewCell, look?: Partial<DrawnCell>): void
  head(row: number, titles: readonly string[]): void
}

/** Titles of `numbers` stand above numbers. */
export function sheetOfCells(numbers: ReadonlySet<string>): Cells {
  const cells: DrawnCell[] = []
  const put: Cells['put'] = (row, column, cell, look = {}) => void cells.push({ ...look, row, column, cell })
  const head: Cells['head'] = (row, titles) =>
    titles.forEach((title, i) =>
      put(row, i, title, { look: 'head', ...(i > 0 && numbers.has(title) && { align: 'right' }) }),
    )
  return { cells, put, head }
}
