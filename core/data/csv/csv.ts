import { valuesOf, type CsvValue } from './csvValues.ts'
import { delimiterOf, splitRows, withLineFeeds, type QuoteFault } from './delimited.ts'

/** The cells of a csv file: dates as serial numbers, and for each column the format that shows them as they were. */
export interface CsvTable {
  rows: CsvValue[][]
  formats: (string | undefined)[]
}

/** How large a table is: down to its last row and to the right as far as any goes, and how many cells are filled. */
export interface TableSize {
  rows: number
  columns: number
  filled: number
}

/** The rows of a csv file as they are written, how large it is, and the lines whose quotation marks leave a doubt. */
export interface CsvRows {
  rows: string[][]
  delimiter: string
  size: TableSize
  faults: QuoteFault[]
}

/** Reads csv text with commas, semicolons, tabs or bars between the cells, all at once. */
export function readCsv(text: string): CsvTable {
  return tableOf(rowsIn(text))
}

/** The same as it is written. */
export function rowsIn(text: string): CsvRows {
  const steps = readRows(text)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const ROWS_IN_A_STEP = 2000

/**
 * Splits csv text into rows, and tells after every few thousand how many there are. Rows after the first `most` filled cells
 * are only counted.
 */
export function* readRows(text: string, most = Infinity): Generator<number, CsvRows> {
  const lines = withLineFeeds(text)
  // Excel takes the first line for the delimiter, and some programs put it in quotes as they do every cell.
  const named = /^\ufeff?"?sep=([^\n])"?[^\S\n]*[,;|]*(?:\n|$)/i.exec(lines)
  const body = lines.slice(named?.[0].length ?? Number(lines.startsWith('\ufeff')))
  const delimiter = named?.[1] ?? delimiterOf(body)
  const rows: string[][] = []
  const faults: QuoteFault[] = []
  const size: TableSize = { rows: 0, columns: 0, filled: 0 }
  let seen = 0
  for (const row of splitRows(body, delimiter, faults, named ? 2 : 1)) {
    seen++
    const filled = row.reduce((count, cell) => (cell === '' ? count : count + 1), 0)
    size.filled += filled
    if (filled > 0) size.rows = seen
    if (row.length > size.columns) size.columns = row.length
    if (size.filled <= most) rows.push(row)
    if (seen % ROWS_IN_A_STEP === 0) yield seen
  }
  rows.length = Math.min(rows.length, size.rows)
  return { rows, delimiter, size, faults }
}

/** The values of rows as they are written. */
export function tableOf({ rows, delimiter }: Pick<CsvRows, 'rows' | 'delimiter'>): CsvTable {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const texts = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const { columns, formats } = valuesOf(texts, delimiter)
  return { rows: rows.map((row, at) => row.map((_, column) => columns[column]![at]!)), formats }
}
