import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openPage, sideFrame } from '../test/e2e/workbenchPage.ts'
import { signals } from '../core/plans/gallery/signals.ts'
import { sheetOf, type NewRow } from '../core/plans/plan.ts'
import { layoutOf } from '../core/plans/related.ts'
import { countHostTime, repeated, timedClick, type Action } from './actions.ts'
import type { Line } from './lines.ts'

export function sidebar(): Promise<Line[]> {
  return repeated(3, () => sidebarActions(500))
}

/** The plan Signals in the workbench with a matrix of so many cues, each action for the first time in a fresh page. */
async function sidebarActions(cues: number): Promise<Action[]> {
  const browser = await launchBrowser()
  const { page, close } = await openPage(browser)
  try {
    await fill(page, cues)
    const frame = await sideFrame(page)
    const click = (what: string, text: string, shown: string) =>
      timedClick(frame, `sidebar, ${cues} cues: ${what}`, text, shown)
    await frame.getByRole('tab', { name: 'Plans' }).click()
    const opening = await click('open the plan', 'Signals', 'Cue 7 ')
    const cue = await click('open a cue', 'Cue 7 ', 'Who answers for it')
    await frame.locator('#signals-owner').fill('Maria')
    const save = await click('save it', 'Save', 'Saved.')
    await frame.locator('#Signals-id9').click()
    const review = await click('mark a cue as reviewed', 'Reviewed today', 'Marked as reviewed')
    return [opening, cue, save, review]
  } finally {
    await close()
    await browser.close()
  }
}

/** Makes the matrix, and counts the time that is spent in the book from then on. */
async function fill(page: Page, cues: number): Promise<void> {
  const rows = Array.from({ length: cues }, (_, i) => cellsOf(i))
  const plan = sheetOf(
    signals,
    layoutOf(() => null),
    rows,
  )
  await page.evaluate((plan) => window.cuesheet.book.createSheets([plan]), plan)
  await countHostTime(page)
}

function cellsOf(i: number): NewRow {
  return {
    Cue: `Cue ${i} of the matrix`,
    Kind: i % 3 ? 'tangible' : 'intangible',
    Role: 'core offer',
    Path: 'product',
    Stage: 'purchase',
    Outcome: `Outcome ${i % 60}`,
    Promise: (i % 5) + 1,
    Delivery: ((i + 1) % 5) + 1,
    Owner: i % 4 ? `Owner ${i % 9}` : null,
    Id: `id${i}`,
  }
}
