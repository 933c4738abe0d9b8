import { expect, test } from 'vitest'
import { fieldOf, fields, SHEET, signalsPlan } from '../../../core/signals/fields.ts'

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
