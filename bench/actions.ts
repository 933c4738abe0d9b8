import type { Frame, Page } from 'playwright-core'
import { inYardsticks, milliseconds, type Line } from './lines.ts'
import { shortest } from './measure.ts'

/** What one action in the sidebar takes until its effect is drawn, and how much of that is the spreadsheet's own time. */
export interface Action {
  what: string
  total: number
  host: number
  /** What the same page takes for the yardstick. */
  yardstick: number
  /** At most how many yardsticks it may take. */
  most?: number
}

/** The same actions for the first time in a fresh page, several times over: the time that is not the spreadsheet's own. */
export async function repeated(times: number, actions: () => Promise<readonly Action[]>): Promise<Line[]> {
  const rounds: (readonly Action[])[] = []
  for (let i = 0; i < times; i++) rounds.push(await actions())
  return rounds[0]!.map(({ what, most }, i) => {
    const all = rounds.map((round) => round[i]!)
    const turns = {
      ours: all.map(({ total, host }) => total - host),
      other: all.map(({ yardstick }) => yardstick),
    }
    const line = inYardsticks(what, turns, most)
    return { ...line, ours: `${line.ours}, the spreadsheet ${milliseconds(shortest(all.map(({ host }) => host)))}` }
  })
}

/** What the page takes to sort 100,000 numbers. */
export function yardstickIn(page: Page | Frame): Promise<number> {
  return page.evaluate(() => {
    let state = 10
    const unsorted = Float64Array.from(
      { length: 100_000 },
      () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0),
    )
    const times = Array.from({ length: 3 }, () => {
      const numbers = unsorted.slice()
      const start = performance.now()
      numbers.sort()
      return performance.now() - start
    })
    return Math.min(...times)
  })
}

/** Counts the time that is spent in the book of the workbench from then on. */
export async function countHostTime(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { book } = window.cuesheet
    const hostTime = { spent: 0 }
    Object.assign(window, { hostTime })
    for (const name of ['readSheet', 'readSheets', 'changeRows', 'createSheets', 'drawSheet', 'print'] as const) {
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
  })
}

/**
 * A click of which the time does not matter. Locators of roles and labels ask every button for its labels, and the browser
 * keeps those in lists that it looks through at every later change of the page: with some hundred rows, that takes longer
 * than what is measured.
 */
export async function click(frame: Frame, text: string, shown: string): Promise<void> {
  await untilShown(frame, text, shown)
}

/** Clicks on what bears this text, and waits until something is shown, both among what is in sight. */
export async function timedClick(frame: Frame, what: string, text: string, shown: string): Promise<Action> {
  const times = await untilShown(frame, text, shown)
  return { what, ...times, yardstick: await yardstickIn(frame), most: 10 }
}

function untilShown(frame: Frame, text: string, shown: string): Promise<{ total: number; host: number }> {
  return frame.evaluate(
    async ([text, shown]) => {
      const { hostTime } = window.parent as unknown as { hostTime: { spent: number } }
      const inSight = () =>
        [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden]) > *')].filter(({ hidden }) => !hidden)
      const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')]
      const buttons = [...tabs, ...inSight().flatMap((part) => [...part.querySelectorAll('button')])]
      const button = buttons.find((one) => one.textContent!.startsWith(text!))!
      const before = hostTime.spent
      const start = performance.now()
      button.click()
      while (!inSight().some((part) => part.textContent!.includes(shown!))) {
        await new Promise((next) => setTimeout(next))
      }
      // The frame in which the effect is drawn, and the task after it.
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
      return { total: performance.now() - start, host: hostTime.spent - before }
    },
    [text, shown],
  )
}
