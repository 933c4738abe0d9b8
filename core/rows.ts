import type { CellValue, NewCell, RowChange, RowsOutcome, RowsRequest, SheetContent } from './book.ts'

/** One block of cells to write, and the rows to remove after it, last first. `keep` leaves a cell as it is. */
export interface SheetEdit {
  /** Where the block begins, counted from 0. */
  row: number
  column: number
  cells: (NewCell | typeof keep)[][]
  remove: number[]
}

export const keep = { keep: true } as const

/**
 * What a request comes to on the sheet as it is now: the block to write, and what to tell the writer. A row that changed
 * since the writer saw it is refused and told; new rows go below the last one.
 */
export function reconcile(
  now: SheetContent,
  { sheet, idTitle, changes }: RowsRequest,
): {
  edit: SheetEdit | null
  outcome: RowsOutcome
} {
  const titles = titlesOf(now)
  const idColumn = titles.indexOf(idTitle)
  if (idColumn < 0) throw new Error(`The sheet “${sheet}” has no column “${idTitle}” any more.`)
  const outcome: RowsOutcome = { done: [], refused: [] }
  const writes: { row: number; cells: Readonly<Record<string, NewCell>> }[] = []
  const remove: number[] = []
  let end = now.values.length
  for (const change of changes) {
    const row = rowOf(now, idColumn, change.id)
    const refusal = refusalOf(now, titles, row, change)
    if (refusal) outcome.refused.push(refusal)
    else {
      outcome.done.push(change.id)
      if (change.cells === null) remove.push(row)
      else
        writes.push({
          row: row < 0 ? end++ : row,
          cells: { ...change.cells, ...(row < 0 && { [idTitle]: change.id }) },
        })
    }
  }
  if (writes.length === 0 && remove.length === 0) return { edit: null, outcome }
  return { edit: { ...blockOf(titles, writes, sheet), remove: remove.sort((a, b) => b - a) }, outcome }
}

/** The rows and columns that the writes touch, as one block in which all other cells are kept. */
function blockOf(
  titles: readonly string[],
  writes: readonly { row: number; cells: Readonly<Record<string, NewCell>> }[],
  sheet: string,
): Omit<SheetEdit, 'remove'> {
  if (writes.length === 0) return { row: 0, column: 0, cells: [] }
  const columns = writes.flatMap(({ cells }) =>
    Object.keys(cells).map((title) => {
      const column = titles.indexOf(title)
      if (column < 0) throw new Error(`The sheet “${sheet}” has no column “${title}” any more.`)
      return column
    }),
  )
  const rows = writes.map(({ row }) => row)
  const [top, left] = [Math.min(...rows), Math.min(...columns)]
  const width = Math.max(...columns) - left + 1
  const cells = Array.from({ length: Math.max(...rows) - top + 1 }, () =>
    new Array<NewCell | typeof keep>(width).fill(keep),
  )
  for (const write of writes) {
    for (const [title, cell] of Object.entries(write.cells))
      cells[write.row - top]![titles.indexOf(title) - left] = cell
  }
  return { row: top, column: left, cells }
}

function refusalOf(
  now: SheetContent,
  titles: readonly string[],
  row: number,
  { id, seen }: RowChange,
): RowsOutcome['refused'][number] | null {
  if (row < 0) return seen === null ? null : { id, found: null }
  const found = rowContent(now, titles, row)
  const same = seen !== null && Object.entries(seen).every(([title, content]) => (found[title] ?? '') === content)
  return same ? null : { id, found }
}

/** The titles in the first row of a sheet. */
export function titlesOf({ values }: SheetContent): string[] {
  return (values[0] ?? []).map((title) => String(title ?? '').trim())
}

/** What a row holds, by title. */
export function rowContent(now: SheetContent, titles: readonly string[], row: number): Record<string, string> {
  const found: Record<string, string> = {}
  titles.forEach((title, column) => {
    if (title !== '' && !(title in found)) found[title] = contentAt(now, row, column)
  })
  return found
}

function rowOf({ values }: SheetContent, idColumn: number, id: string): number {
  return values.findIndex((row, i) => i > 0 && String(row[idColumn] ?? '') === id)
}

/** What a cell holds in words: its formula, else its value. */
export function contentAt({ values, formulas }: SheetContent, row: number, column: number): string {
  return formulas[row]?.[column] || textOf(values[row]?.[column] ?? null)
}

export function textOf(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}
