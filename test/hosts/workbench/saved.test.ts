import JSZip from 'jszip'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SheetContent, TablePlan } from '../../../core/sheet/book.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { openPage } from '../../e2e/workbenchPage.ts'
import { hostileTexts } from '../../hostileTexts.ts'

const plan: TablePlan = {
  name: 'Signals',
  columns: [
    { title: 'Cue', width: 210, kind: 'text' },
    {
      title: 'Kind',
      width: 90,
      kind: 'text',
      choices: ['tangible', 'not so'],
      colours: { tangible: 'green', 'not so': 'red' },
    },
    { title: 'Value', width: 80, kind: 'any' },
    { title: 'Reviewed on', width: 100, kind: 'date' },
    { title: 'Id', width: 40, kind: 'text', muted: true },
  ],
  rows: [
    ['Box', 'tangible', { formula: '=NPS({10;9;3})' }, 46082, 'first'],
    ['=1+1', 'not so', "'007", 46083, 'second'],
    ...hostileTexts.map((text, i) => [text, null, text, 46082, `h${i}`]),
  ],
}

/** A sheet that needs the other one. */
const owners: TablePlan = {
  name: 'Owners',
  columns: [
    {
      title: 'Cue',
      width: 120,
      kind: 'text',
      choicesFrom: { sheet: 'Signals', address: 'A2:A' },
      note: 'From the signals',
    },
    { title: 'Share', width: 80, kind: 'share' },
  ],
  rows: [['Box', 0.5]],
  summary: [{ label: 'Together', formula: '=SUM({{Share:column}})', format: '0.0%' }],
}

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let file: JSZip
let before: SheetContent
let after: SheetContent

// A workbook with the sheet is saved with the button, and opened again.
beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  const { page } = opened
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.waitForFunction(() => window.cuesheet.model.getters.getSheetIds().length === 1)
  before = await page.evaluate(
    async (plans) => {
      await window.cuesheet.book.createSheets(plans)
      return (await window.cuesheet.book.readSheet('Signals'))!
    },
    [plan, owners],
  )
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save .xlsx', exact: true }).click()
  const buffer = await readFile(await (await download).path())
  file = await JSZip.loadAsync(buffer)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…', exact: true }).click()
  await (await chooser).setFiles({ name: 'again.xlsx', mimeType: '', buffer })
  await page.getByText('again.xlsx is open').waitFor()
  after = await page.evaluate(async () => (await window.cuesheet.book.readSheet('Signals'))!)
})
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})

const xml = (path: string) => file.file(path)!.async('text')
/** What the engine knows of the sheet, once it is open again. */
const inModel = <T>(ask: (sheetId: string) => T) =>
  opened.page.evaluate(
    ([ask]) => {
      const sheetId = window.cuesheet.model.getters.getSheetIdByName('Signals')!
      return (new Function(`return ${ask}`)() as (sheetId: string) => T)(sheetId)
    },
    [String(ask)],
  )

