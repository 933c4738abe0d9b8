import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { expectValues, expectSameInLibreOffice, savedAs, shownIn, soffice, type Sheets } from './savedWorkbook.ts'
import { openPage } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let shown: Sheets
const files: Record<'formulas' | 'excel' | 'values', Buffer> = {
  formulas: Buffer.of(),
  excel: Buffer.of(),
  values: Buffer.of(),
}

beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  const { page } = opened
  await page.evaluate(() => {
    const { model } = window.cuesheet
    const cells = [
      '=NPS({11})',
      '=1/0',
      '=NA()',
      '=IF(1=1,"a & b < c","")',
      '=CSAT({5;1})>10%',
      '=SUM(A1:A2*2)+6',
      '=TEXT(1,"0.0")',
      '=""',
      '=SUM(SORT(FILTER({1;2;3},{1;0;1})))&"FILTER("',
      '=SUM(FILTER({1;2;3},{1;1;0},{1;0;1}))',
      '=MAXIFS(A1:A3,A1:A3,">=0")+MINIFS(A1:A3,A1:A3,">=0")+ROWS(UNIQUE({1;1}))',
    ]
    model.dispatch('CREATE_SHEET', { sheetId: 'kinds', position: 1, name: 'Kinds of cells' })
    cells.forEach((content, row) => model.dispatch('UPDATE_CELL', { sheetId: 'kinds', col: 1, row, content }))
    const table = '=MRR_MOVEMENTS({"a";"a"},{"2026-01-01";"2026-02-01"},{10;12})'
    model.dispatch('UPDATE_CELL', { sheetId: 'kinds', col: 3, row: 2, content: table })
    // Excel has no such chart.
    model.dispatch('CREATE_CHART', {
      sheetId: 'kinds',
      figureId: 'picture',
      chartId: 'waterfall',
      col: 1,
      row: 13,
      offset: { x: 0, y: 0 },
      size: { width: 300, height: 200 },
      definition: {
        type: 'waterfall',
        title: { text: 'New revenue' },
        dataSource: { type: 'range', dataSets: [{ dataRange: 'F4:F5', dataSetId: '1' }], dataSetsHaveTitle: false },
        dataSetStyles: {},
        aggregated: false,
        legendPosition: 'top',
        verticalAxisPosition: 'left',
      },
    } as never)
  })
  shown = await shownIn(page)
  files.formulas = await savedAs(page, 'With formulas')
  files.excel = await savedAs(page, 'With formulas, for Excel with Cuesheet')
  files.values = await savedAs(page, 'With values only, for anyone')
})
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})

const EXCEL_ERRORS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']
const sheetXml = async (keep: keyof typeof files) => {
  const zip = await JSZip.loadAsync(files[keep])
  return Promise.all(zip.file(/^xl\/worksheets\/sheet\d+\.xml$/).map((file) => file.async('text')))
}

