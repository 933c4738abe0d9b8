import type { Arg, ColumnArg, Reading } from '../arguments/argument.ts'
import { CellError, isBlank, type Cell, type Decode } from '../cell.ts'
import type { FindMetric, Spec } from '../metric.ts'
import { isLeftOut } from './columns.ts'
import { isColumn, isCounts } from './standingFor.ts'
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
  /** Of a column that says how many rows each row stands for: how many that is together. */
  standFor?: number
}

/**
 * How each argument of a call was read; of one that may be given again and again, each range. Counts that are left out are
 * nothing to tell of.
 */
export function readingsOf(
  spec: Spec,
  texts: readonly string[],
  raw: readonly unknown[],
  decode: Decode,
  find: FindMetric,
): InputReading[] {
  const call = readable(spec, raw, decode, find)
  const lineUp = call && linesOf(spec, raw, call, decode, find)
  return Array.from({ length: Math.max(spec.args.length, texts.length) }, (_, i) => i).flatMap((i): InputReading[] => {
    const arg = spec.args[Math.min(i, spec.args.length - 1)]!
    if (isCounts(arg) && isLeftOut(raw[i], decode)) return []
    const again = i - spec.args.length + 1
    const told = { name: again > 0 ? `${arg.name} ${again + 1}` : arg.name, text: texts[i] ?? '' }
    if (!Array.isArray(raw[i])) return [{ ...told, skipped: [] }]
    const range = rangeOf(arg.name, raw[i])
    const lines = lineUp?.get(arg.name) ?? (call ? bagLines(arg, range, call.values[i], decode) : null)
    if (lines === 'one for all') return [{ ...told, skipped: [] }]
    const counts = range.columns > 1 && (range.rows === 1 || !arg.wide) ? ('cells' as const) : ('rows' as const)
    if (!lines) return [{ ...told, rows: usedRows(range, decode), counts: 'rows', skipped: [] }]
    const blank = lines.filter(({ fate }) => fate === 'used as blank').length
    const used = lines.filter(({ fate }) => fate === 'used').length + blank
    const standFor = isCounts(arg) && timesOf(lines.filter(({ fate }) => fate === 'used'))
    const found = { ...told, rows: lines.length, counts, used, skipped: skippedOf(lines) }
    return [{ ...found, ...(blank > 0 && { blank }), ...(standFor !== false && { standFor }) }]
  })
}

/**
 * How many rows of the data, titles aside, a call does not use: blank, without a value, or incomplete. A row that stands for
 * several counts as often. Undefined for a call of single values.
 */
export function leftOutRows(spec: Spec, raw: readonly unknown[], decode: Decode, find: FindMetric): number | undefined {
  const call = readable(spec, raw, decode, find)
  if (!call) return undefined
  const lineUp = linesOf(spec, raw, call, decode, find)
  for (let i = 0; i < raw.length; i++) {
    const arg = spec.args[Math.min(i, spec.args.length - 1)]!
    if (!Array.isArray(raw[i])) continue
    const lines = lineUp.get(arg.name) ?? bagLines(arg, rangeOf(arg.name, raw[i]), call.values[i], decode)
    if (lines && lines !== 'one for all') return timesOf(lines.filter(({ fate }) => !isUsed(fate) && fate !== 'header'))
  }
  return undefined
}

function isUsed(fate: Line['fate']): boolean {
  return fate === 'used' || fate === 'used as blank'
}

/** How many rows these are, where each may stand for several. */
function timesOf(lines: readonly Line[]): number {
  return lines.reduce((total, { times = 1 }) => total + times, 0)
}

/** What became of a row or a cell. `word` is what stood there, for one that is no number. */
interface Line {
  /** How many rows it stands for, where that is said. */
  times?: number
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
    | 'none'
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
  const found = args.flatMap((arg, i) => {
    const table = isColumn(arg) && Array.isArray(raw[i]) ? call.columnsOf(arg.name) : undefined
    if (!table) return []
    const column = arg as ColumnArg<unknown>
    const range = column.wide ? rangeOf(arg.name, raw[i]) : columnOf(arg.name, raw[i])
    const { titleRows: start, end } = table
    const isOne = range.rows === 1 && end > 1
    const { blank, values } = isOne ? ONE : column.readRows(range, start, Math.max(start, end), reading)
    return [{ name: arg.name, table, range, blank, isOne, counts: isCounts(arg) ? (values as Float64Array) : null }]
  })
  // Single cells beside each other have no rows to tell of.
  const columns = found.filter(({ table }) => found.some((other) => other.table === table && other.range.rows > 1))
  return new Map(
    columns.map(({ name, table, range, blank, isOne, counts }): [string, Line[] | 'one for all'] => {
      if (isOne) return [name, 'one for all']
      const beside = found.filter((other) => other.table === table)
      const times = beside.find(({ counts }) => counts)?.counts
      const { titleRows: start, end, complete } = table
      const isComplete = complete && marked(complete, end)
      const lines = Array.from({ length: end }, (_, row): Line => {
        if (row < start) return { fate: 'header' }
        const index = row - start
        const count = times?.[index]
        const line = (fate: Line['fate'], word?: string): Line => ({
          fate,
          ...(word !== undefined && { word }),
          ...(count !== undefined && !Number.isNaN(count) && { times: count }),
        })
        if (!isComplete || isComplete[index])
          return line(isBlankRow(range.cells[row]!, range.columns, decode) ? 'used as blank' : 'used')
        if (counts?.[index] === 0) return line('none')
        if (blank?.[index]) return { ...line('blank'), ...silent(silentCell(range.cells[row]!, decode)) }
        const others = beside.filter((other) => other.blank?.[index] || other.counts?.[index] === 0)
        return line('incomplete', others.map((other) => other.name).join(' and '))
      })
      return [name, lines]
    }),
  )
}

function marked(rows: Int32Array, end: number): Uint8Array {
  const marks = new Uint8Array(end)
  for (const row of rows) marks[row] = 1
  return marks
}

/** A single cell that stands for all rows is not asked for any. */
const ONE = { blank: null, values: null }

/** The cell for which a row was left out: of a block, the first that is no number. */
function silentCell(line: readonly unknown[], decode: Decode): Cell {
  const cells = line.map(decode)
  return cells.find((cell) => typeof cell !== 'number') ?? cells[0]!
}

function skippedOf(lines: readonly Line[]): InputReading['skipped'] {
  const kinds = new Map<string, Line[]>()
  for (const line of lines) {
    if (isUsed(line.fate)) continue
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
    case 'none':
      return isOne ? 'is 0 and stands for no row' : 'are 0 and stand for no row'
    case 'repeated':
      return isOne ? 'comes again' : 'come again'
    default:
      return `${isOne ? 'is' : 'are'} left out: ${word} ${word!.includes(' and ') ? 'have' : 'has'} no value there`
  }
}
