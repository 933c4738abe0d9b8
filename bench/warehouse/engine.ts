import { DuckDBInstance, DuckDBTypeId, version } from '@duckdb/node-api'

/** How many cores the engine may use. */
export const THREADS = 2

export type Cell = string | number | boolean | null
/** Columns by their titles, each as a host hands it over: a row of one cell each. */
export type Columns = Record<string, Cell[][]>

export interface Engine {
  version: string
  run(sql: string): Promise<void>
  /** The only number of a result. */
  number(sql: string): Promise<number>
  /** Reads a result to its end, keeps nothing of it, and tells how many rows it had. */
  drained(sql: string): Promise<number>
  /** Dates as the serial numbers of spreadsheets, and numbers as they have them. */
  columns(sql: string): Promise<Columns>
  close(): void
}

/** DuckDB in this process, over tables that are files of Parquet in a folder. */
export async function opened(folder: string, memory: string, tables: readonly string[]): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(THREADS),
    memory_limit: memory,
    temp_directory: `${folder}/spilled`,
    autoinstall_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run("SET TimeZone = 'UTC'")
  for (const name of tables) await connection.run(`CREATE VIEW ${name} AS FROM '${folder}/${name}.parquet'`)
  return {
    version: `DuckDB ${version().replace(/^v/, '')}`,
    run: async (sql) => void (await connection.run(sql)),
    async number(sql) {
      const reader = await connection.runAndReadAll(sql)
      return Number(reader.getRows()[0]![0])
    },
    async drained(sql) {
      const result = await connection.stream(sql)
      let rows = 0
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        rows += chunk.rowCount
      }
      return rows
    },
    async columns(sql) {
      const described = await connection.prepare(sql)
      const titles = Array.from({ length: described.columnCount }, (_, i) => described.columnName(i))
      const taken = titles.map((title, i) => `${inSheet(`"${title}"`, described.columnTypeId(i))} AS "${title}"`)
      const result = await connection.stream(`SELECT ${taken.join(', ')} FROM (\n${sql}\n)`)
      const columns: Cell[][][] = titles.map(() => [])
      for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
        for (const [i, column] of columns.entries()) {
          for (const value of chunk.getColumnValues(i)) column.push([value as Cell])
        }
      }
      return Object.fromEntries(titles.map((title, i) => [title, columns[i]!]))
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function inSheet(column: string, type: DuckDBTypeId): string {
  if (type === DuckDBTypeId.VARCHAR) return column
  if (type === DuckDBTypeId.DATE) return `CAST(${column} - DATE '1899-12-30' AS DOUBLE)`
  if (type === DuckDBTypeId.TIMESTAMP) return `EPOCH(${column}) / 86400 + 25569`
  return `CAST(${column} AS DOUBLE)`
}
