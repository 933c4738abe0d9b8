import type { Result, Table } from '../../core/metric.ts'
import { identifier, quotedName } from '../../warehouse/dialect.ts'
import { bigquery } from '../../warehouse/dialects/bigquery.ts'
import { awkwardNames, awkwardTexts, cases, dayTexts, tables, type Case } from '../warehouse/cases.ts'
import { cellOf, finish, metricNamed, overAllRows, queryOf } from '../warehouse/finish.ts'
import { start, type Engine } from './engine.ts'

/** Runs every query, and tells of each that does not give what it is to give. */
export async function run(folder: string, tell: (line: string) => void): Promise<{ passed: number; failed: number }> {
  const engine = await start(folder)
  const count = { passed: 0, failed: 0 }
  try {
    for (const [title, problemOf] of checks(engine)) {
      const problem = await problemOf().catch((error: Error) => error.message)
      if (problem === undefined) count.passed++
      else {
        count.failed++
        tell(`FAILED  ${title}\n  ${problem}`)
      }
    }
  } finally {
    engine.stop()
  }
  return count
}

type Check = [title: string, problem: () => Promise<string | undefined>]

function checks(engine: Engine): Check[] {
  return [
    ...cases.map((one): Check => [written(one), () => tried(engine, one)]),
    ...awkwardNames.map((name): Check => [`the name ${JSON.stringify(name)}`, () => triedName(engine, name)]),
    ...awkwardTexts.map((text): Check => [`the text ${JSON.stringify(text)}`, () => triedText(engine, text)]),
    ...dayTexts.map((day): Check => [`the day ${JSON.stringify(day[0])}`, () => triedDay(engine, day)]),
  ]
}

async function triedName(engine: Engine, name: string): Promise<string | undefined> {
  const [read, title] = [identifier(bigquery, name), quotedName(bigquery, name)]
  const sql = `SELECT t.${read} AS ${title} FROM ${read} AS t`
  const { titles, rows } = await engine.query(sql, { [name]: { columns: { [name]: 'integer' }, rows: [[7]] } })
  return difference([titles, ...rows] as Table, [[name], [7]], 0)
}

async function triedText(engine: Engine, text: string): Promise<string | undefined> {
  const { rows } = await engine.query(`SELECT ${bigquery.text(text)}`, {})
  return difference(rows[0]![0]!, text, 0)
}

async function triedDay(engine: Engine, [text, day, moment]: (typeof dayTexts)[number]): Promise<string | undefined> {
  const sql = `SELECT ${bigquery.asDay('a', 'text', 'UTC')}, ${bigquery.asMoment('a', 'text', 'UTC')} FROM t`
  const { rows } = await engine.query(sql, { t: { columns: { a: 'text' }, rows: [[text]] } })
  return difference(rows as Table, [[day, moment].map((iso) => cellOf(iso, 'date'))] as Table, 0)
}

function written({ name, table, columns, options = {} }: Case): string {
  return `${name} of ${table} ${[columns, options].map((given) => JSON.stringify(given)).join(' ')}`
}

/** What is wrong with a case, undefined where nothing is. */
async function tried(engine: Engine, one: Case): Promise<string | undefined> {
  const expected = overAllRows(one)
  if (typeof expected === 'string' && !one.fails) return `over all rows: ${expected}`
  const { sql, columns } = queryOf(one, 'bigquery')
  const { titles, rows } = await engine.query(sql, { [one.table]: tables[one.table] })
  if (titles.join() !== columns.join()) return `the titles are ${titles.join()}, not ${columns.join()}`
  const leftOut = rows[0]?.[titles.indexOf('left_out')]
  if (leftOut !== one.leftOut) return `left_out is ${String(leftOut)}, not ${String(one.leftOut)}`
  const given = finish(metricNamed(one.name).spec, titles, rows, one.options)
  return difference(ordered(given, one), ordered(expected, one), one.tolerance ?? 0)
}

function ordered(given: Result | string, { anyOrder }: Case): Result {
  if (!anyOrder || !Array.isArray(given)) return given
  const [titles, ...body] = given
  const key = (row: Table[number]): string => JSON.stringify(row)
  return [titles!, ...body.sort((a, b) => (key(a) < key(b) ? -1 : 1))]
}

/** The first cell that is not as it is to be, in words. */
function difference(given: Result, expected: Result, tolerance: number): string | undefined {
  const [a, b] = [given, expected].map((result) => (Array.isArray(result) ? result : [[result]]))
  if (a!.length !== b!.length) return `${a!.length} rows, not ${b!.length}: ${JSON.stringify(given)}`
  for (const [i, row] of b!.entries()) {
    for (let j = 0; j < Math.max(row.length, a![i]!.length); j++) {
      const [own, wanted] = [a![i]![j], row[j]]
      if (own === wanted || isNear(own, wanted, tolerance)) continue
      return `row ${i + 1} is ${JSON.stringify(a![i])}, not ${JSON.stringify(row)}`
    }
  }
  return undefined
}

function isNear(a: unknown, b: unknown, tolerance: number): boolean {
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= tolerance * Math.abs(b)
}
