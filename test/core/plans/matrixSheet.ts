import type { CellValue, NewCell, RowChange, RowsRequest, SheetContent } from '../../../core/sheet/book.ts'
import type { About } from '../../../core/plans/check.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { ownColumns } from '../../../core/plans/plan.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { changeOf, requestOf } from '../../../core/plans/reading.ts'
import { readPlan, type Repair } from '../../../core/plans/repairs.ts'
import { dayIn, liveIn, numberIn, wordIn, type Row } from '../../../core/plans/row.ts'
import { applied, reconcile } from '../../../core/sheet/rows.ts'

/** The columns of the matrix, by what the tests call them. */
export const TITLES = {
  cue: 'Cue',
  kind: 'Kind',
  role: 'Role',
  path: 'Path',
  stage: 'Stage',
  outcome: 'Outcome',
  promise: 'Promise',
  delivery: 'Delivery',
  backedBy: 'Backed by',
  owner: 'Owner',
  metric: 'Metric',
  value: 'Value',
  target: 'Target',
  status: 'Status',
  reviewedOn: 'Reviewed on',
  id: 'Id',
} as const
export type Key = keyof typeof TITLES
export type CueCells = Partial<Record<Key, NewCell>>

export const fields = ownColumns(signals)
/** Every plan is where it puts itself. */
export const layout = layoutOf(() => null)

export function about(today: number): About {
  return { today, rowsOf: () => null }
}

/** Cells by title. */
export function titled(cue: CueCells): Record<string, NewCell> {
  return Object.fromEntries(Object.entries(cue).map(([key, cell]) => [TITLES[key as Key], cell]))
}

/** The sheet of a matrix with these cues; a formula shows 7. */
export function matrixSheet(...cues: readonly CueCells[]): SheetContent {
  const rows = cues.map((cue) => fields.map(({ title }) => titled(cue)[title] ?? null))
  return {
    values: [fields.map(({ title }) => title), ...rows.map((row) => row.map(shownBy))],
    formulas: [fields.map(() => ''), ...rows.map((row) => row.map(formulaOf))],
  }
}

function shownBy(cell: NewCell): CellValue {
  return cell !== null && typeof cell === 'object' ? 7 : cell
}

function formulaOf(cell: NewCell): string {
  return cell !== null && typeof cell === 'object' ? cell.formula : ''
}

/** What a row of the matrix says, as the sidebar reads each of its cells. */
export interface Cue extends Record<Exclude<Key, 'id'>, CellValue> {
  row: number
  id: string
  isCopy: boolean
  seen: Row['seen']
}

export function cueOf(row: Row): Cue {
  const word = (key: Key) => wordIn(row, TITLES[key])
  const choice = (key: Key) => word(key).toLowerCase()
  return {
    row: row.row,
    id: row.id,
    isCopy: row.isCopy,
    cue: word('cue'),
    kind: choice('kind'),
    role: choice('role'),
    path: choice('path'),
    stage: choice('stage'),
    outcome: word('outcome'),
    promise: numberIn(row, 'Promise'),
    delivery: numberIn(row, 'Delivery'),
    backedBy: word('backedBy'),
    owner: word('owner'),
    metric: word('metric'),
    value: liveIn(row, 'Value'),
    target: row.values['Target'] ?? null,
    status: choice('status'),
    reviewedOn: dayIn(row, 'Reviewed on'),
    seen: row.seen,
  }
}

/** The matrix in a sheet; ids that it gives are new1, new2 ... */
export function matrixOf(content: SheetContent, newId = counted()): { rows: Row[]; cues: Cue[]; repairs: Repair[] } {
  const { rows, repairs } = readPlan(signals, content, newId, layout)
  return { rows, cues: rows.map(cueOf), repairs }
}

function counted(): () => string {
  let count = 0
  return () => `new${++count}`
}

/** A request that changes a row of the matrix. */
export function changing(row: Row, cells: RowChange['cells']): RowsRequest {
  return requestOf(signals, [changeOf(signals, row, cells)])
}

/** The sheet after a request that is to be written in full. */
export function written(content: SheetContent, request: RowsRequest): SheetContent {
  const { edit, outcome } = reconcile(content, request)
  if (outcome.refused.length > 0) throw new Error(`refused: ${JSON.stringify(outcome.refused)}`)
  return edit ? applied(content, edit) : content
}

/** The same sheet with its columns in another order. */
export function inOrder({ values, formulas }: SheetContent, order: readonly number[]): SheetContent {
  return {
    values: values.map((line) => order.map((column) => line[column] ?? null)),
    formulas: formulas.map((line) => order.map((column) => line[column] ?? '')),
  }
}

export function columnOf(key: Key): number {
  return fields.findIndex(({ title }) => title === TITLES[key])
}

/** The same sheet with one cell typed anew. */
export function typed(content: SheetContent, row: number, column: number, value: CellValue): SheetContent {
  const changed = <T>(lines: readonly T[][], cell: T) =>
    lines.map((line, i) => (i === row ? Object.assign(line.slice(), { [column]: cell }) : line.slice()))
  return { values: changed(content.values, value), formulas: changed(content.formulas, '') }
}
