import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { FIRST } from './signalsSteps.ts'
import { openWorkbench, sheetNames } from './workbenchPage.ts'

let page: Page
let side: Frame
let close: () => Promise<void>

beforeAll(async () => {
  ;({ page, frame: side, close } = await openWorkbench())
})
afterAll(() => close())

const { press, focused, tabTo, focusIsOn, createPlan } = keyboardOf(() => ({ page, frame: side }))
const message = (text: string) => side.getByText(text).waitFor()

describe('by keyboard alone', () => {
  test('the sheet is created, and the focus is on the heading of the library', async () => {
    await createPlan('Signals', 'Cues to start from')
    expect(await sheetNames(page)).toContain('Signals')
  })

  test('cues are picked with Space and added, and the focus is on the heading of the list', async () => {
    await tabTo('Trade')
    await page.keyboard.type('Software')
    await tabTo(FIRST)
    for (let i = 0; i < 10; i++) {
      await press('Space')
      await press('Tab')
    }
    await tabTo('Add 10 cues')
    await press('Enter')
    await focusIsOn('h1', 'Signals')
    await message('10 cues added.')
  })

  test('a cue is filled in and saved, and the focus is back on it', async () => {
    await tabTo(FIRST)
    await press('Enter')
    await focusIsOn('h1', FIRST)
    await tabTo('Owner')
    await page.keyboard.type('Maria')
    await tabTo('Promise')
    await page.keyboard.type('5')
    await tabTo('Delivery')
    await page.keyboard.type('3')
    await tabTo(/^Save$/)
    await press('Enter')
    await message('Saved.')
    await focusIsOn('button', FIRST)
    await message('Over-promised: 5 promised, 3 delivered. Deliver more, or promise less.')
  })

  test('Escape goes back to the cue that one came from', async () => {
    await press('Enter')
    await focusIsOn('h1', FIRST)
    await press('Escape')
    await focusIsOn('button', FIRST)
  })

  test('a metric is linked to data of another sheet, and the focus is on the cue with its value', async () => {
    await press('Shift+F6')
    for (let i = 0; i < 5; i++) await press('Shift+PageUp')
    await expect.poll(() => page.locator('.o-sheet.active').innerText()).toBe('Survey')
    await press('F6')
    await focusIsOn('button', FIRST)
    await press('Enter')
    await tabTo('Link a metric')
    await press('Enter')
    await tabTo('Find a metric')
    await page.keyboard.type('satisfied')
    await tabTo('CSAT')
    await press('Enter')
    await focusIsOn('h1', 'CSAT for')
    await tabTo('Column for ratings')
    await page.keyboard.type('satisfaction')
    await tabTo('Target')
    await press('Control+a')
    await page.keyboard.type('>= 80%')
    await press('Enter')
    await message('CSAT is linked.')
    await focusIsOn('button', FIRST)
    await expect.poll(async () => (await focused()).name).toContain('79.2% amber')
  })

  test('after a review the focus stays where it was', async () => {
    await press('Enter')
    await tabTo('Reviewed today')
    await press('Enter')
    await message('Marked as reviewed today.')
    await focusIsOn('button', 'Reviewed today')
  })

  test('Keep it gives the focus back, and after a removal it is on the heading of the list', async () => {
    await tabTo('Remove this cue')
    await press('Enter')
    await focusIsOn('button', 'Keep it')
    await press('Enter')
    await focusIsOn('button', 'Remove this cue')
    await press('Enter')
    await tabTo('Remove')
    await press('Enter')
    await message(`“${FIRST}” was removed.`)
    await focusIsOn('h1', 'Signals')
  })

  test('a row that someone else changed meanwhile gets the focus, and then the cue', async () => {
    await tabTo('Templates')
    await press('Enter')
    await tabTo('Owner')
    await page.keyboard.type('Jon')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('UPDATE_CELL', { sheetId, col: 9, row: 1, content: 'Ada' })
    })
    await press('Enter')
    await focusIsOn('div', 'Templates that fit the trade was changed by someone else meanwhile.')
    await tabTo('Keep the sheet’s')
    await press('Enter')
    await focusIsOn('button', 'Templates')
    expect((await focused()).name).toContain('Ada')
  })

  test('what a hand has broken is mended, and the focus goes on', async () => {
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('UPDATE_CELL', { sheetId, col: 1, row: 1, content: 'touchable' })
    })
    await side.getByText(/has the kind “touchable”/).waitFor()
    await tabTo(/^tangible$/, 'Shift+Tab')
    await press('Enter')
    await message('Mended.')
    await focusIsOn('h1', 'Signals')
  })
})
