import type { CellValue, NewCell, RowsRequest, SheetContent } from '../../../core/sheet/book.ts'
import { applied, reconcile } from '../../../core/sheet/rows.ts'
import { fields, type Key } from '../../../core/signals/fields.ts'
import { readMatrix, type Matrix } from '../../../core/signals/matrix.ts'

export type CueCells = Partial<Record<Key, NewCell>>

/** The sheet of a matrix with these cues; a formula shows 7. */
export function matrixSheet(...cues: readonly CueCells[]): SheetContent {
  const rows = cues.map((cue) => fields.map(({ key }) => cue[key] ?? null))
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

/** The matrix in a sheet; ids that it gives are new1, new2 ... */
export function matrixOf(content: SheetContent): Matrix {
  let count = 0
  return readMatrix(content, () => `new${++count}`)
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
  return fields.findIndex((field) => field.key === key)
}

/** The same sheet with one cell typed anew. */
export function typed(content: SheetContent, row: number, column: number, value: CellValue): SheetContent {
  const changed = <T>(lines: readonly T[][], cell: T) =>
    lines.map((line, i) => (i === row ? Object.assign(line.slice(), { [column]: cell }) : line.slice()))
  return { values: changed(content.values, value), formulas: changed(content.formulas, '') }
}
