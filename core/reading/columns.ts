import type { Arg, ColumnArg, Reading } from '../arguments/argument.ts'
import { CellError, finite, isBlank, shown, type Decode } from '../cell.ts'
import type { Scalar } from '../metric.ts'
import { IF_TITLE, isFurtherTitle } from './cells.ts'
import { columnOf, place, rangeOf, usedRows, type Range } from './range.ts'
import { zoneText } from './dates.ts'
import type { Rows } from './rows.ts'
import { isSureTitle, type Top } from './titles.ts'

/** The columns of one call, side by side: value i of each belongs to value i of the others. */
export interface Columns {
  /** What is not sure about the first row, where it may be a title or a value. */
  doubt: Doubt | undefined
  /** How many rows on top are titles. */
  titleRows: number
  /** The values of a column; undefined when it was left out. */
  values(name: string): unknown
  /** Where value i of a column stands: “dates row 7”. */
  place(name: string, index: number): string
  /**
   * One value for each complete row in the rows of the selection, down to the last used one: the title beside a header,
   * "" beside an incomplete row or for NaN. A single cell for single cells.
   */
  beside(values: Float64Array, title: string): Scalar | Scalar[][]
}

/**
 * Reads the columns of one call side by side. Trailing blank rows are cut, heights must agree, a first row of text is
 * the header, and a row with a blank cell is left out of every column. Without a complete row there is nothing to compute
 * from, unless `mayBeEmpty` says that this is an answer: a value beside each row that has one, or beside a single cell.
 */
export function alignColumns(
  args: readonly Arg<unknown>[],
  given: readonly unknown[],
  reading: Reading,
  mayBeEmpty = false,
): Columns {
  const all: { arg: ColumnArg<unknown>; range: Range }[] = []
  args.forEach((arg, i) => {
    if (isColumn(arg) && !((arg.optional || arg.mayBeLeftOut) && isLeftOut(given[i], reading.decode))) {
      if (given[i] === undefined) throw new CellError('#VALUE!', `${arg.name} is missing`)
      refuseError(arg.name, given[i], reading)
      all.push({ arg, range: arg.wide ? rangeOf(arg.name, given[i]) : columnOf(arg.name, given[i]) })
    }
  })
  const high = all.some(({ range }) => range.rows > 1)
  const shared = all.filter(({ arg, range }) => high && arg.oneForAll && range.rows === 1)
  const columns = all.filter((column) => !shared.includes(column))
  if (columns.length === 0)
    return { doubt: undefined, titleRows: 0, values: () => undefined, place: (name) => name, beside: () => '' }

  const end = commonLength(
    columns.map(({ range }) => range),
    reading,
  )
  const { rows: start, doubt } = headOf(columns, end, reading)
  const rows = columns.map(({ arg, range }) => arg.readRows(range, start, Math.max(start, end), reading))
  refuseTwoZones(columns, rows)
  const complete = completeRows(
    rows.map(({ blank }) => blank),
    Math.max(0, end - start),
  )
  const isBeside = mayBeEmpty && (end > start || !high)
  if ((complete?.length ?? end - start) <= 0 && !isBeside && !columns.every(({ arg }) => arg.mayBeEmpty)) {
    const names = columns.map(({ arg }) => arg.name)
    throw new CellError(
      '#N/A',
      names.length === 1 ? `${names[0]} has no values` : `${list(names)} have no complete row`,
    )
  }
  const values = new Map(
    columns.map(({ arg }, i) => {
      const { values } = rows[i]!
      return [arg.name, complete ? arg.pick(values, complete) : values]
    }),
  )
  const first = new Int32Array(complete?.length ?? end - start)
  for (const { arg, range } of shared) values.set(arg.name, arg.pick(oneValue(arg, range, reading), first))
  return {
    doubt,
    titleRows: start,
    values: (name) => values.get(name),
    place(name, index) {
      const range = all.find(({ arg }) => arg.name === name)!.range
      return place(range, start + (complete ? complete[index]! : index), 0)
    },
    beside(values, title) {
      const cells = cellsBeside(values, complete, start, end)
      for (let row = 0; row < start; row++) cells[row] = [row === 0 ? title : '']
      if (columns.every(({ range }) => range.rows === 1)) return cells[0]?.[0] ?? ''
      return columns[0]!.range.across ? [cells.map(([cell]) => cell!)] : cells
    },
  }
}

