import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import JSZip from 'jszip'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectSameInLibreOffice, expectValues, savedAs, shownIn, soffice } from './savedWorkbook.ts'
import { clickCell, goToSheet, openWorkbench, sheetNames, type } from './workbenchPage.ts'

let page: Page
let frame: Frame
let failures: string[]
let close: () => Promise<void>
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuesheet-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  ;({ page, frame, failures, close } = await openWorkbench())
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await expect.poll(() => sheetNames(page)).toEqual(['Sheet1'])
})
afterEach(async () => {
  expect(failures).toEqual([])
  await close()
})

/** Adds a csv to the workbook that is open, as a sheet of its own. */
async function addCsv(name: string, lines: readonly (readonly (string | number)[])[]): Promise<void> {
  const path = join(folder, `${name}.csv`)
  await writeFile(path, lines.map((line) => line.join(',')).join('\n'))
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…' }).click()
  await (await chooser).setFiles(path)
  await expect.poll(() => sheetNames(page)).toContain(name)
}

/** Types lines into the sheet in front, from a cell on, cell after cell. */
async function typeLines(cell: string, lines: readonly (readonly string[])[]): Promise<void> {
  await clickCell(page, cell)
  for (const line of lines) {
    for (const [i, text] of line.entries()) {
      await type(page, text)
      await page.keyboard.press(i < line.length - 1 ? 'Tab' : 'Enter')
    }
  }
}

/** Inserts a function from the sidebar, and what it says of it. */
async function insert(name: string, cell: string, fields: Readonly<Record<string, string>>): Promise<string> {
  await clickCell(page, cell)
  await frame.getByRole('tab', { name: 'Functions' }).click()
  const back = frame.getByRole('button', { name: '‹ All functions' })
  if (await back.isVisible()) await back.click()
  await frame.locator('#query').fill(name)
  await frame
    .getByRole('button', { name: new RegExp(`^${name}\\b`) })
    .first()
    .click()
  for (const [argument, text] of Object.entries(fields)) await frame.locator(`#arg-${argument}`).fill(text)
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  const said = frame.locator('form p.done, form p.problem').first()
  await said.waitFor()
  return said.innerText()
}

async function addChart(): Promise<string> {
  await frame.getByRole('button', { name: 'Add its chart' }).click()
  const said = frame.getByText(/^The chart stands/)
  await said.waitFor()
  return said.innerText()
}

/** The text of a cell of the sheet in front. */
const shownAt = (cell: string) =>
  page.evaluate((cell) => {
    const { getters } = window.cuesheet.model
    const sheetId = getters.getActiveSheetId()
    const { zone } = getters.getRangeFromSheetXC(sheetId, cell)
    return getters.getEvaluatedCell({ sheetId, col: zone.left, row: zone.top }).formattedValue
  }, cell)

/** The charts of a saved file: their kind, and the names of their series. */
async function chartsOf(file: Buffer): Promise<{ kind: string; names: string[]; points: number }[]> {
  const zip = await JSZip.loadAsync(file)
  const all = await Promise.all(zip.file(/^xl\/charts\/.*\.xml$/).map((part) => part.async('text')))
  return all.map((xml) => ({
    kind: /<c:(bar|line)Chart>/.exec(xml)![1]!,
    names: [...xml.matchAll(/<c:tx>(?:(?!<\/c:tx>).)*?<(?:c:v|a:t)>([^<]*)</g)].map(([, name]) => name!),
    points: xml.match(/<c:pt /g)!.length,
  }))
}

/** Orders of a shop in 2026: of those who begin in a month, some come back in each of the next. */
function orders(): (string | number)[][] {
  const rows: (string | number)[][] = []
  for (let start = 1; start <= 6; start++) {
    for (let customer = 0; customer < 8; customer++) {
      for (let month = start; month <= 6; month++) {
        // One of eight leaves after each month.
        if (customer < month - start) continue
        const amount = 20 + 5 * ((customer + month) % 3)
        rows.push([`c${start}-${customer}`, `2026-0${month}-1${customer}`, amount])
      }
    }
  }
  return [['Customer', 'Date', 'Amount'], ...rows]
}

