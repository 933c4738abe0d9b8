import { isBlank } from '../../cell.ts'
import { isDateText } from '../../reading/texts/dates.ts'
import { readNumber } from '../../reading/texts/numbers.ts'
import { cleanText } from '../../reading/texts/spelling.ts'
import type { CellValue, SheetContent } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { lettersOf } from '../../sheet/sheetReference.ts'

/** A table that somebody has made, without its blank rows and columns. */
export interface OwnTable {
  /** A column without a title is called by its letter: Column F. */
  titles: string[]
  /** The number of the first row below the titles in the sheet, from 1. */
  firstRow: number
  rows: CellValue[][]
  /** The number of each row in the sheet, from 1. */
  rowNumbers: number[]
}

/** The table in a sheet, below whatever stands above its titles, or the sentence that says why there is none. */
export function tableIn({ values }: SheetContent): OwnTable | { problem: string } {
  const filled = values.map((line) => line.filter((cell) => !isBlank(cell)).length)
  const widest = filled.reduce((most, count) => Math.max(most, count), 0)
  if (widest === 0) return { problem: 'The sheet is empty. Choose the one with your table.' }
  const head = headOf(values, filled, widest)
  if (head < 0) {
    const first = filled.findIndex((count) => count >= widest * WIDE)
    return {
      problem: `Row ${first + 1} holds values, and no titles stand above it. Put a title above each column, then try again.`,
    }
  }
  const body = values.flatMap((line, row) => (row > head && filled[row]! > 0 ? [{ line, row }] : []))
  if (body.length === 0) {
    return { problem: `Nothing stands below the titles in row ${head + 1}. Choose the sheet with your table.` }
  }
  const width = body.reduce((most, { line }) => Math.max(most, line.length), values[head]!.length)
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !isBlank(values[head]![column] ?? null) || body.some(({ line }) => !isBlank(line[column] ?? null)),
  )
  return {
    titles: columns.map((column) => titleOf(values[head]![column] ?? null) || `Column ${lettersOf(column)}`),
    firstRow: head + 2,
    rows: body.map(({ line }) => columns.map((column) => line[column] ?? null)),
    rowNumbers: body.map(({ row }) => row + 1),
  }
}

/** A row with fewer of the columns than this says what the table is about, or what several columns have in common. */
const WIDE = 0.6

/** The first wide row where it holds titles, or else the row of titles above it that names some of the columns; -1 for none. */
function headOf(values: readonly CellValue[][], filled: readonly number[], widest: number): number {
  const first = filled.findIndex((count) => count >= widest * WIDE)
  const isHead = (row: number) => values[row]!.every((cell) => isBlank(cell) || isTitle(cell))
  if (isHead(first)) return first
  for (let row = first - 1; row >= 0; row--) {
    if (filled[row]! > 0) return filled[row]! > 1 && isHead(row) ? row : -1
  }
  return -1
}

/** A text that is no value, or a year. */
function isTitle(cell: CellValue): boolean {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 1950 && cell <= 2100
  if (typeof cell !== 'string') return false
  const { kind } = readNumber(cell)
  return kind !== 'number' && kind !== 'either' && !isDateText(cell)
}

function titleOf(cell: CellValue): string {
  return cleanText(textOf(cell)).trim()
}
