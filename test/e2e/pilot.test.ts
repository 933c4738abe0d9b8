import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyboardOf } from './keyboard.ts'
import { look, type Sidebar } from './signalsSteps.ts'
import { askedDuring, openWorkbench, sheetNames } from './workbenchPage.ts'

let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { page, frame, ...opened } = await openWorkbench()
  ;({ failures, close } = opened)
  side = { page, frame, host: 'workbench' }
  await page.clock.install({ time: new Date(2026, 2, 2, 10) })
  // The dialog of the browser would wait for a person.
  await page.evaluate(() => void (window.print = () => undefined))
})
afterAll(() => close())

const { press, tabTo, focusIsOn, createPlan } = keyboardOf(() => side)
const said = (text: string | RegExp) => side.frame.getByText(text).filter({ visible: true }).first().waitFor()
const type = (text: string) => side.page.keyboard.type(text)
const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const read = (sheet: string) => side.page.evaluate((sheet) => window.cuesheet.book.readSheet(sheet), sheet)
/** Numbers of both paths and lines of news, as somebody fills them in by hand. */
const fillIn = (weeks: readonly (readonly [product: number, service: number, update: string, lesson: string])[]) =>
  side.page.evaluate((weeks) => {
    const { model } = window.cuesheet
    const sheetId = model.getters.getSheetIdByName('Pilot')!
    weeks.forEach((cells, i) =>
      cells.forEach((content, j) =>
        model.dispatch('UPDATE_CELL', { sheetId, col: 3 + j, row: 1 + i, content: String(content) }),
      ),
    )
  }, weeks)

describe('a pilot of ninety days', () => {
  test('is planned by keyboard alone, what is missing is asked for', async () => {
    await createPlan('Pilot', 'Plan a pilot of 90 days')
    await look(side, '71-pilot-wizard')
    await tabTo(/^KPI$/)
    await type('CSAT')
    await press('Enter')
    await said('Say what is to be reached, such as >= 85% or < 5 min.')
    await focusIsOn('input', 'Target')
    await type('>= 85%')
    await tabTo('Path that is changed')
    await type('Service')
    await said('4 weeks before it from 2026-02-02, 13 weeks with the change until 2026-05-31.')
    await tabTo(/^Owner$/)
    await type('Maria')
    await tabTo('Plan the pilot')
    const asked = await askedDuring(side.page, async () => {
      await press('Enter')
      await said('The pilot is planned: 4 weeks before it and 13 with the change.')
    })
    expect(asked.filter((one) => one === 'changeRows')).toHaveLength(1)
    const { values } = (await read('Pilot'))!
    expect(values).toHaveLength(18)
    expect(values[17]!.slice(0, 3)).toEqual(['Week 13', 'pilot', 46083 + 12 * 7])
    expect(values[0]).toEqual(expect.arrayContaining(['CSAT', '>= 85%', 'service', 'Maria'].slice(0, 3)))
    await focusIsOn('h1', 'Pilot')
    await look(side, '72-pilot-list')
  })

  test('is refused where one is there, with a way to keep it', async () => {
    await button('Plan a pilot of 90 days').click()
    await said(/^A pilot for CSAT is planned here already since 2026-03-02\. To begin another, rename its sheet/)
    await look(side, '73-pilot-refused')
    await button('‹ Back').click()
  })

  test('tells what is missing once weeks are over, and when it ends', async () => {
    await fillIn([
      [0.58, 0.68, '', ''],
      [0.62, 0.72, '', ''],
      [0.59, 0.69, '', ''],
      [0.61, 0.71, '', ''],
      [0.63, 0.78, 'Two people answer', ''],
      [0.65, 0.82, 'A third one came', 'Three people are enough'],
    ])
    await side.page.clock.setFixedTime(new Date(2026, 4, 22, 10))
    await button('‹ All plans').click()
    await button(/^Pilot/).click()
    await said('Ends in 9 days: decide on the target, and note the old one and why in Targets.')
    await side.frame.locator('.entry', { hasText: 'Week 6' }).click()
    await said('Week 6 has no number on the service path. Type what the KPI was.')
    await said('Week 6 has no update. Write in a line what was done and seen.')
    await look(side, '74-pilot-week')
    await button('‹ Back').click()
  })

  test('has a case card to read, send and print', async () => {
    await button('Draw the chart “Both paths by week”').click()
    await said(/^The chart stands right of the table/)
    await button('Case card: before and after').click()
    await said('Service (changed): 70.0% before, 80.0% with the change, +10.0 points.')
    await said(/^Effect beyond what came on the product path: \+6\.0 points/)
    await button('Write it as text').click()
    expect(await side.frame.getByLabel('Text to send').inputValue()).toContain('- Week 2: Three people are enough')
    await look(side, '75-case-card')
    await button('Draw the card and print it').click()
    await said('Choose a printer or “Save as PDF” in the window that opened.')
    expect(await sheetNames(side.page)).toContain('Case 2026-03-02')
    const { values, formulas } = (await read('Case 2026-03-02'))!
    expect(values[0]![0]).toBe('CSAT on the service path')
    expect(formulas.flat().join('')).toBe('')
    await look(side, '76-case-sheet')
  })

  test('is kept by renaming its sheet, and another one begins', async () => {
    await button('‹ Back').click()
    await side.page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Pilot')!
      model.dispatch('RENAME_SHEET', { sheetId, oldName: 'Pilot', newName: 'Pilot 2026-03' })
    })
    await button('‹ All plans').click()
    await button(/^Pilot/).click()
    await button('Start anew without them').click()
    await button('Create the sheet').click()
    await side.frame.getByRole('heading', { name: 'Plan a pilot of 90 days' }).waitFor()
    await side.frame.getByLabel('KPI', { exact: true }).waitFor()
    const kept = (await read('Pilot 2026-03'))!
    const effect = kept.values[0]!.indexOf('Effect') + 1
    expect([kept.values.length, kept.values[0]![effect]]).toEqual([18, expect.closeTo(0.06, 9)])
    expect(failures).toEqual([])
  })
})
