import type { Arg, ColumnArg, Reading } from '../arguments/argument.ts'
import { CellError, finite, isBlank, joined, shown, type Decode } from '../cell.ts'
import type { Scalar } from '../metric.ts'
import { zoneText } from './texts/dates.ts'
import { headOf, type Doubt } from './head.ts'
import { columnOf, place, rangeOf, unequalHeights, usedRows, type Range } from './range.ts'
import { NO_ZONE, type Rows } from './rows.ts'
import { isColumn, isCounts, noRows, standingFor } from './standingFor.ts'

/**
 * The columns of one table of a call, side by side: value i of each belongs to value i of the others. Where a row stands for
 * several, its values come as often.
 */
export interface Columns {
  /** What is not sure about the first row, where it may be a title or a value. */
  doubt: Doubt | undefined
  /** How many rows on top are titles. */
  titleRows: number
  /** The row after the last used one. */
  end: number
  /** The rows below the titles that reach the metric, from 0 on; null when that is all of them. */
  complete: Int32Array | null
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
 * Reads the columns of a table of one call side by side. Trailing blank rows are cut, heights must agree, a first row of
 * text is the header, and a row with a blank cell is left out of every column. A row that stands for several comes as often.
 * Without a complete row there is nothing to compute from, unless `mayBeEmpty` says that this is an answer: a value beside
 * each row that has one, or beside a single cell.
 */
export function alignColumns(
  args: readonly Arg<unknown>[],
  given: readonly unknown[],
  reading: Reading,
  { table = '', mayBeEmpty = false }: { table?: string; mayBeEmpty?: boolean } = {},
): Columns {
  const all: { arg: ColumnArg<unknown>; range: Range }[] = []
  args.forEach((arg, i) => {
    const isOfTable = isColumn(arg) && tableOf(arg, reading) === table
    if (isOfTable && !((arg.optional || arg.mayBeLeftOut) && isLeftOut(given[i], reading.decode))) {
      if (given[i] === undefined) throw new CellError('#VALUE!', `${arg.name} is missing`)
      refuseError(arg.name, given[i], reading)
      all.push({ arg, range: arg.wide ? rangeOf(arg.name, given[i]) : columnOf(arg.name, given[i]) })
    }
  })
  const high = all.some(({ range }) => range.rows > 1)
  const shared = all.filter(({ arg, range }) => high && arg.oneForAll && range.rows === 1)
  const columns = all.filter((column) => !shared.includes(column))
  if (columns.length === 0) return NO_COLUMNS

  const end = commonLength(
    columns.map(({ range }) => range),
    reading,
  )
  const { rows: start, doubt } = headOf(columns, end, reading.decode)
  const rows = columns.map(({ arg, range }) => arg.readRows(range, start, Math.max(start, end), reading))
  refuseTwoZones(columns, rows)
  const complete = completeRows(
    rows.map(({ blank, values }, i) => (isCounts(columns[i]!.arg) ? noRows(values as Float64Array) : blank)),
    Math.max(0, end - start),
  )
  const isBeside = mayBeEmpty && (end > start || !high)
  if (
    (complete?.length ?? end - start) <= 0 &&
    !isBeside &&
    !columns.every(({ arg }) => arg.mayBeEmpty ?? isCounts(arg))
  ) {
    const names = columns.map(({ arg }) => arg.name)
    throw new CellError(
      '#N/A',
      names.length === 1 ? `${names[0]} has no values` : `${joined(names, 'and')} have no complete row`,
    )
  }
  const { repeated: read, setApart } = standingFor(columns, rows, complete, start)
  const values = new Map(
    columns.map(({ arg }, i) => {
      const { values } = rows[i]!
      return [arg.name, read && !isCounts(arg) ? arg.pick(values, read) : values]
    }),
  )
  setApart(values)
  for (const { arg, range } of shared) {
    const first = new Int32Array(read?.length ?? end - start)
    values.set(arg.name, arg.pick(oneValue(arg, range, reading), first))
  }
  return {
    doubt,
    titleRows: start,
    end,
    complete,
    values: (name) => values.get(name),
    place(name, index) {
      const range = all.find(({ arg }) => arg.name === name)!.range
      return place(range, start + (read ? read[index]! : index), 0)
    },
    beside(values, title) {
      const cells = cellsBeside(values, complete, start, end)
      for (let row = 0; row < start; row++) cells[row] = [row === 0 ? title : '']
      if (columns.every(({ range }) => range.rows === 1)) return cells[0]?.[0] ?? ''
      return columns[0]!.range.across ? [cells.map(([cell]) => cell!)] : cells
    },
  }
}

const NO_COLUMNS: Columns = {
  doubt: undefined,
  titleRows: 0,
  end: 0,
  complete: null,
  values: () => undefined,
  place: (name) => name,
  beside: () => '',
}

/** Two clocks of a row that differ by more than a change to summer time would make hours of the difference between them. */
function refuseTwoZones(columns: readonly { range: Range }[], rows: readonly Rows<unknown>[]): void {
  const first = rows.findIndex(({ zones }) => zones !== undefined)
  for (let other = first + 1; first >= 0 && other < rows.length; other++) {
    rows[other]!.zones?.forEach((zone, row) => {
      const before = rows[first]!.zones![row]!
      if (zone === NO_ZONE || before === NO_ZONE || Math.abs(zone - before) <= 60) return
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

/** Which table of the call an argument belongs to, by its name; null where it is read by itself. */
export function tableOf(arg: Arg<unknown>, reading: Reading): string | null {
  if (!isColumn(arg)) return null
  return arg.tableOf ? arg.tableOf(reading) : ''
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
  if (!sameSelection && used.some((length) => length !== used[0])) throw unequalHeights(ranges, used)
  return Math.max(...used)
}

/** The rows that no column marks blank, or null when that is all of them. */
function completeRows(marks: readonly (Uint8Array | null)[], length: number): Int32Array | null {
  const blanks = marks.filter((mark) => mark !== null)
  if (blanks.length === 0) return null
  const [any, ...others] = blanks as [Uint8Array, ...Uint8Array[]]
  for (const mark of others) for (let i = 0; i < length; i++) any[i]! |= mark[i]!
  const rows = new Int32Array(length)
  let count = 0
  for (let i = 0; i < length; i++) if (any[i] === 0) rows[count++] = i
  return rows.subarray(0, count)
}
