import { describe, expect, test } from 'vitest'
import { checklist } from '../../../core/plans/gallery/checklist.ts'
import { formulaCells, sheetOf, type NewRow } from '../../../core/plans/plan.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { today } from '../../../core/sidebar/today.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)

const open = async (...rows: NewRow[]) => {
  const { book } = openBook()
  const own = rows.map((row) => ({ ...formulaCells(checklist, layout), ...row }))
  await book.createSheets([sheetOf(checklist, layout, own)])
  const { values } = (await book.readSheet('Checklist'))!
  const [titles, ...lines] = values
  return {
    states: lines.map((line) => line[titles!.indexOf('State')] || ''),
    told: ['Progress', 'Steps done', 'Still open', 'Overdue'].map((label) => titles![titles!.indexOf(label) + 1] ?? ''),
  }
}

describe('the state of a step', () => {
  const Step = 'A'
  test.each<[string, NewRow, string]>([
    ['empty', {}, ''],
    ['without a name', { List: 'x', Done: 'yes' }, ''],
    ['new', { Step }, 'open'],
    ['due today', { Step, Due: today() }, 'open'],
    ['due yesterday', { Step, Due: today() - 1 }, 'overdue'],
    ['due in words', { Step, Due: 'May' }, 'open'],
    ['done in time or not', { Step, Due: today() - 1, Done: 'Yes' }, 'done'],
    ['done on a day', { Step, 'Done on': 46000 }, 'done'],
    ['done on a day in words', { Step, 'Done on': 'May' }, 'open'],
    ['answered', { Step, Answer: 'hybrid' }, 'done'],
    ['not needed', { Step, Due: 46000, Done: 'not needed', 'Done on': 46000 }, 'not needed'],
  ])('%s', async (_, row, state) => {
    expect((await open(row)).states.join()).toBe(state)
  })
})

test('progress is what is done of what is needed, and blank where nothing is', async () => {
  const done = { Step: 'A', Done: 'yes' }
  expect((await open()).told).toEqual(['', 0, 0, 0])
  expect((await open({}, { Step: 'A', Done: 'not needed' })).told).toEqual(['', 0, 0, 0])
  expect(
    (await open(done, done, { Step: 'B' }, { Step: 'C', Due: 46000 }, { Step: 'D', Done: 'not needed' })).told,
  ).toEqual([0.5, 2, 2, 1])
})
