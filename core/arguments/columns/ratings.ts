import { CellError, isBlank, shown, type Cell, type Decode } from '../../cell.ts'
import { isFurtherTitle, isOnTop, isTitle } from '../../reading/cells.ts'
import { readFlag } from '../../reading/texts/flags.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { place, rangeOf, type Range } from '../../reading/range.ts'
import { keyed } from '../../reading/texts/spelling.ts'
import type { Arg, ColumnArg, Limits } from '../argument.ts'
import { numbers } from './ranges.ts'

/**
 * The answers to a question about satisfaction: numbers of a scale, or words such as Good and Bad or TRUE and FALSE, of
 * which the satisfied ones are Infinity and all others -Infinity. The two do not go together.
 */
export function ratings(
  name: string,
  help: string,
  limits: Limits,
): Arg<Float64Array> & Pick<ColumnArg<unknown>, 'firstCell' | 'topOf'> {
  const scores = numbers(name, help, { ...limits, empty: 'allowed' })
  return {
    ...scores,
    firstCell(cell) {
      if (typeof cell === 'number' || typeof cell === 'boolean') return 'value'
      return readFlag(cell, 'good') || !isTitle(cell) ? 'either' : 'title'
    },
    // “Satisfied” is the title of numbers, and an answer among its like.
    topOf: (_, below) => (below().some((cell) => typeof cell === 'number') ? 'title' : 'either'),
    read(raw, reading) {
      if (raw !== undefined && hasFaces(rangeOf(name, raw), reading.decode)) {
        return answersInWords(rangeOf(name, raw), reading.decode)
      }
      const found = scores.read(raw, reading)
      const range = rangeOf(name, raw)
      if (found.length > 0) {
        refuseWords(range, reading.decode)
        return found
      }
      const said = answersInWords(range, reading.decode)
      if (said.length > 0) return said
      throw new CellError('#N/A', `${name} has no numbers`)
    },
  }
}

/** Whether answers are signs such as 👍, which are neither numbers nor words, and none is a number. */
function hasFaces({ cells }: Range, decode: Decode): boolean {
  let found = false
  for (const line of cells) {
    for (const raw of line) {
      if (typeof raw === 'number') return false
      const cell = decode(raw)
      if (typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell))) return false
      found ||= typeof cell === 'string' && !/\p{L}/u.test(cell) && readFlag(cell, 'good') !== undefined
    }
  }
  return found
}

function answersInWords(range: Range, decode: Decode): Float64Array {
  const answers: number[] = []
  forEachCell(range, decode, (cell, row, column) => {
    const reading = readFlag(cell, 'good')
    if (reading) answers.push(reading.flag === 1 ? Infinity : -Infinity)
    else if (!isTitleOver(range, row, column, decode)) {
      const problem = `${place(range, row, column)} has ${shown(cell)}, use numbers, or words such as good and bad`
      throw new CellError('#VALUE!', problem)
    }
  })
  return Float64Array.from(answers)
}

/** A word of satisfaction among numbers is an answer as well, which would be lost. */
function refuseWords(range: Range, decode: Decode): void {
  forEachCell(range, decode, (cell, row, column) => {
    if (typeof cell !== 'string' || /\d/.test(cell) || !readFlag(cell, 'good') || isOnTop(range, row, column, decode))
      return
    throw new CellError(
      '#VALUE!',
      `${place(range, row, column)} has ${shown(cell)} among numbers, write it as a number too`,
    )
  })
}

/** Whether a text above answers in words belongs to their titles. */
function isTitleOver({ cells, rows }: Range, row: number, column: number, decode: Decode): boolean {
  if (decode.isBody || rows < 2) return false
  for (let above = 1; above <= row; above++) if (!isFurtherTitle(decode(cells[above]![column]), above)) return false
  return true
}

/** The cells that say something, apart from numbers and errors, which have been looked at. */
function forEachCell(
  { cells }: Range,
  decode: Decode,
  look: (cell: string | boolean, row: number, column: number) => void,
): void {
  for (let row = 0; row < cells.length; row++) {
    const line = cells[row]!
    for (let column = 0; column < line.length; column++) {
      if (typeof line[column] === 'number') continue
      const cell: Cell = decode(line[column])
      if (typeof cell === 'boolean' || (typeof cell === 'string' && !isBlank(cell) && !isNoAnswer(cell))) {
        look(cell, row, column)
      }
    }
  }
}

/** What help desks write where a customer was asked at most. */
const NO_ANSWERS = new Set(['offered', 'not offered', 'unoffered', 'not rated', 'unrated'])

function isNoAnswer(cell: string): boolean {
  return isPlaceholder(cell) || (cell.length <= 20 && NO_ANSWERS.has(keyed(cell).toLowerCase()))
}
