import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import type { Metric, Result } from '../../core/metric.ts'
import { isoText } from '../../core/statistics/time/calendar.ts'
import type { ColumnType } from '../../warehouse/dialect.ts'
import { columnsOf, reductionOf } from '../../warehouse/inputs.ts'
import { expectClose } from '../close.ts'
import { isBlock, type Call as Fitting, type SheetCell } from '../fuzz/cells.ts'
import { fittingCalls } from '../fuzz/fitting.ts'
import { duckdb, momentText, postgresql, type Engine, type Value } from './engines.ts'
import { throughCells, throughEngine, type Call } from './finished.ts'

const covered = catalogue().filter(({ spec }) => {
  const reduction = reductionOf(spec)
  return typeof reduction !== 'string' && reduction.shape === 'rows'
})

/** A call as a table with a column for each argument that has rows; null where its columns have other heights. */
function asTable({ spec }: Metric, { given }: Fitting): Pick<Call, 'data' | 'columns' | 'options' | 'blocks'> | null {
  const options: Record<string, string> = {}
  const columns: Record<string, string> = {}
  const blocks: Record<string, Value[][]> = {}
  const found: { name: string; type: ColumnType; values: Value[] }[] = []
  const own = columnsOf(spec).map(({ name }) => name)
  for (const [i, arg] of spec.args.entries()) {
    const one = given[i]
    if (one === undefined || one === null || one === '') continue
    if (!own.includes(arg.name) || !isBlock(one)) {
      if (arg.name === 'counts') continue
      if (isBlock(one)) blocks[arg.name] = one.map((row) => row.map(cellOf))
      else options[arg.name] = textOf(one)
      continue
    }
    const width = one[0]!.length
    const names = Array.from({ length: width }, (_, k) => (width > 1 ? `${arg.name}_${k + 1}` : arg.name))
    columns[arg.name] = names.join(',')
    names.forEach((name, k) => found.push({ name, ...typed(one.map((row) => row[k]!)) }))
  }
  const height = found[0]?.values.length ?? 0
  if (height === 0 || found.some(({ values }) => values.length !== height)) return null
  const rows = Array.from({ length: height }, (_, row) => found.map(({ values }) => values[row]!))
  return { data: { columns: found, rows }, columns, options, blocks }
}

/** The cells of a column as a table holds them: all of one type, texts where they are of several. */
function typed(cells: readonly SheetCell[]): { type: ColumnType; values: Value[] } {
  const filled = cells.filter((cell) => cell !== null && cell !== '')
  const blank = (cell: SheetCell) => cell === null || cell === ''
  if (filled.length > 0 && filled.every((cell) => typeof cell === 'number'))
    return { type: 'number', values: cells.map((cell) => (blank(cell) ? null : (cell as number))) }
  if (filled.length > 0 && filled.every((cell) => typeof cell === 'object'))
    return {
      type: 'timestamp',
      values: cells.map((cell) => (blank(cell) ? null : toSecond((cell as { serial: number }).serial))),
    }
  if (filled.length > 0 && filled.every((cell) => typeof cell === 'boolean'))
    return { type: 'boolean', values: cells.map((cell) => (blank(cell) ? null : (cell as boolean))) }
  return { type: 'text', values: cells.map((cell) => (cell === null ? null : textOf(cell))) }
}

function cellOf(cell: SheetCell): Value {
  return typeof cell === 'object' && cell !== null ? ('serial' in cell ? cell.serial : '#N/A') : cell
}

function toSecond(serial: number): number {
  return Math.round(serial * 86_400) / 86_400
}

function textOf(cell: SheetCell): string {
  if (typeof cell !== 'object' || cell === null) return String(cell)
  if (!('serial' in cell)) return '#N/A'
  return Number.isInteger(cell.serial) ? isoText(cell.serial) : momentText(cell.serial)
}

/** A label is spelled as in the first of its rows, and an engine has no first one. */
function inOneCase(result: Result | string): unknown {
  if (!Array.isArray(result)) return result
  return result.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.toLowerCase() : cell)))
}

test('most functions with rows that may be put together are covered', () => {
  expect(covered.length).toBeGreaterThan(30)
})

describe.each([
  ['DuckDB', duckdb, 40],
  ['PostgreSQL', postgresql, 15],
] as const)('distinct rows of %s', (_, open, numRuns) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  test.each(covered.map((one) => [one.spec.name, one] as const))('are enough for %s', async (_, metric) => {
    let values = 0
    await fc.assert(
      fc.asyncProperty(fittingCalls(metric), async (fitting) => {
        const table = asTable(metric, fitting)
        if (!table || Object.keys(table.columns).length === 0) return
        const call: Call = { metric, ...table }
        const required = columnsOf(metric.spec).filter(({ optional, name }) => !optional && !(name in table.columns))
        if (required.length > 0) return
        const cells = throughCells(call)
        const reduced = await throughEngine(engine, call)
        if (typeof cells !== 'string') values++
        expectClose(inOneCase(reduced), inOneCase(cells), 1e-9)
      }),
      { numRuns },
    )
    expect(values).toBeGreaterThan(0)
  })
})
