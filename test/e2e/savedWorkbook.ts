import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type {} from '../../workbench/app.ts'
import type { Page } from 'playwright-core'
import readExcelFile from 'read-excel-file/node'
import { expect } from 'vitest'
import { splitRows } from '../../core/data/csv/delimited.ts'

/** LibreOffice, where it is installed. */
export const soffice = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync)

/** What a cell of the workbench shows. */
export interface Shown {
  value: string | number | boolean | null
  text: string
  isError: boolean
  /** A formula, or a cell that one spills over. */
  isFormula: boolean
  isSpilled: boolean
}
export type Sheets = Record<string, Shown[][]>

/** What every cell of the workbench shows, by sheet. */
export async function shownIn(page: Page): Promise<Sheets> {
  // In short, as there are many: null for a cell with nothing in it.
  const sheets = await page.evaluate(() => {
    const { getters } = window.cuesheet.model
    return getters.getSheetIds().map((sheetId) => {
      const { numberOfRows, numberOfCols } = getters.getSheetSize(sheetId)
      const rows = Array.from({ length: numberOfRows }, (_, row) =>
        Array.from({ length: numberOfCols }, (_, col) => {
          const position = { sheetId, row, col }
          const { type, value, formattedValue } = getters.getEvaluatedCell(position)
          const cell = getters.getCell(position)
          const isOwn = cell !== undefined && (cell.isFormula || cell.content !== '')
          const isSpilled = !isOwn && getters.getArrayFormulaSpreadingOn(position) !== undefined
          if (!isOwn && !isSpilled) return null
          const zone = getters.getSpreadZone(position)
          const isTable = isSpilled || (zone !== undefined && (zone.right > zone.left || zone.bottom > zone.top))
          const isFormula = (cell?.isFormula ?? false) || isSpilled
          return [value === '' ? null : value, formattedValue, type === 'error', isFormula, isTable] as const
        }),
      )
      return [getters.getSheetName(sheetId), rows] as const
    })
  })
  const told = (cell: (typeof sheets)[0][1][0][0]): Shown => {
    if (cell === null) return NOTHING
    const [value, text, isError, isFormula, isSpilled] = cell
    return { value, text, isError, isFormula, isSpilled }
  }
  return Object.fromEntries(sheets.map(([name, rows]) => [name, rows.map((row) => row.map(told))]))
}

const NOTHING: Shown = { value: null, text: '', isError: false, isFormula: false, isSpilled: false }

/** Saves the workbook in one of the ways that are offered. */
export async function savedAs(page: Page, way: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Save as…' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: way, exact: true }).click()
  return readFile(await (await download).path())
}

/** Every value of the workbench is in the file, as another reader finds it. */
export async function expectValues(file: Buffer, shown: Sheets): Promise<void> {
  const sheets = await readExcelFile(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(Object.keys(shown))
  for (const { sheet, data } of sheets) {
    const cells = shown[sheet]!.flat()
    expect(cells.filter(({ value }) => value !== null).length, sheet).toBeGreaterThan(5)
    expect(differences({ [sheet]: shown[sheet]! }, (i, j) => data[i]?.[j] ?? null, isRead)).toEqual([])
  }
}

function isRead(found: unknown, { value, isError }: Shown): boolean {
  // This reader leaves errors blank.
  if (isError) return found === null
  if (found instanceof Date) return Math.abs(found.getTime() / 864e5 + 25569 - (value as number)) < 5e-7
  return typeof value === 'string' ? String(found).trim() === value.trim() : found === value
}

/** Every cell shows in LibreOffice what it shows in the workbench. */
export async function expectSameInLibreOffice(file: Buffer, shown: Sheets, keep: 'formulas' | 'values'): Promise<void> {
  const sheets = await inLibreOffice(file)
  expect(Object.keys(sheets).sort()).toEqual(Object.keys(shown).sort())
  const isSame = (found: string, cell: Shown) => {
    // It works out anew what is true or false and what fills several cells, and does not know our functions.
    const isItsOwn = cell.isFormula && (cell.isSpilled || typeof cell.value === 'boolean')
    return (keep === 'formulas' && isItsOwn) || sameText(found, cell)
  }
  for (const [sheet, rows] of Object.entries(shown)) {
    expect(differences({ [sheet]: rows }, (i, j) => sheets[sheet]![i]?.[j] ?? '', isSame)).toEqual([])
  }
}

/** The cells for which something else is found, in words. To expect something of each of many cells would take long. */
function differences<T>(
  sheets: Sheets,
  found: (row: number, column: number, sheet: string) => T,
  isSame: (found: T, cell: Shown) => boolean,
): string[] {
  return Object.entries(sheets).flatMap(([sheet, rows]) =>
    rows.flatMap((row, i) =>
      row.flatMap((cell, j) => {
        const other = found(i, j, sheet)
        return isSame(other, cell) ? [] : [`${sheet} row ${i + 1} column ${j + 1}: ${String(other)}, not ${cell.text}`]
      }),
    ),
  )
}

/** The sheets as LibreOffice shows them, or with all digits of their numbers. */
export async function inLibreOffice(
  file: Uint8Array,
  numbers: 'as shown' | 'in full' = 'as shown',
): Promise<Record<string, readonly string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'cuesheet-'))
  try {
    const path = join(folder, 'book.xlsx')
    await writeFile(path, file)
    // Commas, quotation marks, UTF-8, from the first line, as shown or not, all sheets.
    const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,${numbers === 'as shown'},false,false,-1`
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
