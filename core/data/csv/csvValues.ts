import { dateBy, readDate, type DateOrder } from '../../reading/texts/dates.ts'
import { DATE, MOMENT } from '../../metric.ts'
import { numberBy, readNumber, type DecimalMark } from '../../reading/texts/numbers.ts'

export type CsvValue = string | number | boolean | null

/** What the texts of each column say, and for each column the format that shows it as it was written. */
export interface ColumnValues {
  columns: CsvValue[][]
  formats: (string | undefined)[]
}

/**
 * Numbers and dates are recognised as everywhere, column by column, and only where one way of writing them fits the whole
 * column; all else stays the text it is. Dates become serial numbers.
 */
export function valuesOf(columns: readonly (readonly string[])[], delimiter: string): ColumnValues {
  const evidence = columns.map(evidenceOf)
  const fileMark = decimalMarkOfFile(evidence, delimiter)
  const isOneZone = zoneSpan(evidence) <= 60
  const readings = evidence.map((found) => readingOf(found, fileMark, isOneZone))
  return {
    columns: columns.map((cells, column) => cells.map((cell) => valueOf(cell, readings[column]!))),
    formats: readings.map(({ format }) => format),
  }
}

/** What the cells of a column say about how it is written. */
interface Evidence {
  marks: Set<DecimalMark>
  /** The marks of numbers such as 1.234 or 1,234, in which they may part thousands or decimals. */
  doubtful: Set<DecimalMark>
  isIds: boolean
  orders: Set<DateOrder>
  zones: Set<number>
  /** What stands around the numbers, such as the sign of their currency. */
  frames: Set<string>
  percents: number
  numbers: number
  decimals: number
  dates: number
  times: number
}

interface Reading {
  mark: DecimalMark | 'both' | undefined
  order: DateOrder | undefined
  numbersAreText: boolean
  datesAreText: boolean
  format: string | undefined
}

const WHOLE = /^[+-]?\d+$/
const POINT = /^[+-]?\d+\.\d+$/
/** A double holds every whole number of 15 digits and not every longer one. */
const MOST_DIGITS = 15

function evidenceOf(cells: readonly string[]): Evidence {
  const found: Evidence = {
    marks: new Set(),
    doubtful: new Set(),
    isIds: false,
    orders: new Set(),
    zones: new Set(),
    frames: new Set(),
    percents: 0,
    numbers: 0,
    decimals: 0,
    dates: 0,
    times: 0,
  }
  for (const cell of cells) {
    // Most cells of a file are words, and those need not be looked at closely.
    if (!mayBeValue(cell)) continue
    const text = cell.trim()
    if (WHOLE.test(text)) noteWhole(text, found)
    else if (!noteDate(text, found)) noteNumber(text, found)
  }
  return found
}

/** A letter begins an amount only as a short currency, and a date only as a weekday or month. */
const LETTERS =
  /^\s*(?:\p{L}{1,4}\.?[\s$€£¥]*[-(+]?\s?[\d.,]|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\W)/iu

function mayBeValue(cell: string): boolean {
  const code = cell.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) return true
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return isLetter ? LETTERS.test(cell) : cell !== '' && /\p{Nd}/u.test(cell)
}

function noteWhole(text: string, found: Evidence): void {
  if (/^[+-]?0\d/.test(text) || text.replace(/^[+-]/, '').length > MOST_DIGITS) found.isIds = true
  found.numbers++
  found.frames.add('')
}

function noteDate(text: string, found: Evidence): boolean {
  // Few texts with a decimal point are dates, and many are numbers.
  const reading = POINT.test(text) ? ({ kind: 'none' } as const) : readDate(text)
  if (reading.kind === 'none') return false
  found.dates++
  if (reading.kind === 'date' && reading.order) found.orders.add(reading.order)
  if (reading.offset !== undefined) found.zones.add(reading.offset)
  if (text.includes(':') || /\d[Tt]\d/.test(text)) found.times++
  return true
}

