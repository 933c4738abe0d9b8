import { isBlank, joined } from '../../cell.ts'
import { dateBy, dateOrderOf, daysIn, readDate } from '../../reading/texts/dates.ts'
import { decimalMarkOf, numberBy, readNumber } from '../../reading/texts/numbers.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import type { CellValue } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import type { Column, Plan } from '../plan.ts'
import { fillingOf, isDay } from './columns.ts'
import { rescaled, scoresIn, type Scale } from './scales.ts'
import { wordKey } from './words.ts'

/** What a cell of somebody’s table comes to, or why it comes to nothing: “is no number”; "" where that is meant. */
export type ReadCell = { cell: CellValue } | { unread: string }

/** What people have said of the words and scales of a column. */
export interface ColumnChoices {
  words: ReadonlyMap<string, string | number>
  scale: Scale | null
}

/** Reads the cells of a column of the table as those of a column of the plan. What none of them says cannot be decided. */
export function readCells(plan: Plan, column: Column, cells: readonly CellValue[], choices: ColumnChoices): ReadCell[] {
  const read = readerOf(plan, column, cells, choices)
  return cells.map((cell, i) => (isBlank(cell) ? { cell: null } : read(cell, i)))
}

function readerOf(
  plan: Plan,
  column: Column,
  cells: readonly CellValue[],
  { words, scale }: ColumnChoices,
): (cell: CellValue, i: number) => ReadCell {
  const filling = fillingOf(plan, column)
  const texts = cells.filter((cell) => typeof cell === 'string')
  if (filling === 'target') return (cell) => ({ cell: typeof cell === 'number' ? cell : textOf(cell).trim() })
  if (filling === 'text') return (cell) => ({ cell: textOf(cell).trim() })
  if (filling === 'choice') {
    return (cell) => mapped(cell, words, `is not ${joined(column.choices!, 'or')}`)
  }
  if (filling === 'score') {
    const scores = scoresIn(cells)
    const [least, most] = column.range!
    return (cell, i) => {
      const score = scores[i]
      if (!score) return mapped(cell, words, 'is no number')
      const value = rescaled(score, scale, { least, most })
      if (value !== null) return { cell: value }
      const on = score.own ?? scale
      return { unread: on ? `is outside ${on.least} to ${on.most}` : 'is on no scale that was chosen' }
    }
  }
  if (filling === 'date') {
    const order = dateOrderOf(texts)
    return (cell) => unlessNothing(cell, () => dayIn(cell, order))
  }
  const mark = decimalMarkOf(texts)
  return (cell) => unlessNothing(cell, () => numberIn(cell, mark, column.kind === 'share'))
}

function mapped(cell: CellValue, words: ReadonlyMap<string, string | number>, otherwise: string): ReadCell {
  const word = words.get(wordKey(textOf(cell)))
  return unlessNothing(cell, () =>
    word === undefined ? { unread: otherwise } : word === '' ? { unread: '' } : { cell: word },
  )
}

/** A dash, or n/a, says that there is nothing. */
function unlessNothing(cell: CellValue, read: () => ReadCell): ReadCell {
  const found = read()
  return 'unread' in found && typeof cell === 'string' && isPlaceholder(cell) ? { cell: null } : found
}

function dayIn(cell: CellValue, order: ReturnType<typeof dateOrderOf>): ReadCell {
  if (typeof cell === 'number') return isDay(cell) ? { cell } : { unread: 'is no date' }
  const reading = readDate(textOf(cell))
  const serial = dateBy(reading, order)
  if (isDay(serial)) return { cell: serial }
  const days = reading.kind === 'either' ? daysIn(reading).filter(isDay) : []
  return { unread: days.length > 1 ? `may be ${days.map(isoText).join(' or ')}` : 'is no date' }
}

function numberIn(cell: CellValue, mark: ReturnType<typeof decimalMarkOf>, isShare: boolean): ReadCell {
  const reading = typeof cell === 'string' ? readNumber(cell) : null
  const number = typeof cell === 'number' ? cell : reading ? numberBy(reading, mark) : NaN
  if (Number.isNaN(number)) {
    return {
      unread: reading?.kind === 'either' ? `may be ${reading.point} or ${reading.comma}` : 'is no number',
    }
  }
  const isPercent = reading !== null && 'percent' in reading && reading.percent
  return isShare && number > 1 && !isPercent ? { unread: 'is no share, which is 1 at most' } : { cell: number }
}
