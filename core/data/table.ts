import { CellError, isBlank, type Cell } from '../cell.ts'
import { isTitle as isWord } from '../reading/cells.ts'
import { isDateText } from '../reading/texts/dates.ts'
import { readNumber } from '../reading/texts/numbers.ts'

/** A table with a title for every column. Rows are those below the titles; `first` is the row of the first of them, from 1. */
export interface Table {
  titles: string[]
  rows: readonly (readonly Cell[])[]
  first: number
}

/**
 * The table without its blank rows at the end; null when nothing is left. Its first row holds the titles when every cell of
 * it is a title or blank: a word, or text that begins with a number, such as “30-day retention”, above cells that are no text.
 */
export function tableOf(cells: readonly (readonly Cell[])[]): Table | null {
  let end = cells.length
  while (end > 0 && cells[end - 1]!.every((cell) => !(cell instanceof CellError) && isBlank(cell))) end--
  if (end === 0) return null
  const top = cells[0]!
  const body = cells.slice(1, end)
  const isTitle = (cell: Cell, column: number) =>
    isWord(cell) || (typeof cell === 'string' && mayBeTitle(cell) && isMostlyNoText(body, column))
  const headed =
    body.length > 0 &&
    top.some((cell) => isWord(cell)) &&
    top.every((cell, column) => cell === null || cell === '' || isTitle(cell, column))
  const titles = top.map((cell, i) => (headed && isTitle(cell, i) ? String(cell).trim() : `column ${i + 1}`))
  return headed ? { titles, rows: body, first: 2 } : { titles, rows: cells.slice(0, end), first: 1 }
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

export function isMostlyNoText(rows: readonly (readonly Cell[])[], column: number): boolean {
  let filled = 0
  let texts = 0
  for (const row of rows) {
    const cell = row[column]!
    if (!(cell instanceof CellError) && isBlank(cell)) continue
    filled++
    if (typeof cell === 'string') texts++
  }
  return filled > 2 * texts
}
