import { CellError, isBlank, shown, type Decode } from '../cell.ts'
import { flagIn, IF_TITLE, labelIn, mayBeTitle, titleOr } from '../reading/cells.ts'
import { place, type Range } from '../reading/range.ts'
import type { ColumnArg, Reading, Titles } from './argument.ts'
import { column } from './column.ts'

/**
 * A column of yes and no; or of labels in any case, of which those that another argument names are the yes. 1 and 0. A row
 * that says neither is left out. Some of the names must be there: a slip would count nobody.
 */
export function yesOrLabel(name: string, help: string, options: Titles & { which: string }): ColumnArg<Uint8Array> {
  return column<Uint8Array>({
    name,
    help,
    optional: false,
    firstCell: (cell) => (flagIn(cell) === undefined ? titleOr('either', cell, options) : 'value'),
    hasTitle,
    readRows(range, start, end, reading) {
      const labels = labelsOf(range, start, end, reading)
      if (start === 0 && hasTitle(range.cells, reading.decode)) labels[0] = null
      const which = reading.value(options.which) as string[] | null
      const isYes = which ? amongOf(which, labels, name, options.which) : saysYesOf(labels, range, start, options.which)
      const values = new Uint8Array(end - start)
      const blank = new Uint8Array(end - start)
      labels.forEach((label, i) => {
        if (label === null) blank[i] = 1
        else values[i] = isYes(label) ? 1 : 0
      })
      return { values, blank: blank.includes(1) ? blank : null }
    },
    pick: (values, rows) => Uint8Array.from(rows, (row) => values[row]!),
  })
}

type Label = string | number | boolean

function labelsOf(range: Range, start: number, end: number, { decode }: Reading): (Label | null)[] {
  return Array.from({ length: end - start }, (_, i) => {
    const cell = decode(range.cells[start + i]![0])
    return isBlank(cell) ? null : labelIn(cell, range, start + i, 0)
  })
}

function amongOf(which: readonly string[], labels: readonly (Label | null)[], name: string, argument: string) {
  const wanted = new Set(which.map((one) => one.toLowerCase()))
  const present = new Map<string, Label>()
  for (const label of labels) {
    const reading = String(label).toLowerCase()
    if (label !== null && !present.has(reading)) present.set(reading, label)
  }
  if (present.size > 0 && ![...wanted].some((one) => present.has(one))) {
    const known = [...present.values()].slice(0, SHOWN_LABELS).map(shown).join(', ')
    const more = present.size > SHOWN_LABELS ? ', …' : ''
    throw new CellError('#VALUE!', `${argument} has ${shown(which[0]!)}, which ${name} has not: it has ${known}${more}`)
  }
  return (label: Label): boolean => wanted.has(String(label).toLowerCase())
}

const SHOWN_LABELS = 8

function saysYesOf(labels: readonly (Label | null)[], range: Range, start: number, argument: string) {
  const unknown = labels.findIndex((label) => label !== null && flagIn(label) === undefined)
  if (unknown >= 0) {
    const cell = labels[unknown]!
    const problem = `${place(range, start + unknown, 0)} has ${shown(cell)}, use yes or no, TRUE or FALSE, 1 or 0, or name the values to count in ${argument}`
    throw new CellError('#VALUE!', mayBeTitle(cell, range, start + unknown) ? `${problem}; ${IF_TITLE}` : problem)
  }
  return (label: Label): boolean => flagIn(label) === 1
}

/** Whether the first cell is text above nothing but yes and no. */
function hasTitle(cells: readonly (readonly unknown[])[], decode: Decode): boolean {
  const [first, ...others] = cells.map(([cell]) => decode(cell)).filter((cell, i) => i === 0 || !isBlank(cell))
  const isWord = typeof first === 'string' && !isBlank(first) && flagIn(first) === undefined
  return isWord && others.length > 0 && others.every((cell) => flagIn(cell) !== undefined)
}
