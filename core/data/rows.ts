import { CellError, isBlank, type Cell } from '../cell.ts'
import { isTitle } from '../reading/cells.ts'
import { isSecondTitle } from '../reading/titles.ts'
import { saysTotal } from '../reading/texts/totals.ts'
import { isMostlyNoText, type Table } from './table.ts'

/** Notes may stand below a total. */
const LAST_ROWS = 3

/** Rows at the end that add up those above: they say so, or they have no name and are the sum. */
export function totalRows({ rows }: Table): number[] {
  const filled: number[] = []
  for (let i = rows.length - 1; i >= 0 && filled.length < LAST_ROWS; i--)
    if (!rows[i]!.every(isEmpty)) filled.unshift(i)
  if (filled.length < LAST_ROWS) return []
  return filled.filter((row) => {
    const cells = rows[row]!
    const isNamed = cells.some((cell) => typeof cell === 'string' && saysTotal(cell))
    const hasNumber = cells.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell)))
    return (isNamed && hasNumber) || (row === filled[filled.length - 1] && isNamelessSum(rows, row))
  })
}

/** A last row of numbers alone, one of which is the sum of all above, in a table that names its rows. */
function isNamelessSum(rows: readonly (readonly Cell[])[], last: number): boolean {
  const cells = rows[last]!
  if (!cells.every((cell) => isEmpty(cell) || typeof cell === 'number')) return false
  const isNamed = cells.some((cell, column) => isEmpty(cell) && isAbove(rows, last, column, isText))
  return isNamed && cells.some((cell, column) => typeof cell === 'number' && isSumAbove(cell, rows, last, column))
}

function isSumAbove(cell: number, rows: readonly (readonly Cell[])[], last: number, column: number): boolean {
  if (cell === 0 || last < 3) return false
  if (!isAbove(rows, last, column, (one) => typeof one === 'number' || isEmpty(one))) return false
  let sum = 0
  for (let row = 0; row < last; row++) {
    const one = rows[row]![column]!
    if (typeof one === 'number') sum += one
  }
  return Math.abs(sum - cell) <= 1e-9 * Math.abs(cell)
}

/** Whether all cells of a column above the last row are of a kind. */
function isAbove(
  rows: readonly (readonly Cell[])[],
  last: number,
  column: number,
  isKind: (cell: Cell) => boolean,
): boolean {
  for (let row = 0; row < last; row++) if (!isKind(rows[row]![column]!)) return false
  return true
}

/** A row below the titles that holds titles as well: those of a survey program, or words above columns of values. */
export function secondTitleRows({ titles, rows, first }: Table): number[] {
  const top = rows[0]
  if (!top || first === 1 || rows.length < 3) return []
  const filled = top.filter((cell) => !isEmpty(cell))
  const isSurveys = filled.some((cell) => typeof cell === 'string' && isSecondTitle(cell) && !/\?\s*\*?$/.test(cell))
  const isOverValues = (): boolean => {
    const body = rows.slice(1)
    return top.some((cell, column) => isTitle(cell) && isMostlyNoText(body, column))
  }
  const isAgain = top.every((cell, column) => typeof cell === 'string' && cell.trim() === titles[column])
  return isAgain || isSurveys || (filled.length > 1 && filled.every((cell) => isTitle(cell)) && isOverValues())
    ? [0]
    : []
}

function isEmpty(cell: Cell): boolean {
  return !(cell instanceof CellError) && isBlank(cell)
}

function isText(cell: Cell): boolean {
  return typeof cell === 'string' && !isBlank(cell)
}
