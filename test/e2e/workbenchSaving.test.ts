import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { cellAt, clickCell, openPage, sheetNames, type } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page
let downloads: Download[]

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => browser?.close())
beforeEach(async () => {
  await opened?.close()
  opened = await openPage(browser)
  page = opened.page
  downloads = []
  page.on('download', (download) => downloads.push(download))
  await press('New')
  await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const isLeftUnasked = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })))
const isSaved = () => page.getByText('Saved as workbook.xlsx').waitFor()

async function typeInto(cell: string, text: string) {
  await clickCell(page, cell)
  await type(page, text)
  await page.keyboard.press('Enter')
}

/** The numbers and texts in the first sheet of a file, the first that was saved, the second and so on from 0. */
async function saved(at: number): Promise<string> {
  // The browser tells of a download after the page does.
  await expect.poll(() => downloads.length).toBeGreaterThan(at)
  const zip = await JSZip.loadAsync(await readFile(await downloads[at]!.path()))
  const parts = ['xl/worksheets/sheet0.xml', 'xl/sharedStrings.xml'].map((path) => zip.file(path)!.async('text'))
  return (await Promise.all(parts)).join('').replace(/<[^>]*>/g, ' ')
}

/** Does something when all that is saved has been gathered, and the file is still to be packed. */
const whileSaving = (action: () => void) =>
  page.evaluate((action) => {
    const { model } = window.cuesheet
    const gather = model.exportXLSX.bind(model)
    model.exportXLSX = async () => {
      const exported = await gather()
      model.exportXLSX = gather
      ;(new Function(`return ${action}`)() as () => void)()
      return exported
    }
  }, String(action))

test('what is typed while a workbook is saved is not in the file, and asked about on leaving', async () => {
  await typeInto('A1', '51')
  await whileSaving(() => {
    const { model } = window.cuesheet
    model.dispatch('UPDATE_CELL', { sheetId: model.getters.getActiveSheetId(), col: 1, row: 1, content: '73' })
  })
  await press('Save .xlsx')
  await isSaved()
  expect(await saved(0)).toContain('51')
  expect(await saved(0)).not.toContain('73')
  expect(await isLeftUnasked()).toBe(false)
  await press('Save .xlsx')
  await expect.poll(isLeftUnasked).toBe(true)
  expect(await saved(1)).toContain('73')
})

test('a workbook has the name that stands beside Cuesheet, and is saved under it', async () => {
  const name = page.getByLabel('Name of the workbook')
  expect(await name.inputValue()).toBe('workbook')
  for (const [typed, shown] of [
    ['Plan 2027', 'Plan 2027'],
    ['  a/b: "c" <d>.xlsx ', 'a b c d'],
    [' . ', 'a b c d'],
  ]) {
    await name.fill(typed!)
    await name.press('Enter')
    expect(await name.inputValue()).toBe(shown)
  }
  await name.fill('thrown away')
  await name.press('Escape')
  expect(await name.inputValue()).toBe('a b c d')
  await press('Save .xlsx')
  await page.getByText('Saved as a b c d.xlsx').waitFor()
  await expect.poll(() => downloads.length).toBe(1)
  expect(downloads[0]!.suggestedFilename()).toBe('a b c d.xlsx')
  await press('Sample')
  await expect.poll(() => name.inputValue()).toBe('sample')
  await press('Bring back a b c d')
  await expect.poll(() => name.inputValue()).toBe('a b c d')
})

test('pressed twice, the workbook is saved once', async () => {
  await typeInto('A1', '51')
  await page.getByRole('button', { name: 'Save .xlsx', exact: true }).dblclick()
  await isSaved()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
  expect(downloads).toHaveLength(1)
  expect(await isLeftUnasked()).toBe(true)
  await press('Save .xlsx')
  await expect.poll(() => downloads.length).toBe(2)
})

test('pressed again after a change meanwhile, it is saved with that as well', async () => {
  await typeInto('A1', '51')
  await whileSaving(() => {
    const { model } = window.cuesheet
    model.dispatch('UPDATE_CELL', { sheetId: model.getters.getActiveSheetId(), col: 1, row: 1, content: '73' })
    document.getElementById('save')!.click()
  })
  await press('Save .xlsx')
  await expect.poll(() => downloads.length).toBe(2)
  expect(await saved(0)).not.toContain('73')
  expect(await saved(1)).toContain('73')
  await expect.poll(isLeftUnasked).toBe(true)
})

test('a workbook that takes its place meanwhile is not taken for saved, and can be saved at once', async () => {
  await typeInto('A1', '51')
  await whileSaving(() => document.getElementById('new')!.click())
  await press('Save .xlsx')
  await isSaved()
  expect(await saved(0)).toContain('51')
  expect(await isLeftUnasked()).toBe(true)
  await typeInto('A1', '95')
  expect(await isLeftUnasked()).toBe(false)
  await press('Save .xlsx')
  await expect.poll(() => downloads.length).toBe(2)
  expect(await saved(1)).toContain('95')
  await expect.poll(isLeftUnasked).toBe(true)
})

test('what is being typed in a cell is in the file', async () => {
  await clickCell(page, 'A1')
  await type(page, '51')
  await press('Save .xlsx')
  await isSaved()
  expect(await saved(0)).toContain('51')
  expect(await isLeftUnasked()).toBe(true)
})

test('what is being typed in a cell is asked about on leaving', async () => {
  expect(await isLeftUnasked()).toBe(true)
  await clickCell(page, 'A1')
  await type(page, '51')
  expect(await isLeftUnasked()).toBe(false)
})

test('what is being typed in a cell stays when a csv is added, and in a workbook that is brought back', async () => {
  await clickCell(page, 'A1')
  await type(page, '51')
  await page.locator('#file').setInputFiles({ name: 'added.csv', mimeType: '', buffer: Buffer.from('score\n9\n') })
  await page.getByText('added.csv is open').waitFor()
  await page.locator('.o-sheet-name', { hasText: 'Sheet1' }).click()
  expect((await cellAt(page, 'A1')).shown).toBe('51')
  await clickCell(page, 'B1')
  await type(page, 'half')
  await press('Sample')
  await press('Bring back workbook')
  await expect.poll(async () => (await cellAt(page, 'B1')).shown).toBe('half')
})
