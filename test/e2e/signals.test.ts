import { mkdirSync } from 'node:fs'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { cellAt, clickCell, openPage, sheetNames, type } from './workbenchPage.ts'

/** SEE=folder keeps a picture of every step, to be looked at. */
const pictures = process.env['SEE']
let browser: Browser
let page: Page
let side: FrameLocator
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page, failures, close } = await openPage(browser))
  side = page.frameLocator('#side')
  if (pictures) mkdirSync(pictures, { recursive: true })
}, 60_000)
afterAll(async () => {
  await close()
  await browser.close()
})

async function look(name: string): Promise<void> {
  if (!pictures) return
  await page.screenshot({ path: `${pictures}/${name}.png` })
}

const button = (name: string | RegExp) => side.getByRole('button', { name })
const inSheet = async (cell: string) => (await cellAt(page, cell)).value

/** Goes to a sheet by its name at the bottom. */
async function goTo(sheet: string): Promise<void> {
  await page.locator('.o-sheet-name', { hasText: new RegExp(`^${sheet}$`) }).click()
}

describe('a manager fills in a signal matrix', () => {
  test('opens the tab and creates the sheet', async () => {
    await side.getByRole('tab', { name: 'Signals' }).click()
    await button('Create the sheet').waitFor()
    await look('01-start')
    await button('Create the sheet').click()
    await side.getByRole('heading', { name: 'Cues to start from' }).waitFor()
    expect(await sheetNames(page)).toContain('Signals')
  })

  test('picks ten cues from a library', async () => {
    await side.getByLabel('Trade').selectOption('Software')
    const boxes = side.getByRole('checkbox')
    for (let i = 0; i < 10; i++) await boxes.nth(i).check()
    await look('02-library')
    await button('Add 10 cues').click()
    await side.getByText('10 cues added.').waitFor()
    await look('03-list')
    await goTo('Signals')
    expect(await inSheet('A1')).toBe('Cue')
    expect(await inSheet('A11')).toBeTruthy()
    expect(await inSheet('A12')).toBeNull()
  })

  test('fills in owner, promise and delivery, and sees what is promised too much', async () => {
    await side.locator('.cue').first().click()
    await side.getByLabel('Owner').fill('Maria')
    await side.getByLabel('Promise').selectOption('5')
    await side.getByLabel('Delivery').selectOption('3')
    await look('04-cue')
    await button('Save').click()
    await side.getByText('Saved.').waitFor()
    await side.getByText(/Over-promised: 5 promised, 3 delivered/).waitFor()
    await look('05-over-promised')
    const row = await rowOf('Maria', 'J')
    expect(await inSheet(`G${row}`)).toBe(5)
  })

  test('links CSAT to the survey and sees its live value and status', async () => {
    await goTo('Survey')
    await clickCell(page, 'B5')
    await side.locator('.cue').first().click()
    await button('Link a metric').click()
    await side.getByLabel(/Find a metric/).fill('satisfied')
    await look('06-metrics')
    await side.getByRole('button', { name: /^CSAT/ }).click()
    await side.getByLabel('Column for ratings').waitFor()
    await side.getByLabel('Column for ratings').selectOption({ label: 'satisfaction' })
    await look('07-link')
    await button('Link to the cue').click()
    await side.getByText('CSAT is linked.').waitFor()
    await side.locator('.live').first().waitFor()
    await goTo('Signals')
    const row = await rowOf('CSAT', 'K')
    expect(await inSheet(`L${row}`)).toBeCloseTo(0.8, 0)
    expect(['green', 'amber', 'red']).toContain(await inSheet(`N${row}`))
    await look('08-linked')
  })

  test('the value changes with the data', async () => {
    const row = await rowOf('CSAT', 'K')
    const before = await inSheet(`L${row}`)
    await goTo('Survey')
    await clickCell(page, 'F2')
    await type(page, '1')
    await page.keyboard.press('Enter')
    await goTo('Signals')
    expect(await inSheet(`L${row}`)).not.toBe(before)
  })

  test('a row edited by hand is in the list, a row typed by hand is taken in when asked', async () => {
    await clickCell(page, 'A12')
    await type(page, 'Typed by hand')
    await page.keyboard.press('Enter')
    await button('Take them in').waitFor()
    await look('09-repair')
    await button('Take them in').click()
    await side.getByText('Mended.').waitFor()
    expect(String(await inSheet('P12'))).toMatch(/^[0-9a-v]{8}$/)
    await side.getByText('Typed by hand').waitFor()
  })

  test('marks a cue as reviewed today', async () => {
    await side.getByRole('button', { name: /Typed by hand/ }).click()
    await button('Reviewed today').click()
    await side.getByText('Marked as reviewed today.').waitFor()
    expect(await inSheet('O12')).toBeGreaterThan(46000)
    await side.getByRole('button', { name: '‹ Back' }).click()
  })

  test('a row that someone else changes meanwhile is shown side by side', async () => {
    await side.getByRole('button', { name: /Typed by hand/ }).click()
    await side.getByLabel('Owner').fill('Jon')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getActiveSheetId()
      model.dispatch('UPDATE_CELL', { sheetId, col: 9, row: 11, content: 'Ada' })
    })
    await button('Save').click()
    await side.getByText(/was changed by someone else/).waitFor()
    await look('10-conflict')
    await button('Write mine').click()
    await side.getByText('Written.').waitFor()
    expect(await inSheet('J12')).toBe('Jon')
  })

  test('explains the number in a cell', async () => {
    const row = await rowOf('CSAT', 'K')
    await clickCell(page, `L${row}`)
    await side.getByRole('tab', { name: 'Explain' }).click()
    await side.getByText(/601 rows read/).waitFor()
    await look('11-explain')
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})

/** The number of the row that holds this in a column of the sheet in front. */
async function rowOf(content: string, column: string): Promise<number> {
  for (let row = 1; row < 40; row++) if ((await inSheet(`${column}${row}`)) === content) return row
  throw new Error(`no row has ${content} in column ${column}`)
}
