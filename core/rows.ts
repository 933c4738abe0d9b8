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
export function reconcile(now: SheetContent, request: RowsRequest): { edit: SheetEdit | null; outcome: RowsOutcome } {
  const titles = Object.assign(titlesOf(now), request.titles)
  const idColumn = columnOf(titles, request.idTitle, request)
  const outcome: RowsOutcome = { done: [], refused: [] }
  const writes: Write[] = Object.entries(request.titles ?? {}).map(([column, title]) => ({
    row: 0,
    column: Number(column),
    cell: title,
  }))
  const remove: number[] = []
  let end = Math.max(now.values.length, 1)
  for (const change of request.changes) {
    const found = change.row ?? rowOf(now, idColumn, change.id)
    const refusal = refusalOf(now, titles, found, change)
    if (refusal) {
      outcome.refused.push(refusal)
      continue
    }
    outcome.done.push(change.id)
    if (change.cells === null) remove.push(found)
    else {
      const row = found < 0 ? end++ : found
      for (const [title, cell] of Object.entries({ ...change.cells, [request.idTitle]: change.id })) {
        const column = columnOf(titles, title, request)
        // The id that stands there already need not be written.
        if (column !== idColumn || contentAt(now, row, column) !== change.id) {
          writes.push({ row, column, cell: placed(cell, row, titles, request) })
        }
      }
    }
  }
  if (writes.length === 0 && remove.length === 0) return { edit: null, outcome }
  return { edit: { ...blockOf(writes), remove: remove.sort((a, b) => b - a) }, outcome }
}

interface Write {
  row: number
  column: number
  cell: NewCell
}

/** The smallest block that holds the writes; all other cells in it are kept. */
function blockOf(writes: readonly Write[]): Omit<SheetEdit, 'remove'> {
  if (writes.length === 0) return { row: 0, column: 0, cells: [] }
  const rows = writes.map(({ row }) => row)
  const columns = writes.map(({ column }) => column)
  const [top, left] = [Math.min(...rows), Math.min(...columns)]
  const width = Math.max(...columns) - left + 1
  const cells = Array.from({ length: Math.max(...rows) - top + 1 }, () =>
    new Array<NewCell | typeof keep>(width).fill(keep),
  )
  for (const { row, column, cell } of writes) cells[row - top]![column - left] = cell
  return { row: top, column: left, cells }
}

function columnOf(titles: readonly string[], title: string, { sheet }: RowsRequest): number {
  const column = titles.indexOf(title)
  if (column < 0) throw new Error(`The sheet “${sheet}” has no column “${title}” any more.`)
  return column
}

/** A formula with the cells of its own row in it: {{Value}} is L7. */
function placed(cell: NewCell, row: number, titles: readonly string[], request: RowsRequest): NewCell {
  if (cell === null || typeof cell !== 'object') return cell
  const formula = cell.formula.replace(/\{\{(.+?)\}\}/g, (_, title: string) => {
    return `${lettersOf(columnOf(titles, title, request))}${row + 1}`
  })
  return { formula }
}

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last
}

function refusalOf(
  now: SheetContent,
  titles: readonly string[],
  row: number,
  { id, seen }: RowChange,
): RowsOutcome['refused'][number] | null {
  if (row < 0 || row >= now.values.length) return seen === null ? null : { id, found: null }
  const found = rowContent(now, titles, row)
  const same = seen !== null && Object.entries(seen).every(([title, content]) => isSame(found[title] ?? '', content))
  return same ? null : { id, found }
}

/** Whether two contents say the same. Sorting moves the cells of its own row that a formula names: =L2+1 is =L7+1. */
export function isSame(one: string, other: string): boolean {
  return one === other || (one.startsWith('=') && withoutRows(one) === withoutRows(other))
}

function withoutRows(formula: string): string {
  return formula.replace(/(?<![!:$\w])([A-Z]{1,3})\d+(?![\w(])/g, '$1')
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

/** The sheet after an edit, as far as it can be known here: what a new formula gives is not. */
export function applied(content: SheetContent, { row, column, cells, remove }: SheetEdit): SheetContent {
  const values = content.values.map((line) => line.slice())
  const formulas = content.formulas.map((line) => line.slice())
  cells.forEach((line, i) =>
    line.forEach((cell, j) => {
      if (cell === keep) return
      const [r, c] = [row + i, column + j]
      while (values.length <= r) {
        values.push([])
        formulas.push([])
      }
      const isFormula = cell !== null && typeof cell === 'object'
      values[r]![c] = isFormula ? null : (cell as CellValue)
      formulas[r]![c] = isFormula ? (cell as { formula: string }).formula : ''
    }),
  )
  for (const gone of remove) {
    values.splice(gone, 1)
    formulas.splice(gone, 1)
  }
  return { values, formulas }
}
