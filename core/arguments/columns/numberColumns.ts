import { CellError, isBlank, shown, type Cell, type Decode } from '../../cell.ts'
import { isDated, isTitle, labelIn, numberIn } from '../../reading/cells.ts'
import { firstOfMonth, isDateText } from '../../reading/texts/dates.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { readNumber } from '../../reading/texts/numbers.ts'
import { place, type Range } from '../../reading/range.ts'
import { titleText } from '../../reading/titles.ts'
import type { BlankCells, ColumnArg, Limits, NumberBlock, OneForAll, Words } from '../argument.ts'
import { column, floats, pickFloats } from './column.ts'
import { boundsOf, isWithin, within } from '../single/limits.ts'

/** A column of numbers beside other columns. A row without a number is left out unless blanks are kept. */
export function numberColumn(
  name: string,
  help: string,
  limits?: Limits & BlankCells & OneForAll & Words,
): ColumnArg<Float64Array>
export function numberColumn(
  name: string,
  help: string,
  limits: Limits & BlankCells & Words & { default: null },
): ColumnArg<Float64Array | null>
export function numberColumn(
  name: string,
  help: string,
  limits: Limits & BlankCells & OneForAll & Words & { default?: null } = {},
): ColumnArg<Float64Array | null> {
  return column<Float64Array | null>({
    name,
    help,
    optional: limits.default === null,
    limits,
    oneForAll: limits.oneForAll,
    firstCell: firstOfNumbers,
    readRows(range, start, end, reading) {
      const bounds = boundsOf(limits, reading)
      const isValue = (value: number): boolean => isWithin(value, bounds)
      return floats(range, start, end, limits.blank, isValue, (raw, i) => {
        const value = typeof raw === 'number' ? raw : numberIn(raw, range, i, 0, reading.decode, bounds)
        if (isValue(value)) return value
        if (!Number.isNaN(value)) return within(value, bounds, place(range, i, 0), 'has')
        if (limits.refuseWords) refuseWord(reading.decode(raw), `, ${limits.refuseWords}`, range, i)
        return value
      })
    },
    pick: pickFloats,
  })
}

/** A text that reads as a number is one; one that may be meant as one is told by whoever reads it. */
function firstOfNumbers(cell: Cell): 'value' | 'title' | 'either' {
  if (typeof cell === 'number') return 'value'
  if (isTitle(cell)) return 'title'
  return typeof cell === 'string' && readNumber(cell).kind !== 'word' && !isBlank(cell) ? 'value' : 'either'
}

function refuseWord(cell: Cell, mend: string, range: Range, row: number): void {
  if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) return
  throw new CellError('#VALUE!', `${place(range, row, 0)} has ${shown(cell)}${mend}`)
}

/**
 * A block of columns of numbers beside other columns. A row with a blank in any of them is left out, unless gaps are
 * refused, since each row has its place. A column of dates among them may be refused in words of its own.
 */
export function numberBlock(
  name: string,
  help: string,
  limits?: Limits & { gaps?: 'refused'; dates?: 'refused' },
): ColumnArg<NumberBlock> {
  const single = numberColumn(name, help)
  return column<NumberBlock>({
    name,
    help,
    optional: false,
    wide: true,
    ...(limits && { limits }),
    firstCell: single.firstCell,
    readRows(range, start, end, reading) {
      const { decode } = reading
      const bounds = boundsOf(limits ?? {}, reading)
      if (limits?.dates) refuseDates(range, start, end, decode)
      const height = end - start
      // One array for all: each large one makes the host's memory be searched for garbage.
      const cells = new Float64Array(range.columns * height)
      const columns = Array.from({ length: range.columns }, (_, k) => cells.subarray(k * height, (k + 1) * height))
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const line = range.cells[i]!
        for (let k = 0; k < columns.length; k++) {
          const raw = line[k]
          const value = typeof raw === 'number' ? raw : numberIn(raw, range, i, k, decode)
          columns[k]![i - start] = value
          if (value < bounds.min || value > bounds.max) within(value, bounds, place(range, i, k), 'has')
          if (Number.isNaN(value) && limits?.gaps) {
            throw new CellError('#VALUE!', `${place(range, i, k)} has no number, write 0 if there is none`)
          }
          if (Number.isNaN(value)) (blank ??= new Uint8Array(height))[i - start] = 1
        }
      }
      const empty = columns.findIndex((values) => values.every(Number.isNaN))
      if (empty >= 0 && !columns.every((values) => values.every(Number.isNaN))) {
        throw new CellError('#N/A', `${name} column ${empty + 1} has no numbers; write yes and no as 1 and 0`)
      }
      const titles =
        start === 0 ? null : columns.map((_, k) => String(labelIn(decode(range.cells[0]![k]), range, 0, k) ?? ''))
      return { values: { columns, titles }, blank }
    },
    pick: ({ columns, titles }, rows) => ({ columns: columns.map((values) => pickFloats(values, rows)), titles }),
  })
}

/** Titles of a column of dates, among the words of one: Week, Start date, period_end. */
const OF_DATES = /\b(?:week|date|month|day|period)s?\b/
/** Serial numbers of days from 1982 to 2064. */
const SERIALS = { min: 30000, max: 60000 }

/** Refuses a column whose first value is a date, or whose title says so and whose numbers are days that follow each other. */
function refuseDates(range: Range, start: number, end: number, decode: Decode): void {
  for (let k = 0; k < range.columns; k++) {
    const cellAt = (row: number) => decode(range.cells[row]![k])
    const title = start === 0 ? null : cellAt(0)
    const first = end > start ? cellAt(start) : null
    const isDate = typeof first === 'string' ? standsForDate(first) : isDated(range.cells[start]?.[k], decode)
    const mayBeDates = typeof title === 'string' && OF_DATES.test(titleText(title))
    if (!isDate && !(mayBeDates && areDays(start, end, cellAt))) continue
    const named = typeof title === 'string' && !isBlank(title) ? ` (${shown(title)})` : ''
    throw new CellError('#VALUE!', `${range.name} column ${k + 1}${named} holds dates, leave it out`)
  }
}

/** A day or a month in a text that is no number. */
function standsForDate(text: string): boolean {
  const { kind } = readNumber(text)
  return kind !== 'number' && kind !== 'either' && (isDateText(text) || !Number.isNaN(firstOfMonth(text)))
}

function areDays(start: number, end: number, cellAt: (row: number) => Cell): boolean {
  let before = -Infinity
  for (let row = start; row < end; row++) {
    const cell = cellAt(row)
    if (typeof cell !== 'number' || cell < SERIALS.min || cell > SERIALS.max || cell <= before) return false
    before = cell
  }
  return end - start > 1
}
