import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdQuestion } from './signalsDelayed.ts'
import { createSheet, look, openCue, openPlan } from './signalsSteps.ts'
import { openWorkbench } from './workbenchPage.ts'

let page: Page
let mine: Frame
let theirs: Frame
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  ;({ page, frame: mine, failures, close } = await openWorkbench())
  await createSheet({ page, frame: mine, host: 'workbench' })
  // A second sidebar over the same workbook.
  await page.evaluate(() => {
    const other = document.createElement('iframe')
    other.id = 'other-side'
    other.style.cssText = 'position: fixed; inset: 0 auto 0 0; width: 300px; height: 100%; z-index: 1000'
    other.src = document.querySelector<HTMLIFrameElement>('#side')!.src
    document.body.append(other)
  })
  theirs = (await (await page.waitForSelector('#other-side')).contentFrame())!
  await openPlan({ frame: theirs })
  await theirs.getByRole('button', { name: 'From a library' }).click()
})
afterAll(() => close())

const pick = async (side: Frame, trade: string, ...cues: string[]) => {
  await side.getByLabel('Trade').selectOption(trade)
  for (const cue of cues) await side.getByRole('checkbox', { name: cue }).check()
}
const add = (side: Frame) => side.getByRole('button', { name: /^Add \d+ cue/ }).click()
/** Of the rows of this name, what they lead to. */
const outcomesOf = (cue: string) =>
  page.evaluate(async (cue) => {
    const { values } = (await window.cuesheet.book.readSheet('Signals'))!
    return values.filter((row) => row[0] === cue).map((row) => row[5])
  }, cue)
const write = (cue: string, column: number, content: string) =>
  page.evaluate(
    async ([cue, column, content]) => {
      const { book, model } = window.cuesheet
      const { values } = (await book.readSheet('Signals'))!
      const sheetId = model.getters.getSheetIdByName('Signals')!
      const row = values.findIndex((cells) => cells[0] === cue)
      model.dispatch('UPDATE_CELL', { sheetId, col: column, row, content })
    },
    [cue, column, content] as const,
  )

describe('a cue of the library is in the matrix once', () => {
  test('when two sidebars add it without having seen each other’s', async () => {
    await pick(mine, 'Retail', 'Short waiting at the till', 'Staff who greet and help')
    await pick(theirs, 'Retail', 'Short waiting at the till', 'Clean shop, light, smell')
    // Both are at it in the same moment.
    await page.evaluate(() => {
      for (const id of ['side', 'other-side']) {
        const { contentDocument } = document.getElementById(id) as HTMLIFrameElement
        ;[...contentDocument!.querySelectorAll('button')].find((one) => one.textContent === 'Add 2 cues')!.click()
      }
    })
    for (const side of [mine, theirs]) await side.getByRole('heading', { name: 'Signals' }).waitFor()
    expect(await outcomesOf('Short waiting at the till')).toHaveLength(1)
    expect(await outcomesOf('Staff who greet and help')).toHaveLength(1)
    expect(await outcomesOf('Clean shop, light, smell')).toHaveLength(1)
  })

  test('when two trades have it, which lead to different outcomes, and that is told', async () => {
    for (const side of [mine, theirs]) await side.getByRole('button', { name: 'From a library' }).click()
    await pick(mine, 'Goods', 'Delivery on the promised day')
    await pick(theirs, 'Clothing', 'Delivery on the promised day', 'Seams and buttons')
    await page.evaluate(() => {
      for (const [id, label] of [
        ['side', 'Add 1 cue'],
        ['other-side', 'Add 2 cues'],
      ] as const) {
        const { contentDocument } = document.getElementById(id) as HTMLIFrameElement
        ;[...contentDocument!.querySelectorAll('button')].find((one) => one.textContent === label)!.click()
      }
    })
    await theirs.getByText('1 cue added, 1 was there already.').waitFor()
    await mine.getByText('1 cue added.').waitFor()
    expect(await outcomesOf('Delivery on the promised day')).toEqual(['Gets it when needed'])
    expect(await outcomesOf('Seams and buttons')).toHaveLength(1)
  })

  test('when it was not answered, and arrives after the second try', async () => {
    await mine.getByRole('button', { name: 'From a library' }).click()
    await pick(mine, 'Software', 'Status page')
    const arrive = await holdQuestion(page, 'changeRows', 'The spreadsheet has not answered. Try again.')
    await add(mine)
    await mine.getByText('The spreadsheet has not answered.').waitFor()
    await look({ page, frame: mine, host: 'workbench' }, '35-library-problem')
    await add(mine)
    await mine.getByText('1 cue added.').waitFor()
    await arrive()
    expect(await outcomesOf('Status page')).toHaveLength(1)
  })

  test('when it arrives after a colleague has given it another outcome, which stays', async () => {
    await mine.getByRole('button', { name: 'From a library' }).click()
    await pick(mine, 'Software', 'Uptime guarantee')
    const arrive = await holdQuestion(page, 'changeRows', 'The spreadsheet has not answered. Try again.')
    await add(mine)
    await mine.getByText('The spreadsheet has not answered.').waitFor()
    await add(mine)
    await mine.getByText('1 cue added.').waitFor()
    await write('Uptime guarantee', 5, 'Sleeps well')
    await arrive()
    expect(await outcomesOf('Uptime guarantee')).toEqual(['Sleeps well'])
  })
})

describe('on purpose', () => {
  test('a cue whose row has become another one can be added again', async () => {
    await write('Status page', 0, 'Status page for partners')
    await mine.locator('.entry', { hasText: 'Status page for partners' }).waitFor()
    await mine.getByRole('button', { name: 'From a library' }).click()
    await pick(mine, 'Software', 'Status page')
    await add(mine)
    await mine.getByText('1 cue added.').waitFor()
    expect([await outcomesOf('Status page'), await outcomesOf('Status page for partners')]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ])
    await openCue({ page, frame: mine, host: 'workbench' }, 'Status page for partners')
    await mine.getByRole('button', { name: '‹ Back' }).click()
  })

  test('a new cue may have the name of one that is there', async () => {
    await mine.getByRole('button', { name: 'New cue' }).click()
    await mine.getByLabel('Cue', { exact: true }).fill('Status page')
    await mine.getByRole('button', { name: /^Add$/ }).click()
    await mine.getByText('Added.').waitFor()
    expect(await outcomesOf('Status page')).toHaveLength(2)
  })

  test('a new cue that was not answered and arrives after the second try is there once', async () => {
    await mine.getByRole('button', { name: 'New cue' }).click()
    await mine.getByLabel('Cue', { exact: true }).fill('Thank-you note')
    const arrive = await holdQuestion(page, 'changeRows', 'The spreadsheet has not answered. Try again.')
    await mine.getByRole('button', { name: /^Add$/ }).click()
    await mine.getByText('The spreadsheet has not answered.').waitFor()
    await mine.getByRole('button', { name: /^Add$/ }).click()
    await mine.getByText('Added.').waitFor()
    await arrive()
    expect(await outcomesOf('Thank-you note')).toHaveLength(1)
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})
