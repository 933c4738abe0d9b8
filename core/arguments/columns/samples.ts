import type { ColumnArg, Reading } from '../argument.ts'
import { numberColumn } from './numberColumns.ts'
import { numbers } from './ranges.ts'

/**
 * The numbers of one of two samples. Where the option says that they are pairs, its rows belong to those of the other one,
 * and a row with a blank in either is left out; otherwise each is read by itself.
 */
export function sample(name: string, help: string, pairs: { option: string; is: string }): ColumnArg<Float64Array> {
  const [alone, inRows] = [numbers(name, help), numberColumn(name, help)]
  const linesUp = (reading: Reading): boolean => reading.value(pairs.option) === pairs.is
  return { ...inRows, linesUp, read: (raw, reading) => (linesUp(reading) ? inRows : alone).read(raw, reading) }
}