/** Two clocks of a row that differ by more than a change to summer time would make hours of the difference between them. */
function refuseTwoZones(columns: readonly { range: Range }[], rows: readonly Rows<unknown>[]): void {
  const first = rows.findIndex(({ zones }) => zones !== undefined)
  for (let other = first + 1; first >= 0 && other < rows.length; other++) {
    rows[other]!.zones?.forEach((zone, row) => {
      const before = rows[first]!.zones!.get(row)
      if (before === undefined || Math.abs(zone - before) <= 60) return
      const here = `${place(columns[other]!.range, row, 0)} is at ${zoneText(zone)}`
      throw new CellError(
        '#VALUE!',
        `${here} and ${columns[first]!.range.name} at ${zoneText(before)}, bring both to one zone`,
      )
    })
  }
}

/** The values in the rows from start to end that are complete; "" in all others and for NaN. */
function cellsBeside(values: Float64Array, complete: Int32Array | null, start: number, end: number): Scalar[][] {
  const cells = new Array<Scalar[]>(end)
  let next = 0
  for (let row = 0; row < end; row++) {
    const isComplete = row >= start && (complete === null || complete[next] === row - start)
    const value = isComplete ? values[next++]! : NaN
    if (Math.abs(value) === Infinity) finite(value)
    // Written apart, an array that holds no text keeps its number unboxed, in half the time.
    cells[row] = Number.isNaN(value) ? [''] : [value]
  }
  return cells
}

/** The values of a single cell that stands for all rows. */
function oneValue(arg: ColumnArg<unknown>, range: Range, reading: Reading): unknown {
  const { values, blank } = arg.readRows(range, 0, 1, reading)
  if (!blank) return values
  const cell = reading.decode(range.cells[0]![0])
  const problem = isBlank(cell) || cell instanceof CellError ? 'is blank' : `has ${shown(cell)}, which is no value`
  throw new CellError('#VALUE!', `${arg.name} ${problem}`)
}

function isColumn(arg: Arg<unknown>): arg is ColumnArg<unknown> {
  return arg.shape === 'column'
}

/** A single blank cell, or nothing, in place of a column or an option. */
export function isLeftOut(raw: unknown, decode: Decode): boolean {
  return !Array.isArray(raw) && isBlank(decode(raw))
}

/** An error in place of a whole column, such as a name that is not there or a column that was deleted: hosts may box it. */
function refuseError(name: string, raw: unknown, { decode }: Reading): void {
  const { cells, rows, columns } = rangeOf(name, raw)
  const cell = rows === 1 && columns === 1 ? decode(cells[0]![0]) : null
  if (cell instanceof CellError) throw new CellError(cell.code, `${name} is ${cell.code}`)
}

function commonLength(ranges: readonly Range[], { decode }: Reading): number {
  const used = ranges.map((range) => usedRows(range, decode))
  const sameSelection = ranges.every(({ rows }) => rows === ranges[0]!.rows)
  if (!sameSelection && used.some((length) => length !== used[0])) throw unequal(ranges, used)
  return Math.max(...used)
}

function unequal(ranges: readonly Range[], heights: readonly number[]): CellError {
  const other = heights.findIndex((height) => height !== heights[0])
  const first = `${ranges[0]!.name} has ${heights[0]} ${heights[0] === 1 ? 'row' : 'rows'}`
  return new CellError(
    '#VALUE!',
    `${first} and ${ranges[other]!.name} has ${heights[other]}, select the same rows in both`,
  )
}

/** What is not sure about the first row, in words, and whether it was taken for the title. */
export interface Doubt {
  sentence: string
  isLeftOut: boolean
}

/** How many rows on top of the columns are titles, and what is not sure about it. */
interface Head {
  rows: number
  doubt?: Doubt
}

/**
 * The first row is a header when no cell of it is a value and at least one is text where a value belongs, or the title of a
 * column of words. A header in one column and none in another would pair every row with its neighbour: that is refused
 * where it shows, in a value beside a title, in unequal selections, and in a first cell that comes again below, as values
 * do and titles do not.
 */
