import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseIso } from '../../../core/statistics/time/calendar.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import {
  addTen,
  chooseCsat,
  createSheet,
  explainsCsat,
  fillIn,
  FIRST,
  goBack,
  goOn,
  link,
  look,
  markReviewed,
  openCue,
  openSignals,
  pickTen,
  said,
  save,
  saveOverOther,
  seesCoverage,
  today,
  type Sidebar,
} from '../../e2e/signalsSteps.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { enter } from '../appsScript/entry.ts'
import { typeFormula } from '../appsScript/formulas.ts'
import { openProject, readFiles, type Project } from '../appsScript/project.ts'
import { cellAt, newSheet, parseAddress, sheetNamed, sortRows, type StoredSheet } from '../appsScript/workbook.ts'

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
  await frame!.getByRole('tab', { name: 'Plans' }).waitFor()
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

function rowOf(cue: string): number {
  return parseAddress([...signals().cells].find(([, { value }]) => value === cue)![0]).row
}

/** How often the script reads and writes cells meanwhile, and for half a second afterwards. */
async function trafficOf(action: () => Promise<unknown>) {
  project.world.traffic = { reads: 0, writes: 0 }
  await action()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return project.world.traffic
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

  test('an outcome that rests on one cue or one kind is told', () => seesCoverage(side))

  test('what is filled in stands in the row, and what is promised too much is told', async () => {
    await openCue(side, FIRST)
    await fillIn(side, '=Maria', 5, 3)
    await look(side, '04-cue')
    expect(await trafficOf(() => save(side))).toEqual({ reads: 1, writes: 1 })
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
    expect(signals().formats.get('L2')).toBe('0.0%')
    recalculate()
    await comeBack()
    await expect.poll(() => said(side, FIRST)).toContain('75.0% amber')
    put(sheetNamed(project.workbook, 'Survey'), 'B5', 5)
    recalculate()
    await comeBack()
    await expect.poll(() => said(side, FIRST)).toContain('100.0% green')
    await look(side, '08-linked')
  })

  test('a sheet sorted and edited by hand keeps every cue, and each row is still found', async () => {
    sortRows(signals(), 1)
    const row = rowOf(FIRST)
    expect(row).not.toBe(2)
    put(signals(), `J${rowOf('Uptime guarantee')}`, 'Jon')
    put(signals(), 'A12', 'Typed by hand')
    await comeBack()
    await expect.poll(() => said(side, 'Uptime guarantee')).toContain('Jon')
    await goOn(side)
    expect([stored(`I${row}`)?.value, stored(`L${row}`)?.formula]).toEqual(['Onboarding policy', '=CSAT(Survey!B:B)'])
    expect(stored(`N${row}`)?.formula).toContain(`L${row}`)
  })

  test('a review is dated today, in one reading and one writing', async () => {
    await openCue(side, 'Typed by hand')
    expect(await trafficOf(() => markReviewed(side))).toEqual({ reads: 1, writes: 1 })
    await goBack(side)
    expect(stored('O12')?.value).toBe(parseIso(await today(side)))
  })

  test('a row is shown in its sheet', async () => {
    show(sheetNamed(project.workbook, 'Survey'), 'B2')
    await openCue(side, 'Typed by hand')
    await side.frame.getByRole('button', { name: 'Show row 12 in the sheet' }).click()
    await expect.poll(() => project.workbook.active.name).toBe('Signals')
    expect(project.workbook.selection).toMatchObject([{ row: 12, column: 1 }])
    await goBack(side)
  })

  test('a sidebar that is opened again reads the sheet once and shows all that was there', async () => {
    const before = await side.frame.locator('.entry').allTextContents()
    await opened.close()
    opened = await openSidebar(browser, project)
    const frame = (await (await opened.page.waitForSelector('iframe')).contentFrame())!
    side = { page: opened.page, frame, host: 'gsheets' }
    expect(await trafficOf(() => openSignals(side))).toEqual({ reads: 1, writes: 0 })
    expect(await frame.locator('.entry').allTextContents()).toEqual(before)
    expect(before).toHaveLength(11)
  })

  test('a row that someone else changes meanwhile is shown side by side', async () => {
    await openCue(side, 'Status page')
    await fillIn(side, 'Jon', 4, 4)
    const row = rowOf('Status page')
    put(signals(), `J${row}`, 'Ada')
    await saveOverOther(side)
    expect(stored(`J${row}`)?.value).toBe('Jon')
    expect(stored(`G${row}`)?.value).toBe(4)
  })

  test('the number in a cell is explained', async () => {
    show(signals(), `L${rowOf(FIRST)}`)
    await explainsCsat(side, /5 rows read, 4 used/)
  })

  test('nothing failed in the page, nothing was asked from elsewhere, and no answer was lost', () => {
    expect([opened.errors, opened.outside, project.lost]).toEqual([[], [], []])
  })
})
