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

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** What a cell holds, said the same way for every spreadsheet. Dates are serial numbers (days since 1899-12-30), null is blank. */
export type Cell = number | string | boolean | null | CellError

/** How one host spells a cell, read into ours. Numbers are the same everywhere and are not asked for. */
export type Decode = (raw: unknown) => Cell

/** What isBlank has seen to be blank. Other text stays text. */
type Blank = null | (string & { readonly blank: true })

/** Blank cells, empty text and text of spaces only. */
export function isBlank(cell: Cell): cell is Blank {
  return cell === null || (typeof cell === 'string' && cell.trim() === '')
}

/** A cell as it stands in an error sentence. */
export function shown(cell: Exclude<Cell, CellError>): string {
  if (typeof cell === 'string') return `“${cell.length > 40 ? `${cell.slice(0, 39)}…` : cell}”`
  return String(cell).toUpperCase()
}
