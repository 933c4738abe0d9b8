import { describe, expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { decode } from '../../../core/catalogue/explain.ts'
import { feedback } from '../../../core/plans/gallery/feedback.ts'
import { formulaCells, sheetOf, type NewRow } from '../../../core/plans/plan.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { evaluate } from '../../../core/reading/evaluate.ts'
import { expectClose } from '../../close.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)
const DAY = 46000

const open = async (...rows: NewRow[]) => {
  const { book } = openBook()
  await book.createSheets([
    sheetOf(
      feedback,
      layout,
      rows.map((row) => ({ ...formulaCells(feedback, layout), ...row })),
    ),
  ])
  const { values } = (await book.readSheet('Feedback'))!
  const [titles, ...lines] = values
  return {
    rice: lines.map((line) => line[titles!.indexOf('RICE')] ?? null),
    told: (label: string) => titles![titles!.indexOf(label) + 1] ?? null,
  }
}

describe('RICE', () => {
  const all = { Reach: 500, Impact: 2, Confidence: 0.8, Effort: 4 }
  const rows = [all, { ...all, Reach: 0 }, { Reach: 3.5, Impact: 0.25, Confidence: 1, Effort: 0.3 }]

  test('is the number of PRIORITY_RICE', async () => {
    const { rice } = await open(...rows)
    const metric = findMetric('PRIORITY_RICE')!
    const expected = rows.map((row) =>
      evaluate(metric, [row.Reach, row.Impact, row.Confidence, row.Effort], decode),
    ) as number[]
    expect(expected[0]).toBe(200)
    expectClose(rice, expected)
  })

  test('is blank in a row that is filled in by half, or from which PRIORITY_RICE would make an error', async () => {
    const { rice } = await open(
      {},
      { Words: 'Faster' },
      ...Object.keys(all).map((title) => ({ ...all, [title]: null })),
      ...Object.keys(all).map((title) => ({ ...all, [title]: 'much' })),
      { ...all, Effort: 0 },
      { ...all, Effort: -1 },
      { ...all, Confidence: 80 },
      { ...all, Impact: -1 },
    )
    expect(rice.filter((cell) => cell !== null && cell !== '')).toEqual([])
    expect(rice).toHaveLength(14)
  })
})

describe('the summary', () => {
  const LABELS = ['Median days to change', 'Ordered again after a complaint', 'Themes']
  const summary = async (...rows: NewRow[]) => {
    const { told } = await open(...rows)
    return LABELS.map(told).map((cell) => cell || (cell === 0 ? 0 : ''))
  }

  test('of no comments is blank, with no theme, and so it is of comments by half', async () => {
    expect(await summary()).toEqual(['', '', 0])
    expect(await summary({})).toEqual(['', '', 0])
    expect(await summary({ Words: 'Good' }, { Words: 'Bad', Type: 'complaint' })).toEqual(['', '', 0])
  })

  test('counts the days of those that wait: by hand, half have changed after 20', async () => {
    // Days 5 and 20 have changed, two wait for 30 and 25 days: the survival falls to 3/4 and then to 2/4.
    const rows: NewRow[] = [
      { 'Heard on': DAY, 'Changed on': DAY + 5 },
      { 'Heard on': DAY + 10, 'Changed on': DAY + 30 },
      { 'Heard on': DAY },
      { 'Heard on': DAY + 5 },
    ]
    expect((await summary(...rows))[0]).toBe(20)
    // What is decided no will never change.
    expect((await summary(...rows, { 'Heard on': DAY, Decision: 'No' }))[0]).toBe(20)
    expect((await summary(...rows, { 'Heard on': DAY, Decision: 'do' }))[0]).toBe('fewer than half changed')
  })

  test('counts no row whose days are text, or before it was heard', async () => {
    const good = { 'Heard on': DAY, 'Changed on': DAY + 5 }
    const odd: NewRow[] = [
      { 'Heard on': DAY, 'Changed on': DAY - 1 },
      { 'Heard on': 'soon', 'Changed on': DAY + 50 },
      { 'Changed on': DAY + 50 },
    ]
    expect((await summary(good, ...odd))[0]).toBe(5)
  })

  test('is what TIME_TO_VALUE makes of the same days', async () => {
    const heard = Array.from({ length: 60 }, (_, i) => DAY + ((i * 37) % 90))
    const changed = heard.map((day, i) => (i % 3 === 0 ? null : day + ((i * 13) % 41)))
    const rows = heard.map((day, i) => ({ 'Heard on': day, 'Changed on': changed[i]! }))
    const column = (cells: readonly (number | null)[]) => cells.map((cell) => [cell])
    const [median] = await summary(...rows)
    expect(median).toBe(evaluate(findMetric('TIME_TO_VALUE')!, [column(heard), column(changed)], decode))
  })

  test('has the share of complaints and failures after which the customer ordered again within 90 days', async () => {
    const rows: NewRow[] = [
      { Type: 'complaint', 'Heard on': DAY, 'Next order': DAY + 90 },
      { Type: 'Failure', 'Heard on': DAY, 'Next order': DAY + 91 },
      { Type: 'failure', 'Heard on': DAY },
      { Type: 'complaint', 'Heard on': DAY + 80 },
      { Type: 'idea', 'Heard on': DAY, 'Next order': DAY + 1 },
      { Type: 'complaint', 'Heard on': DAY, 'Next order': DAY - 1 },
    ]
    expectClose([(await summary(...rows))[1]], [1 / 3])
    expect((await summary({ Type: 'complaint', 'Heard on': DAY, 'Next order': DAY + 3 }))[1]).toBe('needs 90 days')
    expect((await summary({ Type: 'idea', 'Heard on': DAY, 'Next order': DAY + 3 }))[1]).toBe('')
  })

  test('counts themes once each, in whichever case', async () => {
    const themes = ['Invoice', ' invoice', 'Theme', null, 'Price'].map((Theme) => ({ Words: 'x', Theme }))
    expect((await summary(...themes))[2]).toBe(3)
  })
})
