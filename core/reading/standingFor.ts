import type { Arg, ColumnArg, Keys } from '../arguments/argument.ts'
import { CellError, joined, shown } from '../cell.ts'
import { place, type Range } from './range.ts'
import type { Rows } from './rows.ts'

/** Whether an argument may be a column. */
export function isColumn(arg: Arg<unknown>): arg is ColumnArg<unknown> {
  return 'readRows' in arg
}

/** Whether an argument says how many rows each row stands for, or each id. */
export function isCounts(arg: object): boolean {
  return 'isCounts' in arg && arg.isCounts === true
}

/** Whether an argument says how many rows each row stands for. */
export function countsRows(arg: Arg<unknown>): boolean {
  return isColumn(arg) && arg.isCounts === true && !arg.countsEach
}

/** A column of a call, and the cells that were given for it. */
interface Column {
  arg: ColumnArg<unknown>
  range: Range
}

/**
 * For columns of which one says how many rows each row stands for, or how many customers each id: the complete rows, each as
 * often as that; and a step that gives each of those customers an id of its own. Where none says so, the complete rows.
 */
export function standingFor(
  columns: readonly Column[],
  rows: readonly Rows<unknown>[],
  complete: Int32Array | null,
  start: number,
): { repeated: Int32Array | null; setApart(values: Map<string, unknown>): void } {
  const numbersOf = (at: number) => (at < 0 ? null : (rows[at]!.values as Float64Array))
  const counts = numbersOf(columns.findIndex(({ arg }) => countsRows(arg)))
  const each = columns.findIndex(({ arg }) => arg.countsEach)
  const customers = numbersOf(each)
  const times = counts && customers ? counts.map((count, i) => count * customers[i]!) : (counts ?? customers)
  if (!times) return { repeated: complete, setApart() {} }
  const named = columns.filter(({ arg }) => isCounts(arg)).map(({ arg }) => arg.name)
  const found = repeated(times, complete, named)
  return {
    repeated: found,
    setApart(values) {
      if (!customers) return
      const { arg, range } = columns[each]!
      const differs = (row: number, other: number, id: string): CellError => {
        const [here, there] = [row, other].map((at) => place(range, start + at, 0))
        const problem = `${here} has ${customers[row]} and ${there} ${customers[other]} for ${id}`
        return new CellError('#VALUE!', `${problem}, an id stands for as many in all its rows`)
      }
      values.set(arg.countsEach!, idsApart(values.get(arg.countsEach!) as Keys, found, customers, counts, differs))
    },
  }
}

/** Marks the rows that stand for none: those with 0, or without a count. */
export function noRows(counts: Float64Array): Uint8Array | null {
  let none: Uint8Array | null = null
  for (let i = 0; i < counts.length; i++) if (!(counts[i]! > 0)) (none ??= new Uint8Array(counts.length))[i] = 1
  return none
}

/** Each complete row as often as it counts. */
function repeated(counts: Float64Array, complete: Int32Array | null, names: readonly string[]): Int32Array {
  const rows = complete ?? Int32Array.from(counts.keys())
  let total = 0
  for (let i = 0; i < rows.length; i++) total += counts[rows[i]!]!
  if (total > MOST_ROWS) {
    const asked = `${joined(names, 'and')} ${names.length === 1 ? 'adds' : 'add'} up to ${total} rows`
    const problem = `${asked}, at most ${MOST_ROWS} can be read; take a shorter time or a part of the data`
    throw new CellError('#VALUE!', problem)
  }
  const found = new Int32Array(total)
  let end = 0
  for (let i = 0; i < rows.length; i++) found.fill(rows[i]!, end, (end += counts[rows[i]!]!))
  return found
}

/** The ids of rows that have been repeated for as many customers, each with an id of its own. */
function idsApart(
  { codes, labels }: Keys,
  rows: Int32Array,
  customers: Float64Array,
  counts: Float64Array | null,
  differs: (row: number, other: number, id: string) => CellError,
): Keys {
  const firstRow = new Int32Array(labels.length).fill(-1)
  const start = new Int32Array(labels.length)
  const apart: Keys['labels'] = []
  const own = new Int32Array(codes.length)
  for (let i = 0; i < rows.length;) {
    const [row, code] = [rows[i]!, codes[i]!]
    const size = customers[row]!
    const first = firstRow[code]!
    if (first < 0) {
      firstRow[code] = row
      start[code] = apart.length
      for (let k = 0; k < size; k++) apart.push(labels[code]!)
    } else if (customers[first] !== size) throw differs(row, first, shown(labels[code]!))
    const times = counts ? counts[row]! : 1
    for (let k = 0; k < size; k++) own.fill(start[code]! + k, i, (i += times))
  }
  return { codes: own, labels: apart }
}

/** How many rows a summary may stand for: a number takes 12 bytes in each, and a script has some gigabytes. */
const MOST_ROWS = 50_000_000
