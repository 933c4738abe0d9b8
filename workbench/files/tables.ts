import { besidesData, dataOnly, type BesidesData } from '../../core/data/csv/besidesData.ts'
import { readRows, tableOf, type CsvTable, type TableSize } from '../../core/data/csv/csv.ts'
import type { QuoteFault } from '../../core/data/csv/delimited.ts'
import { csvText } from './csv/csvText.ts'
import { checkSize, MOST_CELLS } from './limits.ts'
import { tablesInMarkup } from './markup.ts'
import { inSteps, occurrences, type Step } from './steps.ts'

export interface NamedTable {
  name: string
  table: CsvTable
}

export interface FoundTables {
  tables: NamedTable[]
  filled: number
  /** What a person should know about how the file was read. */
  remarks: string[]
}

/** Asks whether rows that look as if they were no data shall be left out. */
export type Ask = (found: BesidesData) => Promise<boolean>

/** The table in the text of a csv file. */
export async function tableInText(name: string, bytes: Uint8Array, ask: Ask, step: Step): Promise<FoundTables> {
  const text = csvText(bytes)
  if (text.includes('\0')) throw new Error('it is neither an Excel workbook nor text')
  // A cell in quotes may go over several lines.
  const all = text.includes('"') ? undefined : occurrences(text, '\n') || undefined
  const { rows, delimiter, size, faults } = await inSteps(readRows(text, MOST_CELLS), step, all)
  if (rows.length === 0) throw new Error('there is nothing in it')
  checkSize(size)
  const table = tableOf({ rows: await withoutOthers(rows, ask), delimiter })
  return { tables: [{ name, table }], filled: size.filled, remarks: faults.length > 0 ? [remarkOn(faults)] : [] }
}

/** The tables in HTML or XML that calls itself .xls. */
export async function tablesInPage(name: string, bytes: Uint8Array, ask: Ask): Promise<FoundTables> {
  const { tables, left } = tablesInMarkup(csvText(bytes))
  const sizes = tables.map((one) => sizeOf('texts' in one ? one.texts : one.table.rows))
  for (const size of sizes) checkSize(size)
  const named: NamedTable[] = []
  for (const one of tables) {
    const table = 'texts' in one ? tableOf({ rows: await withoutOthers(one.texts, ask), delimiter: '' }) : one.table
    named.push({ name: one.name ?? name, table })
  }
  const others = left === 1 ? 'another table, which is' : `${left} other tables, which are`
  return {
    tables: named,
    filled: sizes.reduce((sum, { filled }) => sum + filled, 0),
    remarks: left > 0 ? [`There ${left === 1 ? 'is' : 'are'} ${others} smaller and left out.`] : [],
  }
}

function sizeOf(rows: readonly (readonly unknown[])[]): TableSize {
  const size = { rows: rows.length, columns: 0, filled: 0 }
  for (const row of rows) {
    size.columns = Math.max(size.columns, row.length)
    size.filled += row.reduce<number>((count, cell) => (cell === '' || cell === null ? count : count + 1), 0)
  }
  return size
}

async function withoutOthers(rows: string[][], ask: Ask): Promise<string[][]> {
  const found = besidesData(rows)
  return found && (await ask(found)) ? dataOnly(rows, found) : rows
}

const MOST_LINES = 5

/** The lines whose quotation marks leave a doubt, in sentences. */
export function remarkOn(faults: readonly QuoteFault[]): string {
  const stray = faults.filter(({ kind }) => kind === 'not closed').map(({ line }) => line)
  const long = faults.find(({ kind }) => kind === 'over lines')
  const sentences: string[] = []
  if (stray.length === 1) {
    sentences.push(`Line ${stray[0]} has a quotation mark that is not closed. It was read as it stands.`)
  } else if (stray.length > 1) {
    const lines = stray.slice(0, MOST_LINES).join(', ') + (stray.length > MOST_LINES ? ' …' : '')
    sentences.push(`${stray.length} quotation marks are not closed (lines ${lines}). They were read as they stand.`)
  }
  if (long) {
    const { line, lastLine } = long
    sentences.push(`A cell in quotes goes from line ${line} to ${lastLine}: see whether a quotation mark is missing.`)
  }
  return sentences.join(' ')
}
