import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { excelFunctions, type Formula } from '../bundles.ts'
import { DRIVERS, makers, type Columns } from './columns.ts'

/** A question to both, and the numbers that both must answer with. */
interface Contest {
  name: string
  /** The question's name in peers.py. */
  question: string
  /** Our function over columns that are made for it: no others are in memory, as in a spreadsheet's call. */
  ours(functions: Record<string, Formula>): () => unknown[][]
  numbers(table: unknown[][]): number[]
  /** How many times as fast as pandas ours should be. */
  goal: number
}

const ROWS = 1_000_000
const RUNS = 7

const byNps: Omit<Contest, 'name' | 'question' | 'goal'> = {
  ours({ METRIC_BY }) {
    const { segment, score } = makers.answers(ROWS)
    return () => METRIC_BY!('NPS', segment, [score]) as unknown[][]
  },
  numbers: (table) => numbersIn(table, ['NPS']),
}

const contests: readonly Contest[] = [
  {
    name: 'RFM',
    question: 'rfm',
    ours({ RFM }) {
      const { customer, date, amount } = makers.orders(ROWS)
      return () => RFM!(customer, date, amount, null, null) as unknown[][]
    },
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
    ours({ DRIVER_IMPACT }) {
      const { outcome, drivers } = makers.survey(ROWS)
      return () => DRIVER_IMPACT!(outcome, drivers, null) as unknown[][]
    },
    numbers: (table) => numbersIn(table, ['correlation', 'rank_correlation', 'effect', 'weight']),
    goal: 1,
  },
  {
    name: 'DATA_CHECK, 5 columns (pandas checks less)',
    question: 'data_check',
    ours({ DATA_CHECK }) {
      const table = makers.table(ROWS)
      return () => DATA_CHECK!(table, [['Rating', '1 to 5']], null) as unknown[][]
    },
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

/** Asks both in turns, and tells how they compare. */
export async function run(python: string): Promise<string> {
  if (spawnSync(python, ['-c', 'import pandas']).status !== 0) {
    return `There is no ${python} with pandas here, so nothing was compared.`
  }
  const peer = await peerWith(python)
  const functions = excelFunctions()
  const lines: string[] = []
  for (const contest of contests) lines.push(await compared(contest, functions, peer))
  peer.close()
  const head = `${ROWS.toLocaleString('en-US')} rows, Node ${process.version}, ${peer.versions}; shortest of ${RUNS} runs`
  return [head, '', '| what | ours | pandas | ratio | goal |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}

async function compared(
  { name, question, ours, numbers, goal }: Contest,
  functions: Record<string, Formula>,
  peer: Peer,
): Promise<string> {
  const call = ours(functions)
  const best = { ours: Infinity, pandas: Infinity }
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    const table = call()
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
async function peerWith(python: string): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'))
  try {
    write(folder)
    return await openPeer(python, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One file for each column. */
function write(folder: string): void {
  const writeColumn = ([name, cells]: [string, readonly (readonly unknown[])[]]) =>
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(cells.map(([cell]) => cell)))
  Object.entries(makers.orders(ROWS)).forEach(writeColumn)
  Object.entries(makers.answers(ROWS)).forEach(writeColumn)
  const [titles, ...rows] = makers.table(ROWS)
  titles!.forEach((title, k) => writeColumn([String(title), rows.map((row) => [row[k]])]))
  writeFileSync(join(folder, 'survey.f64'), surveyNumbers(makers.survey(ROWS)))
}

/** Column by column, NaN for a blank cell. */
function surveyNumbers({ outcome, drivers }: Columns['survey']): Float64Array {
  const numbers = new Float64Array((DRIVERS + 1) * ROWS)
  for (let row = 0; row < ROWS; row++) {
    const cells = [outcome[row]![0]!, ...drivers[row]!]
    cells.forEach((cell, k) => (numbers[k * ROWS + row] = cell ?? NaN))
  }
  return numbers
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
