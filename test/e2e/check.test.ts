import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../core/check/judging.ts'
import { CHECK, checkLines, COLUMNS, placed } from '../../core/check/layout.ts'
import { checkWorkbook } from '../../publish/check/checkWorkbook.ts'
import { openSidebar } from '../hosts/appsScript/browser.ts'
import { openProject, readFiles } from '../hosts/appsScript/project.ts'
import { calculateLater } from '../hosts/appsScript/sheets.ts'
import { launchBrowser } from './browser.ts'
import { openPage, sheetNames, sideFrame } from './workbenchPage.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

describe('Check this installation in the workbench', () => {
  test('draws its two sheets, says that all pass, and draws them anew when it is asked again', async () => {
    const { page, failures, close } = await openPage(browser)
    const frame = await sideFrame(page)
    const before = await sheetNames(page)
    await frame.getByRole('tab', { name: 'Help' }).click()
    const check = frame.getByRole('region', { name: 'Check this installation' })
    for (let time = 0; time < 2; time++) {
      await check.getByRole('button', { name: 'Check this installation' }).click()
      await check.getByText(/^All \d+ pass\.$/).waitFor({ timeout: 60_000 })
      expect(await sheetNames(page)).toEqual([...before, 'Cuesheet check data', 'Cuesheet check'])
    }
    expect(await check.getByRole('textbox', { name: 'Summary' }).inputValue()).toMatch(
      /^workbench; Cuesheet \d+\.\d+\.\d+ \d{4}-\d\d-\d\d; (\d+) of \1 passed$/,
    )
    expect(failures).toEqual([])
    await close()
  }, 120_000)

  test('a sheet of that name that somebody else has written is left alone', async () => {
    const { page, close } = await openPage(browser)
    const frame = await sideFrame(page)
    await page.evaluate(() => {
      const { model } = window.cuesheet
      model.dispatch('CREATE_SHEET', { sheetId: 'own', position: 0, name: 'Cuesheet check data' })
      model.dispatch('UPDATE_CELL', { sheetId: 'own', col: 0, row: 0, content: 'mine' })
    })
    await page.locator('.o-sheet-name', { hasText: 'Cuesheet check data' }).waitFor()
    const before = await sheetNames(page)
    await frame.getByRole('tab', { name: 'Help' }).click()
    await frame.getByRole('button', { name: 'Check this installation' }).click()
    await frame.getByText('There is a sheet “Cuesheet check data” that no check has drawn.').waitFor()
    expect(await sheetNames(page)).toEqual(before)
    await close()
  }, 60_000)
})

describe('cuesheet-check.xlsx', () => {
  test('opens in the workbench, where all lines pass but for what its engine has not', async () => {
    const { page, failures, close } = await openPage(browser)
    const release = { version: '1.2.3', date: '2026-11-30', site: '', publisher: '', contact: '' }
    const buffer = await checkWorkbook(release, '')
    await page.locator('#file').setInputFiles({ name: 'cuesheet-check.xlsx', mimeType: '', buffer })
    await expect.poll(() => page.locator('#name').inputValue(), { timeout: 30_000 }).toBe('cuesheet-check')
    const content = (await page.evaluate((sheet) => window.cuesheet.book.readSheet(sheet), CHECK))!
    const verdicts = judge('Excel', placed(checkLines('Excel')), content)
    const differing = verdicts.flatMap(({ line, outcome }) => (outcome === 'ok' ? [] : [line.id]))
    // Another error, doubled quotes, durations that it tells from numbers, and LET.
    expect(differing).toEqual(['error 3', 'text 6', 'format 3', 'nested 4', 'nested 5'])
    expect(content.values[1]![COLUMNS.line]).toContain('both sheets may be deleted')
    expect(content.values[2]![COLUMNS.line]).toContain('#NAME?')
    expect(failures).toEqual([])
    await close()
  }, 120_000)
})

describe('Check this spreadsheet in Google Sheets', () => {
  test('begins by itself in a sidebar, waits, tells what differs, and the summary names it alone', async () => {
    const project = openProject(await readFiles())
    // A Google Sheets that sends blank cells as 0.
    const call = project.customFunction
    const zeros = (value: unknown): unknown => (Array.isArray(value) ? value.map(zeros) : value === '' ? 0 : value)
    project.customFunction = (name, given = []) => call(name, given.map(zeros))
    calculateLater(project)
    project.run('checkCuesheet')
    const { frame, errors, close } = await openSidebar(browser, project)
    const check = frame.getByRole('region', { name: 'Check this installation' })
    await check.getByText(/^\d+ of \d+ worked out…$/).waitFor({ timeout: 60_000 })
    const line = check.getByRole('listitem').filter({ hasText: 'blank 1' })
    await line.waitFor({ timeout: 180_000 })
    expect(await line.innerText()).toContain('It is to show 33.333333333333336 and shows -20.')
    const summary = await check.getByRole('textbox', { name: 'Summary' }).inputValue()
    expect(summary).toMatch(
      /^Google Sheets, Locale: en_US, Time zone of the spreadsheet: Etc\/UTC; Cuesheet .*; differ: blank 1, /,
    )
    expect(summary).not.toContain('-20')
    expect(errors).toEqual([])
    await close()
  }, 240_000)
})
