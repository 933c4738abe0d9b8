import { CellError, isBlank, shown, type Cell, type Decode } from '../../cell.ts'
import { dateIn, datedText, isDated, sound } from '../../reading/cells.ts'
import { numberBy, readNumber } from '../../reading/texts/numbers.ts'
import { rangeOf } from '../../reading/range.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import type { Adds, Arg, Limits, WhenLeftOut } from '../argument.ts'
import { boundsOf, within } from './limits.ts'

/** A single number. Without a default it is required; with the default null, the metric knows it was left out. */
export function number(name: string, help: string, limits?: Limits & Adds): Arg<number>
export function number(name: string, help: string, limits: Limits & Adds & { default: number }): Arg<number>
export function number(name: string, help: string, limits: Limits & Adds & { default: null }): Arg<number | null>
export function number(
  name: string,
  help: string,
  limits: Limits & Adds & { default?: number | null } = {},
): Arg<number | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: limits.default !== undefined,
    limits,
    ...(typeof limits.default === 'number' && { initial: limits.default }),
    ...(limits.adds && { adds: limits.adds }),
    read(raw, reading) {
      const cell = single(name, raw, reading.decode, limits.adds && ': add them up with SUM')
      if (isBlank(cell)) return absent(name, raw, limits.default)
      return within(numberOf(name, cell, raw, reading.decode), boundsOf(limits, reading), name, 'is')
    },
  }
}

/** The number in a single cell: one, or a text that is one without doubt. */
export function numberOf(name: string, cell: string | number | boolean, raw: unknown, decode: Decode): number {
  if (typeof cell === 'number') {
    if (!isDated(rawOf(raw), decode)) return cell
    throw new CellError('#VALUE!', `${name} is ${datedText(cell)}, not a number`)
  }
  const reading = typeof cell === 'string' ? readNumber(cell) : undefined
  const value = reading ? numberBy(reading, undefined) : NaN
  if (!Number.isNaN(value)) return value
  const problem =
    reading?.kind === 'either'
      ? `which may be ${reading.comma} or ${reading.point}: turn it into a number`
      : 'not a number'
  throw new CellError('#VALUE!', `${name} is ${described(cell)}, ${problem}`)
}

/** The cell of an argument that is one cell, as the host gave it. */
export function rawOf(raw: unknown): unknown {
  return Array.isArray(raw) ? (raw as unknown[][])[0]?.[0] : raw
}

/** A share of a whole: 0.8 or 80%. */
export function fraction(name: string, help: string, limits?: Limits): Arg<number>
export function fraction(name: string, help: string, limits: Limits & { default: number }): Arg<number>
export function fraction(name: string, help: string, limits: Limits & { default: null }): Arg<number | null>
export function fraction(name: string, help: string, limits: Limits & { default?: number | null } = {}): Arg<any> {
  const { min = 0, max = 1 } = limits
  const isTaken = (value: number) => value >= Number(min) && value <= Number(max)
  const hint = (value: number) => {
    if (Math.abs(value) <= 1) return ''
    const share = asPercent(value, isTaken)
    if (share) return share
    const example = [80, 10].find((percent) => isTaken(percent / 100))
    return `a share${example ? ` such as ${example}%` : ''} belongs there: look at the order of the arguments`
  }
  return { ...number(name, help, { hint, ...limits, min, max } as Limits), percent: true }
}

/** How to write a number above 1 that is meant in per cent; "" where that would be no better. */
export function asPercent(value: number, isTaken: (share: number) => boolean): string {
  if (Math.abs(value) <= 1 || !isTaken(value / 100)) return ''
  return `write ${value}% or ${Number((value / 100).toPrecision(12))}`
}

/** A single date: a date cell, or ISO text. */
export function date(name: string, help: string): Arg<number>
export function date(name: string, help: string, options: { default: null } & WhenLeftOut): Arg<number | null>
export function date(name: string, help: string, options: { default?: null } & WhenLeftOut = {}): Arg<number | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: options.default === null,
    date: true,
    ...(options.whenLeftOut && { whenLeftOut: options.whenLeftOut }),
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      if (isBlank(cell) || cell === 0) return absent(name, raw, options.default)
      const serial = dateIn(cell, rangeOf(name, cell), 0, 0, decode)
      if (!Number.isNaN(serial)) return serial
      const written = typeof cell === 'number' ? isoText(cell) : described(cell)
      throw new CellError('#VALUE!', `${name} is ${written}, which stands for no date`)
    },
  }
}

/** One of a few words, in any case. The first is the default unless another is named. */
export function choice<const V extends string>(
  name: string,
  help: string,
  choices: Readonly<Record<V, string>>,
  standard?: NoInfer<V>,
): Arg<V> {
  const values = Object.keys(choices) as V[]
  const initial = standard ?? values[0]!
  return {
    name,
    help,
    shape: 'cell',
    optional: true,
    choices: values.map((value) => ({ value, help: choices[value] })),
    standard: initial,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      if (isBlank(cell)) return initial
      const word = String(cell).trim().toLowerCase()
      const chosen = values.find((value) => value.toLowerCase() === word)
      if (chosen !== undefined) return chosen
      throw new CellError('#VALUE!', `${name} is ${described(cell)}, use ${oneOf(values)}`)
    },
  }
}

/** A single text. */
export function text(name: string, help: string): Arg<string>
export function text(name: string, help: string, options: { default: null }): Arg<string | null>
export function text(name: string, help: string, options: { default?: null } = {}): Arg<string | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: options.default === null,
    text: true,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      return isBlank(cell) ? absent<string | null>(name, raw, options.default) : String(cell).trim()
    },
  }
}

/** The cell of an argument that is one cell, or an error that ends with what to do about several. */
export function single(name: string, raw: unknown, decode: Decode, remedy = ''): Exclude<Cell, CellError> {
  if (!Array.isArray(raw)) {
    const cell = decode(raw)
    return cell instanceof CellError ? sound(cell, rangeOf(name, raw), 0, 0) : cell
  }
  const range = rangeOf(name, raw)
  const count = range.rows * range.columns
  if (count > 1) throw new CellError('#VALUE!', `${name} must be one cell, not ${count}${remedy}`)
  return sound(decode(range.cells[0]?.[0]), range, 0, 0)
}

/** What stands for a cell that is blank or left out, or an error where it is needed. */
export function absent<T>(name: string, raw: unknown, standard: T | undefined): T {
  if (standard !== undefined) return standard
  throw new CellError('#VALUE!', `${name} is ${raw === undefined ? 'missing' : 'blank'}`)
}

/** A cell in a sentence: the text “soon”, 12. */
export function described(cell: string | number | boolean): string {
  return typeof cell === 'string' ? `the text ${shown(cell)}` : shown(cell)
}

/** “day, week or month” */
export function oneOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
