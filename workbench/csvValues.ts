import { parseIso, serialOf, civil } from '../core/statistics/calendar.ts'

export type CsvValue = string | number | boolean | null

/** What the texts of each column say, and for each column the format that shows it as it was written. */
export interface ColumnValues {
  columns: CsvValue[][]
  formats: (string | undefined)[]
}

/**
 * Numbers and dates are recognised column by column, and only where one way of writing them fits the whole column; all
 * else stays the text it is. Dates become serial numbers.
 */
export function valuesOf(columns: readonly (readonly string[])[], delimiter: string): ColumnValues {
  const evidence = columns.map(evidenceOf)
  const fileMark = decimalMarkOfFile(evidence, delimiter)
  const readings = evidence.map((found) => readingOf(found, fileMark))
  return {
    columns: columns.map((cells, column) => cells.map((cell) => valueOf(cell, readings[column]!))),
    formats: readings.map(({ format }) => format),
  }
}

type DecimalMark = '.' | ','
type DateOrder = 'day first' | 'month first'

/** What the cells of a column say about how it is written. */
interface Evidence {
  marks: Set<DecimalMark>
  /** Numbers such as 1.234 or 1,234, in which the mark may part thousands or decimals. */
  eitherMark: Set<DecimalMark>
  isIds: boolean
  orders: Set<DateOrder>
  percents: number
  numbers: number
  decimals: number
  dates: number
  times: number
}

interface Reading {
  mark: DecimalMark | undefined
  order: DateOrder | undefined
  numbersAreText: boolean
  datesAreText: boolean
  format: string | undefined
}

const WHOLE = /^[+-]?\d+$/
const WITH_POINT = /^[+-]?(?:\d*\.\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/
const WITH_COMMA = /^[+-]?(?:\d*,\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})$/
const WITH_EITHER = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]\d+$/i
const PERCENT = /\s?%$/
const DATE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/

function evidenceOf(cells: readonly string[]): Evidence {
  const found: Evidence = {
    marks: new Set(),
    eitherMark: new Set(),
    isIds: false,
    orders: new Set(),
    percents: 0,
    numbers: 0,
    decimals: 0,
    dates: 0,
    times: 0,
  }
  for (const cell of cells) {
    // Most cells of a file are words, and those need not be looked at closely.
    if (!startsLikeNumber(cell)) continue
    const text = cell.trim()
    noteDate(text, found)
    noteNumber(text, found)
  }
  return found
}

function startsLikeNumber(cell: string): boolean {
  const code = cell.trimStart().charCodeAt(0)
  return (code >= 0x2b && code <= 0x2e) || (code >= 0x30 && code <= 0x39)
}

function noteNumber(text: string, found: Evidence): void {
  const digits = text.replace(PERCENT, '')
  if (WHOLE.test(digits)) {
    if (/^[+-]?0\d/.test(digits) || digits.replace(/^[+-]/, '').length > MOST_DIGITS) found.isIds = true
  } else if (WITH_EITHER.test(digits)) found.eitherMark.add(digits.includes(',') ? ',' : '.')
  else if (WITH_POINT.test(digits)) found.marks.add('.')
  else if (WITH_COMMA.test(digits)) found.marks.add(',')
  else if (SCIENTIFIC.test(digits)) found.marks.add('.')
  else return
  found.numbers++
  if (digits !== text) {
    found.percents++
    found.decimals = Math.max(found.decimals, digits.length - 1 - digits.search(/[.,]\d+$|$/))
  }
}

/** A double holds every whole number of 15 digits and not every longer one. */
const MOST_DIGITS = 15

function noteDate(text: string, found: Evidence): void {
  if (isoSerial(text) >= 1) {
    found.dates++
    if (text.length > 10) found.times++
    return
  }
  const match = DATE.exec(text)
  if (!match) return
  const [first, second] = [Number(match[1]), Number(match[3])]
  if (first > 12 && first <= 31) found.orders.add('day first')
  if (second > 12 && second <= 31) found.orders.add('month first')
  found.dates++
  if (match[5]) found.times++
}

/** The mark of the columns that leave no doubt, if they agree. Where cells are parted by commas, decimals rarely are. */
function decimalMarkOfFile(columns: readonly Evidence[], delimiter: string): DecimalMark | undefined {
  const sure = new Set(columns.filter(({ marks }) => marks.size === 1).flatMap(({ marks }) => [...marks]))
  if (sure.size === 1) return [...sure][0]
  return sure.size === 0 && delimiter === ',' ? '.' : undefined
}

function readingOf(found: Evidence, fileMark: DecimalMark | undefined): Reading {
  const { marks, eitherMark, numbers } = found
  const mark = marks.size === 1 ? [...marks][0] : marks.size === 0 ? fileMark : undefined
  const isDoubtful =
    marks.size > 1 || (eitherMark.size > 0 && mark === undefined) || (marks.size === 0 && eitherMark.size > 1)
  const numbersAreText = found.isIds || isDoubtful
  return {
    mark,
    order: found.orders.size === 1 ? [...found.orders][0] : undefined,
    numbersAreText,
    // A column has one format, and a number shown as a date would mislead.
    datesAreText: numbers > 0,
    format: formatOf(found),
  }
}

function formatOf({ dates, times, percents, numbers, decimals }: Evidence): string | undefined {
  if (dates > 0 && numbers === 0) return times > 0 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
  if (percents === 0 || percents < numbers) return undefined
  return decimals > 0 ? `0.${'0'.repeat(decimals)}%` : '0%'
}

function valueOf(cell: string, reading: Reading): CsvValue {
  if (cell === '') return null
  if (!startsLikeNumber(cell)) return /^(?:true|false)$/i.test(cell) ? cell.toUpperCase() === 'TRUE' : cell
  const text = cell.trim()
  const serial = reading.datesAreText ? NaN : dateOf(text, reading)
  if (serial >= 1) return serial
  const number = reading.numbersAreText ? NaN : numberOf(text, reading.mark)
  return Number.isNaN(number) ? cell : number
}

function numberOf(text: string, mark: DecimalMark | undefined): number {
  const digits = text.replace(PERCENT, '')
  const share = digits === text ? 1 : 100
  if (WHOLE.test(digits)) return Number(digits) / share
  if (mark === ',' && (WITH_COMMA.test(digits) || WITH_EITHER.test(digits))) {
    return Number(digits.replaceAll('.', '').replace(',', '.')) / share
  }
  if (mark === '.' && (WITH_POINT.test(digits) || WITH_EITHER.test(digits))) {
    return Number(digits.replaceAll(',', '')) / share
  }
  return SCIENTIFIC.test(digits) ? Number(digits) / share : NaN
}

function dateOf(text: string, { order }: Reading): number {
  const iso = isoSerial(text)
  if (iso >= 1 || order === undefined) return iso
  const match = DATE.exec(text)
  if (!match) return NaN
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const [day, month] = order === 'day first' ? [first, second] : [second, first]
  const serial = serialOf(year, month, day)
  const back = civil(serial)
  if (back.month !== month || back.day !== day) return NaN
  return serial + timeOf(match[5])
}

/** 2026-03-01, also with a time of day, as the clock on the wall showed it. */
function isoSerial(text: string): number {
  return text.charCodeAt(4) === DASH ? parseIso(text.replace(/Z$/, '')) : NaN
}

const DASH = 0x2d

/** The part of a day that has gone by. */
function timeOf(clock: string | undefined): number {
  const [hours = 0, minutes = 0, seconds = 0] = (clock ?? '').split(':').map(Number)
  return (hours * 3600 + minutes * 60 + seconds) / 86400
}
