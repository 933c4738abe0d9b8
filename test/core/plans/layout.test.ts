import { describe, expect, test } from 'vitest'
import type { SheetContent } from '../../../core/sheet/book.ts'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { columnAddress, columnsOfPlan, placed, type Layout } from '../../../core/plans/layout.ts'
import { drawnColumn, columnOf, formulaCells, ownColumns } from '../../../core/plans/plan.ts'
import { layoutOf, relatedPlans } from '../../../core/plans/related.ts'
import { sheetWith } from './ownTable.ts'

const own = layoutOf(() => null)
const withTitles = (...titles: string[]): Layout => layoutOf((name) => (name === 'Targets' ? sheetWith(titles) : null))

describe('where columns of a plan stand', () => {
  test('is where the plan puts them while there is no sheet', () => {
    for (const plan of plans) {
      const titles = ownColumns(plan).map(({ title }) => title)
      expect(own(plan.name).slice(0, titles.length)).toEqual(titles)
    }
  })

  test('is where people have moved them', () => {
    expect(withTitles('Notes', 'Target', ' Metric ', 'Segment')('Targets')).toEqual([
      'Notes',
      'Target',
      'Metric',
      'Segment',
    ])
  })

  test.each<[string, SheetContent]>([
    ['empty', { values: [], formulas: [] }],
    ['without titles', sheetWith([null, ' '], ['CSAT', 0.85])],
  ])('is where the plan puts them in a sheet that is %s', (_, content) => {
    expect(layoutOf(() => content)('Targets')).toEqual(own('Targets'))
  })

  test('of optional columns is nowhere while there is no sheet', () => {
    expect(own('Signals')).not.toContain('Every')
    expect(own('KPIs')).toContain('Every')
  })
})

describe('the columns of another plan in a formula', () => {
  test('are a whole column each', () => {
    expect(placed('=SUM({{KPIs!KPI:column}}, {{KPIs!Value:column}})', own)).toBe('=SUM(KPIs!A:A, KPIs!F:F)')
  })

  test('are all from the first to the last, in whichever order they stand', () => {
    const formula = '=COUNTA({{Targets!Metric, Segment, Target:column}})'
    expect(placed(formula, own)).toBe('=COUNTA(Targets!A:C)')
    expect(placed(formula, withTitles('Notes', 'Target', 'Owner', 'Segment', 'Metric'))).toBe('=COUNTA(Targets!B:E)')
    expect(placed(formula, withTitles('Metric', 'Target', 'Segment'))).toBe('=COUNTA(Targets!A:C)')
  })

  test('leave what is of the same sheet', () => {
    expect(placed('={{Value}}+SUM({{Value:column}})', own)).toBe('={{Value}}+SUM({{Value:column}})')
  })

  test('are found by titles in small letters, unless one is exact', () => {
    const columns = (...titles: string[]) => columnsOfPlan(withTitles(...titles), 'Targets', ['Metric', 'Target'])
    expect(columns('metric', 'segment', 'target')).toBe('Targets!A:C')
    expect(columns('metric', 'Metric', 'TARGET')).toBe('Targets!B:C')
  })

  test('that are gone are a sentence with the way on', () => {
    expect(() => placed('={{Targets!Metric, Target:column}}', withTitles('Metric', 'Aim'))).toThrow(
      'The sheet “Targets” has no column “Target” any more. Open Targets and mend it first.',
    )
  })

  test('that stand far to the right have two letters', () => {
    const titles = Array.from({ length: 30 }, (_, i) => (i === 29 ? 'Target' : `Own ${i}`))
    expect(columnsOfPlan(withTitles(...titles), 'Targets', ['Target'])).toBe('Targets!AD:AD')
    expect(columnAddress(withTitles(...titles), { plan: 'Targets', title: 'Target' })).toBe('AD2:AD1000')
  })

  test('follow a moved column in the formulas of KPIs', () => {
    const moved = layoutOf((name) => (name === 'History' ? sheetWith(['Id', 'KPI id', 'Month', 'Value']) : null))
    expect(formulaCells(kpis, moved)['Last month']).toMatchObject({
      formula: expect.stringContaining('AVERAGEIFS(History!D:D, History!B:B, {{Id}}, History!C:C'),
    })
  })
})

test('a column from another plan offers its cells below the title', () => {
  expect(drawnColumn(columnOf(kpis, 'Source'), own).choicesFrom).toEqual({ sheet: 'Sources', address: 'A2:A1000' })
  expect(drawnColumn(columnOf(kpis, 'Partner KPI'), own).choicesFrom).toEqual({ sheet: 'KPIs', address: 'A2:A1000' })
  expect(drawnColumn(columnOf(kpis, 'Owner'), own)).not.toHaveProperty('choicesFrom')
})

test('with a plan are read those that its formulas name, its checks ask and its columns offer, each once', () => {
  expect(relatedPlans(kpis)).toEqual(['Targets', 'Sources', 'History'])
  expect(relatedPlans(signals)).toEqual(['KPIs', 'Targets', 'History'])
  expect(relatedPlans(findPlan('Targets')!)).toEqual([])
})

test('a plan is found by its name as it is written', () => {
  expect(findPlan('KPIs')).toBe(kpis)
  expect(findPlan('kpis')).toBeUndefined()
})

test('the titles of another plan are fixed cells of its first row, wherever the columns stand', () => {
  const moved: Layout = () => ['Id', 'Value', 'KPI', 'Month']
  expect(placed('=SUM({{History!Month, Value:titles}}, {{History!Month:titles}}, {{Value}})', moved)).toBe(
    '=SUM(History!$B$1:$D$1, History!$D$1:$D$1, {{Value}})',
  )
})
