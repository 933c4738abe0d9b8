import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer, type AddressInfo } from 'node:net'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { CaseTable, Value } from '../warehouse/cases.ts'
import { received, sent, typeKinds, type Sent } from './values.ts'

type Call = (request: object, done: (error: Error | null, answer: unknown) => void) => void

/** What of the engine's client is used. */
interface Client {
  ZetaSQLClient: {
    init(port: number): void
    getInstance(): { testConnection(): Promise<boolean> }
    API: Record<'getLanguageOptions' | 'evaluateQuery', Call> & { close(): void }
  }
}

interface Evaluated {
  prepared?: { columns: { name: string }[] }
  content?: { tableData?: { row: { cell: Sent[] }[] } }
}

export interface Engine {
  /** The titles and the rows that a query gives; fails with the engine's sentence. */
  query(sql: string, tables: Readonly<Record<string, CaseTable>>): Promise<{ titles: string[]; rows: Value[][] }>
  stop(): void
}

/** Starts the engine that npm put into a folder. It listens on this machine alone. */
export async function start(folder: string): Promise<Engine> {
  const require = createRequire(`${folder}/package.json`)
  const place = require.resolve('@fivetrandevelopers/zetasql')
  const { ZetaSQLClient } = require(place) as Client
  const arm = process.arch.startsWith('arm') ? '_arm' : ''
  const library = process.platform === 'darwin' ? '' : '.so'
  const port = await freePort()
  const server = spawn(`${dirname(place)}/zetasql/remote_server${arm}${library}`, ['localhost', String(port)], {
    stdio: 'ignore',
  })
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  ZetaSQLClient.init(port)
  const isUp = await Promise.race([
    ZetaSQLClient.getInstance().testConnection(),
    new Promise<never>((_, fail) => server.once('error', fail)),
  ])
  if (!isUp) {
    kill()
    throw new Error('the engine does not answer')
  }
  const { API } = ZetaSQLClient
  const languages = promisify(API.getLanguageOptions.bind(API))
  const evaluate = promisify(API.evaluateQuery.bind(API))
  const { enabledLanguageFeatures } = (await languages({ maximumFeatures: true })) as {
    enabledLanguageFeatures: unknown
  }
  const languageOptions = {
    enabledLanguageFeatures,
    supportedStatementKinds: [],
    // The types that BigQuery has, and no others.
    productMode: 'PRODUCT_EXTERNAL',
    nameResolutionMode: 'NAME_RESOLUTION_DEFAULT',
    reservedKeywords: ['QUALIFY'],
  }
  return {
    async query(sql, tables) {
      const named = Object.entries(tables)
      const answer = (await evaluate({
        sql,
        options: { languageOptions, defaultTimezone: 'UTC', errorMessageMode: 'ERROR_MESSAGE_ONE_LINE' },
        simpleCatalog: {
          name: 'catalogue',
          builtinFunctionOptions: { languageOptions },
          table: named.map(([name, { columns }], i) => ({
            name,
            serializationId: i + 1,
            column: Object.entries(columns).map(([name, kind]) => ({ name, type: { typeKind: typeKinds[kind] } })),
          })),
        },
        tableContent: Object.fromEntries(named.map(([name, table]) => [name, { tableData: { row: sentRows(table) } }])),
      }).catch((error: Error & { details?: string }) => {
        throw new Error(error.details ?? error.message)
      })) as Evaluated
      return {
        titles: (answer.prepared?.columns ?? []).map(({ name }) => name),
        rows: (answer.content?.tableData?.row ?? []).map(({ cell }) => cell.map(received)),
      }
    },
    stop() {
      API.close()
      kill()
    },
  }
}

function sentRows({ columns, rows }: CaseTable): { cell: Sent[] }[] {
  const kinds = Object.values(columns)
  return rows.map((row) => ({ cell: row.map((value, i) => sent(value, kinds[i]!)) }))
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}
