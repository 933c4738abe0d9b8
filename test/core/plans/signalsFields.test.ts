import { expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { statusFormula, valueCell } from '../../../core/plans/live.ts'
import { columnOf, sheetOf } from '../../../core/plans/plan.ts'
import { fields, layout } from './matrixSheet.ts'

const titlesOf = (kind: string) => fields.filter((field) => field.kind === kind).map(({ title }) => title)

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
  expect(fields.filter(({ muted }) => muted).map(({ title }) => title)).toEqual(['Id'])
})

test('each column has a title and a help of its own', () => {
  for (const part of ['title', 'help'] as const) {
    expect(new Set(fields.map((field) => field[part].toLowerCase())).size).toBe(fields.length)
  }
})

test('the sheet is empty and has these columns, in which the cue stays in sight', () => {
  const { name, columns, rows, frozenColumns } = sheetOf(signals, layout)
  expect([name, columns.map(({ title }) => title), rows, frozenColumns]).toEqual([
    'Signals',
    fields.map(({ title }) => title),
    [],
    1,
  ])
})

test('words to choose from are written as they are read: in small letters and one way only', () => {
  for (const { choices = [] } of fields) {
    expect(choices.map((word) => word.trim().toLowerCase())).toEqual(choices)
    expect(new Set(choices).size).toBe(choices.length)
  }
  expect(fields.filter(({ choices }) => choices).map(({ title }) => title)).toEqual(['Kind', 'Role', 'Path', 'Stage'])
})

test('only the live cells may hold anything, so that text in the others stays text', () => {
  expect(titlesOf('any')).toEqual(['Value', 'Status'])
})

test('the colours are those of the words that KPI_STATUS gives', () => {
  expect(columnOf(signals, 'Status').colours).toEqual({ green: 'green', amber: 'amber', red: 'red' })
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
  expect(statusFormula(signals.link!)).toBe(
    '=IF(ISNUMBER({{Value}}), IF({{Target}}="", "", KPI_STATUS({{Value}}, {{Target}})), "")',
  )
  expect(
    findMetric('KPI_STATUS')!
      .spec.args.slice(0, 2)
      .map(({ name }) => name),
  ).toEqual(['value', 'target'])
})

test('numbers and days are columns of their kind, and all others are text', () => {
  expect(titlesOf('number')).toEqual(['Promise', 'Delivery'])
  expect(titlesOf('date')).toEqual(['Reviewed on'])
  expect(titlesOf('text')).toHaveLength(fields.length - 5)
})

test('each help is a sentence, and each column wide enough for its title', () => {
  for (const { help, title, width } of fields) {
    expect(help).toMatch(/^[A-Z].*[a-z\d%]\.$/)
    expect(width).toBeGreaterThanOrEqual(7 * title.length)
  }
})

test('the kinds of cues and their choices are those of the matrix', () => {
  expect(columnOf(signals, 'Kind').choices).toEqual(['tangible', 'intangible'])
  expect(columnOf(signals, 'Role').choices).toEqual(['core offer', 'supporting service'])
  expect(columnOf(signals, 'Path').choices).toEqual(['product', 'service'])
  expect(columnOf(signals, 'Stage').choices).toEqual([
    'awareness',
    'evaluation',
    'purchase',
    'onboarding',
    'activation',
    'renewal',
  ])
})