describe('a sheet that is saved as .xlsx and opened again', () => {
  test('has its titles, texts, dates and formulas', () => {
    expect(after.values.slice(0, 3)).toEqual(before.values.slice(0, 3))
    expect(after.values[2]).toEqual(['=1+1', 'not so', "'007", 46083, 'second'])
    expect(after.formulas).toEqual(before.formulas)
  })

  test('has every text as it was, but that all line ends are line feeds', () => {
    const texts = hostileTexts.map((text) => text.replace(/\r\n?/g, '\n'))
    expect(after.values.slice(3).map((row) => row[0])).toEqual(texts)
    expect(after.values.slice(3).map((row) => row[2])).toEqual(texts)
  })

  test('says in the file what Excel reads: texts as texts, and no apostrophe before them', async () => {
    const strings = await xml('xl/sharedStrings.xml')
    for (const text of ['=1+1', "'=1+1", '007', "'007"]) expect(strings).toContain(`<t>${text}</t>`)
    expect(strings).not.toContain("<t>''007</t>")
    // As Excel writes signs that XML has no place for.
    expect(strings).toContain('<t>_x0001_control</t>')
    expect(strings).toContain('<t>cr_x000D_here</t>')
    expect(await xml('xl/worksheets/sheet1.xml')).not.toMatch(/<f>(?!NPS)/)
  })

  test('has its drop-downs', async () => {
    expect(await inModel((sheetId) => window.cuesheet.model.getters.getDataValidationRules(sheetId))).toMatchObject([
      { isBlocking: false, criterion: { type: 'isValueInList', values: ['tangible', 'not so'] } },
    ])
    expect(await xml('xl/worksheets/sheet1.xml')).toContain('<formula1>"tangible,not so"</formula1>')
  })

  test('has its drop-down with the texts of another sheet, its note and its summary', async () => {
    const owners = await opened.page.evaluate(async () => {
      const { getters } = window.cuesheet.model
      const rules = getters.getDataValidationRules(getters.getSheetIdByName('Owners')!)
      const offered = rules.map(({ criterion }) => getters.getDataValidationRangeValues('', criterion as never).length)
      const notes = (await window.cuesheet.book.readFormulas('Owners'))[0]!.notes
      return { offered, notes, content: await window.cuesheet.book.readSheet('Owners') }
    })
    expect(owners.offered).toEqual([new Set(before.values.slice(1).map(([cue]) => cue)).size])
    expect(owners.notes).toEqual([{ row: 0, column: 0, text: 'From the signals' }])
    expect(owners.content!.values).toEqual([
      ['Cue', 'Share', null, 'Together', 0.5],
      ['Box', 0.5, null, null, null],
    ])
    expect(await xml('xl/worksheets/sheet2.xml')).toMatch(/<formula1>Signals!\$A\$2:\$A\$\d+<\/formula1>/)
  })

  test('has its colours, and rules that Excel understands', async () => {
    const fills = await inModel((sheetId) =>
      [1, 2, 3].map(
        (row) => window.cuesheet.model.getters.getCellComputedStyle({ sheetId, col: 1, row }).fillColor ?? '',
      ),
    )
    expect(fills).toEqual(['#D9EAD3', '#F4CCCC', ''])
    const sheet = await xml('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<formula>"tangible"</formula>')
    expect(sheet).toContain('<formula>"not so"</formula>')
  })

  test('has its widths, its first row in view, and its muted column in grey', async () => {
    const looks = await inModel((sheetId) => {
      const { getters } = window.cuesheet.model
      return {
        widths: [0, 1, 2, 3, 4].map((column) => getters.getColSize(sheetId, column)),
        frozen: getters.getPaneDivisions(sheetId),
        muted: getters.getCellComputedStyle({ sheetId, col: 4, row: 1 }).textColor,
      }
    })
    expect(looks).toEqual({ widths: [210, 90, 80, 100, 40], frozen: { xSplit: 0, ySplit: 1 }, muted: '#757575' })
  })

  test('takes changes as before', async () => {
    const outcome = await opened.page.evaluate(async () => {
      const { book } = window.cuesheet
      const changes = [
        { id: 'second', seen: { Cue: '=1+1' }, cells: { Cue: '=2+2', 'Reviewed on': 46084 } },
        { id: 'new', seen: null, cells: { Cue: '007', 'Reviewed on': 46085 } },
      ] as const
      const { done } = await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
      const { values } = (await book.readSheet('Signals'))!
      return { done, rows: [values[2], values.at(-1)] }
    })
    expect(outcome).toEqual({
      done: ['second', 'new'],
      rows: [
        ['=2+2', 'not so', "'007", 46084, 'second'],
        ['007', null, null, 46085, 'new'],
      ],
    })
  })

  test('is saved again with the same rules', async () => {
    const { page } = opened
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save .xlsx', exact: true }).click()
    const again = await JSZip.loadAsync(await readFile(await (await download).path()))
    const rules = (sheet: string) => sheet.match(/<formula1?>[^<]*/g)
    expect(rules(await again.file('xl/worksheets/sheet1.xml')!.async('text'))).toEqual(
      rules(await xml('xl/worksheets/sheet1.xml')),
    )
  })

  test('whole columns and rows stay whole, so that what is added later counts', async () => {
    const { page } = opened
    const formulas = ['=COUNTA(Signals!A:B)', '=COUNTA(Signals!$2:$2)', '=COUNTA(Signals!A2:A)']
    await page.evaluate((formulas) => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Sheet1')!
      formulas.forEach((content, row) => model.dispatch('UPDATE_CELL', { sheetId, col: 3, row, content }))
    }, formulas)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save .xlsx', exact: true }).click()
    const buffer = await readFile(await (await download).path())
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open file…', exact: true }).click()
    await (await chooser).setFiles({ name: 'whole.xlsx', mimeType: '', buffer })
    await page.getByText('whole.xlsx is open').waitFor()
    const [columns, row, half] = await page.evaluate(() => {
      const { getters } = window.cuesheet.model
      const sheetId = getters.getSheetIdByName('Sheet1')!
      return [0, 1, 2].map((row) => getters.getCellText({ sheetId, col: 3, row }, { showFormula: true }))
    })
    expect([columns, row]).toEqual(formulas.slice(0, 2))
    // Excel has no A2:A.
    expect(half).toMatch(/^=COUNTA\(Signals!A2:A\d+\)$/)
  })

  test('failed nowhere and asked nothing from elsewhere', () => {
    expect({ failures: opened.failures, strayRequests: opened.strayRequests }).toEqual({
      failures: [],
      strayRequests: [],
    })
  })
})
