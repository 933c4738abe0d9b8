import JSZip from 'jszip'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { cellAt, clickCell, openPage, pointAt, sheetNames, type } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => browser?.close())
beforeEach(async () => {
  opened = await openPage(browser)
  page = opened.page
})
afterEach(async () => {
  const { strayRequests, failures } = opened
  await opened.close()
  expect({ strayRequests, failures }, 'nothing was asked from elsewhere, and nothing failed').toEqual({
    strayRequests: [],
    failures: [],
  })
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const notice = () => page.getByRole('status')
const shown = (cell: string) => expect.poll(async () => (await cellAt(page, cell)).shown)
const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'latin1'),
})

/** Opens a file with the button, as people do. */
async function choose(file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser')
  await press('Open file…')
  await (await chooser).setFiles(file)
}

async function typeInto(cell: string, text: string) {
  await clickCell(page, cell)
  await type(page, text)
  await page.keyboard.press('Enter')
}

describe('the page', () => {
  test('starts with the sample workbook and says that its data are synthetic', async () => {
    expect(await sheetNames(page)).toEqual([
      'Start',
      'LTV model',
      'Customer value',
      'Subscriptions',
      'Cohorts',
      'Survey results',
      'Service desk',
      'Staffing',
      'Ad budget',
      'Launch',
      'Targets',
      'Orders',
      'Survey',
      'Tickets',
      'Outages',
      'Ad weeks',
      'Lamp prices',
    ])
    expect((await cellAt(page, 'B2')).value).toMatch(/synthetic/)
    expect((await cellAt(page, 'C5')).type).toBe('number')
  })

  test('shows the sidebar, which can be hidden and shown again', async () => {
    const sidebar = page.frameLocator('#side')
    await sidebar.getByText('NPS', { exact: true }).first().waitFor()
    await press('Hide sidebar')
    expect(await page.locator('#side').isVisible()).toBe(false)
    await press('Show sidebar')
    expect(await page.locator('#side').isVisible()).toBe(true)
  })

  test('what one types first goes into the grid, although the sidebar is open', async () => {
    await page.frameLocator('#side').getByText('NPS', { exact: true }).first().waitFor()
    await type(page, '=LTV(100,80%,5%)')
    await page.keyboard.press('Enter')
    await shown('A1').toBe('1600')
  })

  test('F6 goes from the grid to the sidebar, to the buttons and back', async () => {
    const query = page.frameLocator('#side').getByRole('searchbox')
    await query.waitFor()
    await page.keyboard.press('F6')
    // Past the tabs of the sidebar.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('nps')
    await expect.poll(() => query.inputValue()).toBe('nps')
    await page.keyboard.press('F6')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open')
    await page.keyboard.press('F6')
    await type(page, '=1+1')
    await page.keyboard.press('Enter')
    await shown('A1').toBe('2')
    await page.keyboard.press('Shift+F6')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open')
  })

  test('the buttons can be reached with the keyboard', async () => {
    // The grid has the focus at first.
    await page.getByRole('heading', { name: 'Cuesheet workbench' }).click()
    await page.keyboard.press('Tab')
    const names: string[] = []
    for (let i = 0; i < 6; i++) {
      const name = () =>
        document.activeElement!.textContent!.trim() || document.activeElement!.getAttribute('aria-label')
      names.push((await page.evaluate(name)) ?? '')
      await page.keyboard.press('Tab')
    }
    expect(names).toEqual(['Name of the workbook', 'Open file…', 'Save .xlsx', 'Save as…', 'New', 'Sample'])
  })

  test('leaving the page asks first once something was changed', async () => {
    const leaves = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
    expect(await leaves()).toBe(true)
    await press('New')
    await typeInto('B2', '5')
    await shown('B2').toBe('5')
    expect(await leaves()).toBe(false)
  })

  test('a narrower window keeps the menus, and the grid does not cover the sidebar', async () => {
    for (const width of [1024, 800, 1440]) {
      await page.setViewportSize({ width, height: 768 })
      await expect
        .poll(async () => {
          const [grid, side] = await Promise.all([
            page.locator('#grid .o-grid').boundingBox(),
            page.locator('#side').boundingBox(),
          ])
          return side!.x - (grid!.x + grid!.width)
        })
        .toBeGreaterThanOrEqual(0)
      expect(await page.getByText('Insert', { exact: true }).isVisible()).toBe(true)
    }
  })

  test('a new workbook is empty, and the sample comes back', async () => {
    await press('New')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
    await press('Sample')
    await expect.poll(() => sheetNames(page)).toContain('Cohorts')
  })

  test('a workbook that was replaced can be brought back as it was', async () => {
    await press('New')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
    await typeInto('A1', '9')
    await press('Sample')
    await expect.poll(() => sheetNames(page)).toContain('Cohorts')
    await press('Bring back workbook')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
    await typeInto('B1', '=NPS(A1)')
    await shown('B1').toBe('100')
  })

  test('what was done is kept: by the empty workbook after it, by a csv file, and a second one asks', async () => {
    const leaves = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
    await press('New')
    await typeInto('A1', '9')
    await press('New')
    expect(await leaves()).toBe(false)
    await press('New')
    await press('Bring back workbook')
    await shown('A1').toBe('9')
    const chooser = page.waitForEvent('filechooser')
    await press('Open file…')
    await (await chooser).setFiles({ name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from('score\n9\n') })
    await page.getByText('answers.csv is open').waitFor()
    expect(await leaves()).toBe(false)
    await press('Sample')
    await typeInto('Z1', '5')
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await press('New')
    expect(asked).toEqual(['What you did in “workbook” before will be lost. Go on?'])
    expect(await sheetNames(page)).toContain('Cohorts')
    await press('Bring back workbook')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1', 'answers'])
    // What is in a file is not lost.
    await press('Save .xlsx')
    await page.getByText('Saved as workbook.xlsx').waitFor()
    await press('Sample')
    expect(await leaves()).toBe(false)
    await press('Bring back sample')
    await shown('Z1').toBe('5')
    await press('Save .xlsx')
    await page.getByText('Saved as sample.xlsx').waitFor()
    expect(await leaves()).toBe(true)
  })

  test('the sidebar puts a formula over the selected cells into the selected cell', async () => {
    await press('New')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
    await typeInto('A1', '10')
    await typeInto('A2', '3')
    const sidebar = page.frameLocator('#side')
    await sidebar.getByText('NPS', { exact: true }).first().click()
    await clickCell(page, 'A1')
    await page.keyboard.press('Shift+ArrowDown')
    await sidebar.getByRole('button', { name: 'Use selection' }).first().click()
    await clickCell(page, 'C3')
    await sidebar.getByRole('button', { name: 'Insert into the selected cell' }).click()
    await shown('C3').toBe('0.0')
    expect((await cellAt(page, 'C3')).isFormula).toBe(true)
  })
})

