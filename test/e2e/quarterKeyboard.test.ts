import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import type { Sidebar } from './signalsSteps.ts'
import { openWorkbench, sheetNames } from './workbenchPage.ts'

let side: Sidebar
let close: () => Promise<void>

beforeAll(async () => {
  const { page, frame, ...opened } = await openWorkbench()
  ;({ close } = opened)
  side = { page, frame, host: 'workbench' }
  await page.clock.install({ time: new Date(2026, 5, 2, 10) })
})
afterAll(() => close())

const { press, tabTo, focusIsOn, createPlan } = keyboardOf(() => side)
const message = (text: string) => side.frame.getByText(text).filter({ visible: true }).waitFor()
const type = (text: string) => side.page.keyboard.type(text)

describe('a month by keyboard alone', () => {
  test('KPIs are created with the sheets that they read', async () => {
    await createPlan('KPIs', 'KPIs to start from')
    expect(await sheetNames(side.page)).toEqual(expect.arrayContaining(['Sources', 'History', 'KPIs']))
  })

  test('one of the library is added, and the focus is on the heading of the list', async () => {
    await tabTo('Satisfaction with help at the start')
    await press('Space')
    await tabTo('Add 1 KPI')
    await press('Enter')
    await message('1 KPI added.')
    await focusIsOn('h1', 'KPIs')
  })

  test('its row is filled in and saved, and the focus is back on it', async () => {
    await tabTo('Satisfaction with help at the start')
    await press('Enter')
    await focusIsOn('h1', 'Satisfaction with help at the start')
    await tabTo(/^Value$/)
    await type('91%')
    await tabTo(/^Owner$/)
    await type('Maria')
    await press('Enter')
    await message('Saved.')
    await focusIsOn('button', 'Satisfaction with help at the start')
  })

  test('the month that is chosen is closed, with a note', async () => {
    await tabTo('‹ All plans', 'Shift+Tab')
    await press('Enter')
    await focusIsOn('h1', 'What do you want to do?')
    await tabTo('Close the month')
    await press('Enter')
    await focusIsOn('h1', 'Close the month')
    await side.frame.getByLabel('Month', { exact: true }).waitFor()
    await tabTo(/^Month$/)
    await press('ArrowUp')
    await tabTo('Satisfaction with help at the start')
    await type('New guide')
    await tabTo('Close 2026-04 with 1 KPI')
    await press('Enter')
    await message('2026-04 is closed: none turned red, no targets changed, all have a value.')
    const history = await side.page.evaluate(() => window.cuesheet.book.readSheet('History'))
    expect(history!.values[1]).toEqual(expect.arrayContaining([0.91, 'New guide']))
    // Not on the button, which is that of May by now: a second Enter would close that too.
    await focusIsOn('h1', 'Close the month')
  })
})
