import { CellError, isBlank, shown, type Cell } from '../../cell.ts'
import { sound } from '../../reading/cells.ts'
import { readFlag, type Sense } from '../../reading/texts/flags.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { place } from '../../reading/range.ts'
import type { ColumnArg } from '../argument.ts'
import { column, pickFlags } from './column.ts'

/**
 * A column of yes and no, as 1 and 0, also in the words of the trade: what a word such as Won says depends on the sense of
 * the question. A row that says neither is left out.
 */
export function flags(name: string, help: string, options?: { sense?: Sense }): ColumnArg<Uint8Array>
export function flags(
  name: string,
  help: string,
  options: { sense?: Sense; default: null },
): ColumnArg<Uint8Array | null>
export function flags(
  name: string,
  help: string,
  { sense = 'good', ...options }: { sense?: Sense; default?: null } = {},
): ColumnArg<Uint8Array | null> {
  return column<Uint8Array | null>({
    name,
    help,
    optional: options.default === null,
    firstCell(cell) {
      if (isNone(cell)) return 'either'
      const reading = readFlag(cell, sense)
      if (reading === undefined) return typeof cell === 'string' ? 'title' : 'value'
      return reading.isPlain ? 'value' : 'either'
    },
    // “Active” is the title of TRUE and FALSE, and a value beside Canceled.
    topOf(_, below) {
      const filled = below().filter((cell) => !isNone(cell))
      return filled.length === 0 || filled.some((cell) => readFlag(cell, sense)?.isPlain === false) ? 'either' : 'title'
    },
    readRows(range, start, end, { decode }) {
      const values = new Uint8Array(end - start)
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = sound(decode(range.cells[i]![0]), range, i, 0)
        const flag = readFlag(cell, sense)?.flag
        if (flag !== undefined) values[i - start] = flag
        else if (isNone(cell)) (blank ??= new Uint8Array(end - start))[i - start] = 1
        else {
          const problem = `${place(range, i, 0)} has ${shown(cell!)}, use TRUE or FALSE, 1 or 0, yes or no`
          throw new CellError('#VALUE!', problem)
        }
      }
      return { values, blank }
    },
    pick: (values, rows) => pickFlags(values!, rows),
  })
}

function isNone(cell: Cell): boolean {
  return isBlank(cell) || (typeof cell === 'string' && isPlaceholder(cell))
}
