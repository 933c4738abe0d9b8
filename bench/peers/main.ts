import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { excelFunctions, type Formula } from '../bundles.ts'
import { columnsOf, DRIVERS, type Columns } from './columns.ts'

/** A question to both, and the numbers that both must answer with. */
interface Contest {
  name: string
  /** The question's name in peers.py. */
  question: string
  ours(functions: Record<string, Formula>, columns: Columns): unknown[][]
  numbers(table: unknown[][]): number[]
  /** How many times as fast as pandas ours should be. */
  goal: number
}

const byNps: Omit<Contest, 'name' | 'question' | 'goal'> = {
  ours: ({ METRIC_BY }, { answers }) => METRIC_BY!('NPS', answers.segment, [answers.score]) as unknown[][],
  numbers: (table) => numbersIn(table, ['NPS']),
}

const contests: readonly Contest[] = [
  {
    name: 'RFM',
    question: 'rfm',
    ours: ({ RFM }, { orders }) => RFM!(orders.customer, orders.date, orders.amount, null, null) as unknown[][],
    numbers: (table) => [
      ...['recency_days', 'orders', 'revenue', 'r', 'f', 'm'].map((title) => total(numbersIn(table, [title]))),
      table.filter((row) => row[row.length - 1] === 'Champions').length,
    ],
    goal: 1,
  },
  { name: 'METRIC_BY of NPS, 200 segments', question: 'nps_of_objects', ...byNps, goal: 1 },
  { name: 'the same with a categorical', question: 'nps_of_categories', ...byNps, goal: 0 },
  {
    name: `DRIVER_IMPACT, ${DRIVERS} drivers`,
    question: 'driver_impact',
    ours: ({ DRIVER_IMPACT }, { survey }) => DRIVER_IMPACT!(survey.outcome, survey.drivers, null) as unknown[][],
    numbers: (table) => numbersIn(table, ['correlation', 'rank_correlation', 'effect', 'weight']),
    goal: 1,
  },
  {
    name: 'DATA_CHECK, 5 columns (pandas checks less)',
    question: 'data_check',
    ours: ({ DATA_CHECK }, { table }) => DATA_CHECK!(table, [['Rating', '1 to 5']], null) as unknown[][],
    numbers: countsOfFindings,
    goal: 0.5,
  },
]

/** In the order in which peers.py counts them. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'Order ID': ['blank', 'stray spaces', 'placeholder', 'spelled differently', 'duplicate'],
  'Order date': ['blank', 'number as text', 'date as text'],
  Amount: ['blank', 'number as text', 'date as text'],
  Comment: ['blank', 'stray spaces'],
  Rating: ['blank', 'outside 1 to 5'],
  All: ['duplicate row'],
}

function countsOfFindings(table: unknown[][]): number[] {
  return Object.entries(FINDINGS).flatMap(([title, findings]) =>
    findings.map((what) => (table.find((row) => row[0] === title && row[1] === what)?.[2] as number) ?? 0),
  )
}

/** The numbers below some titles of a table, row by row. */
function numbersIn([titles, ...rows]: unknown[][], wanted: readonly string[]): number[] {
  const columns = wanted.map((title) => titles!.indexOf(title))
  return rows.flatMap((row) => columns.map((column) => row[column] as number))
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

const ROWS = 1_000_000
const RUNS = 3

/** Asks both in turns, and tells how they compare. */
export async function run(python: string): Promise<string> {
  if (spawnSync(python, ['-c', 'import pandas']).status !== 0) {
    return `There is no ${python} with pandas here, so nothing was compared.`
  }
  const columns = columnsOf(ROWS)
  const peer = await peerWith(columns, python)
  const functions = excelFunctions()
  const lines: string[] = []
  for (const contest of contests) lines.push(await compared(contest, functions, columns, peer))
  peer.close()
  const head = `${ROWS.toLocaleString('en-US')} rows, Node ${process.version}, ${peer.versions}; shortest of ${RUNS} runs`
  return [head, '', '| what | ours | pandas | ratio | goal |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

async function compared(
  { name, question, ours, numbers, goal }: Contest,
  functions: Record<string, Formula>,
  columns: Columns,
  peer: Peer,
): Promise<string> {
  const best = { ours: Infinity, pandas: Infinity }
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    const table = ours(functions, columns)
    best.ours = Math.min(best.ours, performance.now() - start)
    const { milliseconds, answer } = await peer.ask(question)
    best.pandas = Math.min(best.pandas, milliseconds)
    if (i === 0) refuseDifference(name, numbers(table), answer)
  }
  const ratio = best.pandas / best.ours
  const reached = goal === 0 ? '' : `at least ${goal}${ratio < goal ? ' (missed)' : ''}`
  return `| ${name} | ${Math.round(best.ours)} ms | ${Math.round(best.pandas)} ms | ${ratio.toFixed(2)} | ${reached} |`
}

function refuseDifference(name: string, ours: readonly number[], theirs: readonly number[]): void {
  const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  if (ours.length === theirs.length && ours.every((value, i) => isSame(value, theirs[i]!))) return
  throw new Error(`${name}: ours is ${ours.slice(0, 20)}, pandas says ${theirs.slice(0, 20)}`)
}

/** A peer that has read the columns, from files that are gone then. */
async function peerWith(columns: Columns, python: string): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  try {
    write(columns, folder)
    return await openPeer(python, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One file for each column. */
function write({ orders, answers, survey, table }: Columns, folder: string): void {
  const [titles, ...rows] = table
  const checked = Object.fromEntries(titles!.map((title, k) => [String(title), rows.map((row) => [row[k]!])]))
  for (const [name, cells] of Object.entries({ ...orders, ...answers, ...checked })) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(cells.map(([cell]) => cell)))
  }
  const numbers = new Float64Array((DRIVERS + 1) * ROWS)
  for (let row = 0; row < ROWS; row++) {
    const cells = [survey.outcome[row]![0]!, ...survey.drivers[row]!]
    cells.forEach((cell, k) => (numbers[k * ROWS + row] = cell ?? NaN))
  }
  writeFileSync(join(folder, 'survey.f64'), numbers)
}

interface Peer {
  versions: string
  ask(question: string): Promise<{ milliseconds: number; answer: number[] }>
  close(): void
}

/** peers.py, which keeps the columns in memory and is asked line by line. */
async function openPeer(python: string, folder: string): Promise<Peer> {
  const child = spawn(python, ['bench/peers/peers.py', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const { value, done } = await lines.next()
    if (done) throw new Error('peers.py has ended')
    return JSON.parse(value)
  }
  const versions = Object.entries((await next()) as object).map(([name, version]) => `${name} ${version}`)
  return {
    versions: versions.join(', '),
    async ask(question) {
      child.stdin.write(`${question}\n`)
      return (await next()) as { milliseconds: number; answer: number[] }
    },
    close: () => child.stdin.end(),
  }
}
