import { findMetric } from '../../core/catalogue/catalogue.ts'
import { CellError } from '../../core/cell.ts'
import type { Metric, Result, Spec } from '../../core/metric.ts'
import { isColumn } from '../../core/reading/columns.ts'
import { evaluate } from '../../core/reading/evaluate.ts'
import { answered } from '../../warehouse/reduce.ts'
import { columnsOf, inputsOf } from '../../warehouse/inputs.ts'
import { plain } from '../close.ts'
import { columnTypes, type Engine, type ResultRows, type TableData } from './engines.ts'

export interface Call {
  metric: Metric
  data: TableData
  /** For each input the name of its column. */
  columns: Readonly<Record<string, string>>
  options?: Readonly<Record<string, string>>
  /** Arguments that are ranges of their own, such as holidays. */
  blocks?: Readonly<Record<string, unknown>>
  zone?: string
}

/** What the engine reduces, and the cell function makes of it. */
export async function throughEngine(engine: Engine, call: Call): Promise<Result | string> {
  const { metric, data, columns, options = {}, blocks = {}, zone } = call
  await engine.fill('facts', data)
  const typed = Object.entries(columns).map(([input, names]) => [
    input,
    names
      .split(',')
      .map((name) => {
        const { type } = data.columns.find((column) => column.name === name)!
        return `"${name}" ${columnTypes[type]}`
      })
      .join(','),
  ])
  const { sql } = answered({
    spec: metric.spec,
    dialect: engine.dialect,
    table: 'facts',
    columns: Object.fromEntries(typed) as Record<string, string>,
    options,
    ...(zone && { zone }),
  })
  return outcome(metric, finishing(metric.spec, await engine.run(sql), options, blocks))
}

/** The cells of the formula that finishes a result: each argument from the column of its title. */
export function finishing(
  spec: Spec,
  { titles, rows }: ResultRows,
  options: Readonly<Record<string, string>>,
  blocks: Readonly<Record<string, unknown>> = {},
) {
  const own = columnsOf(spec).map(({ name }) => name)
  const loose = titles.map((title, i) => (own.includes(title) || KNOWN.includes(title) ? -1 : i)).filter((i) => i >= 0)
  return spec.args.map((arg): unknown => {
    if (arg.name in blocks) return blocks[arg.name]
    const typed = options[arg.name]
    if (typed !== undefined) return cellOf(typed, arg.shape === 'range' && !('readRows' in arg))
    const at = titles.indexOf(arg.name)
    if (at < 0) return arg.wide && loose.length > 0 ? block(loose, { titles, rows }) : undefined
    return isColumn(arg) ? block([at], { titles, rows }) : (rows[0]?.[at] ?? null)
  })
}

const KNOWN = ['counts', 'customers', 'as_of', 'left_out']

function block(columns: readonly number[], { titles, rows }: ResultRows): unknown[][] {
  return [columns.map((i) => titles[i]!), ...rows.map((row) => columns.map((i) => row[i]!))]
}

/** What the cell function makes of all rows. */
export function throughCells(
  { metric, data, columns, options = {}, blocks = {} }: Call,
  shown = data.rows,
): Result | string {
  const columnAt = (names: string) =>
    names.split(',').map((name) => data.columns.findIndex((column) => column.name === name))
  const cells = metric.spec.args.map((arg): unknown => {
    if (arg.name in blocks) return blocks[arg.name]
    const typed = options[arg.name]
    if (typed !== undefined) return cellOf(typed, arg.shape === 'range' && !('readRows' in arg))
    const names = columns[arg.name]
    return names === undefined
      ? undefined
      : [columnAt(names).map((i) => data.columns[i]!.name), ...shown.map((row) => columnAt(names).map((i) => row[i]!))]
  })
  return outcome(metric, cells)
}

/** What is typed for an option, as a cell: a number where it is one, and a list below each other. */
function cellOf(typed: string, isList: boolean): unknown {
  if (isList) return typed.split(',').map((name) => [name.trim()])
  return typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed
}

/** A result, or the code of the error. */
export function outcome(metric: Metric, cells: readonly unknown[]): Result | string {
  try {
    return evaluate(metric, cells, plain, findMetric)
  } catch (error) {
    if (error instanceof CellError) return error.code
    throw error
  }
}

/** The same results, of rows that stand in no order: by their texts. */
export function inAnyOrder(result: Result | string): Result | string {
  if (!Array.isArray(result)) return result
  const [header, ...rows] = result
  return [header!, ...rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))]
}

/** For the inputs of a function that are named like the columns of a table. */
export function named({ spec }: Metric, { columns }: TableData): Record<string, string> {
  const known = columns.map(({ name }) => name)
  return Object.fromEntries(inputsOf(spec).flatMap(({ name }) => (known.includes(name) ? [[name, name]] : [])))
}
