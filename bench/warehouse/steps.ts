import { readFileSync } from 'node:fs'
import { excelFunctions } from '../bundles.ts'
import { awaited } from '../measure.ts'
import { data } from './data.ts'
import { opened, type Cell, type Columns } from './engine.ts'
import { allRows, cellsOf, columnsOf, questionOf, reduced } from './questions.ts'

/** What a query took. */
export interface Queried {
  engine: string
  milliseconds: number
  /** Of all cores together; more than the time that passed where both worked, less where others had the machine. */
  processor: number
  megabytes: number
  rows: number
}

/** What a cell function gave, and took. */
export interface Called {
  milliseconds: number
  megabytes: number
  answer: Cell[][]
}

const RUNS = 3
/** For reading columns, which the function is not charged for. */
const READING = '512MB'

/** Each in a process of its own, by what it is asked. */
export const steps = {
  data,

  /** After a first run that keeps its result in a file. */
  async query(folder: string, name: string, memory: string): Promise<Queried> {
    const question = questionOf(name)
    const { sql } = reduced(question)
    const engine = await opened(folder, memory, [question.table])
    await engine.run(`COPY (\n${sql}\n) TO '${result(folder, name)}' (FORMAT parquet)`)
    const runs: Pick<Queried, 'milliseconds' | 'processor'>[] = []
    let rows = 0
    for (let i = 0; i < RUNS; i++) {
      const before = process.cpuUsage()
      const milliseconds = await awaited(async () => (rows = await engine.drained(sql)))
      const { user, system } = process.cpuUsage(before)
      runs.push({ milliseconds, processor: (user + system) / 1000 })
    }
    engine.close()
    const [, median] = runs.sort((a, b) => a.milliseconds - b.milliseconds)
    return { engine: engine.version, ...median!, megabytes: megabytes(), rows }
  },

  /** By the cell function, from what the query left. */
  async finish(folder: string, name: string): Promise<Called> {
    return called(name, await read(folder, [], `FROM '${result(folder, name)}'`))
  },

  /** By the cell function, from all rows. */
  async whole(folder: string, name: string): Promise<Called> {
    const question = questionOf(name)
    return called(name, await read(folder, [question.table], allRows(question)), question.before)
  },
}

async function read(folder: string, tables: readonly string[], sql: string): Promise<Columns> {
  const engine = await opened(folder, READING, tables)
  const columns = await engine.columns(sql)
  engine.close()
  return columns
}

async function called(
  name: string,
  columns: Columns,
  before?: ReturnType<typeof questionOf>['before'],
): Promise<Called> {
  const functions = excelFunctions()
  let answer: Cell[][] = []
  const milliseconds = await awaited(async () => {
    const given = before ? columnsOf(before(functions, columns)) : columns
    answer = functions[name]!(...cellsOf(name, given)) as Cell[][]
  })
  const { summary } = questionOf(name)
  return { milliseconds, megabytes: megabytes(), answer: summary ? summary(answer) : answer }
}

function result(folder: string, name: string): string {
  return `${folder}/${name}.parquet`
}

/** The most memory that this process has had. */
function megabytes(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status()) ?? []
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024
}

/** As Linux tells it; what resourceUsage says there includes what the process that started this one has had. */
function status(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return ''
  }
}
