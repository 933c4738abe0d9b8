import { expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { fieldOf, fields, SHEET, signalsPlan, statusFormula, valueCell } from '../../../core/signals/fields.ts'

test('the sheet has the columns of the matrix in this order, the id last and muted', () => {
  expect(fields.map(({ title }) => title)).toEqual([
    'Cue',
    'Kind',
    'Role',
    'Path',
    'Stage',
    'Outcome',
    'Promise',
    'Delivery',
    'Backed by',
    'Owner',
    'Metric',
    'Value',
    'Target',
    'Status',
    'Reviewed on',
    'Id',
  ])
  expect(fields.filter(({ muted }) => muted).map(({ key }) => key)).toEqual(['id'])
})

test('each column has a title, a key and a help of its own', () => {
  for (const part of ['title', 'key', 'help'] as const) {
    expect(new Set(fields.map((field) => field[part].toLowerCase())).size).toBe(fields.length)
  }
  for (const { key } of fields) expect(fieldOf(key).key).toBe(key)
})

test('the plan is an empty sheet of these columns, in which the cue stays in sight', () => {
  expect(signalsPlan()).toEqual({ name: SHEET, columns: fields, rows: [], frozenColumns: 1 })
})

test('words to choose from are written as they are read: in small letters and one way only', () => {
  for (const { choices = [] } of fields) {
    expect(choices.map((word) => word.trim().toLowerCase())).toEqual(choices)
    expect(new Set(choices).size).toBe(choices.length)
  }
  expect(fields.filter(({ choices }) => choices).map(({ key }) => key)).toEqual(['kind', 'role', 'path', 'stage'])
})

test('only the live cells may hold anything, so that text in the others stays text', () => {
  expect(fields.filter(({ kind }) => kind === 'any').map(({ key }) => key)).toEqual(['value', 'status'])
})

test('the colours are those of the words that KPI_STATUS gives', () => {
  expect(fieldOf('status').colours).toEqual({ green: 'green', amber: 'amber', red: 'red' })
})

test.each([
  ['NPS', '0.0'],
  ['CSAT', '0.0%'],
  ['LTV', '#,##0.00'],
  ['AB_SAMPLE_SIZE', 'General'],
])('a live value of %s is shown as %s', (name, format) => {
  expect(valueCell(name, '=F(A:A)')).toEqual({ formula: '=F(A:A)', format })
})

test.each(['', 'nps', 'Wow rate'])(
  'a live value of “%s”, which is no function of ours, keeps the format of its cell',
  (name) => {
    expect(findMetric(name)).toBeUndefined()
    expect(valueCell(name, '=F(A:A)')).toEqual({ formula: '=F(A:A)' })
  },
)

test('the status is blank until the value is a number and there is a target', () => {
  expect(statusFormula()).toBe('=IF(ISNUMBER({{Value}}), IF({{Target}}="", "", KPI_STATUS({{Value}}, {{Target}})), "")')
  expect(
    findMetric('KPI_STATUS')!
      .spec.args.slice(0, 2)
      .map(({ name }) => name),
  ).toEqual(['value', 'target'])
})

test('numbers and days are columns of their kind, and all others are text', () => {
  const of = (kind: string) => fields.filter((field) => field.kind === kind).map(({ key }) => key)
  expect(of('number')).toEqual(['promise', 'delivery'])
  expect(of('date')).toEqual(['reviewedOn'])
  expect(of('text')).toHaveLength(fields.length - 5)
})

test('each help is a sentence, and each column wide enough for its title', () => {
  for (const { help, title, width } of fields) {
    expect(help).toMatch(/^[A-Z].*[a-z\d%]\.$/)
    expect(width).toBeGreaterThanOrEqual(7 * title.length)
  }
})

test('the kinds of cues and their choices are those of the matrix', () => {
  expect(fieldOf('kind').choices).toEqual(['tangible', 'intangible'])
  expect(fieldOf('role').choices).toEqual(['core offer', 'supporting service'])
  expect(fieldOf('path').choices).toEqual(['product', 'service'])
  expect(fieldOf('stage').choices).toEqual([
    'awareness',
    'evaluation',
    'purchase',
    'onboarding',
    'activation',
    'renewal',
  ])
})
