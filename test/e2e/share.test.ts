import JSZip from 'jszip'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './signalsSteps.ts'
import {
  differences,
  expectSameInLibreOffice,
  expectValues,
  savedAs,
  shownIn,
  soffice,
  type Sheets,
} from './savedWorkbook.ts'
import { clickCell, goToSheet, openWorkbench, pointAt } from './workbenchPage.ts'

let opened: Awaited<ReturnType<typeof openWorkbench>>
let page: Page
let frame: Frame
let before: Sheets
let file: Buffer

beforeAll(async () => {
  opened = await openWorkbench()
  ;({ page, frame } = opened)
  page.on('dialog', (dialog) => dialog.accept())
  before = await shownIn(page)
  await frame.getByRole('tab', { name: 'Share' }).click()
}, 60_000)
afterAll(async () => opened?.close())

const said = () => frame.locator('#panel-Share [role=status]')
/** The cells that show something else in the other sheets, formula or not. */
function changesIn(others: Sheets): string[] {
  const isNear = (other: unknown, value: unknown) =>
    typeof value === 'number' && Math.abs(Number(other) - value) <= 1e-9 * Math.abs(value)
  return differences(
    before,
    (i, j, sheet) => others[sheet]?.[i]?.[j]?.value ?? null,
    (other, { value }) => other === value || isNear(other, value),
  )
}

const inTables = (sheets: Sheets) =>
  Object.values(sheets).flatMap((rows) => rows.flatMap((row) => row.filter(({ isSpilled }) => isSpilled)))

test('formulas in which ours are a part join the sample', async () => {
  await page.evaluate(() => {
    const { model } = window.cuesheet
    const sheetId = model.getters.getSheetIds()[0]!
    const formulas = [
      '=ROUND(ROAS(C6,C10),3)',
      '=IFERROR(LTV(50,80%,4%)/CAC(C6,1),"none")',
      '="NPS is "&TEXT(NPS(Survey!E:E),"0.0")',
    ]
    formulas.forEach((content, i) => model.dispatch('UPDATE_CELL', { sheetId, col: 2, row: 20 + i, content }))
  })
  before = await shownIn(page)
})

test('all formulas of ours in the sample become what everybody can read, and not a cell shows anything else', async () => {
  expect(inTables(before).length).toBeGreaterThan(100)
  await frame.getByLabel('Formulas of the spreadsheet’s own').check()
  await frame.getByRole('button', { name: 'Make portable' }).click()
  await expect.poll(() => said().textContent()).toMatch(/^\d+ formulas became values\. \d+ formulas became ones of/)
  const after = await shownIn(page)
  expect(changesIn(after)).toEqual([])
  expect(inTables(after)).toEqual([])
})

test('Ctrl+Z in the sidebar takes all of it back with the notes, and Ctrl+Y does it again', async () => {
  const notes = () =>
    page.evaluate(() => window.cuesheet.book.readFormulas(null).then((all) => all.flatMap(({ notes }) => notes).length))
  const count = await notes()
  expect(count).toBeGreaterThan(60)
  await page.keyboard.press('Control+z')
  await expect.poll(notes).toBe(0)
  expect(inTables(await shownIn(page)).length).toBeGreaterThan(100)
  await page.keyboard.press('Control+y')
  await expect.poll(notes).toBe(count)
})

test('what has no such formula is listed, and a click leads to it', async () => {
  await frame.getByRole('button', { name: 'Start C7' }).click()
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { getters } = window.cuesheet.model
        const { col, row } = getters.getActivePosition()
        return [getters.getActiveSheet().name, col, row]
      }),
    )
    .toEqual(['Start', 2, 6])
})

test('the note over a cell says what stood there', async () => {
  await goToSheet(page, 'Start')
  await clickCell(page, 'A1')
  await pointAt(page, 'C5')
  await expect.poll(() => page.locator('.note-card .note-words').textContent()).toMatch(/^Cuesheet: =NPS\(Survey!E:E\)/)
})

test('the tab is accessible with its list', async () => {
  await look({ page, frame, host: 'workbench' }, 'share')
})

test('the file shows the same to others, who work out its formulas themselves', async () => {
  const shown = await shownIn(page)
  file = await savedAs(page, 'With formulas')
  await expectValues(file, shown)
  if (soffice) await expectSameInLibreOffice(file, shown, 'formulas')
}, 120_000)

test('a copy with values only says nothing of our formulas', async () => {
  const copy = await JSZip.loadAsync(await savedAs(page, 'With values only, for anyone'))
  expect(Object.keys(copy.files).filter((path) => /comments/.test(path))).toEqual([])
})

test('in the file that is opened again all formulas come back', async () => {
  await page.locator('#file').setInputFiles({ name: 'shared.xlsx', mimeType: '', buffer: file })
  await expect.poll(() => page.locator('#name').inputValue()).toBe('shared')
  await frame.getByRole('button', { name: 'Bring our formulas back' }).click()
  await expect.poll(() => said().textContent()).toMatch(/^\d+ formulas are back\.$/)
  expect(await frame.locator('.remarks').count()).toBe(0)
  expect(changesIn(await shownIn(page))).toEqual([])
  expect(opened.failures).toEqual([])
}, 60_000)
