import { CellError, isBlank, shown, type Cell, type Decode } from '../../cell.ts'
import { dateIn, hoursIn, IF_TITLE, isDated } from '../../reading/cells.ts'
import { isDateText, mayBeDate, readDate, readIso, zoneIn } from '../../reading/texts/dates.ts'
import { readDuration } from '../../reading/texts/durations.ts'
import { readNumber } from '../../reading/texts/numbers.ts'
import { FIRST_FAR, isNotYet, isPlaceholder } from '../../reading/texts/placeholders.ts'
import { place, type Range } from '../../reading/range.ts'
import { NO_ZONE, type Rows } from '../../reading/rows.ts'
import { titleText } from '../../reading/titles.ts'
import { FIRST_SERIAL, UNIX_EPOCH } from '../../statistics/time/calendar.ts'
import type { BlankCells, ColumnArg, EmptyRange, Limits, OneForAll } from '../argument.ts'
import { column, floats, pickFloats } from './column.ts'
import { boundsOf, isWithin, within } from '../single/limits.ts'

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
      const unit = otherUnit(range, start, decode)
      if (start === 0 && range.rows > 1 && !decode.isBody) refuseTitle(range, decode)
      const isValue = (value: number): boolean => !unit && isWithin(value, bounds) && value < FIRST_SERIAL
      return floats(range, start, end, 'left out', isValue, (raw, i) => {
        if (unit) refuseUnit(raw, unit, range, i, decode)
        const hours = hoursIn(raw, range, i, 0, decode)
        return Number.isNaN(hours) ? hours : within(hours, bounds, place(range, i, 0), 'has')
      })
    },
    pick: pickFloats,
  })
}

/** A title that another column of the call has no place for would be skipped as a word, and its row with it. */
function refuseTitle(range: Range, decode: Decode): void {
  const first = decode(range.cells[0]![0])
  if (typeof first !== 'string' || firstOfDates(first) !== 'title' || readDuration(first).kind !== 'none') return
  throw new CellError('#VALUE!', `${place(range, 0, 0)} has ${shown(first)}, no length of time; ${IF_TITLE}`)
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
      const unit = otherUnit(range, start, reading.decode)
      const isValue = (value: number): boolean => !unit && isWithin(value, bounds) && value < FIRST_SERIAL
      return floats(range, start, end, 'left out', isValue, (raw, i) => {
        if (unit) refuseUnit(raw, unit, range, i, reading.decode)
        const hours = typeof raw === 'number' && raw < FIRST_SERIAL ? raw : hoursIn(raw, range, i, 0, reading.decode)
        return Number.isNaN(hours) ? hours : within(hours, bounds, place(range, i, 0), 'has')
      })
    },
    pick: pickFloats,
  })
}

/** What a title says its numbers count, where that is not hours, and how they become hours. */
interface OtherUnit {
  title: string
  remedy: string
}

const IN_UNIT = /\bin (milliseconds|seconds|minutes|days)\b(?! off)/
const LAST_UNIT = /(\d)?[ ([](milliseconds|ms|seconds|secs?|minutes|mins?|days)[)\]]*$/
const HOURS = /\b(?:h|hours?|hrs?)\b/
const REMEDIES = { ms: 'divide by 3600000', s: 'divide by 3600', m: 'divide by 60', d: 'multiply by 24' } as const

/** First reply time in minutes, Wait (sec), resolution_days; but Hours (last 7 days) are hours. */
function unitIn(title: string): string | undefined {
  const named = IN_UNIT.exec(title)?.[1]
  if (named !== undefined) return named
  const [, number, last] = LAST_UNIT.exec(title) ?? []
  return number === undefined && !HOURS.test(title) ? last : undefined
}

function otherUnit({ cells }: Range, start: number, decode: Decode): OtherUnit | undefined {
  for (let i = 0; i < start; i++) {
    const title = decode(cells[i]![0])
    const unit = typeof title === 'string' ? unitIn(titleText(title)) : undefined
    if (unit === undefined) continue
    const kind = /^(?:ms|milli)/.test(unit) ? 'ms' : (unit[0] as 's' | 'm' | 'd')
    return { title: title as string, remedy: REMEDIES[kind] }
  }
  return undefined
}

function refuseUnit(raw: unknown, { title, remedy }: OtherUnit, range: Range, row: number, decode: Decode): void {
  const cell = decode(raw)
  if (typeof cell !== 'number' && typeof cell !== 'string') return
  const isBare = typeof cell === 'number' ? cell !== 0 && !isDated(raw, decode) : isBareNumber(cell)
  if (!isBare) return
  const problem = `has ${shown(cell)} under ${shown(title)}, and hours are wanted: ${remedy}`
  throw new CellError('#VALUE!', `${place(range, row, 0)} ${problem}`)
}

function isBareNumber(text: string): boolean {
  const { kind } = readNumber(text)
  return kind === 'number' || kind === 'either'
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
  let zones: Int16Array | undefined
  const noteZone = (row: number, minutes: number | undefined): void => {
    if (minutes !== undefined) (zones ??= new Int16Array(end).fill(NO_ZONE))[row] = minutes
  }
  const rows = floats(range, start, end, onBlank, isPlainDate, (raw, i) => {
    const cell = typeof raw === 'number' ? raw : decode(raw)
    if (typeof cell === 'number' && isPlainDate(cell)) return cell
    if (isBlank(cell) || cell === 0) return NaN
    if (typeof cell === 'string') {
      const iso = readIso(cell)
      noteZone(i, iso === null ? zoneIn(cell) : iso.offset)
      if (iso !== null && isPlainDate(iso.serial)) return iso.serial
      if (onBlank === 'kept' && isNotYet(cell)) return NaN
    }
    return dateIn(raw, range, i, 0, decode)
  })
  return zones ? { ...rows, zones } : rows
}

/** Whether a serial is a day of our time that stands for nothing else. */
function isPlainDate(serial: number): boolean {
  return serial >= FIRST_SERIAL && serial < FIRST_FAR && serial !== UNIX_EPOCH
}