describe('a number is explained', () => {
  const explain = async () => {
    const sidebar = page.frameLocator('#side')
    await sidebar.getByRole('tab', { name: 'Explain' }).click()
    await sidebar.getByRole('button', { name: 'Explain the selected cell' }).click()
    return sidebar.getByRole('tabpanel')
  }

  test('in any cell of a table', async () => {
    await page.locator('.o-sheet-name', { hasText: 'Cohorts' }).click()
    await clickCell(page, 'D6')
    const panel = await explain()
    await expect.poll(() => panel.innerText()).toContain('=COHORT_RETENTION(')
    expect(await panel.innerText()).toMatch(/rows read/)
    expect(await panel.getByRole('heading', { level: 2 }).first().innerText()).toMatch(/^A3$/i)
  })

  test('a rate tells how many it is made of, and how sure it is', async () => {
    await page.locator('.o-sheet-name', { hasText: 'Start' }).click()
    await typeInto('B40', '=CSAT(Survey!F:F)')
    await clickCell(page, 'B40')
    const panel = await explain()
    await expect
      .poll(() => panel.innerText())
      .toMatch(
        /\d+ of 582 answers\. The rate of all probably lies between [\d.]+% and [\d.]+% \(95% confidence, Wilson\)/,
      )
  })

  test('and where it is a part of a formula', async () => {
    await press('New')
    await typeInto('A1', '10')
    await typeInto('A2', '3')
    await typeInto('C1', '=ROUND(NPS(A1:A2),1)&" points"')
    await clickCell(page, 'C1')
    const panel = await explain()
    await expect
      .poll(() => panel.innerText())
      .toContain('A part of =ROUND(NPS(A1:A2),1)&" points", which shows 0 points.')
    expect(await panel.innerText()).toContain('=NPS(A1:A2)')
  })

  test('and what is told follows the selection', async () => {
    await press('New')
    await typeInto('A1', '10')
    await typeInto('C1', '=NPS(A1)')
    await typeInto('C2', '=CSAT(A1,,10)')
    await clickCell(page, 'C1')
    const panel = await explain()
    await expect.poll(() => panel.innerText()).toContain('=NPS(A1)')
    await clickCell(page, 'C2')
    await expect.poll(() => panel.innerText()).toContain('=CSAT(A1,,10)')
    // A cell that is no formula of ours is nothing wrong, since nobody has asked.
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => panel.innerText()).toContain('C3 holds no formula of ours')
    expect(await panel.locator('.problem').count()).toBe(0)
    await press('Sample')
    await expect.poll(() => panel.innerText()).not.toContain('C3 holds')
  })
})

