import type { Arg, ColumnArg } from '../../core/arguments/index.ts'
import type { ExampleCells, Spec } from '../../core/metric.ts'
import { isColumn, isCounts } from '../../core/reading/standingFor.ts'
import { parseIso } from '../../core/statistics/time/calendar.ts'
import { isBlock, type Given, type SheetCell } from './cells.ts'

/** The examples of a function that give a value, with dates as dates. */
export function examplesOf({ args, examples }: Spec): Given[][] {
  return examples
    .filter(({ gives }) => !(typeof gives === 'string' && gives.startsWith('#')))
    .map(({ cells }) => cells.map((one, i) => cellsOf(one, args[Math.min(i, args.length - 1)]!)))
}

function cellsOf(cells: ExampleCells, { date }: Arg<unknown>): Given {
  const dated = (cell: SheetCell): SheetCell => {
    const serial = date && typeof cell === 'string' ? parseIso(cell) : NaN
    return Number.isNaN(serial) ? cell : { serial }
  }
  return Array.isArray(cells) ? cells.map((row) => row.map(dated)) : dated(cells)
}

/** What stands for an argument in the examples. */
export function exampled(spec: Spec, index: number): Exclude<Given, undefined>[] {
  return examplesOf(spec).flatMap((given) => (given[index] === undefined ? [] : [given[index]!]))
}

/** The different cells of a column in the examples, without its titles. */
export function exampledCells(spec: Spec, index: number): SheetCell[] {
  const arg = spec.args[index] as ColumnArg<unknown>
  const cells = exampled(spec, index).flatMap((given) => (isBlock(given) ? given.map(([cell]) => cell!) : [given]))
  const values = cells.filter((cell) => typeof cell === 'object' || arg.firstCell(cell) !== 'title')
  return [...new Set(values)].filter((cell) => cell !== null && cell !== '')
}

/** The rows of the columns of an example, without a header: what stands side by side there belongs together. */
export function exampleRows({ args }: Spec, given: readonly Given[]): { columns: number[]; rows: SheetCell[][][] } {
  const isCounted = args.some((arg, i) => isCounts(arg) && isBlock(given[i]))
  const isInRows = (arg: Arg<unknown>) => arg.shape === 'column' || (isCounted && isColumn(arg))
  const columns = args.flatMap((arg, i) => (isInRows(arg) && isBlock(given[i]) ? [i] : []))
  const height = Math.max(0, ...columns.map((i) => (given[i] as unknown[]).length))
  const rows = Array.from({ length: height }, (_, row) =>
    columns.map((i) => (given[i] as SheetCell[][])[row] ?? [null]),
  )
  const isTitled = (row: SheetCell[][]) =>
    row.some((cells, k) =>
      cells.some(
        (cell) => typeof cell === 'string' && (args[columns[k]!] as ColumnArg<unknown>).firstCell(cell) === 'title',
      ),
    )
  return { columns, rows: rows.filter((row) => !isTitled(row)) }
}
