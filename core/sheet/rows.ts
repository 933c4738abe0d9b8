import type { CellValue, NewCell, RowChange, RowsOutcome, RowsRequest, SheetContent, TablePlan } from './book.ts'
import { cellName, lettersOf } from './sheetReference.ts'

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
 * since the writer saw it is refused and told, unless it holds already what is to be written; new rows go below the last
 * one. A formula that stays is not compared with that which was seen, since moved rows and columns change what it says;
 * one that is to go is, but for its own row.
 */
export function reconcile(now: SheetContent, request: RowsRequest): { edit: SheetEdit | null; outcome: RowsOutcome } {
  const titles = newTitles(now, request)
  // Titles alone can be written without it, or it could not be put back.
  const idColumn = request.changes.length === 0 ? -1 : columnOf(titles, request.idTitle, request)
  const rows = rowsById(now, idColumn)
  const outcome: RowsOutcome = { done: [], refused: [] }
  const writes: Write[] = (request.titles ?? []).map(({ column, title }) => ({ row: 0, column, cell: title }))
  for (const { label, seen, cell } of request.beside ?? []) {
    const column = columnOf(titles, label, request) + 1
    if (!isSame(contentAt(now, 0, column), seen)) throw changedTitles(request)
    writes.push({ row: 0, column, cell })
  }
  const remove = new Set<number>()
  let end = Math.max(now.values.length, 1)
  for (const change of request.changes) {
    const found = change.row ?? rows.get(change.id) ?? -1
    const refusal = refusalOf(now, titles, found, change, request)
    if (refusal) {
      outcome.refused.push(refusal)
      continue
    }
    outcome.done.push(change.id)
    if (change.cells === null) remove.add(found)
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
  if (outcome.refused.length > 0) outcome.now = now
  if (writes.length === 0 && remove.size === 0) return { edit: null, outcome }
  return { edit: { ...blockOf(writes), remove: [...remove].sort((a, b) => b - a) }, outcome }
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

function placed(cell: NewCell, row: number, titles: readonly string[], request: RowsRequest): NewCell {
  // What is told of the table stands behind the gap after it: a column may be called as a label is.
  const labelOf = (label: string) => {
    const column = titles.indexOf(label, titles.indexOf('') + 1)
    return column < 0 ? columnOf(titles, label, request) : column
  }
  return inPlace(cell, row, (title) => columnOf(titles, title, request), labelOf)
}

/**
 * A formula with the cells of its own row and the columns of its own sheet in it: {{Value}} is L7, {{Value:column}} L:L, and
 * {{Label:beside}} the cell right of a label in the first row.
 */
function inPlace(
  cell: NewCell,
  row: number,
  columnOf: (title: string) => number,
  labelOf: (label: string) => number,
): NewCell {
  if (cell === null || typeof cell !== 'object') return cell
  const formula = cell.formula.replace(/\{\{([^{}]+?)(:column|:beside)?\}\}/g, (_, title: string, what?: string) => {
    if (what === ':beside') return `$${lettersOf(labelOf(title) + 1)}$1`
    const column = columnOf(title)
    return what ? `${lettersOf(column)}:${lettersOf(column)}` : cellName(row, column)
  })
  return { ...cell, formula }
}

function refusalOf(
  now: SheetContent,
  titles: readonly string[],
  row: number,
  change: RowChange,
  request: RowsRequest,
): RowsOutcome['refused'][number] | null {
  const { id, seen } = change
  if (row < 0 || row >= now.values.length) return seen === null ? null : { id, found: null }
  const found = rowContent(now, titles, row)
  const wanted = Object.entries(change.cells ?? {})
  const isThere = ([title, cell]: [string, NewCell]) =>
    isSame(found[title] ?? '', contentOfCell(placed(cell, row, titles, request)))
  // The answer to an earlier try was lost, or two agree.
  if (wanted.length > 0 && wanted.every(isThere)) return null
  const isUnchanged = ([title, content]: [string, string]) => {
    const there = found[title] ?? ''
    if (there === content) return true
    const areFormulas = content.startsWith('=') && Boolean(now.formulas[row]?.[titles.indexOf(title)])
    return areFormulas && (!goes(title, change) || isSame(there, content))
  }
  return seen !== null && Object.entries(seen).every(isUnchanged) ? null : { id, found }
}

/** What a cell that is to be written will hold in words. */
export function contentOfCell(cell: NewCell): string {
  return cell !== null && typeof cell === 'object' ? cell.formula : textOf(cell)
}

/** Whether a change leaves nothing of what a cell held. */
function goes(title: string, { cells }: RowChange): boolean {
  return cells === null || title in cells
}

/** Whether two contents say the same. Sorting moves the cells of its own row that a formula names: =L2+1 is =L7+1. */
export function isSame(one: string, other: string): boolean {
  return one === other || (one.startsWith('=') && withoutRows(one) === withoutRows(other))
}

/** A formula without the row numbers of its single cells, which follow the row: KPI_STATUS(L, M). Texts stay. */
function withoutRows(formula: string): string {
  return formula.replace(
    /"[^"]*"|'[^']*'!|(^|[^\w!:$.'"])([A-Z]{1,3})\d+(?![\w(:!])/g,
    (found, before?: string, column?: string) => (column === undefined ? found : `${before}${column}`),
  )
}

