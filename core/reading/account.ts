import type { Arg, Keys, NumberBlock, Reading } from '../arguments/argument.ts'
import { CellError, isBlank, type Cell, type Decode } from '../cell.ts'
import type { FindMetric, Spec } from '../metric.ts'
import { isColumn, isLeftOut } from './columns.ts'
import { isOnTop } from './cells.ts'
import { readCall, type Call } from './evaluate.ts'
import { readNumber } from './texts/numbers.ts'
import { isNoDate, isPlaceholder } from './texts/placeholders.ts'
import { columnOf, isBlankRow, rangeOf, usedRows, type Range } from './range.ts'
import { isoText, LAST_SERIAL } from '../statistics/time/calendar.ts'

/** How the cells of an argument were read. */
export interface InputReading {
  name: string
  text: string
  /** Rows of the range down to the last used one, or cells, each read for itself; undefined for a single value. */
  rows?: number
  /** What is counted: the rows of a column, or the cells of a block or of a single row. */
  counts?: 'rows' | 'cells'
  /** How many of them the metric got; undefined where that cannot be told. */
  used?: number
  /** How many of the used ones are blank, where a blank says that something has not happened yet. */
  blank?: number
  /** Why the others were not used, and how many. With `used` they come to `rows`. */
  skipped: readonly { count: number; why: string }[]
}

/** How each argument of a call was read; of one that may be given again and again, each range. */
export function readingsOf(
  spec: Spec,
  texts: readonly string[],
  raw: readonly unknown[],
  decode: Decode,
  find: FindMetric,
): InputReading[] {
  const call = readable(spec, raw, decode, find)
  const lineUp = call && linesOf(spec, raw, call, decode, find)
  return Array.from({ length: Math.max(spec.args.length, texts.length) }, (_, i) => {
    const arg = spec.args[Math.min(i, spec.args.length - 1)]!
    const again = i - spec.args.length + 1
    const told = { name: again > 0 ? `${arg.name} ${again + 1}` : arg.name, text: texts[i] ?? '' }
    if (!Array.isArray(raw[i])) return { ...told, skipped: [] }
    const range = rangeOf(arg.name, raw[i])
    const lines = lineUp?.get(arg.name) ?? (call ? bagLines(arg, range, call.values[i], decode) : null)
    if (lines === 'one for all') return { ...told, skipped: [] }
    const counts = range.columns > 1 && (range.rows === 1 || !arg.wide) ? ('cells' as const) : ('rows' as const)
    if (!lines) return { ...told, rows: usedRows(range, decode), counts: 'rows', skipped: [] }
    const blank = lines.filter(({ fate }) => fate === 'used as blank').length
    const used = lines.filter(({ fate }) => fate === 'used').length + blank
    return { ...told, rows: lines.length, counts, used, ...(blank > 0 && { blank }), skipped: skippedOf(lines) }
  })
}

/**
 * How many rows of the data, titles aside, a call does not use: blank, without a value, or incomplete. Undefined for a call
 * of single values.
 */
export function leftOutRows(spec: Spec, raw: readonly unknown[], decode: Decode, find: FindMetric): number | undefined {
  const data = readingsOf(spec, [], raw, decode, find).find(({ used }) => used !== undefined)
  return data && data.skipped.reduce((total, { count, why }) => total + (why === TITLE ? 0 : count), 0)
}

/** What became of a row or a cell. `word` is what stood there, for one that is no number. */
interface Line {
  fate:
    | 'used'
    | 'used as blank'
    | 'header'
    | 'blank'
    | 'word'
    | 'placeholder'
    | 'flag'
    | 'no date'
    | 'repeated'
    | 'incomplete'
  word?: string
}

/** The values of a call, unless its cells cannot be read. */
function readable(spec: Spec, raw: readonly unknown[], decode: Decode, find: FindMetric): Call | null {
  try {
    return readCall(spec, raw, decode, find)
  } catch (error) {
    if (error instanceof CellError) return null
    throw error
  }
}

/** The cells of an argument without rows of its own; null where it cannot be told which of them count. */
function bagLines(arg: Arg<unknown>, range: Range, value: unknown, decode: Decode): Line[] | null {
  const lines = range.cells.slice(0, usedRows(range, decode))
  if (arg.limits) {
    return lines.flatMap((line, row) =>
      line.map((raw, column): Line => {
        if (isOnTop(range, row, column, decode)) return { fate: 'header' }
        const cell = decode(raw)
        return isRead(cell) ? { fate: 'used' } : silent(cell)
      }),
    )
  }
  const cells = lines.flatMap((line) => line.map(decode))
  if (!isNames(value)) return null
  let left = value.length
  // The first of each name counts, so the last to be used is not known to be; their number is.
  return cells.map((cell) => (isBlank(cell) ? silent(cell) : { fate: left-- > 0 ? 'used' : 'repeated' }))
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

/** Whether a cell of a call that could be read is a number: a text that may be meant as one is. */
function isRead(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && !isBlank(cell) && readNumber(cell).kind !== 'word')
}

