import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../e2e/browser.ts'
import { openPane, type Pane } from '../excelHost/browser.ts'
import { built } from '../excelHost/runtime.ts'

let browser: Browser
let pane: Pane
beforeAll(async () => {
  browser = await launchBrowser()
  pane = await openPane(browser)
})
afterAll(() => browser.close())

test('the built pane opens on Microsoft’s office.js and asks for nothing from elsewhere', async () => {
  await pane.page.getByRole('heading', { name: 'Functions' }).waitFor()
  expect({ errors: pane.errors, outside: pane.outside }).toEqual({ errors: [], outside: [] })
})

test('a question finds a function, the selection becomes its argument, and Excel computes the formula', async () => {
  const { page, excel } = pane
  const sheet = excel.workbook.sheet('Sheet1')!
  ;[10, 9, 8, 3].forEach((score, i) => excel.workbook.put(sheet, `C${i + 2}`, score))
  excel.workbook.selection = { sheet: 'Sheet1', areas: ['C2:C6'] }
  await page.getByRole('searchbox').fill('would people recommend us?')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'NPS', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Use selection for scores' }).click()
  await expect.poll(() => page.getByLabel('scores', { exact: true }).inputValue()).toBe('Sheet1!C2:C6')
  await page.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await page.getByText('C2 is part of scores.').waitFor()
  excel.workbook.selection = { sheet: 'Sheet1', areas: ['E5'] }
  await page.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await page.getByText('Written into E5').waitFor()
  expect(excel.workbook.content(sheet, 'E5')).toBe('=NPS(C2:C6)')
  await expect.poll(() => excel.workbook.value(sheet, 'E5')).toBe(25)
})

test('the check of blank cells answers in a sentence', async () => {
  const { page, excel } = pane
  await page.getByRole('tab', { name: 'Help' }).click()
  await page.getByRole('button', { name: 'How does this Excel send blank cells?' }).click()
  await page.getByText('This Excel tells blank cells from 0.').waitFor()
  expect(excel.workbook.sheets).toHaveLength(1)
  expect({ missing: excel.missing, errors: pane.errors, outside: pane.outside }).toEqual({
    missing: [],
    errors: [],
    outside: [],
  })
})

test('Help tells build and Excel, and its report holds nothing of the workbook', async () => {
  const { page, excel } = pane
  excel.workbook.put(excel.workbook.sheet('Sheet1')!, 'A1', 'Ms Secret')
  await page.getByRole('button', { name: 'Write a fault report' }).click()
  const report = page.getByLabel('Fault report')
  await expect
    .poll(() => report.inputValue())
    .toMatch(/\nCuesheet \d+\.\d+\.\d+ \d{4}-\d\d-\d\d\nHost: Excel\nPlatform: PC, version 16/)
  expect(await report.inputValue()).toContain('Offers: ExcelApi 1.17, SharedRuntime 1.1, CustomFunctionsRuntime 1.4,')
  expect(await report.inputValue()).not.toMatch(/Secret|Sheet1/)
  expect(excel.missing).toEqual([])
})

test('the pane answers to the action of the keys', async () => {
  const actions = await pane.page.evaluate(() => {
    const { Office } = window as unknown as { Office: { actions: { _association: { mappings: object } } } }
    return Object.keys(Office.actions._association.mappings)
  })
  expect(actions).toContain('SHOWTASKPANE')
})

test('the page holds no script within itself, and would not run one', async () => {
  expect(readFileSync(built('taskpane.html'), 'utf8')).not.toMatch(/<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:/i)
  const before = pane.errors.length
  const ran = await pane.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    return 'ranInline' in window
  })
  expect(ran).toBe(false)
  await expect.poll(() => pane.errors.slice(before).join()).toMatch(/Content Security Policy/i)
})