function headOf(columns: readonly { arg: ColumnArg<unknown>; range: Range }[], end: number, { decode }: Reading): Head {
  if (decode.isBody) return { rows: 0 }
  const ranges = columns.map(({ range }) => range)
  const kinds = columns.map((column) => kindOfRow(column, 0, decode))
  const value = columns[kinds.indexOf('value')]
  const refusal = (titled: ColumnArg<unknown>, other: Range, why: string) =>
    new CellError(
      '#VALUE!',
      `${titled.name} begins with a header and ${other.name} does not${why} select the same rows in both`,
    )
  const tops = kinds.map((kind, i) => {
    if (kind !== 'either' || columns[i]!.range.rows < 2) return 'either'
    return topOf(columns[i]!, end, decode, value !== undefined || kinds.includes('title'))
  })
  const titled = columns[kinds.indexOf('title')] ?? columns[tops.indexOf('title')]
  if (!titled) return doubtfulHead(columns, tops, value !== undefined, decode)
  if (value) {
    // Text among dates is told by whoever reads it.
    if (titled.arg.date) return { rows: 0 }
    throw refusal(titled.arg, value.range, ',')
  }
  const heights = ranges.map(({ rows }) => rows)
  if (heights.some((height) => height !== heights[0])) throw unequal(ranges, heights)
  ranges.forEach((range, i) => {
    const title = decode(range.cells[0]![0])
    const again =
      kinds[i] === 'either' && typeof title === 'string' && title !== '' ? rowAgain(range, title, end, decode) : -1
    if (again > 0) throw refusal(titled.arg, range, `: “${title as string}” comes again in row ${again + 1};`)
  })
  return { rows: furtherTitles(columns, end, decode) }
}

/** What the cells of a row of a column are: values, titles, or what may be either. */
function kindOfRow({ arg, range }: { arg: ColumnArg<unknown>; range: Range }, row: number, decode: Decode) {
  if (range.rows < 2) return 'value'
  const kinds = range.cells[row]!.map((cell) => arg.firstCell(decode(cell)))
  return kinds.find((kind) => kind === 'value') ?? kinds.find((kind) => kind === 'title') ?? 'either'
}

/** What the first cell of a column of words is by the cells below it, which need not be asked where other columns tell. */
function topOf(
  { arg, range }: { arg: ColumnArg<unknown>; range: Range },
  end: number,
  decode: Decode,
  isTold: boolean,
): Top {
  const first = decode(range.cells[0]![0])
  if (!arg.topOf || typeof first !== 'string' || isBlank(first) || (isTold && !isSureTitle(first))) return 'either'
  return arg.topOf(first, () => range.cells.slice(1, end).map((line) => decode(line[0])))
}

/** Where a column of words is given alone, its first row may be the title or not. */
function doubtfulHead(
  columns: readonly { arg: ColumnArg<unknown>; range: Range }[],
  tops: readonly Top[],
  hasValue: boolean,
  decode: Decode,
): Head {
  const at = tops.findIndex((top) => top === 'perhaps a title' || top === 'perhaps a value')
  if (hasValue || at < 0 || columns.length > 1) return { rows: 0 }
  const { arg, range } = columns[at]!
  const first = shown(decode(range.cells[0]![0]) as string)
  const where = `${arg.name} row 1 (${first})`
  return tops[at] === 'perhaps a title'
    ? {
        rows: 1,
        doubt: { sentence: `${where} is taken for the title; if it is a value, put a title above it`, isLeftOut: true },
      }
    : { rows: 0, doubt: { sentence: `${where} counts; ${IF_TITLE}`, isLeftOut: false } }
}

/** How many of the first rows are titles, where the first one is: survey programs write two or three. */
function furtherTitles(
  columns: readonly { arg: ColumnArg<unknown>; range: Range }[],
  end: number,
  decode: Decode,
): number {
  let rows = 1
  while (rows < Math.min(3, end - 1)) {
    const isTitles =
      columns.some(({ range }) => isFurtherTitle(decode(range.cells[rows]![0]), rows)) &&
      columns.every((column) => kindOfRow(column, rows, decode) !== 'value')
    if (!isTitles) break
    rows++
  }
  return rows
}

/** The first row below the top that holds this very text; -1 when none does. */
function rowAgain({ cells }: Range, text: string, end: number, decode: Decode): number {
  for (let row = 1; row < end; row++) if (decode(cells[row]![0]) === text) return row
  return -1
}

/** The rows that no column marks blank, or null when that is all of them. */
function completeRows(marks: readonly (Uint8Array | null)[], length: number): Int32Array | null {
  const blanks = marks.filter((mark) => mark !== null)
  if (blanks.length === 0) return null
  const rows = new Int32Array(length)
  let count = 0
  for (let i = 0; i < length; i++) {
    if (blanks.every((mark) => mark[i] === 0)) rows[count++] = i
  }
  return rows.subarray(0, count)
}

/** “a, b and c” */
function list(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}
