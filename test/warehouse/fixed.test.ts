import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ColumnType } from '../../warehouse/dialect.ts'
import { expectClose } from '../close.ts'
import { cases, tables, type CaseTable, type Kind } from './cases.ts'
import { duckdb, postgresql, type Engine, type TableData } from './engines.ts'
import { cellOf, finish, metricNamed, overAllRows, queryOf } from './finish.ts'
import { inAnyOrder } from './finished.ts'

const types: Readonly<Record<Kind, ColumnType>> = {
  text: 'text',
  integer: 'number',
  float: 'number',
  exact: 'number',
  date: 'date',
  datetime: 'timestamp',
  instant: 'timestamptz',
  boolean: 'boolean',
}

function dataOf({ columns, rows }: CaseTable): TableData {
  const kinds = Object.values(columns)
  return {
    columns: Object.entries(columns).map(([name, kind]) => ({ name, type: types[kind] })),
    rows: rows.map((row) => row.map((value, i) => cellOf(value, kinds[i]!))),
  }
}

/** What BigQuery’s reference engine is given by npm run test:bigquery. */
describe.each([
  ['DuckDB', duckdb],
  ['PostgreSQL', postgresql],
] as const)('every function with a query gives on %s what it gives from all rows', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
    for (const [name, table] of Object.entries(tables)) await engine.fill(`"${name}"`, dataOf(table))
  })
  afterAll(() => engine.close())

  test.each(
    cases.map(
      (one, i) =>
        [`${i + 1}. ${one.name} ${JSON.stringify(one.columns)} ${JSON.stringify(one.options ?? {})}`, one] as const,
    ),
  )('%s', async (_, one) => {
    const { sql, columns } = queryOf(one, engine.dialect)
    const { titles, rows } = await engine.run(sql)
    expect(titles).toEqual(columns)
    expect(rows[0]?.[titles.indexOf('left_out')]).toBe(one.leftOut)
    const [given, expected] = [finish(metricNamed(one.name).spec, titles, rows, one.options), overAllRows(one)]
    const order = one.anyOrder ? inAnyOrder : (result: typeof given) => result
    expectClose(order(given), order(expected), one.tolerance ?? 1e-12)
  })
})
