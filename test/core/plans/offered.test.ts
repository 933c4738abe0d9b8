import { describe, expect, test } from 'vitest'
import { plans } from '../../../core/plans/gallery/index.ts'
import { journey } from '../../../core/plans/gallery/journey.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { offeredIn } from '../../../core/plans/offered.ts'
import { columnOf, drawnColumn, sheetOf } from '../../../core/plans/plan.ts'
import { relatedPlans } from '../../../core/plans/related.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { layout } from './matrixSheet.ts'
import { aboutToday, planRows, planSheet } from './planSheet.ts'

const backedBy = columnOf(signals, 'Backed by')
const stage = columnOf(journey, 'Stage')

describe('what a field offers', () => {
  test('is what other rows say where it recalls them, each once, in order', () => {
    const rows = planRows(signals, { 'Backed by': 'Policy' }, { 'Backed by': 'Handbook' }, { 'Backed by': 'Policy' })
    expect(offeredIn(backedBy, rows, aboutToday())).toEqual(['Handbook', 'Policy'])
  })

  test('is what another plan has as well, where it suggests that', () => {
    const rows = planRows(signals, { 'Backed by': 'Policy' }, {})
    const about = aboutToday({ Promises: [{ Promise: 'Uptime' }, { Promise: 'Policy' }, { Promise: '' }] })
    expect(offeredIn(backedBy, rows, about)).toEqual(['Policy', 'Uptime'])
  })

  test('begins with the words that are usual, in their order', () => {
    const rows = planRows(journey, { Stage: 'renewal' }, { Stage: 'afterwards' })
    expect(offeredIn(stage, rows, aboutToday())).toEqual([
      ...['awareness', 'evaluation', 'purchase', 'onboarding', 'activation', 'renewal', 'after the service'],
      'afterwards',
    ])
  })

  test('is the other plan alone where only its rows are meant', () => {
    const rows = planRows(journey, { Source: 'Own' })
    const about = aboutToday({ Sources: [{ Source: 'Web' }] })
    expect(offeredIn(columnOf(journey, 'Source'), rows, about)).toEqual(['Web'])
    expect(offeredIn(columnOf(journey, 'Source'), rows, aboutToday())).toEqual([])
  })
})

describe('what is suggested', () => {
  test('is no rule of the sheet: any other word stays as it is, and needs no mending', () => {
    for (const column of [backedBy, stage]) {
      const drawn = drawnColumn(column, layout)
      expect(drawn).not.toHaveProperty('choices')
      expect(drawn).not.toHaveProperty('choicesFrom')
      expect(drawn).not.toHaveProperty('suggests')
    }
    const content = planSheet(journey, { Step: 'Waits', Stage: 'In between', Id: 'a' })
    const { repairs } = readPlan(journey, content, () => 'new', layout)
    expect(repairs.filter(({ problem }) => problem.includes('stage'))).toEqual([])
  })

  test('comes from plans that are read with it, and from columns that they have', () => {
    for (const plan of plans) {
      for (const { suggests } of plan.columns) {
        if (!suggests || 'words' in suggests) continue
        expect(relatedPlans(plan)).toContain(suggests.plan)
        expect(
          sheetOf(
            plans.find(({ name }) => name === suggests.plan)!,
            layout,
          ).columns,
        ).toContainEqual(expect.objectContaining({ title: suggests.title }))
      }
    }
  })
})
