import type { PlanColumn } from '../../../core/sheet/book.ts'
import { sheetPrefix } from '../../../core/sheet/sheetReference.ts'

/** Excel takes no number format for a whole column, so a sheet is made ready for this many further rows. */
export const SPARE_ROWS = 1000

const LONGEST_LIST = 255

/** What the drop-down of a column offers, as Excel takes it; "" for none. `isThere` tells whether there is such a sheet. */
export function choicesOf(column: PlanColumn, isThere: (sheet: string) => boolean): string {
  const { title, choices = [], choicesFrom } = column
  if (choices.length === 0 && choicesFrom && isThere(choicesFrom.sheet)) {
    return `=${sheetPrefix(choicesFrom.sheet)}${absolute(choicesFrom.address)}`
  }
  const list = choices.join(',')
  if (list.length > LONGEST_LIST || list.startsWith('=') || choices.some((choice) => choice.includes(','))) {
    throw new Error(
      `Excel cannot offer the choices of “${title}”: they have commas or more than ${LONGEST_LIST} signs.`,
    )
  }
  return list
}

/** The same cells for each row that offers them: $B$2:$B$99. Excel knows no column from a row on, as A2:A is. */
function absolute(address: string): string {
  const [first, last = first] = address.split(':').map((corner) => /^([A-Z]+)(\d*)$/.exec(corner)!.slice(1))
  const [[left, top], [right, bottom]] = [first!, last!]
  const end = top && !bottom ? String(Number(top) + SPARE_ROWS - 1) : bottom
  const fixed = (column: string, row: string) => `$${column}${row && `$${row}`}`
  return `${fixed(left!, top!)}:${fixed(right!, end!)}`
}
