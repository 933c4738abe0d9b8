import { CellError, isBlank, shown, type Cell } from '../../cell.ts'
import { IF_TITLE, mayBeTitle, sound } from '../../reading/cells.ts'
import { place } from '../../reading/range.ts'
import { keyed } from '../../reading/texts/spelling.ts'
import { titleText } from '../../reading/titles.ts'
import type { BlankCells, ColumnArg, Titles } from '../argument.ts'
import { column } from '../columns/column.ts'
import { oneOf } from './singles.ts'

/**
 * A column of a few words that the metric knows, in any case, each with other ways to write it. A row without one is left
 * out, or stays as "" where blanks are kept. An unknown word in the first row is a title only if it is one of `titles` or
 * beside one, since it may as well be a mistake.
 */
export function words<const V extends string>(
  name: string,
  help: string,
  known: Readonly<Record<V, readonly string[]>>,
  options: BlankCells & Titles = {},
): ColumnArg<(V | '')[]> {
  const spelled = new Map<string, V>()
  for (const word of Object.keys(known) as V[]) {
    for (const spelling of [word, ...known[word]]) spelled.set(spelling, word)
  }
  const wordIn = (cell: Cell): V | undefined =>
    typeof cell === 'string' ? spelled.get(keyed(cell).toLowerCase()) : undefined
  return column<(V | '')[]>({
    name,
    help,
    optional: false,
    firstCell(cell) {
      if (wordIn(cell) !== undefined) return 'value'
      return typeof cell === 'string' && options.titles?.includes(titleText(cell)) ? 'title' : 'either'
    },
    readRows(range, start, end, { decode }) {
      const values = new Array<V | ''>(end - start).fill('')
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = sound(decode(range.cells[i]![0]), range, i, 0)
        if (isBlank(cell)) {
          if (options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
          continue
        }
        const word = wordIn(cell)
        if (word === undefined) {
          const problem = `${place(range, i, 0)} has ${shown(cell)}, use ${oneOf(Object.keys(known))}`
          throw new CellError('#VALUE!', mayBeTitle(cell, range, i) ? `${problem}; ${IF_TITLE}` : problem)
        }
        values[i - start] = word
      }
      return { values, blank }
    },
    pick: (values, rows) => Array.from(rows, (row) => values[row]!),
  })
}
