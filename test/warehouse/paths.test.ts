import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import type { Result } from '../../core/metric.ts'
import { expectClose } from '../close.ts'
import { duckdb, postgresql, type Engine, type TableData, type Value } from './engines.ts'
import { codeAlone, inAnyOrder, named, throughCells, throughEngine, type Call } from './finished.ts'
import { resultOf } from './finish.ts'
import { logs, shownIn } from './logs.ts'

const channels = fc.constantFrom<Value>('search', 'mail', ' mail', 'shop', 'social\u00a0ads', 'n/a', 'a > b', null)
const conversions = fc.option(fc.integer({ min: 45_340, max: 45_700 }), { nil: null, freq: 2 })
const options: readonly Record<string, string>[] = [
  {},
  { model: 'last' },
  { model: 'markov' },
  { model: 'first', lookback_days: '30' },
]

/** The same with no two touches at one time, as an engine knows no order of rows. */
function apart({ columns, rows }: TableData): TableData {
  const at = columns.findIndex(({ name }) => name === 'dates')
  const seen = new Set<Value>()
  const kept = rows.filter((row) => {
    const second = row[at] === null ? null : Math.round((row[at] as number) * 86_400)
    if (second !== null && seen.has(second)) return false
    seen.add(second)
    return true
  })
  return { columns, rows: kept }
}

/** ATTRIBUTION of the paths that TOUCH_PATHS makes of all touches, of which none has an arrow in its name. */
function ofAllRows(call: Call, rows: TableData['rows']): Result | string {
  const { columns, options = {} } = call
  const at = call.data.columns.findIndex(({ name }) => name === 'channels')
  const readable = rows.map((row) => row.map((value, i) => (i === at && value === 'a > b' ? null : value)))
  const found = throughCells({ ...call, metric: findMetric('TOUCH_PATHS')!, columns, options }, readable)
  if (!Array.isArray(found)) return found as string
  const [, ...body] = found
  const cells: Record<string, Value[][]> = {
    paths: [['paths'], ...body.map(([, path]) => [path!])],
    conversions: [['conversions'], ...body.map(([, , , converted]) => [converted!])],
    nulls: [['nulls'], ...body.map(([, , , converted]) => [1 - (converted as number)])],
  }
  const { model } = options
  return codeAlone(resultOf(findMetric('ATTRIBUTION')!, new Map(Object.entries(cells)), model ? { model } : {}))
}

describe.each([
  ['DuckDB', duckdb],
  ['PostgreSQL', postgresql],
] as const)('paths made by %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  test.each(options.map((one) => [JSON.stringify(one), one] as const))(
    'give the credit that TOUCH_PATHS gives, with %s',
    async (_, options) => {
      const metric = findMetric('ATTRIBUTION')!
      let values = 0
      await fc.assert(
        fc.asyncProperty(
          fc
            .constantFrom<['timestamp' | 'timestamptz', string | undefined]>(
              ['timestamp', undefined],
              ['timestamptz', 'Asia/Kolkata'],
            )
            .chain(([type, zone]) =>
              fc.tuple(logs(type, { channels, conversion_dates: conversions }), fc.constant(zone)),
            ),
          async ([all, zone]) => {
            const data = apart(all)
            const call: Call = { metric, data, columns: named(metric, data), options, ...(zone && { zone }) }
            const cells = ofAllRows(call, zone ? shownIn(zone, data) : data.rows)
            const reduced = await throughEngine(engine, call)
            if (typeof cells !== 'string') values++
            if (typeof cells === 'string') expect(typeof reduced).toBe('string')
            else expectClose(inAnyOrder(reduced), inAnyOrder(cells), 1e-9)
          },
        ),
        { numRuns: 40 },
      )
      expect(values).toBeGreaterThan(10)
    },
  )
})
