import type { Model } from '@odoo/o-spreadsheet'
import JSZip from 'jszip'
import { csvText, readCsv, type CsvTable, type CsvValue } from './csv.ts'
import { addressOf, addSheet, type SheetPlan, type Workbook } from './workbook.ts'

/** The files of an .xlsx by their paths, which the engine takes for a workbook. */
export type XlsxFiles = Record<string, string>

/** Unpacks an .xlsx. Pictures are left out: the engine would want a server to keep them on. */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxFiles> {
  const zip = await JSZip.loadAsync(bytes)
  const texts = Object.values(zip.files)
    .filter(({ dir, name }) => !dir && !name.includes('media/'))
    .map(async (file) => [file.name, await file.async('text')] as const)
  const files = Object.fromEntries(await Promise.all(texts))
  if (!('xl/workbook.xml' in files)) throw new Error('there is no workbook in it')
  return files
}

/** The workbook as an .xlsx. */
export async function writeXlsx(model: Model): Promise<Uint8Array> {
  const zip = new JSZip()
  const { files } = await model.exportXLSX()
  for (const file of files) {
    // The engine's XML writer leaves empty namespaces behind, which Excel refuses.
    if ('content' in file) zip.file(file.path, file.content.replaceAll(' xmlns=""', ''))
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** Adds the cells of a csv file as a sheet named after it, and gives the sheet's id. */
export function addCsv(workbook: Workbook, name: string, bytes: Uint8Array): string {
  const table = readCsv(csvText(bytes))
  if (table.rows.length === 0) throw new Error('there is nothing in it')
  return addSheet(workbook, csvSheet(name.replace(/\.[^.]*$/, ''), table))
}

function csvSheet(name: string, { rows, formats }: CsvTable): SheetPlan {
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

/** Wide enough for the title and the first few hundred cells, within reason. */
function widthOf(rows: readonly CsvValue[][], column: number, format: string | undefined): number {
  let letters = String(rows[0]?.[column] ?? '').length + 1
  for (const row of rows.slice(1, 300)) {
    const value = row[column]
    const shown = typeof value === 'number' && format ? format : String(value ?? '')
    letters = Math.max(letters, shown.length)
  }
  return Math.min(320, Math.max(64, letters * LETTER + PADDING))
}