/** Why a cell says nothing where a number, a date or a name belongs. */
function silent(cell: Cell): Line {
  if (cell instanceof CellError || isBlank(cell)) return { fate: 'blank' }
  if (typeof cell === 'boolean') return { fate: 'flag' }
  if (typeof cell === 'string' && isPlaceholder(cell)) return { fate: 'placeholder', word: cell }
  if (typeof cell === 'number' && cell !== 0 && isNoDate(cell)) {
    // Year, month and day may be written in one: 99991231.
    return { fate: 'placeholder', word: cell > LAST_SERIAL ? String(cell) : isoText(cell) }
  }
  return typeof cell === 'string' ? { fate: 'word', word: cell } : { fate: 'no date' }
}

/** The rows of the call's columns, by the name of each. */
function linesOf(
  { args }: Spec,
  raw: readonly unknown[],
  call: Call,
  decode: Decode,
  find: FindMetric,
): Map<string, Line[] | 'one for all'> {
  const reading: Reading = {
    decode,
    value: (name) => call.values[args.findIndex((arg) => arg.name === name)],
    column: (name) => call.values[args.findIndex((arg) => arg.name === name)],
    isGiven: (name) => !isLeftOut(raw[args.findIndex((arg) => arg.name === name)], decode),
    find,
  }
  const columns = args.flatMap((arg, i) =>
    isColumn(arg, reading) && Array.isArray(raw[i])
      ? [{ arg, range: arg.wide ? rangeOf(arg.name, raw[i]) : columnOf(arg.name, raw[i]), value: call.values[i] }]
      : [],
  )
  const first = columns[0]
  const beside = first && call.beside(new Float64Array(countOf(first.value)).fill(1), 'header')
  if (!Array.isArray(beside)) return new Map()
  const marks = beside.flat()
  const [start, end] = [call.titleRows(), marks.length]
  const read = columns.map(({ arg, range }) => {
    const isOne = range.rows === 1 && end > 1
    return { name: arg.name, range, blank: isOne ? null : arg.readRows(range, start, end, reading).blank, isOne }
  })
  return new Map(
    read.map(({ name, range, blank, isOne }): [string, Line[] | 'one for all'] => {
      if (isOne) return [name, 'one for all']
      const lines = marks.map((mark, row): Line => {
        if (row < start) return { fate: 'header' }
        if (mark !== '')
          return { fate: isBlankRow(range.cells[row]!, range.columns, decode) ? 'used as blank' : 'used' }
        if (blank?.[row - start]) return silent(silentCell(range.cells[row]!, decode))
        const others = read.filter((other) => other.blank?.[row - start])
        return { fate: 'incomplete', word: others.map((other) => other.name).join(' and ') }
      })
      return [name, lines]
    }),
  )
}

/** The cell for which a row was left out: of a block, the first that is no number. */
function silentCell(line: readonly unknown[], decode: Decode): Cell {
  const cells = line.map(decode)
  return cells.find((cell) => typeof cell !== 'number') ?? cells[0]!
}

/** How many rows of a column reached the metric. */
function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  if ('codes' in value) return (value as Keys).codes.length
  if ('columns' in value) return (value as NumberBlock).columns[0]?.length ?? 0
  return (value as ArrayLike<unknown>).length
}

function skippedOf(lines: readonly Line[]): InputReading['skipped'] {
  const kinds = new Map<string, Line[]>()
  for (const line of lines) {
    if (line.fate === 'used' || line.fate === 'used as blank') continue
    const kind = line.fate === 'incomplete' ? `${line.fate} ${line.word}` : line.fate
    const same = kinds.get(kind)
    if (same) same.push(line)
    else kinds.set(kind, [line])
  }
  return [...kinds.values()].map((same) => ({ count: same.length, why: reason(same[0]!, same.length === 1) }))
}

const TITLE = 'is the header'

function reason({ fate, word }: Line, isOne: boolean): string {
  switch (fate) {
    case 'header':
      return TITLE
    case 'blank':
      return isOne ? 'is blank' : 'are blank'
    case 'word':
      return isOne ? `is the word “${word}”` : `are words, such as “${word}”`
    case 'placeholder':
      return isOne ? `is “${word}”, which stands for no value` : `stand for no value, such as “${word}”`
    case 'flag':
      return isOne ? 'is TRUE or FALSE' : 'are TRUE or FALSE'
    case 'no date':
      return isOne ? 'is 0, which is no date' : 'are 0, which is no date'
    case 'repeated':
      return isOne ? 'comes again' : 'come again'
    default:
      return `${isOne ? 'is' : 'are'} left out: ${word} ${word!.includes(' and ') ? 'have' : 'has'} no value there`
  }
}
