import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openPage, sideFrame } from '../test/e2e/workbenchPage.ts'
import { signals } from '../core/plans/gallery/signals.ts'
import { sheetOf, type NewRow } from '../core/plans/plan.ts'
import { layoutOf } from '../core/plans/related.ts'

/** What one action in the sidebar takes until its effect is drawn, and how much of that is the spreadsheet's own time. */
export interface Action {
  what: string
  total: number
  host: number
}

/** The plan Signals in the workbench with a matrix of so many cues, each action for the first time in a fresh page. */
export async function sidebarActions(cues: number): Promise<Action[]> {
  const browser = await launchBrowser()
  const { page, close } = await openPage(browser)
  try {
    await fill(page, cues)
    const frame = await sideFrame(page)
    /** Clicks on what bears this text, and waits until something is shown. */
    const click = async (what: string, text: string, shown: string): Promise<Action> => ({
      what,
      ...(await frame.evaluate(
        async ([text, shown]) => {
          const { hostTime } = window.parent as unknown as { hostTime: { spent: number } }
          const panel = () => document.querySelector('[role=tabpanel]:not([hidden])')!
          const buttons = [...document.querySelectorAll('[role=tab]'), ...panel().querySelectorAll('button')]
          const button = buttons.find((one) => one.textContent!.startsWith(text!)) as HTMLElement
          const before = hostTime.spent
          const start = performance.now()
          button.click()
          while (!panel().textContent!.includes(shown!)) await new Promise((next) => setTimeout(next))
          // The frame in which the effect is drawn, and the task after it.
          await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
          return { total: performance.now() - start, host: hostTime.spent - before }
        },
        [text, shown],
      )),
    })
    await frame.getByRole('tab', { name: 'Plans' }).click()
    const opening = await click('open the plan', 'Signals', 'Cue 7 ')
    const cue = await click('open a cue', 'Cue 7 ', 'Who answers for it')
    await frame.getByLabel('Owner').fill('Maria')
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
  await page.evaluate(async (plan) => {
    const { book } = window.cuesheet
    await book.createSheets([plan])
    const hostTime = { spent: 0 }
    Object.assign(window, { hostTime })
    for (const name of ['readSheets', 'changeRows'] as const) {
      const call = book[name].bind(book) as (argument: unknown) => Promise<unknown>
      Object.assign(book, {
        async [name](argument: unknown) {
          const start = performance.now()
          const result = await call(argument)
          hostTime.spent += performance.now() - start
          return result
        },
      })
    }
  }, plan)
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
