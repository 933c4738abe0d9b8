import type { ColumnArg, Reading } from '../argument.ts'
import { counted, counts } from './counts.ts'
import { numberColumn } from './numberColumns.ts'
import { numbers } from './ranges.ts'

/** How the option says that the rows of both samples belong together. */
interface Pairs {
  option: string
  is: string
}

/**
 * The numbers of one of two samples. Where the option says that they are pairs, its rows belong to those of the other one,
 * and a row with a blank in either is left out; otherwise each is read by itself, or as often as its counts say.
 */
export function sample(name: string, help: string, pairs: Pairs, countsName: string): ColumnArg<Float64Array> {
  const [alone, inRows] = [counted(numbers(name, help), countsName), numberColumn(name, help)]
  const kind = (reading: Reading) => (arePairs(reading, pairs) ? inRows : alone)
  return {
    ...inRows,
    tableOf: (reading) => (arePairs(reading, pairs) ? '' : alone.tableOf!(reading)),
    readRows: (range, start, end, reading) => kind(reading).readRows(range, start, end, reading),
    pick: (values, rows) => (Array.isArray(values) ? alone : inRows).pick(values, rows),
    read: (raw, reading) => kind(reading).read(raw, reading),
  }
}

/** How many values each row of the first sample stands for, or how many pairs. */
export function sampleCounts(name: string, help: string, pairs: Pairs): ColumnArg<Float64Array | null> {
  return counts(name, help, (reading) => (arePairs(reading, pairs) ? '' : name))
}

function arePairs(reading: Reading, { option, is }: Pairs): boolean {
  return reading.value(option) === is
}
