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
import { openPane, type Pane } from '../excelHost/browser.ts'
import type { Content, Sheet } from '../excelHost/sheet.ts'

let browser: Browser
let pane: Pane
let side: Sidebar
let survey: Sheet

beforeAll(async () => {
  browser = await launchBrowser()
  pane = await openPane(browser)
  const { workbook } = pane.excel
  survey = workbook.addSheet('Survey')
  const column: Content[] = ['Satisfaction', 5, 4, 4, 2]
  column.forEach((content, i) => workbook.put(survey, `B${i + 1}`, content))
  workbook.put(survey, 'A1', 'Date')
  workbook.selection = { sheet: 'Survey', areas: ['B2'] }
  side = { page: pane.page, frame: pane.page.mainFrame(), host: 'excel' }
})
afterAll(async () => {
  await pane?.close()
  await browser.close()
})

const signals = () => pane.excel.workbook.sheet('Signals')!
const content = (cell: string) => pane.excel.workbook.content(signals(), cell)

const rowOf = (cue: string) => [...signals().cells].find(([, { value }]) => value === cue)![0].slice(1)

/** How many requests read and write cells meanwhile, and for half a second afterwards. */
async function trafficOf(action: () => Promise<unknown>) {
  pane.excel.traffic()
  await action()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return pane.excel.traffic()
}

/**
 * The stand-in calculates only formulas over cells of their own sheet: CSAT is calculated beside the data, by the built
 * functions, and what it gives is put where Excel would show it.
 */
async function calculated(status: string): Promise<void> {
  const { workbook } = pane.excel
  workbook.put(survey, 'D1', '=CSAT(B2:B5)')
  await expect.poll(() => workbook.value(survey, 'D1')).toBeTypeOf('number')
  signals().cells.get('L2')!.value = workbook.value(survey, 'D1')
  signals().cells.get('N2')!.value = status
  workbook.recalculated(signals())
}

describe('a signal matrix in Excel', () => {
  test('the sheet is created and filled from a library', async () => {
    await createSheet(side)
    await pickTen(side)
    await look(side, '02-library')
    await addTen(side)
    await look(side, '03-list')
    expect([content('A1'), content('A2'), content('A12')]).toEqual(['Cue', FIRST, ''])
  })

  test('an outcome that rests on one cue or one kind is told', () => seesCoverage(side))

  test('what is filled in stands in the row, and what is promised too much is told', async () => {
    await openCue(side, FIRST)
    await fillIn(side, '=Maria', 5, 3)
    await look(side, '04-cue')
    expect(await trafficOf(() => save(side))).toEqual({ reads: 1, writes: 1 })
    await look(side, '05-over-promised')
    expect(await said(side, FIRST)).toContain('Over-promised: 5 promised, 3 delivered.')
    expect(signals().cells.get('J2')).toMatchObject({ content: '=Maria', isFormula: false })
  })

  test('a metric is a live formula, whose value and status follow the data', async () => {
    // The new sheet came to the front, and the data are in another.
    pane.excel.workbook.select('Survey', ['B2'])
    await openCue(side, FIRST)
    await chooseCsat(side, 'Satisfaction')
    await look(side, '07-link')
    await link(side)
    expect(signals().cells.get('L2')).toMatchObject({ content: '=CSAT(Survey!B:B)', isFormula: true })
    expect(signals().formats.get('L2')).toBe('0.0%')
    await calculated('amber')
    await expect.poll(() => said(side, FIRST)).toContain('75.0% amber')
    pane.excel.workbook.put(survey, 'B5', 5)
    await calculated('green')
    await expect.poll(() => said(side, FIRST)).toContain('100.0% green')
    await look(side, '08-linked')
  })

  test('a sheet sorted and edited by hand keeps every cue, and each row is still found', async () => {
    const { workbook } = pane.excel
    workbook.sortRows(signals(), 'A')
    const row = rowOf(FIRST)
    expect(row).not.toBe('2')
    workbook.put(signals(), `J${rowOf('Uptime guarantee')}`, 'Jon')
    workbook.put(signals(), 'A12', 'Typed by hand')
    await expect.poll(() => said(side, 'Uptime guarantee')).toContain('Jon')
    await goOn(side)
    expect([content(`I${row}`), content(`L${row}`)]).toEqual(['Onboarding policy', '=CSAT(Survey!B:B)'])
    expect(content(`N${row}`)).toContain(`L${row}`)
  })

  test('a review is dated today, in one reading and one writing', async () => {
    await openCue(side, 'Typed by hand')
    expect(await trafficOf(() => markReviewed(side))).toEqual({ reads: 1, writes: 1 })
    await goBack(side)
    expect(content('O12')).toBe(parseIso(await today(side)))
  })

  test('a row is shown in its sheet', async () => {
    pane.excel.workbook.selection = { sheet: 'Survey', areas: ['B2'] }
    await openCue(side, 'Typed by hand')
    await side.frame.getByRole('button', { name: 'Show row 12 in the sheet' }).click()
    await expect.poll(() => pane.excel.workbook.selection).toEqual({ sheet: 'Signals', areas: ['A12'] })
    await goBack(side)
  })

  test('a pane that is opened again reads the sheet once and shows all that was there', async () => {
    const before = await side.frame.locator('.entry').allTextContents()
    await pane.page.reload()
    side = { ...side, frame: pane.page.mainFrame() }
    await side.frame.getByRole('tab', { name: 'Plans' }).waitFor()
    expect(await trafficOf(() => openSignals(side))).toEqual({ reads: 1, writes: 0 })
    expect(await side.frame.locator('.entry').allTextContents()).toEqual(before)
    expect(before).toHaveLength(11)
  })

  test('a row that someone else changes meanwhile is shown side by side', async () => {
    await openCue(side, 'Status page')
    await fillIn(side, 'Jon', 4, 4)
    const row = rowOf('Status page')
    pane.excel.remotely(() => pane.excel.workbook.put(signals(), `J${row}`, 'Ada'))
    await saveOverOther(side)
    expect([content(`J${row}`), content(`G${row}`)]).toEqual(['Jon', 4])
  })

  test('the number in a cell is explained', async () => {
    pane.excel.workbook.selection = { sheet: 'Signals', areas: [`L${rowOf(FIRST)}`] }
    await explainsCsat(side, /5 rows read, 4 used/)
  })

  test('nothing failed in the page, and nothing was asked from elsewhere', () => {
    expect([pane.errors, pane.outside, pane.excel.missing]).toEqual([[], [], []])
  })
})
