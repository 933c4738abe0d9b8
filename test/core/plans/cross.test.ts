import { expect, test } from 'vitest'
import { eachPair, overdue, daysText } from '../../../core/plans/check.ts'
import { crossOf } from '../../../core/plans/cross.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import type { Cross } from '../../../core/plans/plan.ts'
import { aboutToday, planRows, TODAY, type SheetRow } from './planSheet.ts'

const cross: Cross = {
  heading: 'Stage by path',
  down: 'Stage',
  downWords: ['adoption', 'usage'],
  across: 'Path',
  acrossWords: ['product', 'service'],
}
const of = (...rows: readonly SheetRow[]) => crossOf(planRows(kpis, ...rows), cross)

test('rows are counted by both words, in whatever letters, also where there are none', () => {
  const table = of(
    { KPI: 'A', Stage: 'usage', Path: 'product' },
    { KPI: 'B', Stage: ' Usage ', Path: 'Product' },
    { KPI: 'C', Stage: 'adoption', Path: 'service' },
  )
  expect(table).toEqual({
    across: ['product', 'service'],
    lines: [
      { word: 'adoption', counts: [0, 1] },
      { word: 'usage', counts: [2, 0] },
    ],
    unsaid: 0,
  })
})

test('words of one’s own follow, as they are written first, and rows that lack a word are told', () => {
  const table = of(
    { KPI: 'A', Stage: 'Trial', Path: 'both' },
    { KPI: 'B', Stage: 'trial', Path: 'product' },
    { KPI: 'C', Stage: 'usage' },
    { KPI: 'D', Path: 'product' },
  )
  expect(table.across).toEqual(['product', 'service', 'both'])
  expect(table.lines.map(({ word, counts }) => [word, ...counts])).toEqual([
    ['adoption', 0, 0, 0],
    ['usage', 0, 0, 0],
    ['Trial', 1, 0, 1],
  ])
  expect(table.unsaid).toBe(2)
})

test('each pair of words that no row has is told once there is a row', () => {
  const { find } = eachPair(
    ['Stage', ['adoption', 'usage']],
    ['Path', ['product', 'service']],
    (stage, path) => `${stage}/${path}`,
  )
  const told = (...rows: SheetRow[]) => find(planRows(kpis, ...rows), aboutToday())
  expect(told()).toEqual([])
  expect(told({ KPI: 'A', Stage: 'Usage', Path: 'service' }, { KPI: 'B', Stage: 'adoption' })).toEqual([
    'adoption/product',
    'usage/product',
    'adoption/service',
  ])
})

test('a day that has passed is told with the days since, unless it is over or within what is allowed', () => {
  const check = overdue(
    'Reviewed on',
    (row) => row.values.Status === 'green',
    (days) => `Due ${daysText(days)} ago.`,
    { allowed: 2, filter: 'due' },
  )
  const told = (cells: SheetRow) => check.find(planRows(kpis, { KPI: 'A', ...cells })[0]!, aboutToday())
  expect(told({ 'Reviewed on': TODAY - 8 })).toBe('Due 8 days ago.')
  expect(told({ 'Reviewed on': TODAY - 3.5 })).toBe('Due 4 days ago.')
  expect([TODAY - 2, TODAY, TODAY + 5, null, 'soon'].map((day) => told({ 'Reviewed on': day }))).toEqual(
    Array<string>(5).fill(''),
  )
  expect(told({ 'Reviewed on': TODAY - 8, Status: 'green' })).toBe('')
  expect([check.level, check.filter, daysText(1)]).toEqual(['amber', 'due', '1 day'])
})
