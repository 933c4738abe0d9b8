/** A block of cells by the numbers of its rows and columns, from 1. */
export interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

/** B2, or B2:D9. */
export function parseAddress(address: string): Block {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address)
  if (!match) throw new Error(`the stand-in cannot read the address ${address}`)
  const [, left, top, right = left, bottom = top] = match
  return { top: Number(top), left: columnNumber(left!), bottom: Number(bottom), right: columnNumber(right!) }
}

export function addressOf({ top, left, bottom, right }: Block): string {
  const first = `${columnName(left)}${top}`
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom}`
}

/** What `read` makes of every cell, row by row. */
export function grid<T>({ top, left, bottom, right }: Block, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (_, j) => read(top + i, left + j)),
  )
}

function columnNumber(name: string): number {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
