import { CellError, isBlank, listed, shown } from '../../cell.ts'
import { IF_TITLE, labelIn, mayBeTitle } from '../../reading/cells.ts'
import { readFlag } from '../../reading/texts/flags.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { place, type Range } from '../../reading/range.ts'
import { topOf } from '../../reading/titles.ts'
import type { ColumnArg, Reading } from '../argument.ts'
import { column, pickFlags } from './column.ts'

/**
 * A column of yes and no; or of labels in any case, of which those that another argument names are the yes. 1 and 0. A row
 * that says neither is left out. Some of the names must be there: a slip would count nobody.
 */
export function yesOrLabel(name: string, help: string, options: { which: string }): ColumnArg<Uint8Array> {
  return column<Uint8Array>({
    name,
    help,
    optional: false,
    firstCell: (cell) => (saysYes(cell) === undefined ? 'either' : 'value'),
    topOf: (first, below) => {
      const others = below().filter((cell) => !isBlank(cell))
      const isOverFlags = others.length > 0 && others.every((cell) => saysYes(cell) !== undefined)
      return isOverFlags ? 'title' : topOf(first, others, { isCategory: true })
    },
    readRows(range, start, end, reading) {
      const labels = labelsOf(range, start, end, reading)
      const which = reading.value(options.which) as string[] | null
      const isYes = which
        ? amongOf(which, labels, name, options.which, reading.decode.isBody)
        : saysYesOf(labels, range, start, options.which)
      const values = new Uint8Array(end - start)
      const blank = new Uint8Array(end - start)
      labels.forEach((label, i) => {
        if (label === null) blank[i] = 1
        else values[i] = isYes(label) ? 1 : 0
      })
      return { values, blank: blank.includes(1) ? blank : null }
    },
    pick: pickFlags,
  })
}

type Label = string | number | boolean

function saysYes(cell: Parameters<typeof readFlag>[0]): 0 | 1 | undefined {
  return readFlag(cell, 'good')?.flag
}

function labelsOf(range: Range, start: number, end: number, { decode }: Reading): (Label | null)[] {
  return Array.from({ length: end - start }, (_, i) => {
    const label = labelIn(decode(range.cells[start + i]![0]), range, start + i, 0)
    return typeof label === 'string' && isPlaceholder(label) ? null : label
  })
}

function amongOf(
  which: readonly string[],
  labels: readonly (Label | null)[],
  name: string,
  argument: string,
  isSegment = false,
) {
  const wanted = new Set(which.map((one) => one.toLowerCase()))
  const present = new Map<string, Label>()
  for (const label of labels) {
    const reading = String(label).toLowerCase()
    if (label !== null && !present.has(reading)) present.set(reading, label)
  }
  if (!isSegment && present.size > 0 && ![...wanted].some((one) => present.has(one))) {
    const known = listed([...present.values()], shown)
    throw new CellError('#VALUE!', `${argument} has ${shown(which[0]!)}, which ${name} has not: it has ${known}`)
  }
  return (label: Label): boolean => wanted.has(String(label).toLowerCase())
}

function saysYesOf(labels: readonly (Label | null)[], range: Range, start: number, argument: string) {
  const unknown = labels.findIndex((label) => label !== null && saysYes(label) === undefined)
  if (unknown >= 0) {
    const cell = labels[unknown]!
    const problem = `${place(range, start + unknown, 0)} has ${shown(cell)}, use yes or no, TRUE or FALSE, 1 or 0, or name the values to count in ${argument}`
    throw new CellError('#VALUE!', mayBeTitle(cell, range, start + unknown) ? `${problem}; ${IF_TITLE}` : problem)
  }
  return (label: Label): boolean => saysYes(label) === 1
}
