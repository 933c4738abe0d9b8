import type { Titles } from '../arguments/argument.ts'
import { CellError, isBlank, shown, type Cell } from '../cell.ts'
import { FIRST_SERIAL, LAST_SERIAL, parseIso } from '../statistics/calendar.ts'
import { beginsWithNumber, readsAsNumber } from './numberText.ts'
import { place, type Range } from './range.ts'

/**
 * The cell itself, or the error it holds, with its place in words. Row and column say where in the range; they are
 * numbers, not a sentence, since a million cells pass here.
 */
export function sound(cell: Cell, range: Range, row: number, column: number): Exclude<Cell, CellError> {
  if (cell instanceof CellError) throw new CellError(cell.code, `${place(range, row, column)} is ${cell.code}`)
  return cell
}

/** The number in a cell of a range; NaN for a cell that says nothing: blank, a word, TRUE or FALSE. */
export function numberIn(cell: Cell, range: Range, row: number, column: number): number {
  const value = sound(cell, range, row, column)
  if (typeof value === 'number') return value
  if (typeof value === 'string' && readsAsNumber(value)) {
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)} as text, turn it into a number`)
  }
  if (typeof value === 'string' && beginsWithNumber(value)) {
    const mend = mayBeTitle(value, range, row) ? `; ${IF_TITLE}` : ', or clear the cell if it is no answer'
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)}, keep only the number${mend}`)
  }
  return NaN
}

export const IF_TITLE = 'if that is a title, select from the row below it'

export function mayBeTitle(cell: Cell, range: Range, row: number): boolean {
  return row === 0 && range.rows > 1 && typeof cell === 'string'
}

/** The serial of a date cell or of ISO text. Anything else is an error that names its place. */
export function dateIn(cell: Cell, range: Range, row: number, column: number): number {
  const value = sound(cell, range, row, column)
  if (typeof value === 'number' && value >= FIRST_SERIAL && value < LAST_SERIAL + 1) return value
  const serial = typeof value === 'string' ? parseIso(value) : NaN
  if (serial >= FIRST_SERIAL) return serial
  if (!Number.isNaN(serial)) {
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)}, dates begin in 1950`)
  }
  throw new CellError(
    '#VALUE!',
    `${place(range, row, column)} has ${shown(value)}, use a date cell or text such as 2026-03-01`,
  )
}

export function labelIn(cell: Cell, range: Range, row: number, column: number): string | number | boolean | null {
  const value = sound(cell, range, row, column)
  if (typeof value !== 'string' || PLAIN.test(value)) return value
  return isBlank(value) ? null : value.trim().replace(/\s+/g, ' ').normalize('NFC')
}

/** Text that is written in one way only: no spaces, no accents. */
const PLAIN = /^[!-~]+$/

export function titleOr(
  standard: 'value' | 'either',
  cell: Cell,
  { titles = [] }: Titles,
): 'value' | 'title' | 'either' {
  return typeof cell === 'string' && titles.includes(titleText(cell)) ? 'title' : standard
}

/** A title without its ornaments: "Root_cause:" is "root cause". */
function titleText(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^[\s*#]+|[\s?:.*]+$/g, '')
}

export function flagIn(cell: Cell): 0 | 1 | undefined {
  if (cell === true || cell === 1) return 1
  if (cell === false || cell === 0) return 0
  const word = typeof cell === 'string' ? cell.trim().toLowerCase() : ''
  if (['yes', 'y', 'true', '1'].includes(word)) return 1
  return ['no', 'n', 'false', '0'].includes(word) ? 0 : undefined
}

/** What people write into a cell for which there is no value. It is no title. */
const PLACEHOLDER =
  /^(?:n\.?\/?a\.?|none|null|nil|nan|[-\u2013\u2014.?#*]+|unknown|missing|no (?:answer|response|reply|data|value)|t\.?b\.?[adc]\.?|nobody|no one)$/i

/** Whether a text only says that there is no value: n/a, none, TBD. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim())
}

export function isTitle(cell: Cell): cell is string {
  return typeof cell === 'string' && !isBlank(cell) && !beginsWithNumber(cell) && !isPlaceholder(cell)
}
