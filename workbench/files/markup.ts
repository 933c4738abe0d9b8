import type { CsvTable, TableSize } from '../../core/data/csv/csv.ts'
import type { CsvValue } from '../../core/data/csv/csvValues.ts'
import { DATE } from '../../core/metric.ts'
import { parseIso } from '../../core/statistics/time/calendar.ts'
import { checkSize, MOST_COLUMNS } from './limits.ts'

/** A table from a file of HTML: what its cells say is not known yet. Or a sheet of XML, which says what is a number. */
export type MarkupTable = { name?: string; texts: string[][] } | { name?: string; table: CsvTable }

const LARGEST = 30_000_000

/** The table in HTML, or the sheets in the XML of Excel 2003. Programs call both .xls. */
export function tablesInMarkup(text: string): { tables: MarkupTable[]; left: number } {
  if (text.length > LARGEST) throw new Error('it is a web page of more than 30 MB: save it as .csv and open that')
  const isXml =
    /^\s*(?:<\?xml|<\w+:?Workbook)/i.test(text) && text.includes('urn:schemas-microsoft-com:office:spreadsheet')
  const found = isXml ? sheetsOf(text) : tablesOf(text)
  if (found.tables.length === 0) {
    throw new Error('it is a web page or XML without a table in it: save the data as .xlsx or .csv and open that')
  }
  return found
}

/** Pages have tables for their layout too: the one with the most rows that is not around another is meant. */
function tablesOf(text: string) {
  const page = new DOMParser().parseFromString(text, 'text/html')
  const tables = [...page.querySelectorAll('table')].filter((table) => !table.querySelector('table'))
  const texts = tables.map(textsOf).filter((rows) => rows.some((row) => row.some((cell) => cell !== '')))
  const largest = texts.reduce<string[][]>((most, rows) => (rows.length > most.length ? rows : most), [])
  return { tables: largest.length > 0 ? [{ texts: largest }] : [], left: Math.max(0, texts.length - 1) }
}

const MOST_SPANNED = 1000

/** A cell over several columns or rows stands in the first of them, and leaves the others blank. */
function textsOf(table: HTMLTableElement): string[][] {
  /** The row below which each column is free again. */
  const taken: number[] = []
  return [...table.rows].map((row, at) => {
    const texts: string[] = []
    let column = 0
    // What is read of a row changes it, and the page would count its cells anew for each of them.
    for (const cell of [...row.cells]) {
      while ((taken[column] ?? 0) > at) column++
      // A table with further columns is refused anyway.
      if (column > MOST_COLUMNS) break
      texts[column] = wordsOf(cell)
      const end = column + Math.min(cell.colSpan, MOST_SPANNED)
      for (; column < end; column++) taken[column] = at + Math.min(cell.rowSpan, MOST_SPANNED)
    }
    return Array.from(texts, (text) => text ?? '')
  })
}

function wordsOf(cell: Element): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\n')
  return (cell.textContent ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet'

function sheetsOf(text: string) {
  const book = new DOMParser().parseFromString(text, 'text/xml')
  if (book.querySelector('parsererror')) throw new Error('it is XML that is damaged: save the data as .xlsx or .csv')
  const sheets = childrenOf(book.documentElement, 'Worksheet').map((sheet) => ({
    name: sheet.getAttributeNS(SPREADSHEET, 'Name') ?? 'Sheet',
    table: sheetTable(sheet),
  }))
  return { tables: sheets.filter(({ table }) => table.rows.length > 0), left: 0 }
}

/** Those of its own alone: what is within them would be read once for each element around it. */
function childrenOf(element: Element, name: string): Element[] {
  return [...element.children].filter(
    ({ localName, namespaceURI }) => localName === name && namespaceURI === SPREADSHEET,
  )
}

function sheetTable(sheet: Element): CsvTable {
  const rows: CsvValue[][] = []
  const dates = new Set<number>()
  const size: TableSize = { rows: 0, columns: 0, filled: 0 }
  let at = 0
  for (const row of childrenOf(sheet, 'Table').flatMap((table) => childrenOf(table, 'Row'))) {
    at = placeOf(row, at)
    let column = 0
    for (const cell of childrenOf(row, 'Cell')) {
      column = placeOf(cell, column)
      const data = childrenOf(cell, 'Data')[0]
      const value = data ? typedValue(data) : null
      if (value !== null && value !== '') {
        size.rows = at + 1
        size.columns = Math.max(size.columns, column + 1)
        size.filled++
        // Before room is made: a few lines may name the last corner that there is, many times.
        checkSize(size)
        while (rows.length <= at) rows.push([])
        const cells = rows[at]!
        while (cells.length < column) cells.push(null)
        cells.push(value)
        if (typeof value === 'number' && typeOf(data!) === 'DateTime') dates.add(column)
      }
      column += 1 + Math.min(Number(cell.getAttributeNS(SPREADSHEET, 'MergeAcross') ?? 0), MOST_SPANNED)
    }
    at++
  }
  return {
    rows,
    formats: Array.from({ length: size.columns }, (_, column) => (dates.has(column) ? DATE : undefined)),
  }
}

const FURTHEST = 1_048_576

/** The place that an element names, or else the next one, from 0. */
function placeOf(element: Element, next: number): number {
  const named = Number(element.getAttributeNS(SPREADSHEET, 'Index') ?? 0)
  return named > next && named <= FURTHEST ? named - 1 : next
}

function typeOf(data: Element): string | null {
  return data.getAttributeNS(SPREADSHEET, 'Type')
}

function typedValue(data: Element): CsvValue {
  const text = data.textContent ?? ''
  const type = typeOf(data)
  if (type === 'Number' && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text)
  if (type === 'Boolean') return text.trim() === '1'
  const serial = type === 'DateTime' ? parseIso(text.trim().replace(/(?:\.0+)?Z?$/, '')) : NaN
  return Number.isNaN(serial) ? text : serial
}
