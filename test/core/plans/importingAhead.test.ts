import { expect, test } from 'vitest'
import { content } from '../../../core/plans/gallery/content.ts'
import { risks } from '../../../core/plans/gallery/risks.ts'
import { roadmap } from '../../../core/plans/gallery/roadmap.ts'
import { guessChoices, importRows } from '../../../core/plans/importing/importRows.ts'
import type { Plan } from '../../../core/plans/plan.ts'
import type { CellValue } from '../../../core/sheet/book.ts'
import { layout, newIds, tableWith } from './ownTable.ts'

/** The first row of a table as that of the plan, without what the plan itself writes. */
function first(plan: Plan, ...lines: readonly CellValue[][]) {
  const table = tableWith(...lines)
  const { rows, beside } = importRows(plan, table, guessChoices(plan, table), { newId: newIds(), layout })
  const cells = Object.entries(rows[0]!).filter(([, cell]) => cell !== null && typeof cell !== 'object')
  return { cells: Object.fromEntries(cells), beside }
}

test('a list of features is a roadmap', () => {
  const { cells, beside } = first(
    roadmap,
    ['Feature', 'Area', 'Reach', 'Impact', 'Confidence', 'Effort', 'Quarter', 'Status', 'Assignee'],
    ['Single sign-on', 'Access', 400, 2, '80%', 6, '2026 Q3', 'planned', 'Ann'],
    ['Dark mode', 'Looks', 900, 0.25, '100%', 2, '2026 Q4', 'idea', 'Ben'],
  )
  expect(beside).toEqual([])
  expect(cells).toMatchObject({
    ...{ Idea: 'Single sign-on', Theme: 'Access', Reach: 400, Impact: 2, Confidence: 0.8, Effort: 6 },
    ...{ Quarter: '2026 Q3', State: 'planned', Owner: 'Ann' },
  })
})

test('a register of risks from 1 to 5 keeps its scores', () => {
  const { cells } = first(
    risks,
    ['Risk', 'Consequence', 'Category', 'Probability', 'Severity', 'Countermeasure', 'Deadline', 'Responsible'],
    ['The supplier fails', 'Nothing ships', 'supply', 3, 5, 'A second one', '2026-05-01', 'Ann'],
    ['Costs rise', 'Less margin', 'money', 2, 1, 'Fixed prices', '2026-06-01', 'Ben'],
  )
  expect(cells).toMatchObject({
    ...{ If: 'The supplier fails', Then: 'Nothing ships', Category: 'supply', Likelihood: 3, Impact: 5 },
    ...{ Mitigation: 'A second one', Due: 46143, Owner: 'Ann' },
  })
})

test('an editorial calendar is a content plan', () => {
  const { cells } = first(
    content,
    ['Headline', 'Format', 'Funnel stage', 'Publish date', 'Status', 'Who'],
    ['Why it breaks', 'article', 'consideration', '2026-05-01', 'in work', 'Ann'],
    ['All versions', 'comparison', 'purchase', '2026-06-01', 'idea', 'Ben'],
  )
  expect(cells).toMatchObject({
    ...{ Title: 'Why it breaks', Type: 'article', Stage: 'evaluation', Due: 46143, State: 'in work', Owner: 'Ann' },
  })
})
