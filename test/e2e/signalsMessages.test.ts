import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdQuestion } from './signalsDelayed.ts'
import { addTen, createSheet, FIRST, look, openCue, pickTen, type Sidebar } from './signalsSteps.ts'
import { clickCell, goToSheet, openWorkbench } from './workbenchPage.ts'

let page: Page
let frame: Frame
let side: Sidebar
let close: () => Promise<void>

beforeAll(async () => {
  ;({ page, frame, close } = await openWorkbench())
  side = { page, frame, host: 'workbench' }
  await page.setViewportSize({ width: 1440, height: 640 })
})
afterAll(() => close())

const button = (name: string | RegExp) => frame.getByRole('button', { name })
/** As long as what a spreadsheet says when it is slow, or more. */
const PROBLEM =
  'Google Sheets has not answered for half a minute. What you asked for may have been done all the same: look at the sheet, then try again.'

/** The controls of the page that something else lies over, wherever the page is scrolled to. */
function covered() {
  return frame.evaluate(async () => {
    const found = new Set<string>()
    const scroller = [...document.querySelectorAll<HTMLElement>('.page')].find((page) => page.checkVisibility())!
    const { bottom: edge } = scroller.getBoundingClientRect()
    for (let top = 0; top <= scroller.scrollHeight - scroller.clientHeight + 40; top += 40) {
      scroller.scrollTop = top
      // What was out of sight is laid out in the next frame.
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
      for (const control of document.querySelectorAll<HTMLElement>('button, input, select')) {
        if (!control.checkVisibility() || control.closest('.bar')) continue
        const { left, right, top, bottom } = control.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        const box = scroller.getBoundingClientRect()
        const isInPage = scroller.contains(control)
        const bar = document.querySelector('.bar')?.getBoundingClientRect()
        // What is scrolled out of sight, or below the bar that stays, is scrolled to. A pixel on the edge is the bar's.
        if (isInPage && (y < box.top || y > Math.min(edge, bar ? bar.top - 1 : edge))) continue
        const inFront = document.elementFromPoint(x, y)
        if (!control.contains(inFront) && !inFront?.closest('label')?.contains(control)) {
          found.add(`${control.textContent || control.id} below ${inFront?.className ?? 'nothing'}`)
        }
      }
    }
    return [...found]
  })
}

/** The next change fails with a long sentence; it is told, covers nothing, and the control that was used can be used again. */
async function tellsBesides(control: () => ReturnType<typeof button>, name: 'changeRows' | 'changeCells') {
  for (const again of ['', ' again']) {
    await holdQuestion(page, name, PROBLEM + again)
    // Clicks where a person would, and fails when something else is there.
    await control().click({ timeout: 5000 })
    await frame
      .getByRole('status')
      .filter({ hasText: PROBLEM + again })
      .waitFor()
  }
  const message = frame.getByRole('tabpanel').filter({ visible: true }).locator('.said')
  expect(await message.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
  expect(await covered()).toEqual([])
}

describe('at 300 px no message covers a control', () => {
  test('the sidebar is no wider', async () => {
    expect(await frame.evaluate(() => innerWidth)).toBeLessThanOrEqual(300)
  })

  test('in the library', async () => {
    await createSheet(side)
    await pickTen(side)
    await tellsBesides(() => button('Add 10 cues'), 'changeRows')
    await look(side, '51-library-problem')
    await addTen(side)
    expect(await covered()).toEqual([])
    await look(side, '52-added')
  })

  test('on the page of a cue', async () => {
    await openCue(side, FIRST)
    await tellsBesides(() => button('Reviewed today'), 'changeRows')
    await look(side, '53-cue-problem')
    await button('Remove this cue').click()
    await tellsBesides(() => button('Reviewed today'), 'changeRows')
    await button('Keep it').click()
  })

  test('on the page of a metric', async () => {
    await goToSheet(page, 'Survey')
    await button('Link a metric').click()
    await button(/^CSAT/).click()
    await frame.getByLabel('Column for ratings').selectOption({ label: 'satisfaction' })
    await tellsBesides(() => button('Link to the cue'), 'changeRows')
    await look(side, '54-link-problem')
  })

  test('in Data', async () => {
    await goToSheet(page, 'Tickets')
    await clickCell(page, 'A2')
    await frame.getByRole('tab', { name: 'Data' }).click()
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getActiveSheetId()
      for (const row of [1, 2]) model.dispatch('UPDATE_CELL', { sheetId, col: 0, row, content: ' N/A ' })
    })
    await button('Check the selected table').click()
    await button(/^Make blank/)
      .first()
      .click()
    await tellsBesides(() => button(/^Make blank: \d+ cell/), 'changeCells')
    await look(side, '55-data-problem')
  })

  test('in Functions and Explain', async () => {
    await frame.getByRole('tab', { name: 'Functions' }).click()
    await frame.locator('#NPS').click()
    await button('Insert into the selected cell').click()
    await frame.getByText(/^Fill in scores first/).waitFor()
    expect(await covered()).toEqual([])
    await frame.getByRole('tab', { name: 'Explain' }).click()
    await frame.getByText(/holds no formula of ours/).waitFor()
    expect(await covered()).toEqual([])
  })
})
