import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import type { Result } from '../../core/metric.ts'
import { expectClose } from '../close.ts'
import { duckdb, postgresql, type Engine, type TableData } from './engines.ts'
import { codeAlone, inAnyOrder, named, throughCells, throughEngine, type Call } from './finished.ts'
import { resultOf } from './finish.ts'
import { logs, shownIn, type DateType } from './logs.ts'

interface Log {
  name: string
  options?: Readonly<Record<string, string>>
  extra?: Readonly<Record<string, fc.Arbitrary<string | null>>>
  /** A row for each customer, in the order in which they come. */
  inNoOrder?: true
  /** Sums that are the same in every order, where a fit makes much of the last digit. */
  whole?: true
}

const AS_OF = '2024-11-30'
const stages = fc.constantFrom('Visit', 'visit ', 'Sign-up', 'Paid', 'Other', null)
const features = fc.constantFrom('Export', ' Export', 'Share', 'Print', 'n/a', null)

const asked: readonly Log[] = [
  ...['day', 'week', 'month', 'quarter', 'year'].map((period) => ({ name: 'COHORT_RETENTION', options: { period } })),
  { name: 'COHORT_RETENTION', options: { mode: 'on-or-after', output: 'count' } },
  { name: 'COHORT_RETENTION', options: { as_of: AS_OF, output: 'count' } },
  { name: 'COHORT_RETENTION', options: { as_of: AS_OF, mode: 'on-or-after', period: 'week' } },
  ...['total', 'per-customer', 'cumulative', 'retention'].map((output) => ({
    name: 'COHORT_REVENUE',
    options: { output },
  })),
  { name: 'COHORT_REVENUE', options: { as_of: AS_OF, period: 'quarter', output: 'total' } },
  { name: 'COHORT_LTV', options: { gross_margin: '0.6' } },
  { name: 'COHORT_LTV', options: { gross_margin: '0.6', cac: '40', period: 'week', as_of: AS_OF } },
  { name: 'COHORT_LTV', options: { gross_margin: '0.6', periods: '4', period: 'quarter' } },
  { name: 'REPEAT_RATE' },
  { name: 'REPEAT_RATE', options: { window_days: '30', as_of: AS_OF } },
  { name: 'BGNBD_FIT' },
  { name: 'PNBD_FIT', options: { as_of: AS_OF } },
  { name: 'SPEND_FIT', whole: true },
  { name: 'CLV_INPUTS', inNoOrder: true },
  { name: 'CLV_INPUTS', options: { as_of: AS_OF, unit: 'week' }, inNoOrder: true },
  { name: 'CLV', options: { gross_margin: '0.5' }, inNoOrder: true, whole: true },
  { name: 'CLV_BACKTEST', options: { cut_date: '2024-09-30' }, whole: true },
  { name: 'RFM', inNoOrder: true },
  { name: 'RFM', options: { as_of: AS_OF, bins: '3' }, inNoOrder: true },
  { name: 'MRR_MOVEMENTS' },
  { name: 'MRR_MOVEMENTS', options: { period: 'quarter', as_of: AS_OF } },
  { name: 'NRR_EVENTS', options: { months: '2' } },
  { name: 'FUNNEL_EVENTS', options: { stage_order: 'Visit,Sign-up,Paid' }, extra: { stages } },
  { name: 'FUNNEL_EVENTS', options: { stage_order: 'Visit,Sign-up,Paid', window_days: '20' }, extra: { stages } },
  { name: 'FEATURE_ADOPTION', options: { active_users: '100' }, extra: { features } },
]

const kinds: readonly (readonly [DateType, string | undefined])[] = [
  ['date', undefined],
  ['timestamp', undefined],
  ['timestamptz', 'Europe/Berlin'],
  ['timestamptz', 'America/St_Johns'],
]

describe.each([
  ['DuckDB', duckdb, 40],
  ['PostgreSQL', postgresql, 15],
] as const)('reduced by %s', (_, open, numRuns) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  test.each(asked.map((one) => [`${one.name} ${JSON.stringify(one.options ?? {})}`, one] as const))(
    '%s gives what it gives from all rows',
    async (_, { name, options = {}, extra = {}, inNoOrder, whole }) => {
      const metric = findMetric(name)!
      let values = 0
      const data = fc
        .constantFrom(...kinds)
        .chain(([type, zone]) => fc.tuple(logs(type, extra, whole), fc.constant(zone)))
      await fc.assert(
        fc.asyncProperty(data, async ([table, zone]) => {
          const call: Call = { metric, data: table, columns: named(metric, table), options, ...(zone && { zone }) }
          const cells = ofAllRows(call, zone ? shownIn(zone, table) : table.rows)
          const reduced = await throughEngine(engine, call)
          if (typeof cells !== 'string') values++
          if (inNoOrder) expectClose(inAnyOrder(reduced), inAnyOrder(cells), 1e-9)
          else expectClose(reduced, cells, 1e-9)
        }),
        { numRuns },
      )
      expect(values).toBeGreaterThan(0)
    },
  )
})

/** What the cell functions make of all rows: a fit takes the histories that CLV_INPUTS makes of a log. */
function ofAllRows(call: Call, rows: TableData['rows']): Result | string {
  const { metric, columns, options } = call
  const own = metric.spec.args.map(({ name }) => name)
  if (own.includes('ids')) return throughCells(call, rows)
  const histories = throughCells(
    { ...call, metric: findMetric('CLV_INPUTS')!, columns, ...(options && { options }) },
    rows,
  )
  if (!Array.isArray(histories)) return histories as string
  const [titles] = histories
  const column = (name: string) => histories.map((row) => [row[titles!.indexOf(name)]!])
  const known = own.filter((name) => titles!.includes(name))
  return codeAlone(resultOf(metric, new Map(known.map((name) => [name, column(name)])), {}))
}
