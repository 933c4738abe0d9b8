import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { splitRows } from '../../workbench/files/csv/delimited.ts'
import { launchBrowser } from './browser.ts'
import { openPage } from './workbenchPage.ts'

/** What a cell of the workbench shows. */
interface Shown {
  value: string | number | boolean | null
  text: string
  isError: boolean
  /** A formula, or a cell that one spills over. */
  isFormula: boolean
  isSpilled: boolean
}
type Sheets = Record<string, Shown[][]>

const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync)
let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let shown: Sheets
const files: Record<'formulas' | 'values', Buffer> = { formulas: Buffer.of(), values: Buffer.of() }

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
      row: 9,
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
  shown = await page.evaluate(() => {
    const { getters } = window.cuesheet.model
    const sheets: Record<string, unknown[][]> = {}
    for (const sheetId of getters.getSheetIds()) {
      const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId)
      sheets[getters.getSheetName(sheetId)] = Array.from({ length: numberOfRows }, (_, row) =>
        Array.from({ length: numberOfCols }, (_, col) => {
          const position = { sheetId, row, col }
          const { type, value, formattedValue } = getters.getEvaluatedCell(position)
          const cell = getters.getCell(position)
          const isOwn = cell !== undefined && (cell.isFormula || cell.content !== '')
          const isSpilled = !isOwn && getters.getArrayFormulaSpreadingOn(position) !== undefined
          const zone = getters.getSpreadZone(position)
          return {
            value: value === '' ? null : value,
            text: formattedValue,
            isError: type === 'error',
            isFormula: (cell?.isFormula ?? false) || isSpilled,
            isSpilled: isSpilled || (zone !== undefined && (zone.right > zone.left || zone.bottom > zone.top)),
          }
        }),
      )
    }
    return sheets as never
  })
  for (const [keep, button] of [
    ['formulas', 'Save .xlsx'],
    ['values', 'Save values'],
  ] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: button, exact: true }).click()
    files[keep] = await readFile(await (await download).path())
  }
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
    const sheets = await readExcelFile(files[keep])
    expect(sheets.map(({ sheet }) => sheet)).toEqual(Object.keys(shown))
    for (const { sheet, data } of sheets) {
      let compared = 0
      shown[sheet]!.forEach((row, i) =>
        row.forEach(({ value, isError }, j) => {
          const found = data[i]?.[j] ?? null
          const where = `${sheet} row ${i + 1} column ${j + 1}`
          if (value !== null) compared++
          // This reader leaves errors blank.
          if (isError) expect(found, where).toBeNull()
          else if (found instanceof Date) {
            expect(found.getTime() / 864e5 + 25569, where).toBeCloseTo(value as number, 6)
          } else if (typeof value === 'string') expect(String(found).trim(), where).toBe(value.trim())
          else expect(found, where).toBe(value)
        }),
      )
      expect(compared, sheet).toBeGreaterThan(5)
    }
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
      const sheets = await inLibreOffice(files[keep])
      expect(Object.keys(sheets).sort()).toEqual(Object.keys(shown).sort())
      for (const [sheet, rows] of Object.entries(shown)) {
        rows.forEach((row, i) =>
          row.forEach((cell, j) => {
            // It works out anew what is true or false and what fills several cells, and does not know our functions.
            if (keep === 'formulas' && cell.isFormula && (cell.isSpilled || typeof cell.value === 'boolean')) return
            const found = sheets[sheet]![i]?.[j] ?? ''
            expect(sameText(found, cell), `${sheet} row ${i + 1} column ${j + 1}: ${found}, not ${cell.text}`).toBe(
              true,
            )
          }),
        )
      }
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
  for (const [, error] of sheets.matchAll(/t="e"[^>]*>(?:<f>[^<]*<\/f>)?<v>([^<]*)</g))
    expect(EXCEL_ERRORS).toContain(error)
})

test('the file with values has no formula, and the workbook stays unsaved by it', async () => {
  expect((await sheetXml('values')).join('\n')).not.toMatch(/<f[\s>]/)
  expect(await opened.page.getByRole('status').innerText()).toBe(
    'Saved as sample (values).xlsx, with values in place of formulas',
  )
})

/** The sheets as LibreOffice shows them. */
async function inLibreOffice(file: Buffer): Promise<Record<string, readonly string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'cuesheet-'))
  try {
    const path = join(folder, 'book.xlsx')
    await writeFile(path, file)
    // Commas, quotation marks, UTF-8, from the first line, as shown, all sheets.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await promisify(execFile)(soffice!, [profile, '--headless', '--convert-to', filter, '--outdir', folder, path])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => {
          const text = await readFile(join(folder, name), 'utf8')
          return [name.replace(/^book-|\.csv$/g, ''), [...splitRows(text, ',')]] as const
        }),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whether two programs show the same: the same text, or the same number in as many digits as both show. */
function sameText(found: string, { value, text, isError }: Shown): boolean {
  if (isError) return found.startsWith('#') || /^Err:/.test(found)
  if (found === text || found.trim() === text.trim()) return true
  if (typeof value === 'boolean') return found === String(value).toUpperCase()
  if (typeof value !== 'number') return false
  const number = Number(found.replaceAll(',', ''))
  return Math.abs(number - value) <= 1e-6 * Math.abs(value)
}
