import { CellError, isBlank, type Cell } from '../cell.ts'
import { isTitle as isWord } from '../reading/cells.ts'
import { isDateText } from '../reading/texts/dates.ts'
import { readNumber } from '../reading/texts/numbers.ts'

/** A table with a title for every column. Rows are those below the titles; `first` is the row of the first of them, from 1. */
export interface Table {
  titles: string[]
  rows: Cell[][]
  first: number
}

/**
 * The table without its blank rows at the end; null when nothing is left. Its first row holds the titles when every cell of
 * it is a title or blank: a word, or text that begins with a number, such as “30-day retention”, above cells that are no text.
 */
export function tableOf(cells: readonly (readonly Cell[])[]): Table | null {
  const all = cells.map((row) => [...row])
  while (all.length > 0 && all[all.length - 1]!.every((cell) => !(cell instanceof CellError) && isBlank(cell)))
    all.pop()
  const [top, ...body] = all
  if (!top) return null
  const isTitle = (cell: Cell, column: number) =>
    isWord(cell) || (typeof cell === 'string' && mayBeTitle(cell) && isMostlyNoText(body.map((row) => row[column]!)))
  const headed =
    body.length > 0 &&
    top.some((cell) => isWord(cell)) &&
    top.every((cell, column) => cell === null || cell === '' || isTitle(cell, column))
  const titles = top.map((cell, i) => (headed && isTitle(cell, i) ? String(cell).trim() : `column ${i + 1}`))
  return headed ? { titles, rows: body, first: 2 } : { titles, rows: all, first: 1 }
}

export function readsAsNumber(text: string): boolean {
  const { kind } = readNumber(text)
  return kind === 'number' || kind === 'either'
}

/** “30-day retention” and the year 2025 are titles, 10 and 2026-03-01 are data. */
function mayBeTitle(cell: string): boolean {
  const text = cell.trim()
  return /^(?:19|20)\d\d$/.test(text) || (/\p{L}/u.test(text) && !readsAsNumber(text) && !isDateText(text))
}

export function isMostlyNoText(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell instanceof CellError || !isBlank(cell))
  return filled.length > 2 * filled.filter((cell) => typeof cell === 'string').length
}
