import { isBlank } from '../cell.ts'
import { dateIn } from '../reading/cells.ts'
import { FIRST_SERIAL, LAST_SERIAL, readsAsDate } from '../statistics/calendar.ts'
import type { BlankCells, ColumnArg, EmptyRange } from './argument.ts'
import { column, floats, pickFloats } from './column.ts'

/**
 * A column of dates, as serial numbers. Date cells or ISO text; a row without a date is left out unless blanks are kept,
 * where a blank says that something has not happened yet.
 */
export function dates(name: string, help: string, options?: BlankCells & EmptyRange): ColumnArg<Float64Array>
export function dates(
  name: string,
  help: string,
  options: BlankCells & { default: null },
): ColumnArg<Float64Array | null>
export function dates(
  name: string,
  help: string,
  options: BlankCells & EmptyRange & { default?: null } = {},
): ColumnArg<Float64Array | null> {
  return column<Float64Array | null>({
    name,
    help,
    optional: options.default === null,
    date: true,
    mayBeEmpty: options.empty === 'allowed',
    firstCell(cell) {
      if (isBlank(cell)) return 'either'
      return typeof cell === 'string' && !readsAsDate(cell) ? 'title' : 'value'
    },
    readRows: (range, start, end, { decode }) =>
      floats(range, start, end, options.blank, (raw, i) => {
        const cell = typeof raw === 'number' ? raw : decode(raw)
        if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1) return cell
        return isBlank(cell) || cell === 0 ? NaN : dateIn(cell, range, i, 0)
      }),
    pick: pickFloats,
  })
}