describe('typing', () => {
  beforeEach(async () => {
    await press('New')
    await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
  })

  test('a formula computes', async () => {
    await typeInto('A1', '10')
    await typeInto('A2', '9')
    await typeInto('A3', '3')
    await typeInto('C1', '=NPS(A:A)')
    await shown('C1').toBe('33.33333333')
    await typeInto('A3', '10')
    await shown('C1').toBe('100')
  })

  test('a percentage, semicolons and quotes are taken as they are meant', async () => {
    await typeInto('A1', '78%')
    await typeInto('A1', '80%')
    await shown('A1').toBe('80%')
    expect((await cellAt(page, 'A1')).value).toBe(0.8)
    await typeInto('C1', '=LTV(100;A1;0,05)')
    await shown('C1').toBe('1600')
    await typeInto('C2', '=KPI_STATUS(5,“>= 4”)')
    await shown('C2').toBe('green')
  })

  test('Enter after a row that was filled with Tab goes below its first cell', async () => {
    await clickCell(page, 'B2')
    for (const [text, key] of [
      ['1', 'Tab'],
      ['2', 'Tab'],
      // Cells that stay blank are passed by.
      ['', 'Tab'],
      ['', 'Tab'],
      ['3', 'Enter'],
      ['4', 'Enter'],
      ['5', 'Enter'],
    ] as const) {
      await type(page, text)
      await page.keyboard.press(key)
    }
    const found = await Promise.all(['B2', 'C2', 'F2', 'B3', 'B4'].map((cell) => cellAt(page, cell)))
    expect(found.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
  })

  test('the first letters bring up the function and what it is', async () => {
    await clickCell(page, 'B2')
    await type(page, '=NP')
    const first = page.locator('.o-autocomplete-content').first()
    await expect.poll(() => first.innerText()).toMatch(/^NPS\s+Net Promoter Score: promoters/)
    await page.keyboard.press('Tab', { delay: 80 })
    await expect.poll(() => page.locator('.o-grid-composer .o-composer').innerText()).toBe('=NPS(')
  })

  test('the help about the argument is there without a click', async () => {
    await clickCell(page, 'B2')
    await type(page, '=LTV(100,')
    const help = page.locator('.o-formula-assistant')
    await help.getByText('Gross margin as a share of revenue.').waitFor()
    expect(await help.innerText()).toMatch(/Customer lifetime value/)
    expect(await help.getByText('Revenue per customer (account) per period.').isVisible()).toBe(false)
  })

  test('the choices of an argument are offered and can be taken', async () => {
    await typeInto('A1', 'Ann')
    await typeInto('B1', '2026-01-05')
    await clickCell(page, 'D1')
    await type(page, '=COHORT_RETENTION(A1,B1,')
    await page.locator('.o-autocomplete-content', { hasText: '"quarter"' }).click()
    await type(page, ')')
    await page.keyboard.press('Enter')
    await shown('D2').toBe('2026-01-01')
  })

  test('a wrong cell is explained in a card over the formula', async () => {
    await typeInto('A1', '10')
    await typeInto('A2', '11')
    await typeInto('C1', '=NPS(A1:A2)')
    await shown('C1').toBe('#VALUE!')
    await pointAt(page, 'F9')
    await pointAt(page, 'C1')
    const card = page.locator('.o-error-tooltip-message')
    await expect.poll(() => card.innerText()).toContain('NPS: scores row 2 has 11, outside 0 to 10')
  })
})

describe('files', () => {
  test('a csv opens as a sheet of its own, ready to compute with', async () => {
    await choose(
      csv('Survey März.csv', [
        'kunde;datum;note;preis',
        'Müller;13.02.2026;10;1.234,50 ',
        'Jörg;01.03.2026;9;12,5',
        'Ann;;3;',
        '',
      ]),
    )
    await expect.poll(() => sheetNames(page)).toContain('Survey März')
    await expect.poll(() => notice().innerText()).toBe('Survey März.csv is open')
    expect(await cellAt(page, 'A2')).toMatchObject({ value: 'Müller' })
    expect(await cellAt(page, 'B3')).toMatchObject({ shown: '2026-03-01' })
    expect(await cellAt(page, 'D2')).toMatchObject({ value: 1234.5 })
    await typeInto('F1', '=NPS(C:C)')
    await shown('F1').toBe('33.33333333')
  })

  test('a csv in Windows-1252 keeps its euro signs', async () => {
    const buffer = Buffer.from([...Buffer.from('currency\n'), 0x80, 0x0a])
    await choose({ name: 'prices.csv', mimeType: 'text/csv', buffer })
    await expect.poll(() => notice().innerText()).toBe('prices.csv is open')
    expect((await cellAt(page, 'A2')).value).toBe('€')
  })

  test('a csv can be dropped on the page', async () => {
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['score\n10\n9\n'], 'dropped.csv', { type: 'text/csv' }))
      return transfer
    })
    await page.dispatchEvent('#grid', 'dragover', { dataTransfer: files })
    await page.dispatchEvent('#grid', 'drop', { dataTransfer: files })
    await expect.poll(() => sheetNames(page)).toContain('dropped')
  })

  test('a saved workbook opens again with its formulas, results and formats', async () => {
    const cells = ['C5', 'E5', 'C10', 'C17']
    const before = await Promise.all(cells.map((cell) => cellAt(page, cell)))
    const download = page.waitForEvent('download')
    await press('Save .xlsx')
    const file = await download
    expect(file.suggestedFilename()).toBe('sample.xlsx')
    const buffer = await readFile(await file.path())
    const strings = await (await JSZip.loadAsync(buffer)).file('xl/sharedStrings.xml')!.async('text')
    expect(strings, 'no apostrophe is left that Excel would show').toContain('<t>=NPS(Survey!E:E)</t>')
    await press('New')
    await choose({ name: 'again.xlsx', mimeType: '', buffer })
    await expect.poll(() => notice().innerText()).toBe('again.xlsx is open')
    expect(await Promise.all(cells.map((cell) => cellAt(page, cell)))).toEqual(before)
    await page.locator('.o-sheet-name', { hasText: 'Cohorts' }).click()
    expect(await cellAt(page, 'A3')).toMatchObject({ value: 'cohort', isFormula: true })
    expect(await cellAt(page, 'D4')).toMatchObject({ type: 'number', isFormula: false })
  })

  test.each([
    ['a file that is no workbook', 'broken.xlsx', 'no zip file', 'it is no Excel workbook, or it is damaged'],
    ['an empty file', 'empty.csv', '', 'there is nothing in it'],
    ['a picture', 'picture.png', 'PNG\0\0', 'it is neither an Excel workbook nor text'],
  ])('%s is refused in a sentence, and the open workbook stays', async (_, name, text, reason) => {
    await choose({ name, mimeType: '', buffer: Buffer.from(text) })
    await expect.poll(() => notice().innerText()).toBe(`${name} cannot be opened: ${reason}`)
    expect(await sheetNames(page)).toContain('Start')
  })
})

if (process.env['UPDATE_PICTURE']) {
  test('the picture in the guide is taken', async () => {
    await page.locator('.o-sheet-name', { hasText: 'Cohorts' }).click()
    await clickCell(page, 'A3')
    await page.frameLocator('#side').getByText('COHORT_RETENTION', { exact: true }).first().click()
    await page.mouse.move(700, 700)
    await page.waitForTimeout(500)
    await page.screenshot({ path: fileURLToPath(new URL('../../docs/workbench.png', import.meta.url)) })
  })
}
