import { expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { planRows } from './planSheet.ts'

const rows = planRows(
  kpis,
  { KPI: 'A', Stage: 'usage' },
  { KPI: 'B' },
  { KPI: 'C', Stage: 'adoption' },
  { KPI: 'D', Stage: ' Usage ' },
  { KPI: 'E', Stage: ' ' },
)
const stage = kpis.groups.find(({ title }) => title === 'Stage')!
const told = (groups: ReturnType<typeof groupsOf>) =>
  groups.map(({ name, rows: same }) => [name, ...same.map((row) => row.values.KPI)])

test('rows are together that say the same, as the first of them writes it, in the order of the sheet', () => {
  expect(told(groupsOf(kpis, rows, stage))).toEqual([
    ['usage', 'A', 'D'],
    ['adoption', 'C'],
    ['', 'B', 'E'],
  ])
})

test('those that say nothing come last, and no row is in two groups or none', () => {
  expect(told(groupsOf(kpis, rows.slice(1, 3), stage))).toEqual([
    ['adoption', 'C'],
    ['', 'B'],
  ])
  expect(groupsOf(kpis, [], stage)).toEqual([])
})

test('a warning is asked for each group with its rows and name', () => {
  const asked = groupsOf(kpis, rows, {
    ...stage,
    warning: (same, name) => (same.length > 1 ? `${same.length} ${name}` : ''),
  })
  expect(asked.map(({ warning }) => warning)).toEqual(['2 usage', '', '2 '])
  expect(groupsOf(kpis, rows, stage).map(({ warning }) => warning)).toEqual(['', '', ''])
})
