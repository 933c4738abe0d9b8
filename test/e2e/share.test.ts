import JSZip from 'jszip'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './signalsSteps.ts'
import { expectSameInLibreOffice, expectValues, savedAs, shownIn, soffice } from './savedWorkbook.ts'
import { clickCell, goToSheet, openWorkbench, pointAt } from './workbenchPage.ts'

let opened: Awaited<ReturnType<typeof openWorkbench>>
let page: Page
let frame: Frame
let before: Values
let file: Buffer

beforeAll(async () => {
  opened = await openWorkbench()
  ;({ page, frame } = opened)
  page.on('dialog', (dialog) => dialog.accept())
  await frame.getByRole('tab', { name: 'Share' }).click()
}, 60_000)
afterAll(async () => opened?.close())

const said = () => frame.locator('#panel-Share [role=status]')
type Values = Record<string, unknown[][]>

/** What the cells of all sheets hold, and how many of them a formula elsewhere fills. */
function valuesIn(): Promise<{ values: Values; filled: number }> {
  return page.evaluate(() => {
    const { getters } = window.cuesheet.model
    const values: Values = {}
    let filled = 0
    for (const sheetId of getters.getSheetIds()) {
      const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId)
      values[getters.getSheetName(sheetId)] = Array.from({ length: numberOfRows }, (_, row) =>
        Array.from({ length: numberOfCols }, (_, col) => {
          const position = { sheetId, row, col }
          const cell = getters.getCell(position)
          const isOwn = cell !== undefined && (cell.isFormula || cell.content !== '')
          if (!isOwn && getters.getArrayFormulaSpreadingOn(position)) filled++
          return getters.getEvaluatedCell(position).value || null
        }),
      )
    }
    return { values, filled }
  })
}

/** The cells that show something else than at first, formula or not. */
function changesIn(others: Values): string[] {
  return Object.entries(before).flatMap(([sheet, rows]) =>
    rows.flatMap((row, i) =>
      row.flatMap((value, j) => {
        const other = others[sheet]?.[i]?.[j] ?? null
        const isNear = typeof value === 'number' && Math.abs(Number(other) - value) <= 1e-9 * Math.abs(value)
        return value === other || isNear ? [] : [`${sheet} row ${i + 1} column ${j + 1}: ${other}, not ${value}`]
      }),
    ),
  )
}

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
  before = (await valuesIn()).values
})

test('all formulas of ours in the sample become what everybody can read, and not a cell shows anything else', async () => {
  expect((await valuesIn()).filled).toBeGreaterThan(100)
  await frame.getByLabel('Formulas of the spreadsheet’s own').check()
  await frame.getByRole('button', { name: 'Make portable' }).click()
  await expect.poll(() => said().textContent()).toMatch(/^\d+ formulas became values\. \d+ formulas became ones of/)
  const { values, filled } = await valuesIn()
  expect(changesIn(values)).toEqual([])
  expect(filled).toBe(0)
})

test('Ctrl+Z in the sidebar takes all of it back with the notes, and Ctrl+Y does it again', async () => {
  const notes = () =>
    page.evaluate(() => window.cuesheet.book.readFormulas(null).then((all) => all.flatMap(({ notes }) => notes).length))
  const count = await notes()
  expect(count).toBeGreaterThan(60)
  await page.keyboard.press('Control+z')
  await expect.poll(notes).toBe(0)
  expect((await valuesIn()).filled).toBeGreaterThan(100)
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
  expect(changesIn((await valuesIn()).values)).toEqual([])
  expect(opened.failures).toEqual([])
}, 60_000)