describe.each(['formulas', 'values'] as const)('a workbook saved with %s', (keep) => {
  test('holds every value, as another reader finds it', async () => {
    await expectValues(files[keep], shown)
  })

  test('has no relation to a part that is not there', async () => {
    const zip = await JSZip.loadAsync(files[keep])
    for (const rels of zip.file(/\.rels$/)) {
      const base = rels.name.replace(/_rels\/[^/]*$/, '')
      for (const [, attributes] of (await rels.async('text')).matchAll(/<Relationship\s([^>]*)>/g)) {
        if (attributes!.includes('TargetMode="External"')) continue
        const target = /Target="([^"]*)"/.exec(attributes!)![1]!
        const path = target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${base}`).pathname.slice(1)
        expect(zip.file(path), `${rels.name}: ${target}`).not.toBeNull()
      }
    }
  })

  test('has its charts, with the values that they are drawn from', async () => {
    const zip = await JSZip.loadAsync(files[keep])
    const charts = await Promise.all(zip.file(/^xl\/charts\/.*\.xml$/).map((file) => file.async('text')))
    expect(charts.length).toBeGreaterThan(0)
    for (const chart of charts) {
      expect(chart).not.toMatch(/<c:numCache\s*\/>/)
      expect(chart.match(/<c:numCache>/g)!.length).toBe(chart.match(/<c:numRef>/g)!.length)
      expect(chart).toMatch(/<c:pt idx="\d+"><c:v>[\d.]+<\/c:v>/)
    }
    // One that Excel does not know is a picture.
    const pictures = await Promise.all(zip.file(/^xl\/media\//).map((file) => file.async('nodebuffer')))
    expect(pictures.map((picture) => picture.subarray(1, 4).toString())).toEqual(['PNG'])
    expect(pictures[0]!.length).toBeGreaterThan(1000)
  })

  test.skipIf(!soffice)(
    'shows in LibreOffice what it shows here',
    async () => {
      await expectSameInLibreOffice(files[keep], shown, keep)
    },
    120_000,
  )
})

test('the file with formulas has each of them, plain where it gives one cell', async () => {
  const sheets = (await sheetXml('formulas')).join('\n')
  expect(sheets).toContain('<f>NPS(Survey!E:E)</f>')
  expect(sheets).toMatch(/<c r="D3"[^>]* cm="1" t="str"><f t="array" ref="D3:K5">MRR_MOVEMENTS\(/)
  // Excel would cut a plain one down to one row.
  expect(sheets).toMatch(/<f t="array" ref="B6">SUM\(A1:A2\*2\)\+6<\/f><v>6<\/v>/)
  expect(sheets).toContain('t="e"><f>NPS({11})</f><v>#VALUE!</v>')
  // Later functions by the names that Excel gives them in files; what it would take for another formula is a value.
  expect(sheets).toContain('SUM(_xlfn._xlws.SORT(_xlfn._xlws.FILTER({1;2;3},{1;0;1})))&amp;"FILTER("')
  expect(sheets).toMatch(/<c r="B10"[^>]*><v>1<\/v><\/c>/)
  expect(sheets).toMatch(/_xlfn\.MAXIFS\(.*?_xlfn\.MINIFS\(.*?ROWS\(_xlfn\.UNIQUE\(/)
  for (const [, error] of sheets.matchAll(/t="e"[^>]*>(?:<f>[^<]*<\/f>)?<v>([^<]*)</g))
    expect(EXCEL_ERRORS).toContain(error)
})

test('the file for Excel names our functions as Excel saves them, and opens here as it was', async () => {
  const [plain, named] = [await sheetXml('formulas'), await sheetXml('excel')]
  expect(named.join('\n')).toContain('<f>_xldudf_NPS(Survey!E:E)</f>')
  expect(named.join('\n')).toMatch(/<f t="array" ref="D3:K5">_xldudf_MRR_MOVEMENTS\(/)
  // Nothing else is another one.
  expect(named.map((sheet) => sheet.replaceAll('_xldudf_', ''))).toEqual(plain)
  const path = join(tmpdir(), `cuesheet-${process.pid}.xlsx`)
  await writeFile(path, files.excel)
  try {
    const again = await openPage(browser)
    const chooser = again.page.waitForEvent('filechooser')
    await again.page.getByRole('button', { name: 'Open file…' }).click()
    await (await chooser).setFiles(path)
    await expect.poll(() => again.page.getByLabel('Name of the workbook').inputValue()).toMatch(/^cuesheet-/)
    const reopened = await shownIn(again.page)
    const texts = (sheets: Sheets) => sheets['Start']!.flatMap((row) => row.map(({ text }) => text)).filter(Boolean)
    expect(texts(reopened)).toEqual(texts(shown))
    await again.close()
  } finally {
    await rm(path)
  }
})

test('the file with values has no formula, and the workbook stays unsaved by it', async () => {
  expect((await sheetXml('values')).join('\n')).not.toMatch(/<f[\s>]/)
  expect(await opened.page.getByRole('status').innerText()).toBe(
    'Saved as sample (values).xlsx, with values in place of formulas',
  )
})
