import { DuckDBInstance } from '@duckdb/node-api'
import { PGlite, types } from '@electric-sql/pglite'
import { isoSerial, isoText, serialOf } from '../../core/statistics/time/calendar.ts'
import type { ColumnType, DialectName } from '../../warehouse/dialect.ts'
import { dialects } from '../../warehouse/dialects/index.ts'

/** A value as a table holds it. A time is the number of its day and what has passed of it; of timestamptz in UTC. */
export type Value = string | number | boolean | null

export interface TableData {
  columns: readonly { name: string; type: ColumnType }[]
  rows: readonly (readonly Value[])[]
}

/** A result as a spreadsheet gets it: dates are serial numbers. */
export interface ResultRows {
  titles: string[]
  rows: Value[][]
}

export interface Engine {
  dialect: DialectName
  fill(name: string, data: TableData): Promise<void>
  run(sql: string): Promise<ResultRows>
  close(): Promise<void>
}

/** What a column of a type is called where a table is made. */
export const columnTypes: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  number: 'DOUBLE PRECISION',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  timestamptz: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
  unknown: 'TEXT',
}

/** What makes a table of these rows. */
function tableSql(dialect: DialectName, name: string, { columns, rows }: TableData): string[] {
  const { text } = dialects[dialect]
  const literal = (value: Value, type: ColumnType): string => {
    if (value === null) return 'NULL'
    if (type === 'date') return `DATE '${isoText(Math.floor(value as number))}'`
    if (type === 'timestamp') return `TIMESTAMP '${momentText(value as number)}'`
    if (type === 'timestamptz') return `TIMESTAMPTZ '${momentText(value as number)}+00'`
    return typeof value === 'string' ? text(value) : String(value)
  }
  const types = columns.map((column) => `"${column.name}" ${columnTypes[column.type]}`)
  const lines = rows.map((row) => `(${row.map((value, i) => literal(value, columns[i]!.type)).join(', ')})`)
  return [
    `DROP TABLE IF EXISTS ${name}`,
    `CREATE TABLE ${name} (${types.join(', ')})`,
    ...(lines.length > 0 ? [`INSERT INTO ${name} VALUES ${lines.join(', ')}`] : []),
  ]
}

export function momentText(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86400)
  const two = (number: number) => String(number).padStart(2, '0')
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${isoText(Math.floor(serial))} ${clock}`
}

export async function duckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', autoinstall_known_extensions: 'false' })
  const connection = await instance.connect()
  await connection.run("SET TimeZone='UTC'")
  return {
    dialect: 'duckdb',
    async fill(name, data) {
      for (const sql of tableSql('duckdb', name, data)) await connection.run(sql)
    },
    async run(sql) {
      const result = await connection.runAndReadAll(sql)
      return { titles: result.columnNames(), rows: result.getRowsJS().map((row) => row.map(asValue)) }
    },
    close() {
      connection.closeSync()
      instance.closeSync()
      return Promise.resolve()
    },
  }
}

export async function postgresql(): Promise<Engine> {
  const database = await PGlite.create()
  await database.exec("SET timezone TO 'UTC'")
  const number = (text: string): number => Number(text)
  const date = (text: string): number => isoSerial(text, text.length)
  const parsers = {
    [types.INT8]: number,
    [types.NUMERIC]: number,
    [types.DATE]: date,
    [types.TIMESTAMP]: date,
  }
  return {
    dialect: 'postgresql',
    async fill(name, data) {
      for (const sql of tableSql('postgresql', name, data)) await database.exec(sql)
    },
    async run(sql) {
      const { fields, rows } = await database.query<Value[]>(sql, [], { parsers, rowMode: 'array' })
      return { titles: fields.map(({ name }) => name), rows }
    },
    close: () => database.close(),
  }
}

function asValue(value: unknown): Value {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return serialOf(1970, 1, 1) + value.getTime() / 86_400_000
  return value as Value
}
