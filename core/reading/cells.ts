import { CellError, isBlank, shown, type Cell, type Decode } from '../cell.ts'
import { civil, FIRST_SERIAL, isoText, LAST_SERIAL } from '../statistics/time/calendar.ts'
import { dateBy, daysIn, firstOfMonth, readDate, type DateReading } from './texts/dates.ts'
import { readDuration } from './texts/durations.ts'
import { evidenceOf } from './evidence.ts'
import { labelledNumber, numberBy, readNumber, type NumberReading } from './texts/numbers.ts'
import { FAR, isNoDate, isPlaceholder } from './texts/placeholders.ts'
import { place, type Range } from './range.ts'
import { cleanText } from './texts/spelling.ts'
import { isSecondTitle } from './titles.ts'

/**
 * The cell itself, or the error it holds, with its place in words. Row and column say where in the range; they are
 * numbers, not a sentence, since a million cells pass here.
 */
export function sound(cell: Cell, range: Range, row: number, column: number): Exclude<Cell, CellError> {
  if (cell instanceof CellError) throw new CellError(cell.code, `${place(range, row, column)} is ${cell.code}`)
  return cell
}

/** The limits of an answer: within them, a label such as “9 - Likely” holds it. */
export interface Scale {
  min: number
  max: number
}

/** The number in a cell of a range; NaN for a cell that says nothing: blank, a word, TRUE or FALSE. */
export function numberIn(
  raw: unknown,
  range: Range,
  row: number,
  column: number,
  decode: Decode,
  scale: Scale = EVERYTHING,
): number {
  const cell = sound(decode(raw), range, row, column)
  if (typeof cell === 'number') {
    if (!isDated(raw, decode)) return cell
    throw wrong(range, row, column, `has ${datedText(cell)}, not a number`)
  }
  if (typeof cell !== 'string' || isBlank(cell)) return NaN
  const reading = readNumber(cell)
  if (reading.kind === 'word') return NaN
  refuseOtherCurrency(reading, cell, range, row, column, decode)
  const value = numberBy(reading, reading.kind === 'either' ? evidenceOf(range, column, decode).mark : undefined)
  const isScale = scale.min > -Infinity && scale.max < Infinity
  if (!Number.isNaN(value) && !(isScale && scale.max > 1 && 'percent' in reading && reading.percent)) return value
  const labelled = isScale ? labelledNumber(cell) : NaN
  if (labelled >= scale.min && labelled <= scale.max) return labelled
  throw wrong(range, row, column, `has ${shown(cell)}, ${unreadNumber(reading, cell, range, row)}`)
}

/** Amounts of two currencies in one column add up to nothing. */
function refuseOtherCurrency(
  reading: NumberReading,
  cell: string,
  range: Range,
  row: number,
  column: number,
  decode: Decode,
): void {
  if (!('currency' in reading) || reading.currency === undefined) return
  const { currencies } = evidenceOf(range, column, decode)
  if (currencies.size < 2) return
  const other = [...currencies].find((name) => name !== reading.currency)!
  const problem = `has ${shown(cell)} beside amounts in ${other.toUpperCase()}, bring them to one currency`
  throw wrong(range, row, column, problem)
}

const EVERYTHING: Scale = { min: -Infinity, max: Infinity }

/** Why a text is no number, and what to do about it. */
function unreadNumber(reading: NumberReading, cell: string, range: Range, row: number): string {
  if (reading.kind === 'either') {
    return `which may be ${reading.comma} or ${reading.point}: turn it into a number, as Data in the sidebar does`
  }
  if (reading.kind === 'number') return 'a share of a hundred where an answer of the scale belongs'
  if (/\d ?(?:[kmbtl]|mn|bn|mio|mln|mrd|cr)\b/i.test(cell)) return 'write it out in full, as a number'
  return `keep only the number${mayBeTitle(cell, range, row) ? `; ${IF_TITLE}` : ', or clear the cell if there is none'}`
}

/** Whether the cell is a number that the host shows as a date or a time. */
export function isDated(raw: unknown, decode: Decode): boolean {
  return typeof raw === 'object' && decode.isDate !== undefined && decode.isDate(raw)
}

/** the date 2026-03-01, the time 04:00 */
export function datedText(serial: number): string {
  return serial >= 0 && serial < FIRST_SERIAL
    ? `the time ${Math.floor(serial * 24 + 1e-9)}:${String(Math.round(serial * 1440) % 60).padStart(2, '0')}`
    : `the date ${isoText(serial)}`
}

/** The hours in a cell: a number, a time or duration cell, or text such as "1 h 23 m". NaN for a cell that says nothing. */
export function hoursIn(raw: unknown, range: Range, row: number, column: number, decode: Decode): number {
  const cell = sound(decode(raw), range, row, column)
  if (typeof cell === 'number') {
    if (cell >= FIRST_SERIAL && (cell < LAST_SERIAL || isDated(raw, decode))) {
      throw wrong(range, row, column, `has ${datedText(cell)}, not a length of time in hours`)
    }
    return isDated(raw, decode) ? cell * 24 : cell
  }
  if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) return NaN
  const reading = readDuration(cell)
  if (reading.kind === 'hours') return reading.hours
  if (reading.kind === 'none') return numberIn(raw, range, row, column, decode)
  throw wrong(
    range,
    row,
    column,
    `has ${shown(cell)}, which may be hours and minutes or minutes and seconds: write 0:12:34 or "12 min"`,
  )
}

export const IF_TITLE = 'if that is a title, select from the row below it'

