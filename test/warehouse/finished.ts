import type { Metric, Result } from '../../core/metric.ts'
import { inputsOf } from '../../warehouse/inputs.ts'
import { answered } from '../../warehouse/reduce.ts'
import { columnTypes, type Engine, type TableData, type Value } from './engines.ts'
import { finish, resultOf } from './finish.ts'

export interface Call {
  metric: Metric
  data: TableData
  /** For each input the name of its column. */
  columns: Readonly<Record<string, string>>
  options?: Readonly<Record<string, string>>
  /** Arguments that are ranges of their own, such as holidays. */
  blocks?: Readonly<Record<string, Value[][]>>
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
  const { titles, rows } = await engine.run(sql)
  return codeAlone(finish(metric.spec, titles, rows, options, blocks))
}

/** What the cell function makes of all rows. */
export function throughCells(
  { metric, data, columns, options = {}, blocks = {} }: Call,
  shown = data.rows,
): Result | string {
  const columnAt = (names: string) =>
    names.split(',').map((name) => data.columns.findIndex((column) => column.name === name))
  const cells = (names: string): Value[][] => {
    const at = columnAt(names)
    return [at.map((i) => data.columns[i]!.name), ...shown.map((row) => at.map((i) => row[i]!))]
  }
  const own = Object.entries(columns).map(([input, names]) => [input, cells(names)] as const)
  return codeAlone(resultOf(metric, new Map([...own, ...Object.entries(blocks)]), options))
}

/** A result, or the code of the error: a sentence names the rows that it is about. */
export function codeAlone(result: Result | string): Result | string {
  return typeof result === 'string' && result.startsWith('#') ? result.split(' ')[0]! : result
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
