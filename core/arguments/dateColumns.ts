import { isBlank, type Cell, type Decode } from '../cell.ts'
import { dateIn, hoursIn } from '../reading/cells.ts'
import { isDateText, mayBeDate, readDate, zoneIn } from '../reading/dates.ts'
import { readDuration } from '../reading/durations.ts'
import { FIRST_FAR, isNotYet, isPlaceholder } from '../reading/placeholders.ts'
import { place, type Range } from '../reading/range.ts'
import type { Rows } from '../reading/rows.ts'
import { FIRST_SERIAL, UNIX_EPOCH } from '../statistics/calendar.ts'
import type { BlankCells, ColumnArg, EmptyRange, Limits, OneForAll } from './argument.ts'
import { column, floats, pickFloats } from './column.ts'
import { boundsOf, within } from './limits.ts'

/**
 * A column of dates, as serial numbers. Date cells, or text that is a date without doubt; a row without a date is left out
 * unless blanks are kept, where a blank says that something has not happened yet.
 */
export function dates(name: string, help: string, options?: BlankCells & EmptyRange): ColumnArg<Float64Array>
export function dates(
  name: string,
  help: string,
  options: BlankCells & ({ default: null } | { leftOut: 'allowed' }),
): ColumnArg<Float64Array | null>
export function dates(
  name: string,
  help: string,
  options: BlankCells & EmptyRange & { default?: null; leftOut?: 'allowed' } = {},
): ColumnArg<Float64Array | null> {
  return column<Float64Array | null>({
    name,
    help,
    optional: options.default === null,
    date: true,
    mayBeEmpty: options.empty === 'allowed',
    mayBeLeftOut: options.leftOut === 'allowed',
    firstCell: firstOfDates,
    readRows: (range, start, end, { decode }) => dateRows(range, start, end, decode, options.blank),
    pick: pickFloats,
  })
}

/**
 * A column of starts, to which another argument of the call gives the ends; where that is left out, a column of hours that
 * have passed: numbers, time or duration cells, or text such as "1 h 23 m".
 */
export function startsOrHours(name: string, help: string, ends: string): ColumnArg<Float64Array> {
  return column<Float64Array>({
    name,
    help,
    optional: false,
    date: true,
    firstCell: (cell) =>
      typeof cell === 'string' && readDuration(cell).kind !== 'none' ? 'value' : firstOfDates(cell),
    readRows(range, start, end, { decode, isGiven }) {
      if (isGiven(ends) || beginsWithDate(range, start, end, decode)) {
        return dateRows(range, start, end, decode, 'left out')
      }
      const bounds = { min: 0, max: Infinity, whole: false, hint: '' }
      return floats(range, start, end, 'left out', (raw, i) => {
        const hours = hoursIn(raw, range, i, 0, decode)
        return Number.isNaN(hours) ? hours : within(hours, bounds, place(range, i, 0), 'has')
      })
    },
    pick: pickFloats,
  })
}

/** A column of hours: numbers, time or duration cells, or text such as "1 h 23 m". */
export function hoursColumn(name: string, help: string, limits: Limits & OneForAll): ColumnArg<Float64Array> {
  return column<Float64Array>({
    name,
    help,
    optional: false,
    limits,
    oneForAll: limits.oneForAll,
    firstCell(cell) {
      if (typeof cell === 'number') return 'value'
      if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) return 'either'
      return readDuration(cell).kind === 'none' && !/^\W*\d/.test(cell) ? 'title' : 'value'
    },
    readRows(range, start, end, reading) {
      const bounds = boundsOf(limits, reading)
      return floats(range, start, end, 'left out', (raw, i) => {
        const hours = typeof raw === 'number' && raw < FIRST_SERIAL ? raw : hoursIn(raw, range, i, 0, reading.decode)
        return Number.isNaN(hours) ? hours : within(hours, bounds, place(range, i, 0), 'has')
      })
    },
    pick: pickFloats,
  })
}

/** Whether the first cell that says something is a date: nobody waits 50 years, and no date is older. */
function beginsWithDate({ cells }: Range, start: number, end: number, decode: Decode): boolean {
  for (let i = start; i < end; i++) {
    const cell = decode(cells[i]![0])
    if (typeof cell === 'number' && cell !== 0) return cell >= FIRST_SERIAL
    if (typeof cell === 'string' && !isBlank(cell) && !isPlaceholder(cell)) return isDateText(cell)
  }
  return true
}

function firstOfDates(cell: Cell): 'value' | 'title' | 'either' {
  if (isBlank(cell)) return 'either'
  if (typeof cell !== 'string' || readDate(cell).kind !== 'none') return 'value'
  return isPlaceholder(cell) ? 'either' : mayBeDate(cell) ? 'value' : 'title'
}

function dateRows(
  range: Range,
  start: number,
  end: number,
  decode: Decode,
  onBlank: BlankCells['blank'],
): Rows<Float64Array> {
  const zones = new Map<number, number>()
  const rows = floats(range, start, end, onBlank, (raw, i) => {
    const cell = typeof raw === 'number' ? raw : decode(raw)
    if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < FIRST_FAR && cell !== UNIX_EPOCH) return cell
    if (isBlank(cell) || cell === 0) return NaN
    const isOpen = onBlank === 'kept' && typeof cell === 'string' && isNotYet(cell)
    const zone = typeof cell === 'string' ? zoneIn(cell) : undefined
    if (zone !== undefined) zones.set(i, zone)
    return isOpen ? NaN : dateIn(raw, range, i, 0, decode)
  })
  return zones.size > 0 ? { ...rows, zones } : rows
}
