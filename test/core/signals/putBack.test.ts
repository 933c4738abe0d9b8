import { expect, test } from 'vitest'
import { fields } from '../../../core/signals/fields.ts'
import { putBack } from '../../../core/signals/putBack.ts'

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
  expect(columns[2]).toEqual(fields.find(({ title }) => title === 'Cue'))
  for (const row of rows) expect(row).toHaveLength(columns.length)
  expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length)
})
