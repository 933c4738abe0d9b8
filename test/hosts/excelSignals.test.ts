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
import { openPane, type Pane } from './excelHost/browser.ts'
import type { Content, Sheet } from './excelHost/workbook.ts'

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

  test('what is filled in stands in the row, and what is promised too much is told', async () => {
    await openCue(side, FIRST)
    await fillIn(side, '=Maria', 5, 3)
    await look(side, '04-cue')
    await save(side)
    await look(side, '05-over-promised')
    expect(await said(side, FIRST)).toContain('Over-promised: 5 promised, 3 delivered.')
    expect(signals().cells.get('J2')).toMatchObject({ content: '=Maria', isFormula: false })
  })

  test('a metric is a live formula, whose value and status follow the data', async () => {
    await openCue(side, FIRST)
    await chooseCsat(side, 'Satisfaction')
    await look(side, '07-link')
    await link(side)
    expect(signals().cells.get('L2')).toMatchObject({ content: '=CSAT(Survey!B:B)', isFormula: true })
    await calculated('amber')
    await expect.poll(() => said(side, FIRST)).toContain('75% amber')
    pane.excel.workbook.put(survey, 'B5', 5)
    await calculated('green')
    await expect.poll(() => said(side, FIRST)).toContain('100% green')
    await look(side, '08-linked')
  })

  test('a row that someone else changes meanwhile is shown side by side', async () => {
    await openCue(side, 'Status page')
    await fillIn(side, 'Jon', 4, 4)
    const row = [...signals().cells].find(([, { value }]) => value === 'Status page')![0].slice(1)
    pane.excel.remotely(() => pane.excel.workbook.put(signals(), `J${row}`, 'Ada'))
    await saveOverOther(side)
    expect([content(`J${row}`), content(`G${row}`)]).toEqual(['Jon', 4])
  })

  test('the number in a cell is explained', async () => {
    pane.excel.workbook.selection = { sheet: 'Signals', areas: ['L2'] }
    await explainsCsat(side, /5 rows read, 4 used/)
  })

  test('nothing failed in the page, and nothing was asked from elsewhere', () => {
    expect([pane.errors, pane.outside, pane.excel.missing]).toEqual([[], [], []])
  })
})
