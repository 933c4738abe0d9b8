import { CellError, isBlank, type Cell } from '../cell.ts'
import { isTitle } from '../reading/cells.ts'
import { isSecondTitle } from '../reading/titles.ts'
import { saysTotal } from '../reading/texts/totals.ts'
import { isMostlyNoText, type Table } from './table.ts'

/** Notes may stand below a total. */
const LAST_ROWS = 3

/** Rows at the end that add up those above: they say so, or they have no name and are the sum. */
export function totalRows({ rows }: Table): number[] {
  const filled = rows.flatMap((row, i) => (row.every(isEmpty) ? [] : [i]))
  if (filled.length < 3) return []
  return filled.slice(-LAST_ROWS).filter((row) => {
    const cells = rows[row]!
    const isNamed = cells.some((cell) => typeof cell === 'string' && saysTotal(cell))
    const hasNumber = cells.some((cell) => typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell)))
    return (isNamed && hasNumber) || (row === filled[filled.length - 1] && isNamelessSum(rows, row))
  })
}

/** A last row of numbers alone, one of which is the sum of all above, in a table that names its rows. */
function isNamelessSum(rows: readonly (readonly Cell[])[], last: number): boolean {
  const cells = rows[last]!
  const named = cells.findIndex(
    (cell, column) => isEmpty(cell) && rows.slice(0, last).every((row) => isText(row[column]!)),
  )
  if (named < 0 || !cells.every((cell) => isEmpty(cell) || typeof cell === 'number')) return false
  return cells.some((cell, column) => {
    if (typeof cell !== 'number' || cell === 0) return false
    const above = rows.slice(0, last).map((row) => row[column]!)
    if (above.length < 3 || !above.every((one) => typeof one === 'number' || isEmpty(one))) return false
    const sum = above.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0)
    return Math.abs(sum - cell) <= 1e-9 * Math.abs(cell)
  })
}

/** A row below the titles that holds titles as well: those of a survey program, or words above columns of values. */
export function secondTitleRows({ titles, rows, first }: Table): number[] {
  const [top, ...body] = rows
  if (!top || first === 1 || body.length < 2) return []
  const filled = top.filter((cell) => !isEmpty(cell))
  const isSurveys = filled.some((cell) => typeof cell === 'string' && isSecondTitle(cell) && !/\?\s*\*?$/.test(cell))
  const isOverValues = top.some((cell, column) => isTitle(cell) && isMostlyNoText(body.map((row) => row[column]!)))
  const isAgain = top.every((cell, column) => typeof cell === 'string' && cell.trim() === titles[column])
  return isAgain || isSurveys || (filled.length > 1 && filled.every((cell) => isTitle(cell)) && isOverValues) ? [0] : []
}

function isEmpty(cell: Cell): boolean {
  return !(cell instanceof CellError) && isBlank(cell)
}

function isText(cell: Cell): boolean {
  return typeof cell === 'string' && !isBlank(cell)
}
