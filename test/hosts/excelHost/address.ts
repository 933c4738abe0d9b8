/** A block of cells by the numbers of its rows and columns, from 1. */
export interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

export const ROWS = 1_048_576
export const COLUMNS = 16_384

/** B2, B2:D9, the whole columns B:D, or the whole rows 2:9. */
export function parseAddress(address: string): Block {
  const [first = '', last = first] = address.split(':')
  const [, left, top] = /^([A-Z]*)(\d*)$/.exec(first) ?? []
  const [, right, bottom] = /^([A-Z]*)(\d*)$/.exec(last) ?? []
  const wholeColumns = Boolean(left && right && !top && !bottom && address.includes(':'))
  const wholeRows = Boolean(!left && !right && top && bottom && address.includes(':'))
  const cells = Boolean(left && right && top && bottom)
  if (!wholeColumns && !wholeRows && !cells) throw new Error(`the stand-in cannot read the address ${address}`)
  return {
    top: wholeColumns ? 1 : Number(top),
    left: wholeRows ? 1 : columnNumber(left!),
    bottom: wholeColumns ? ROWS : Number(bottom),
    right: wholeRows ? COLUMNS : columnNumber(right!),
  }
}

export function addressOf({ top, left, bottom, right }: Block): string {
  if (bottom - top + 1 === ROWS) return `${columnName(left)}:${columnName(right)}`
  if (right - left + 1 === COLUMNS) return `${top}:${bottom}`
  const first = `${columnName(left)}${top}`
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom}`
}

/** Whether a block is made of whole columns or rows. */
export function isUnbounded({ top, left, bottom, right }: Block): boolean {
  return bottom - top + 1 === ROWS || right - left + 1 === COLUMNS
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

/** What `read` makes of every cell, row by row. */
export function grid<T>({ top, left, bottom, right }: Block, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (_, j) => read(top + i, left + j)),
  )
}

export function columnNumber(name: string): number {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