/** The titles in the first row of a sheet. */
export function titlesOf({ values }: SheetContent): string[] {
  return (values[0] ?? []).map((title) => String(title ?? '').trim())
}

/** The titles with those that are to be written. */
function newTitles(now: SheetContent, request: RowsRequest): string[] {
  const found = titlesOf(now)
  for (const { column, seen, title } of request.titles ?? []) {
    if ((found[column] ?? '') !== seen) throw changedTitles(request)
    found[column] = title
  }
  return found
}

function changedTitles({ sheet }: RowsRequest): Error {
  return new Error(`The columns of “${sheet}” were changed meanwhile. Nothing was written, look at them again.`)
}

/** What a row holds, by title. */
export function rowContent(now: SheetContent, titles: readonly string[], row: number): Record<string, string> {
  const cells = titles.map((title, column) => [title, contentAt(now, row, column)] as const)
  return Object.fromEntries(cells.filter(([title], column) => title !== '' && titles.indexOf(title) === column))
}

/** The row of each id; of several with the same, the first. */
function rowsById({ values }: SheetContent, idColumn: number): Map<string, number> {
  const rows = new Map<string, number>()
  values.forEach((cells, row) => {
    const id = String(cells[idColumn] ?? '').trim()
    if (row > 0 && !rows.has(id)) rows.set(id, row)
  })
  return rows
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
  const bottom = cells.length === 0 ? 0 : row + cells.length
  const right = cells.length === 0 ? 0 : column + cells[0]!.length
  const values = extended<CellValue>(content.values, bottom, right, null)
  const formulas = extended(content.formulas, bottom, right, '')
  cells.forEach((line, i) =>
    line.forEach((cell, j) => {
      if (cell === keep) return
      const isFormula = cell !== null && typeof cell === 'object'
      values[row + i]![column + j] = isFormula ? null : (cell as CellValue)
      formulas[row + i]![column + j] = isFormula ? (cell as { formula: string }).formula : ''
    }),
  )
  for (const gone of remove) {
    values.splice(gone, 1)
    formulas.splice(gone, 1)
  }
  return { ...content, values, formulas }
}

/** All cells of a sheet made by a plan, its titles first, and after them what is told of the table. */
export function plannedCells({ name, columns, rows, summary = [] }: TablePlan): NewCell[][] {
  const columnOf = (title: string): number => {
    const column = columns.findIndex((one) => one.title === title)
    if (column < 0) throw new Error(`The sheet “${name}” has no column “${title}”.`)
    return column
  }
  const labelOf = (label: string): number => {
    const place = summary.findIndex((one) => one.label === label)
    if (place < 0) throw new Error(`The sheet “${name}” tells nothing called “${label}”.`)
    return columns.length + 1 + 2 * place
  }
  const told = summary.flatMap((cell): NewCell[] => {
    if ('value' in cell) return [cell.label, cell.value]
    return [cell.label, { formula: cell.formula, ...(cell.format && { format: cell.format }) }]
  })
  const top: NewCell[] = [...columns.map(({ title }) => title), ...(told.length > 0 ? [null, ...told] : [])]
  const beside = new Array<null>(top.length - columns.length).fill(null)
  const all = [top, ...rows.map((row) => [...columns.map((_, j) => row[j] ?? null), ...beside])]
  return all.map((line, i) => line.map((cell) => inPlace(cell, i, columnOf, labelOf)))
}

/** What a sheet made by a plan holds, as far as it can be known here. */
export function contentOf(plan: TablePlan): SheetContent {
  return applied({ values: [], formulas: [] }, { row: 0, column: 0, cells: plannedCells(plan), remove: [] })
}

/** A copy of the lines, each as wide as the widest and at least so large. */
function extended<T>(lines: readonly T[][], height: number, width: number, blank: T): T[][] {
  const widest = lines.reduce((most, line) => Math.max(most, line.length), width)
  return Array.from({ length: Math.max(lines.length, height) }, (_, i) => {
    const line = lines[i] ?? []
    return [...line, ...new Array<T>(widest - line.length).fill(blank)]
  })
}
