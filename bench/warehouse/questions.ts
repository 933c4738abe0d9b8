import { findMetric } from '../../core/catalogue/catalogue.ts'
import { answered, type Answered } from '../../warehouse/reduce.ts'
import type { Formula } from '../bundles.ts'
import type { Cell, Columns } from './engine.ts'

/** A question to all rows of a table, and to what a query leaves of them. */
export interface Question {
  name: string
  table: 'orders' | 'answers' | 'bills'
  /** For each input of the query its column and the type of that. */
  columns: Readonly<Record<string, string>>
  /** How large the memory may be that the engine gives itself, from the least on; the next is tried where one is not enough. */
  memory: readonly string[]
  /** What the function needs made of all rows first: a table with its titles. */
  before?: (functions: Functions, columns: Columns) => Cell[][]
  /** Of an answer with many rows, what is compared. */
  summary?: (answer: Cell[][]) => Cell[][]
  goals: { seconds?: number; difference: number }
}

export type Functions = Readonly<Record<string, Formula>>

const ORDERED = { ids: 'customer_id varchar', dates: 'ordered_at timestamp' }
const PAID = { ...ORDERED, amounts: 'amount decimal(12,2)' }
const LITTLE = '512MB'
const ENOUGH = [LITTLE, '2GB']
/** Sums of doubles depend on the order in which they are added up. */
const ROUNDED = 1e-9

export const questions: readonly Question[] = [
  {
    name: 'NPS_TABLE',
    table: 'answers',
    columns: { scores: 'score integer', segments: 'segment varchar' },
    memory: [LITTLE],
    goals: { seconds: 1, difference: 0 },
  },
  {
    name: 'COHORT_RETENTION',
    table: 'orders',
    columns: ORDERED,
    memory: [LITTLE],
    goals: { seconds: 10, difference: 0 },
  },
  { name: 'COHORT_REVENUE', table: 'orders', columns: PAID, memory: ENOUGH, goals: { difference: ROUNDED } },
  {
    name: 'MRR_MOVEMENTS',
    table: 'bills',
    columns: { ids: 'customer_id varchar', dates: 'billed_on date', amounts: 'amount decimal(12,2)' },
    memory: ENOUGH,
    goals: { difference: ROUNDED },
  },
  { name: 'RFM', table: 'orders', columns: PAID, memory: ENOUGH, summary: bySegment, goals: { difference: ROUNDED } },
  {
    name: 'BGNBD_FIT',
    table: 'orders',
    columns: PAID,
    memory: ENOUGH,
    before: ({ CLV_INPUTS }, { ids, dates, amounts }) =>
      CLV_INPUTS!(ids, dates, amounts, null, 'week', null) as Cell[][],
    goals: { difference: ROUNDED },
  },
]

export function questionOf(name: string): Question {
  return questions.find((question) => question.name === name)!
}

export function reduced({ name, table, columns }: Question): Answered {
  return answered({ spec: findMetric(name)!.spec, dialect: 'duckdb', table, columns })
}

/** The rows that the function would read if a sheet could hold them. */
export function allRows({ table, columns }: Question): string {
  const taken = Object.entries(columns).map(([input, column]) => `${column.split(' ')[0]!} AS ${input}`)
  return `SELECT ${taken.join(', ')} FROM ${table}`
}

/** The cells of a call: each column for the argument of its title, but of as_of, which is one cell, the first. */
export function cellsOf(name: string, columns: Columns): unknown[] {
  return findMetric(name)!.spec.args.map((arg) => {
    const column = columns[arg.name] ?? null
    return arg.name === 'as_of' && column ? column[0]![0] : column
  })
}

/** Columns from a table with its titles. */
export function columnsOf([titles, ...rows]: Cell[][]): Columns {
  return Object.fromEntries(titles!.map((title, i) => [title, rows.map((row) => [row[i]!])]))
}

/** For each segment how many customers are in it, and the sums of their numbers: the order of customers is no answer. */
function bySegment([titles, ...rows]: Cell[][]): Cell[][] {
  const at = titles!.indexOf('segment')
  const sums = new Map<Cell, number[]>()
  for (const row of rows) {
    const numbers = row.filter((_, i) => i > 0 && i !== at) as number[]
    const sum = sums.get(row[at]!) ?? [0, ...numbers.map(() => 0)]
    sum[0]!++
    numbers.forEach((number, i) => (sum[i + 1]! += number))
    sums.set(row[at]!, sum)
  }
  return [...sums].map(([segment, sum]) => [segment, ...sum]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
