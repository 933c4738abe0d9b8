import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { content } from '../../core/plans/gallery/content.ts'
import { offerings } from '../../core/plans/gallery/offerings.ts'
import { risks } from '../../core/plans/gallery/risks.ts'
import { roadmap } from '../../core/plans/gallery/roadmap.ts'
import { formulaCells, sheetOf, type NewRow, type Plan } from '../../core/plans/plan.ts'
import { layoutOf } from '../../core/plans/related.ts'
import type { CellValue } from '../../core/sheet/book.ts'
import { goBack, look, today, type Sidebar } from './signalsSteps.ts'
import { goToSheet, openWorkbench } from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

const layout = layoutOf(() => null)

/** A sheet of a plan with such rows. */
const filled = (plan: Plan, ...rows: readonly NewRow[]) =>
  sheetOf(
    plan,
    layout,
    rows.map((row, i) => ({ ...formulaCells(plan, layout), ...row, Id: `id${i}` })),
  )

const pieces = content.library!.sets[0]!.rows.filter(({ Stage }) => Stage !== 'evaluation') as readonly NewRow[]

const sheets = [
  filled(content, ...pieces),
  filled(
    roadmap,
    { Idea: 'A first result without set-up', Reach: 500, Period: 'month', Impact: 2, Confidence: 0.8, Effort: 4 },
    { Idea: 'Take over data', Reach: 300, Period: 'quarter', Impact: 3, Confidence: 0.5, Effort: 9, State: 'in work' },
    { Idea: 'Dark colours', Reach: 900, Period: 'month', Impact: 0.25, Confidence: 1, Effort: 3, 'Launched on': 46000 },
  ),
  filled(
    risks,
    { If: 'The only supplier fails', Likelihood: 3, Impact: 5, State: 'open' },
    {
      If: 'A batch has a fault',
      Likelihood: 2,
      Impact: 4,
      Mitigation: 'Tests',
      'Likelihood after': 1,
      'Impact after': 4,
    },
    { If: 'Freight costs rise', Likelihood: 4, Impact: 2, Response: 'accept', State: 'watched' },
    { If: 'A rival is cheaper', Likelihood: 5, Impact: 1 },
  ),
  filled(
    offerings,
    {
      Offering: 'Care contract',
      Stage: 'growth',
      Revenue: 900,
      Costs: 500,
      'Support cost': 100,
      Usage: 0.9,
      Relevance: 5,
    },
    {
      ...{ Offering: 'Work by the hour', Stage: 'growth', 'Gate answer': 'It paid for itself.', Usage: 0.2 },
      ...{ Revenue: 100, Costs: 60, 'Support cost': 50, Relevance: 2 },
    },
  ),
]

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.locator('.o-sheet-name', { hasText: 'Sheet1' }).waitFor()
  side = { page, frame, host: 'workbench-ahead' }
  await page.evaluate((sheets) => window.cuesheet.book.createSheets(sheets), sheets)
})
afterAll(() => close())

const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const text = (text: string | RegExp) => side.frame.getByText(text)

async function open(plan: string): Promise<void> {
  await goToSheet(page, plan)
  await side.frame.getByRole('tab', { name: 'Plans' }).click()
  await button(new RegExp(`^${plan}`)).click()
  await side.frame.getByRole('heading', { name: plan, exact: true }).waitFor()
}
async function leave(): Promise<void> {
  await button('All plans').click()
}
/** What a column of a sheet says, row by row. */
const inSheet = (sheet: string, title: string) =>
  page.evaluate(
    async ([sheet, title]): Promise<CellValue[]> => {
      const [titles, ...rows] = (await window.cuesheet.book.readSheet(sheet!))!.values
      return rows.map((row) => row[titles!.indexOf(title!)] ?? null)
    },
    [sheet, title],
  )

test('content is counted by stage and path, with what nobody speaks to', async () => {
  await open('Content')
  await text('Nothing for evaluation on the service path.').waitFor()
  await side.frame.getByRole('table', { name: 'Stage by path' }).waitFor()
  await look(side, '01-content')
  await leave()
})

test('a roadmap says that its reach is told in several periods, and what lies beyond the capacity', async () => {
  await open('Roadmap')
  await text(/^Reach is told a month and a quarter: /).waitFor()
  await look(side, '02-roadmap')
  await button(/^Take over data/).click()
  await text(/^In work, though it lies beyond the capacity/).waitFor()
  await look(side, '06-idea')
  await goBack(side)
  await leave()
})

test('risks are counted by likelihood and impact, in the colours of the bands as they are typed over', async () => {
  await open('Risks')
  const cell = (line: number, place: number) =>
    side.frame
      .getByRole('table', { name: 'Likelihood by impact' })
      .locator('tbody tr')
      .nth(line)
      .locator('td')
      .nth(place)
  await expect.poll(() => cell(2, 4).getAttribute('class')).toBe('red')
  await text(/^Extreme without a mitigation/).waitFor()
  await look(side, '03-risks')
  const place = sheets[2]!.columns.length + 4
  await page.evaluate(async (column) => {
    const { book } = window.cuesheet
    await book.changeCells({ sheet: 'Risks', seen: [], writes: [{ row: 0, column, cells: [17] }] })
  }, place)
  await expect.poll(() => cell(2, 4).getAttribute('class')).toBe('amber')
  expect((await inSheet('Risks', 'Band'))[0]).toBe('high')
  await leave()
})

test('since when a score is below 50 is kept when the offering is reviewed', async () => {
  await open('Offerings')
  await look(side, '04-offerings')
  await button(/^Work by the hour/).click()
  await text('Its score is 25, below 50. Review it: the day is noted, so that two months of it are told.').waitFor()
  await text(/^More support than revenue: 33% of the support cost, 10% of the revenue/).waitFor()
  await look(side, '05-offering')
  await button('Reviewed today').click()
  const day = await today(side)
  await text(`Its score is 25, below 50 since ${day}.`).first().waitFor()
  expect((await inSheet('Offerings', 'Below since')).map((value) => value !== null)).toEqual([false, true])
  await goBack(side)
})

test('several that get another stage at once keep the one before, and the answer to its gate', async () => {
  await button('Change several at once').click()
  await button('Pick all 2 in sight').click()
  await side.frame.getByRole('combobox', { name: 'What to set' }).selectOption('Stage')
  await side.frame.getByRole('combobox', { name: 'Stage', exact: true }).selectOption('retirement')
  await button('Set for 2 offerings').click()
  await text('2 offerings changed.').waitFor()
  expect(await inSheet('Offerings', 'Stage before')).toEqual(['growth', 'growth (It paid for itself.)'])
  expect(await inSheet('Offerings', 'Gate answer')).toEqual([null, null])
  await text('Something is being retired, and nothing new is on its way.').waitFor()
  expect(failures).toEqual([])
})
