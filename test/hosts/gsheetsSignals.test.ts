import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../e2e/browser.ts'
import {
  addTen,
  chooseCsat,
  createSheet,
  explainsCsat,
  fillIn,
  FIRST,
  link,
  look,
  openCue,
  pickTen,
  said,
  save,
  saveOverOther,
  type Sidebar,
} from '../e2e/signalsSteps.ts'
import { openSidebar } from './appsScript/browser.ts'
import { enter } from './appsScript/entry.ts'
import { typeFormula } from './appsScript/formulas.ts'
import { openProject, readFiles, type Project } from './appsScript/project.ts'
import { cellAt, newSheet, parseAddress, sheetNamed, type StoredSheet } from './appsScript/workbook.ts'

let browser: Browser
let project: Project
let side: Sidebar
let opened: Awaited<ReturnType<typeof openSidebar>>

beforeAll(async () => {
  browser = await launchBrowser()
  project = openProject(await readFiles())
  const survey = newSheet('Survey')
  project.workbook.sheets.push(survey)
  ;['Date', 'Satisfaction'].forEach((title, i) => enter(project.workbook, survey, 1, i + 1, title))
  ;[5, 4, 4, 2].forEach((rating, i) => enter(project.workbook, survey, i + 2, 2, rating))
  show(survey, 'B2')
  project.run('openCuesheet')
  opened = await openSidebar(browser, project)
  const frame = await (await opened.page.waitForSelector('iframe')).contentFrame()
  await frame!.getByRole('tab', { name: 'Signals' }).waitFor()
  side = { page: opened.page, frame: frame!, host: 'gsheets' }
})
afterAll(async () => {
  await opened?.close()
  await browser.close()
})

/** A person clicks on a cell. */
function show(sheet: StoredSheet, cell: string): void {
  project.workbook.active = sheet
  project.workbook.selection = [parseAddress(cell)]
}

const signals = () => sheetNamed(project.workbook, 'Signals')

function put(sheet: StoredSheet, cell: string, content: unknown): void {
  const { row, column } = parseAddress(cell)
  enter(project.workbook, sheet, row, column, content)
}

function stored(cell: string) {
  const { row, column } = parseAddress(cell)
  return cellAt(signals(), row, column)
}

/** Google calculates custom functions by itself; here the test says when. */
function recalculate(): void {
  show(signals(), 'L2')
  for (const cell of ['L2', 'N2']) typeFormula(project, cell, stored(cell)!.formula!)
}

/** The sidebar looks for changes when a person comes back to it. */
function comeBack(): Promise<unknown> {
  return side.frame.evaluate(() => window.dispatchEvent(new Event('focus')))
}

describe('a signal matrix in Google Sheets', () => {
  test('the sheet is created and filled from a library', async () => {
    await createSheet(side)
    await pickTen(side)
    await look(side, '02-library')
    await addTen(side)
    await look(side, '03-list')
    expect([stored('A1')?.value, stored('A2')?.value, stored('A12')]).toEqual(['Cue', FIRST, undefined])
  })

  test('what is filled in stands in the row, and what is promised too much is told', async () => {
    await openCue(side, FIRST)
    await fillIn(side, '=Maria', 5, 3)
    await look(side, '04-cue')
    await save(side)
    await look(side, '05-over-promised')
    expect(await said(side, FIRST)).toContain('Over-promised: 5 promised, 3 delivered.')
    expect(stored('J2')).toEqual({ value: '=Maria' })
  })

  test('a metric is a live formula, whose value and status follow the data', async () => {
    show(sheetNamed(project.workbook, 'Survey'), 'B2')
    await openCue(side, FIRST)
    await chooseCsat(side, 'Satisfaction')
    await look(side, '07-link')
    await link(side)
    expect(stored('L2')?.formula).toBe('=CSAT(Survey!B:B)')
    recalculate()
    await comeBack()
    await expect.poll(() => said(side, FIRST)).toContain('75% amber')
    put(sheetNamed(project.workbook, 'Survey'), 'B5', 5)
    recalculate()
    await comeBack()
    await expect.poll(() => said(side, FIRST)).toContain('100% green')
    await look(side, '08-linked')
  })

  test('a row that someone else changes meanwhile is shown side by side', async () => {
    await openCue(side, 'Status page')
    await fillIn(side, 'Jon', 4, 4)
    const row = [...signals().cells].find(([, { value }]) => value === 'Status page')![0].slice(1)
    put(signals(), `J${row}`, 'Ada')
    await saveOverOther(side)
    expect(stored(`J${row}`)?.value).toBe('Jon')
    expect(stored(`G${row}`)?.value).toBe(4)
  })

  test('the number in a cell is explained', async () => {
    show(signals(), 'L2')
    await explainsCsat(side, /5 rows read, 4 used/)
  })

  test('nothing failed in the page, nothing was asked from elsewhere, and no answer was lost', () => {
    expect([opened.errors, opened.outside, project.lost]).toEqual([[], [], []])
  })
})
