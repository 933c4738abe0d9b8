import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openPage, sideFrame } from '../test/e2e/workbenchPage.ts'
import type { CellValue, NewCell } from '../core/sheet/book.ts'
import { fields } from '../core/signals/fields.ts'

/** What one action in the sidebar takes until its effect is drawn, and how much of that is the spreadsheet's own time. */
export interface Action {
  what: string
  total: number
  host: number
}

/** The Signals tab of the workbench with a matrix of so many cues, each action for the first time in a fresh page. */
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
    const opening = await click('open the tab', 'Signals', 'Cue 7 ')
    const cue = await click('open a cue', 'Cue 7 ', 'Who answers for it')
    await frame.getByLabel('Owner').fill('Maria')
    const save = await click('save it', 'Save', 'Saved.')
    await frame.locator('#cue-id9').click()
    const review = await click('mark a cue as reviewed', 'Reviewed today', 'Marked as reviewed')
    return [opening, cue, save, review]
  } finally {
    await close()
    await browser.close()
  }
}

/** Makes the matrix, and counts the time that is spent in the book from then on. */
async function fill(page: Page, cues: number): Promise<void> {
  const rows = Array.from({ length: cues }, (_, i) => fields.map(({ key }): NewCell => cellOf(key, i)))
  await page.evaluate(
    async ({ columns, rows }) => {
      const { book } = window.cuesheet
      await book.createSheets([{ name: 'Signals', columns, rows, frozenColumns: 1 }])
      const hostTime = { spent: 0 }
      Object.assign(window, { hostTime })
      for (const name of ['readSheet', 'changeRows'] as const) {
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
    },
    { columns: fields, rows },
  )
}

function cellOf(key: string, i: number): CellValue {
  const cells: Record<string, CellValue> = {
    cue: `Cue ${i} of the matrix`,
    kind: i % 3 ? 'tangible' : 'intangible',
    role: 'core offer',
    path: 'product',
    stage: 'purchase',
    outcome: `Outcome ${i % 60}`,
    promise: (i % 5) + 1,
    delivery: ((i + 1) % 5) + 1,
    owner: i % 4 ? `Owner ${i % 9}` : null,
    id: `id${i}`,
  }
  return cells[key] ?? null
}