/** A sheet at the front. */
async function addSheet(name: string): Promise<void> {
  await page.evaluate((name) => {
    const { model } = window.cuesheet
    model.dispatch('CREATE_SHEET', { sheetId: name, position: 1, name })
  }, name)
  await goToSheet(page, name)
}

test('a finance analyst builds a model from a log, and hands on a file in which everybody sees it', async () => {
  await addCsv('Log', orders())
  const log = { ids: 'Log!A:A', dates: 'Log!B:B' }

  await goToSheet(page, 'Sheet1')
  await typeLines('A1', [['Retention by cohort']])
  expect(await insert('COHORT_RETENTION', 'A2', log)).toContain('Written into A2')
  expect(await Promise.all(['A3', 'B3', 'D3', 'H3', 'D8'].map(shownAt))).toEqual([
    '2026-01-01',
    '8',
    '87.5%',
    '37.5%',
    '',
  ])
  expect(await addChart()).toBe('The chart stands beside the table, from J2 on.')

  // What is in the way is said before anything is written.
  await typeLines('C24', [['a note']])
  const movements = { ...log, amounts: 'Log!C:C' }
  expect(await insert('MRR_MOVEMENTS', 'A22', movements)).toBe(
    'The table fills A22:H28, where C24 holds “a note”. Select a cell with room below and to the right, then insert again.',
  )
  expect(await shownAt('A22')).toBe('')
  expect(await insert('MRR_MOVEMENTS', 'A26', movements)).toContain('Written into A26')
  expect(await addChart()).toBe('The chart stands from S26 on, beside a table that has losses below zero.')
  // Of those who began in January, the first customer paid 25 then, and has left.
  expect([await shownAt('F28'), await shownAt('O28')].map((text) => text.replace('-', ''))).toEqual(['25.00', '25.00'])

  await addSheet('Model')
  await typeLines('A1', [
    ['Case', 'Base', 'Dearer', 'Loyal', '', 'Low', 'High'],
    ['Revenue a month', '50', '55', '50', '', '45', '55'],
    ['Gross margin', '80%', '80%', '80%', '', '75%', '85%'],
    ['Churn a month', '4%', '5%', '3.5%', '', '3%', '5%'],
  ])
  // The numbers of docs/finance.md.
  await typeLines('A7', [
    ['By churn', '=LTV(B2,B3,B4)'],
    ['By retention', '=LTV_RETENTION(B2,B3,{1,0.9,0.85,0.82},10%,3%)'],
    ['By unlike customers', '=SBG_LTV({0.668,3.806},B2*B3,10%)'],
  ])
  expect((await Promise.all(['B7', 'B8', 'B9'].map(shownAt))).map((text) => Number(text).toFixed(2))).toEqual([
    '1000.00',
    '309.35',
    '236.90',
  ])
  const model = { metric: 'LTV', inputs: 'B2:D4' }
  expect(await insert('SCENARIOS', 'A12', { ...model, names: 'B1:D1' })).toContain('Written into A12')
  expect(await Promise.all(['B13', 'B14', 'C14', 'D14'].map(shownAt))).toEqual([
    '1,000.00',
    '880.00',
    '-120.00',
    '-12.0%',
  ])
  const ends = { inputs: 'B2:B4', lows: 'F2:F4', highs: 'G2:G4' }
  expect(await insert('TORNADO', 'A18', { ...model, ...ends })).toContain('Written into A18')
  expect(await Promise.all(['A19', 'D19', 'H19'].map(shownAt))).toEqual(['churn_rate', '1,333.33', '533.33'])
  expect(await addChart()).toBe('The chart stands beside the table, from J18 on.')

  const shown = await shownIn(page)
  const file = await savedAs(page, 'With formulas')
  await expectValues(file, shown)
  expect(await chartsOf(file)).toEqual([
    {
      kind: 'line',
      names: ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'],
      points: expect.any(Number),
    },
    { kind: 'bar', names: ['new', 'expansion', 'contraction', 'churned', 'reactivated'], points: expect.any(Number) },
    { kind: 'bar', names: ['change at low', 'change at high'], points: expect.any(Number) },
  ])
  if (soffice) await expectSameInLibreOffice(file, shown, 'formulas')
}, 180_000)

