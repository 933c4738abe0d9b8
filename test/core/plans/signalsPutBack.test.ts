import { expect, test } from 'vitest'
import type { SheetContent } from '../../../core/sheet/book.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { sheetOf } from '../../../core/plans/plan.ts'
import { putBack as putPlanBack } from '../../../core/plans/putBack.ts'
import { fields, layout } from './matrixSheet.ts'

const putBack = (lost: SheetContent) => putPlanBack(signals, lost, layout)
const empty = sheetOf(signals, layout)

const lost = {
  values: [
    ['Notes', 'Value', 'Cue', 'Id'],
    ['mine', 0.8, '=Box', 'a1'],
    [null, null, null, null],
    ['', 3, 'Label', 'b2'],
  ],
  formulas: [
    ['', '', '', ''],
    ['', '=CSAT(Survey!F:F)', '', ''],
    ['', '', '', ''],
    ['', '', '', ''],
  ],
}

test('every cell is where it was, people’s own columns and blank rows too', () => {
  const { name, columns, rows } = putBack(lost)
  expect(name).toBe('Signals')
  expect(columns.slice(0, 4).map(({ title }) => title)).toEqual(['Notes', 'Value', 'Cue', 'Id'])
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['mine', { formula: '=CSAT(Survey!F:F)' }, '=Box', 'a1'],
    [null, null, null, null],
    ['', 3, 'Label', 'b2'],
  ])
})

test('our columns look as planned, and those that were missing come last', () => {
  const { columns, rows } = putBack(lost)
  expect(columns).toHaveLength(fields.length + 1)
  expect(columns[2]).toEqual(empty.columns.find(({ title }) => title === 'Cue'))
  for (const row of rows) expect(row).toHaveLength(columns.length)
  expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
})

test('people’s own columns are as wide as any and may hold anything', () => {
  expect(putBack(lost).columns[0]).toEqual({ title: 'Notes', width: 120, kind: 'any' })
})

test('the cells of columns that were missing are blank', () => {
  const { columns, rows } = putBack(lost)
  for (const row of rows) expect(row.slice(4)).toEqual(columns.slice(4).map(() => null))
})

test('only the live value gets the number format of its metric', () => {
  const live = {
    values: [
      ['Metric', 'Value', 'Status', 'Mine'],
      ['CSAT', 0.8, 'green', 1],
      ['my own', 3, '', 2],
      [null, 4, '', 3],
    ],
    formulas: [
      ['', '', '', ''],
      ['', '=CSAT(Survey!F:F)', '=KPI_STATUS(B2, ">= 80%")', '=B2'],
      ['', '=SUM(A:A)', '', ''],
      ['', '=NPS(A:A)', '', ''],
    ],
  }
  expect(putBack(live).rows.map((row) => row.slice(0, 4))).toEqual([
    [
      'CSAT',
      { formula: '=CSAT(Survey!F:F)', format: '0.0%' },
      { formula: '=KPI_STATUS(B2, ">= 80%")' },
      { formula: '=B2' },
    ],
    ['my own', { formula: '=SUM(A:A)' }, '', 2],
    [null, { formula: '=NPS(A:A)' }, '', 3],
  ])
})

test('values come back where no formulas are known, and blanks where a row is shorter', () => {
  const { rows } = putBack({ values: [['Cue', 'Id', 'Mine'], ['Box', 'a'], ['Bag']], formulas: [] })
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Box', 'a', null],
    ['Bag', null, null],
  ])
})

test('a sheet that was empty comes back as planned', () => {
  expect(putBack({ values: [], formulas: [] })).toEqual(empty)
  expect(putBack(lost).frozenColumns).toBe(1)
})
