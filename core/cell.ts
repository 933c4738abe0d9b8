/** The errors a cell can show. Ours are the first four; the rest only travel through, from the cell that holds them. */
export type ErrorCode =
  | '#VALUE!'
  | '#N/A'
  | '#DIV/0!'
  | '#NUM!'
  | '#REF!'
  | '#NAME?'
  | '#NULL!'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!'
  | '#GETTING_DATA'
  | '#ERROR!'
  | '#CYCLE'
  | '#FIELD!'
  | '#CONNECT!'
  | '#BLOCKED!'
  | '#UNKNOWN!'

/** A failure that the person reading the cell can understand and repair. */
export class CellError extends Error {
  readonly code: ErrorCode
  /** The value of a column that is wrong. evaluate() knows which row it came from, and begins the sentence with it. */
  readonly where: ColumnValue | undefined

  constructor(code: ErrorCode, message: string, where?: ColumnValue) {
    super(message)
    this.code = code
    this.where = where
  }
}

export interface ColumnValue {
  argument: string
  /** Its place among the values that reached the metric. */
  index: number
}

/** What a metric throws for a value of a column: “dates row 7 has 2026-03-01, before the sign-up”. */
export function wrongValue(argument: string, index: number, problem: string): CellError {
  return new CellError('#VALUE!', problem, { argument, index })
}

/** What a cell holds, said the same way for every spreadsheet. Dates are serial numbers (days since 1899-12-30), null is blank. */
export type Cell = number | string | boolean | null | CellError

/** How one host spells a cell, read into ours. Numbers are the same everywhere and are not asked for. */
export interface Decode {
  (raw: unknown): Cell
  /** Whether a cell that is a number shows a date or a time, where the host tells. */
  isDate?(raw: unknown): boolean
  /** Whether the cells are some rows of a column, a segment, whose title has been cut already. */
  isBody?: boolean
}

/** What isBlank has seen to be blank. Other text stays text. */
type Blank = null | (string & { readonly blank: true })

/** Blank cells, empty text and text of spaces only. */
export function isBlank(cell: Cell): cell is Blank {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** Whether a formula is still being calculated: Excel shows an error meanwhile, Google Sheets a text. */
export function isPending(value: unknown): boolean {
  return value === '#BUSY!' || value === '#GETTING_DATA' || value === 'Loading...'
}

/** A cell as it stands in an error sentence. */
export function shown(cell: Exclude<Cell, CellError>): string {
  return typeof cell === 'string' ? `“${cut(cell)}”` : String(cell).toUpperCase()
}

/** A text as it stands in an error sentence, which stays one whatever a cell holds. */
export function cut(text: string): string {
  // Half of an emoji is no sign.
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : text
}

const LONGEST = 40

/** What a range holds, one after the other in an error sentence, as far as it has room: a, b, c, … */
export function listed<T>(values: readonly T[], written: (value: T) => string): string {
  let list = ''
  for (const value of values) {
    const longer = list === '' ? written(value) : `${list}, ${written(value)}`
    if (list !== '' && longer.length > LONGEST_LIST) return `${list}, …`
    list = longer
  }
  return list
}

const LONGEST_LIST = 160

/** “a, b and c”, “a or b” */
export function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/** A number that may go into a cell. NaN and infinities may not: a host would show them as 0. */
export function finite(value: number): number {
  if (!Number.isFinite(value)) throw new CellError('#NUM!', 'the result is too large or not a number')
  return value
}

/** So many characters fit into a cell of Excel; of Google Sheets, some more. */
export const MOST_CHARACTERS = 32767