export function mayBeTitle(cell: Cell, range: Range, row: number): boolean {
  return row === 0 && range.rows > 1 && typeof cell === 'string'
}

/**
 * The serial of a date cell or of a text that is a date without doubt, by its column where that decides; NaN for what
 * stands for no date, such as 9999-12-31 or n/a. Anything else is an error that names its place.
 */
export function dateIn(raw: unknown, range: Range, row: number, column: number, decode: Decode): number {
  const cell = sound(decode(raw), range, row, column)
  if (typeof cell === 'number') return serialIn(cell, range, row, column, decode)
  if (typeof cell !== 'string') throw wrong(range, row, column, `has ${shown(cell)}, ${USE_DATE}`)
  const reading = readDate(cell)
  const isNumeric = reading.kind === 'either' || (reading.kind === 'date' && reading.order !== undefined)
  const evidence = isNumeric ? evidenceOf(range, column, decode) : undefined
  const serial = dateBy(reading, evidence?.order)
  if (evidence?.swapped !== undefined)
    throw wrong(range, row, column, `has ${shown(cell)}, ${swappedText(evidence.swapped)}`)
  if (isNoDate(serial) || (Number.isNaN(serial) && isPlaceholder(cell))) return NaN
  if (serial >= FIRST_SERIAL) return serial
  const problem = Number.isNaN(serial)
    ? unreadDate(cell, reading, evidence?.order === 'both', range)
    : 'dates begin in 1950'
  throw wrong(range, row, column, `has ${shown(cell)}, ${problem}`)
}

const USE_DATE = 'use a date cell or text such as 2026-03-01'

/** A number among dates: a serial, or year, month and day in one as 20240301. */
function serialIn(value: number, range: Range, row: number, column: number, decode: Decode): number {
  if (value >= FIRST_SERIAL && value < LAST_SERIAL + 1) {
    if (!isNoDate(value)) return value
    if (value < FAR || isEndOfYear(value)) return NaN
  }
  const compact = value >= 19000101 && value <= 99991231 ? readDate(String(value)) : { kind: 'none' as const }
  if (compact.kind === 'date') return isNoDate(compact.serial) ? NaN : compact.serial
  // 1900-01-01 among dates is a day; alone it may as well be a count.
  if ((value === 1 || value === 2) && evidenceOf(range, column, decode).hasDates) return NaN
  const isUnix = value >= 1e9 && value < 1e13 && Number.isInteger(value)
  const days = value >= 1e11 ? '86400000' : '86400'
  throw wrong(
    range,
    row,
    column,
    `has ${value}, ${isUnix ? `which counts from 1970: divide it by ${days} and add 25569` : USE_DATE}`,
  )
}

/** 9999-12-31 and its like; any other number as large is an amount or an id. */
function isEndOfYear(serial: number): boolean {
  const { month, day } = civil(serial)
  return (month === 12 && day === 31) || (month === 1 && day === 1)
}

function unreadDate(cell: string, reading: DateReading, isContradicted: boolean, { rows, columns }: Range): string {
  if (reading.kind !== 'either') {
    const first = firstOfMonth(cell)
    return Number.isNaN(first) ? USE_DATE : `add a day: ${isoText(first)}`
  }
  const both = `which may be ${daysIn(reading).map(isoText).join(' or ')}`
  if (rows === 1 && columns === 1) return `${both}: write the one that is meant`
  const why = isContradicted ? ', and other rows say the one as well as the other' : ''
  return `${both}${why}: turn the column into dates, as Data in the sidebar does`
}

function swappedText(serial: number): string {
  const example = `among date cells whose days are all up to 12, such as ${isoText(Math.floor(serial))}`
  return `${example}: day and month may have been swapped in those, import the column again as text`
}

/** What a label reads as; null for a cell that is blank. */
export function labelIn(cell: Cell, range: Range, row: number, column: number): string | number | boolean | null {
  const value = sound(cell, range, row, column)
  if (typeof value !== 'string') return value
  return cleanText(value) || null
}

/**
 * Whether a text on top of numbers is their title: words, also with a digit, but neither a number nor an answer of the
 * scale with its words.
 */
export function isTitle(cell: Cell, scale: Scale = EVERYTHING): cell is string {
  if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) return false
  const { kind } = readNumber(cell)
  if (kind === 'word') return true
  // A number in words, such as fifty, is no title either.
  if (kind !== 'unclear' || !/^[^\p{L}\p{N}]*\p{L}.*\p{N}/su.test(cell)) return false
  const labelled = scale.max < Infinity ? labelledNumber(cell) : NaN
  return !(labelled >= scale.min && labelled <= scale.max) && !/\p{Sc}|\d[.,]\d/u.test(cell)
}

/** Whether a cell of a range of numbers belongs to the titles on top of it, of which survey programs write up to three rows. */
export function isOnTop({ cells, rows }: Range, row: number, column: number, decode: Decode, scale?: Scale): boolean {
  if (decode.isBody || rows < 2 || row > 2 || !isTitle(decode(cells[0]![column]), scale)) return false
  for (let above = 1; above <= row; above++) if (!isFurtherTitle(decode(cells[above]![column]), above)) return false
  return true
}

/** Whether a text in one of the first rows belongs to the titles, where the rows above it do. */
export function isFurtherTitle(cell: Cell, row: number): boolean {
  return (row === 1 || row === 2) && typeof cell === 'string' && isSecondTitle(cell)
}

function wrong(range: Range, row: number, column: number, problem: string): CellError {
  return new CellError('#VALUE!', `${place(range, row, column)} ${problem}`)
}
