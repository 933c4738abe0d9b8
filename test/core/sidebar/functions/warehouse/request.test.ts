import { expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../../../core/catalogue/catalogue.ts'
import {
  answerOf,
  columnsFor,
  hasRows,
  optionsOf,
  stillMissing,
  type Asked,
  type Place,
} from '../../../../../core/sidebar/functions/warehouse/request.ts'
import { inputsOf, reductionOf } from '../../../../../warehouse/inputs.ts'
import { schemaOf } from '../../../../../warehouse/schema.ts'

const specOf = (name: string) => findMetric(name)!.spec
const PLACE: Place = { dialect: 'bigquery', table: 'shop.orders', schema: '', zone: '' }
const ASKED: Asked = { columns: {}, where: '', sheet: '' }

function answer(
  name: string,
  columns: Asked['columns'],
  { fields = {}, schema = '', ...more }: Partial<Asked & { fields: Record<string, string>; schema: string }> = {},
) {
  return answerOf(specOf(name), PLACE, { ...ASKED, columns, ...more }, fields, schemaOf(schema))
}

test('what is typed for single values goes along, and ranges of the data do not', () => {
  const fields = {
    ids: 'Orders!A:A',
    dates: 'Orders!B:B',
    counts: 'Orders!C:C',
    period: 'week',
    as_of: ' 2026-03-31 ',
    mode: '',
  }
  expect(optionsOf(specOf('COHORT_RETENTION'), fields)).toEqual({ period: 'week', as_of: '2026-03-31' })
})

test('a list that is no column of the data goes along as well, and a comma in a number becomes a point', () => {
  expect(optionsOf(specOf('THEME_COUNT'), { texts: 'A:A', themes: 'Themes!A:B' })).toEqual({ themes: 'Themes!A:B' })
  expect(optionsOf(specOf('MEAN_LIFETIME'), { horizon: '12,5' })).toEqual({ horizon: '12.5' })
})

test('what is missing is named as its field is', () => {
  const spec = specOf('COHORT_RETENTION')
  expect(stillMissing(spec, { ...PLACE, table: ' ' }, ASKED)).toEqual(['Table', 'ids', 'dates'])
  expect(stillMissing(spec, PLACE, { ...ASKED, columns: { ids: 'who', dates: 'day' } })).toEqual([])
})

test('of inputs that are all optional one is needed', () => {
  const spec = specOf('FCR')
  expect(stillMissing(spec, PLACE, ASKED)).toEqual(['contacts_per_case or resolved'])
  expect(stillMissing(spec, PLACE, { ...ASKED, columns: { resolved: 'solved' } })).toEqual([])
})

test('what is picked stands, and what the pasted table does not have gives way to the guess', () => {
  const inputs = inputsOf(specOf('COHORT_RETENTION'))
  const schema = schemaOf('who STRING\nday DATE')
  const guesses = { ids: 'who' }
  expect(columnsFor(inputs, {}, guesses, schema)).toEqual({ ids: 'who', dates: '' })
  expect(columnsFor(inputs, { ids: 'day', dates: 'gone' }, guesses, schema)).toEqual({ ids: 'day', dates: '' })
  expect(columnsFor(inputs, { ids: '' }, guesses, schema)).toEqual({ ids: '', dates: '' })
  expect(columnsFor(inputs, { dates: 'typed DATE' }, {}, [])).toEqual({ ids: '', dates: 'typed DATE' })
})

test('the type of a chosen column comes from the schema', () => {
  const columns = { ids: 'who', dates: 'Order date' }
  const { sql } = answer('COHORT_RETENTION', columns, { schema: 'who\tSTRING\nOrder date\tTIMESTAMP' })
  expect(sql).toContain("DATE(`Order date`, 'UTC')")
  expect(answer('COHORT_RETENTION', columns, { schema: 'who\tSTRING\nOrder date\tDATE' }).sql).not.toContain('UTC')
})

test('without a schema a type may be typed behind the name', () => {
  const { sql } = answer('COHORT_RETENTION', { ids: 'who', dates: 'ordered_at TIMESTAMP' })
  expect(sql).toContain("DATE(ordered_at, 'UTC')")
})

test('several columns of one input keep their types, whose commas part nothing', () => {
  const columns = { outcome: 'score', drivers: 'speed, price' }
  const schema = 'score INT64\nspeed NUMERIC(38, 9)\nprice STRUCT<a INT64, b INT64>'
  expect(answer('DRIVER_IMPACT', columns, { schema }).columns).toEqual(['outcome', 'speed', 'price', 'counts'])
})

test('the formula speaks of the sheet that is named, Reduced by itself', () => {
  const columns = { scores: 'score', segments: 'region' }
  expect(answer('NPS_TABLE', columns).formula).toBe('=NPS_TABLE(Reduced!A:A, Reduced!B:B, , Reduced!C:C)')
  expect(answer('NPS_TABLE', columns, { sheet: 'By region' }).formula).toContain("'By region'!A:A")
})

test('stages in cells are told to be typed, since the query cannot read them', () => {
  const columns = { ids: 'who', stages: 'stage', dates: 'at_time' }
  expect(() => answer('FUNNEL_EVENTS', columns, { fields: { stage_order: 'Stages!A2:A5' } })).toThrow(/type its stages/)
  expect(answer('FUNNEL_EVENTS', columns, { fields: { stage_order: 'Visit, Paid' } }).sql).toContain("'visit'")
})

test('a function of single values has no rows, and every function with a query has some', () => {
  expect(hasRows(specOf('LTV'))).toBe(false)
  expect(hasRows(specOf('ARPU'))).toBe(true)
  for (const { spec } of catalogue()) {
    const reduction = reductionOf(spec)
    if (typeof reduction !== 'string') expect(hasRows(spec), spec.name).toBe(true)
    if (reduction === 'it works with single values: let the engine count or add them up') {
      expect(hasRows(spec), spec.name).toBe(false)
    }
  }
})

test('every function with a query gives one when each input has a column', () => {
  for (const { spec } of catalogue()) {
    const inputs = inputsOf(spec)
    if (inputs.length === 0) continue
    const columns = Object.fromEntries(
      inputs.map(({ name, isDate }) => [name, isDate ? `c_${name} DATE` : `c_${name}`]),
    )
    const fields: Record<string, string> = spec.name === 'FUNNEL_EVENTS' ? { stage_order: 'Visit, Paid' } : {}
    expect(answer(spec.name, columns, { fields }).formula, spec.name).toMatch(/^=[A-Z_]+\(Reduced!/)
  }
})