function noteNumber(text: string, found: Evidence): void {
  const reading = readNumber(text)
  if (reading.kind === 'unclear' && /^[+-]?0\d+$|^\d{16,}$/.test(text)) found.isIds = true
  if (reading.kind !== 'number' && reading.kind !== 'either') return
  found.numbers++
  found.frames.add(frameOf(text))
  if (reading.kind === 'number') {
    if (reading.mark !== undefined) found.marks.add(reading.mark)
  } else if (reading.usual === undefined) found.doubtful.add(text.includes(',') ? ',' : '.')
  if (reading.percent) found.percents++
  const decimals = /[.,](\d+)\D*$/.exec(text)?.[1]!.length ?? 0
  if (reading.kind === 'number') found.decimals = Math.max(found.decimals, decimals)
}

/** What stands before and behind an amount, apart from its sign: "R$ |". */
function frameOf(text: string): string {
  const parts = text.split(/[\d.,]+/)
  const [before, behind] = [parts[0]!, parts[parts.length - 1]!]
  const [prefix, suffix] = [before, behind].map((part) => part.replace(/[-+()%'"=\u2212]/g, ''))
  return prefix!.trim() === '' && suffix!.trim() === '' ? '' : `${prefix}|${suffix}`
}

/** How far the clocks that the times of a file state are apart, in minutes. */
function zoneSpan(columns: readonly Evidence[]): number {
  const zones = columns.flatMap((column) => [...column.zones])
  return zones.length === 0 ? 0 : Math.max(...zones) - Math.min(...zones)
}

/** The mark of the columns that leave no doubt, if they agree. Where cells are parted by commas, decimals rarely are. */
function decimalMarkOfFile(columns: readonly Evidence[], delimiter: string): DecimalMark | undefined {
  const sure = new Set(columns.filter(({ marks }) => marks.size === 1).flatMap(({ marks }) => [...marks]))
  if (sure.size === 1) return [...sure][0]
  return sure.size === 0 && delimiter === ',' ? '.' : undefined
}

function readingOf(found: Evidence, fileMark: DecimalMark | undefined, isOneZone: boolean): Reading {
  const { marks, doubtful, orders, zones, frames, numbers } = found
  const mark = marks.size === 1 ? [...marks][0] : marks.size === 0 ? fileMark : 'both'
  const isDoubtful =
    marks.size > 1 || (doubtful.size > 0 && mark === undefined) || (marks.size === 0 && doubtful.size > 1)
  return {
    mark,
    order: [...orders][0],
    // Amounts of several currencies are not to be added up.
    numbersAreText: found.isIds || isDoubtful || frames.size > (frames.has('') ? 2 : 1),
    // A column has one format, and a number shown as a date would mislead; two orders leave each date in doubt, and clocks of
    // several zones are not to be compared.
    datesAreText: numbers > 0 || orders.size > 1 || (zones.size > 0 && !isOneZone),
    format: formatOf(found),
  }
}

function formatOf({ dates, times, percents, numbers, decimals, frames }: Evidence): string | undefined {
  if (dates > 0 && numbers === 0) return times > 0 ? MOMENT : DATE
  const digits = decimals > 0 ? `.${'0'.repeat(decimals)}` : ''
  const [frame] = frames
  if (frames.size === 1 && frame !== '' && percents === 0) {
    const [before, behind] = frame!.split('|')
    const shown = (sign: string) => (sign === '' ? '' : `[$${sign}]`)
    return `${shown(before!)}#,##0${digits}${shown(behind!)}`
  }
  return percents === 0 || percents < numbers ? undefined : `0${digits}%`
}

function valueOf(cell: string, reading: Reading): CsvValue {
  if (cell === '') return null
  if (!mayBeValue(cell)) return /^(?:true|false)$/i.test(cell) ? cell.toUpperCase() === 'TRUE' : cell
  const text = cell.trim()
  if (WHOLE.test(text)) return reading.numbersAreText ? cell : Number(text)
  const serial = reading.datesAreText || POINT.test(text) ? NaN : dateBy(readDate(text), reading.order)
  if (serial >= 1) return serial
  const number = reading.numbersAreText ? NaN : numberBy(readNumber(text), reading.mark)
  return Number.isNaN(number) ? cell : number
}
