import { isBlank, type Decode } from '../cell.ts'
import { civil, FIRST_SERIAL, LAST_SERIAL } from '../statistics/time/calendar.ts'
import { dateBy, readDate, dateOrderOf, hasLateDay, type DateOrder } from './texts/dates.ts'
import { numberBy, readNumber, decimalMarkOf, type DecimalMark } from './texts/numbers.ts'
import { once } from './once.ts'
import type { Range } from './range.ts'

/** What the cells of a column say about how its texts are written. */
export interface Evidence {
  mark: DecimalMark | 'both' | undefined
  order: DateOrder | 'both' | undefined
  hasDates: boolean
  /** The currencies of its amounts, each in one spelling. */
  currencies: ReadonlySet<string>
  /**
   * A date cell in which day and month may have been swapped: beside texts that were not taken for dates, since their day
   * is above 12, all date cells have days that may be months.
   */
  swapped: number | undefined
}

/** Looked for when a cell of a column is in doubt, and once. */
const known = new WeakMap<Range, Map<number, Evidence>>()

/** What a column of a range, or a single row of one, says about how its texts are written. */
export function evidenceOf(range: Range, column: number, decode: Decode): Evidence {
  const at = range.rows === 1 ? -1 : column
  const ofRange = known.get(range) ?? new Map<number, Evidence>()
  known.set(range, ofRange)
  const found = ofRange.get(at) ?? gathered(range, at, decode)
  ofRange.set(at, found)
  return found
}

/** A cell of a column whose text may be two numbers or two dates, as the one that its column decides for; else as it is. */
export function settled(raw: unknown, range: Range, decode: Decode): unknown {
  const cell = decode(raw)
  if (typeof cell !== 'string') return raw
  const [number, date] = [readNumber(cell), readDate(cell)]
  if (number.kind !== 'either' && date.kind !== 'either') return raw
  const { mark, order } = evidenceOf(range, 0, decode)
  const value = number.kind === 'either' ? numberBy(number, mark) : dateBy(date, order)
  return Number.isNaN(value) ? raw : value
}

/** The currency of an amount in one spelling, "" where it shows none. */
export function currencyIn(text: string): string {
  const reading = readNumber(text)
  return 'currency' in reading ? (reading.currency ?? '') : ''
}

function gathered({ cells }: Range, column: number, decode: Decode): Evidence {
  const texts: string[] = []
  let dates = 0
  let small = 0
  let swapped: number | undefined
  const look = (raw: unknown) => {
    const cell = decode(raw)
    if (typeof cell === 'string' && !isBlank(cell)) texts.push(cell)
    if (typeof cell !== 'number' || cell < FIRST_SERIAL || cell >= LAST_SERIAL + 1) return
    const { month, day } = civil(cell)
    dates++
    if (day > 12) return
    small++
    if (day !== month) swapped ??= cell
  }
  for (const line of cells) {
    if (column < 0) line.forEach(look)
    else look(line[column])
  }
  const mark = once(() => decimalMarkOf(texts))
  const order = once(() => dateOrderOf(texts))
  const currencies = once(() => new Set(texts.map(currencyIn).filter((name) => name !== '')))
  const maySwap = once(() => dates > 0 && small === dates && texts.some(hasLateDay))
  return {
    get mark() {
      return mark()
    },
    get order() {
      return order()
    },
    hasDates: dates > 0,
    get currencies() {
      return currencies()
    },
    get swapped() {
      return maySwap() ? swapped : undefined
    },
  }
}