test('a marketer goes from a survey to NPS by region, and to a file without formulas', async () => {
  const regions = ['North', 'South', 'West']
  const survey = Array.from({ length: 90 }, (_, i) => [
    regions[i % 3]!,
    [10, 9, 8, 6, 9, 3, 10][(i * (1 + (i % 3))) % 7]!,
  ])
  await addCsv('Survey', [['Region', 'Score'], ...survey])
  await goToSheet(page, 'Sheet1')
  expect(await insert('NPS_TABLE', 'B2', { scores: 'Survey!B:B', segments: 'Survey!A:A' })).toContain('Written into B2')
  const nps = (rows: typeof survey) => {
    const share = (from: number, to: number) =>
      rows.filter(([, score]) => Number(score) >= from && Number(score) <= to).length
    return ((100 * (share(9, 10) - share(0, 6))) / rows.length).toFixed(1)
  }
  expect(await Promise.all(['B3', 'G3', 'G4', 'G5', 'G6'].map(shownAt))).toEqual([
    'North',
    ...regions.map((region) => nps(survey.filter(([one]) => one === region))),
    nps(survey),
  ])
  expect(await addChart()).toBe('The chart stands beside the table, from J2 on.')
  // A second table, by size; its chart goes below the first one.
  const sorted = { metric: 'NPS desc', groups: 'Survey!A:A', data_ranges: 'Survey!B:B' }
  expect(await insert('METRIC_BY', 'B9', sorted)).toContain('Written into B9')
  const values = (await Promise.all(['D10', 'D11', 'D12'].map(shownAt))).map(Number)
  expect(values).toEqual([...values].sort((a, b) => b - a))
  // It can be had in Explain as well.
  await clickCell(page, 'B9')
  await frame.getByRole('tab', { name: 'Explain' }).click()
  await frame.getByRole('button', { name: 'Explain the selected cell' }).click()
  await frame.getByRole('heading', { name: 'B9' }).waitFor()
  const panel = frame.getByRole('tabpanel', { name: 'Explain' })
  await panel.getByRole('button', { name: 'Add its chart' }).click()
  await panel.getByText(/^The chart stands/).waitFor()
  const boxes = await page.evaluate(() => {
    const { getters } = window.cuesheet.model
    const sheetId = getters.getActiveSheetId()
    return getters.getFigures(sheetId).map(({ row, offset, height }) => {
      const top = getters.getRowDimensions(sheetId, row).start + offset.y
      return [top, top + height]
    })
  })
  expect(boxes[1]![0]).toBeGreaterThanOrEqual(boxes[0]![1]!)

  // The same for another survey, whose columns stand elsewhere.
  await addCsv('Later', [
    ['Id', 'score', 'Date', 'REGION'],
    ...survey.map(([region, score], i) => [i, score!, '2026-05-01', region!]),
  ])
  await goToSheet(page, 'Sheet1')
  await clickCell(page, 'B2')
  await panel.getByText('=NPS_TABLE(Survey!B:B,Survey!A:A)').waitFor()
  await panel.getByRole('button', { name: 'Use it for another table' }).click()
  await frame.getByText('Made from “Score”, “Region”.').waitFor()
  await goToSheet(page, 'Later')
  await frame.getByRole('button', { name: 'Take the columns of that sheet' }).click()
  await frame.getByText('Taken from “Later”.').waitFor()
  await goToSheet(page, 'Sheet1')
  await clickCell(page, 'B30')
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await expect.poll(() => shownAt('G34')).toBe(nps(survey))
  expect(await frame.getByLabel('Formula', { exact: true }).innerText()).toBe('=NPS_TABLE(Later!B:B, Later!D:D)')

  const shown = await shownIn(page)
  const file = await savedAs(page, 'With values only, for anyone')
  const zip = await JSZip.loadAsync(file)
  const sheets = await Promise.all(zip.file(/^xl\/worksheets\/sheet\d+\.xml$/).map((part) => part.async('text')))
  expect(sheets.join('')).not.toMatch(/<f[\s>]/)
  await expectValues(file, shown)
  expect((await chartsOf(file)).map(({ names }) => names)).toEqual([['nps', 'margin'], ['NPS']])
  if (soffice) await expectSameInLibreOffice(file, shown, 'values')
}, 180_000)
