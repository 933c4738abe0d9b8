import { readCsv, type CsvTable } from '../../../core/data/csv/csv.ts'
import type { CsvValue } from '../../../core/data/csv/csvValues.ts'
import { csvText } from './csvText.ts'
import { addressOf, addSheet, type SheetPlan, type Workbook } from '../../workbook.ts'

/** Adds the cells of a csv file as a sheet named after it, and gives the sheet's id. */
export function addCsv(workbook: Workbook, name: string, bytes: Uint8Array): string {
  const text = csvText(bytes)
  if (text.includes('\0')) throw new Error('it is neither an Excel workbook nor text')
  const table = readCsv(text)
  if (table.rows.length === 0) throw new Error('there is nothing in it')
  return addSheet(workbook, csvSheet(name.replace(/\.[^.]*$/, ''), table))
}

/** A table as a sheet with a bold first row that stays in view. */
export function csvSheet(name: string, { rows, formats }: CsvTable): SheetPlan {
  return {
    name,
    rows,
    columns: formats.map((format, column) => ({ format, width: widthOf(rows, column, format) })),
    styles: { [`A1:${addressOf(formats.length - 1, 0)}`]: { bold: true } },
    frozen: { rows: 1 },
  }
}

const LETTER = 7
const PADDING = 16

/** Wide enough for the title, which is bold, and the first few hundred cells, within reason. */
function widthOf(rows: readonly CsvValue[][], column: number, format: string | undefined): number {
  let letters = String(rows[0]?.[column] ?? '').length + 2
  for (const row of rows.slice(1, 300)) {
    const value = row[column]
    const shown = typeof value === 'number' && format ? format : String(value ?? '')
    letters = Math.max(letters, shown.length)
  }
  return Math.min(320, Math.max(64, letters * LETTER + PADDING))
}
