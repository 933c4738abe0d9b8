import type { Result } from '../../core/metric.ts'
import { cases, tables, type Case, type Value } from '../warehouse/cases.ts'
import { metricNamed, finish, overAllRows, queryOf } from '../warehouse/finish.ts'
import { start, type Engine } from './engine.ts'

/** Runs the query of every case, and tells of each that does not give what the cell function gives for all rows. */
export async function run(folder: string, tell: (line: string) => void): Promise<{ passed: number; failed: number }> {
  const engine = await start(folder)
  const count = { passed: 0, failed: 0 }
  try {
    for (const one of cases) {
      const problem = await tried(engine, one)
      if (problem === undefined) count.passed++
      else {
        count.failed++
        tell(`FAILED  ${written(one)}\n  ${problem}`)
      }
    }
  } finally {
    engine.stop()
  }
  return count
}

function written({ name, table, columns, options = {} }: Case): string {
  return `${name} of ${table} ${[columns, options].map((given) => JSON.stringify(given)).join(' ')}`
}

/** What is wrong with a case, undefined where nothing is. */
async function tried(engine: Engine, one: Case): Promise<string | undefined> {
  const expected = overAllRows(one)
  if (typeof expected === 'string') return `over all rows: ${expected}`
  const { sql, columns } = queryOf(one, 'bigquery')
  let found: { titles: string[]; rows: Value[][] }
  try {
    found = await engine.query(sql, { [one.table]: tables[one.table] })
  } catch (error) {
    return `the engine: ${(error as Error).message}`
  }
  const { titles, rows } = found
  if (titles.join() !== columns.join()) return `the titles are ${titles.join()}, not ${columns.join()}`
  const leftOut = rows[0]?.[titles.indexOf('left_out')]
  if (leftOut !== one.leftOut) return `left_out is ${String(leftOut)}, not ${String(one.leftOut)}`
  const given = finish(metricNamed(one.name).spec, titles, rows, one.options)
  return difference(ordered(given, one), ordered(expected, one), one.tolerance ?? 0)
}

function ordered(given: Result | string, { anyOrder }: Case): Result {
  if (!anyOrder || !Array.isArray(given)) return given
  const [titles, ...body] = given
  const key = (row: Result): string => JSON.stringify(row)
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
