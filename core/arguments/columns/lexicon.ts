import { CellError, isBlank, shown } from '../../cell.ts'
import { isTitle, labelIn, numberIn, sound } from '../../reading/cells.ts'
import { isLeftOut } from '../../reading/columns.ts'
import { place, rangeOf } from '../../reading/range.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { lexiconOf, readingOf, type Lexicon } from '../../statistics/feedback/ownLexicon.ts'
import type { Arg } from '../argument.ts'

/** No phrase is longer. What is, is a comment. */
const LONGEST = 100

/** Words of one's own and their weights, in two columns, with or without a title row. Null when it is left out. */
export function lexicon(name: string, help: string): Arg<Lexicon | null> {
  return {
    name,
    help,
    shape: 'range',
    optional: true,
    ownRows: true,
    read(raw, { decode }) {
      if (isLeftOut(raw, decode)) return null
      const range = rangeOf(name, raw)
      if (range.columns !== 2) {
        const has = `${name} has ${range.columns} column${range.columns === 1 ? '' : 's'}`
        throw new CellError('#VALUE!', `${has}, it needs two: words and their weights`)
      }
      const entries: { entry: string; weight: number }[] = []
      const known = new Map<string, { row: number; weight: number }>()
      range.cells.forEach((cells, row) => {
        const label = labelIn(decode(cells[0]), range, row, 0)
        const written = sound(decode(cells[1]), range, row, 1)
        const weight = numberIn(cells[1], range, row, 1, decode)
        if (Number.isNaN(weight)) {
          if (isBlank(written) || (typeof written === 'string' && isPlaceholder(written))) return
          if (row === 0 && isTitle(written)) return
          throw new CellError('#VALUE!', `${place(range, row, 1)} has ${shown(written)}, a weight belongs there`)
        }
        if (label === null) {
          // A 0 may be a blank cell of an Excel that sends those so.
          if (weight === 0) return
          throw new CellError('#VALUE!', `${place(range, row, 0)} is blank, beside the weight ${weight}`)
        }
        const entry = String(label)
        if (entry.length > LONGEST) {
          throw new CellError('#VALUE!', `${place(range, row, 0)} has ${shown(entry)}, a word or phrase belongs there`)
        }
        const reading = readingOf(entry)
        const before = known.get(reading)
        if (before && before.weight !== weight) {
          const rows = `${name} rows ${before.row + 1} and ${row + 1}`
          throw new CellError('#VALUE!', `${rows} differ: ${shown(entry)} weighs ${before.weight} and ${weight}`)
        }
        if (before) return
        known.set(reading, { row, weight })
        entries.push({ entry, weight })
      })
      if (entries.length === 0) throw new CellError('#N/A', `${name} has no words`)
      if (entries.every(({ weight }) => weight === 0)) {
        throw new CellError('#VALUE!', `${name} has only weights of 0, use such as 1 for good and -1 for bad words`)
      }
      return lexiconOf(entries)
    },
  }
}
