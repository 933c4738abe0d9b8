import { CellError, isBlank, type Decode } from '../../cell.ts'
import { readNumber } from '../../reading/texts/numbers.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import type { Arg, ColumnArg, Reading } from '../argument.ts'
import { column } from './column.ts'
import { numberColumn } from './numberColumns.ts'

/**
 * For a summary in place of the rows themselves: how many of them each row stands for. A function that has it gives what it
 * would give with each row so often, and does not care in which order they come; it sees nothing of the counts.
 */
export function counts(
  name = 'counts',
  help = 'How many rows each row stands for, where the data is a summary: 250 beside a 10 for 250 answers of 10. A row with 0 or a blank is left out. Each row stands for itself when left out.',
  table: (reading: Reading) => string = () => tableOf(name),
): ColumnArg<Float64Array | null> {
  return {
    ...numberColumn(name, help, {
      min: 0,
      whole: true,
      default: null,
      refuseWords: 'write how many rows it stands for',
    }),
    isCounts: true,
    tableOf: table,
  }
}

/**
 * For a summary in place of a log: how many customers with these very rows each id stands for. A function that has it gives
 * what it would give with as many ids of their own, each with the same rows; it sees nothing of the numbers.
 */
export function customers(
  help = 'How many customers with just these rows each id stands for, where the data is a summary of a log. The same number in every row of an id. Each id is one customer when left out.',
  ids = 'ids',
): ColumnArg<Float64Array | null> {
  return { ...counts('customers', help, () => ''), countsEach: ids }
}

/** A bag of cells that is a column where it has counts: its cells are then read as often as they say. */
export function counted<T>(
  bag: Arg<T> & Partial<Pick<ColumnArg<unknown>, 'firstCell' | 'topOf'>>,
  countsName = 'counts',
): ColumnArg<T> {
  const { firstCell, topOf } = bag
  const alike = numberColumn(bag.name, '')
  const isCounted = (reading: Reading): boolean => reading.isGiven(countsName)
  const lines = column<unknown[][]>({
    name: bag.name,
    help: bag.help,
    optional: bag.optional,
    firstCell: firstCell ?? alike.firstCell,
    ...(topOf && { topOf }),
    readRows(range, start, end, { decode }) {
      const values = range.cells.slice(start, end) as unknown[][]
      let blank: Uint8Array | null = null
      // Good and bad are answers where words are known by what they are as a title.
      for (let i = 0; i < values.length; i++) {
        if (saysNothing(values[i]![0], decode, firstCell !== undefined))
          (blank ??= new Uint8Array(values.length))[i] = 1
      }
      return { values, blank }
    },
    pick(values, rows) {
      const picked = new Array<unknown[]>(rows.length)
      for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!
      return picked
    },
  })
  return {
    ...lines,
    ...bag,
    shape: 'range',
    firstCell: lines.firstCell,
    readRows: lines.readRows,
    pick: lines.pick,
    tableOf: (reading) => (isCounted(reading) ? tableOf(countsName) : null),
    read(raw, reading) {
      // What is wrong with a cell is told by its own row.
      const alone = bag.read(raw, reading)
      if (!isCounted(reading)) return alone
      const cells = reading.column(bag.name)
      const { decode } = reading
      const isDate = decode.isDate && { isDate: decode.isDate }
      const asBody: Decode = Object.assign((cell: unknown) => decode(cell), { ...isDate, isBody: true })
      return bag.read(cells, { ...reading, decode: asBody })
    },
  }
}

/** The counts of a call's columns, and those of a range that has counts of its own. */
function tableOf(countsName: string): string {
  return countsName === 'counts' ? '' : countsName
}

function saysNothing(raw: unknown, decode: Decode, takesWords: boolean): boolean {
  if (typeof raw === 'number') return false
  const cell = decode(raw)
  if (cell instanceof CellError || typeof cell === 'number') return false
  if (isBlank(cell) || (typeof cell === 'string' && isPlaceholder(cell))) return true
  return !takesWords && (typeof cell === 'boolean' || readNumber(cell as string).kind === 'word')
}
