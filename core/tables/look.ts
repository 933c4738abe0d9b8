import { columnAt, DATE, dateFormat, MOMENT, numberFormat, type Result, type Returns, type Scalar } from '../metric.ts'
import type { BlockLook, ColumnLook } from '../sheet/book.ts'
import { isoText } from '../statistics/time/calendar.ts'
import { isSentence } from './sentence.ts'

/** How the block of a result is to look: formats by what its columns count, widths by what stands in them. */
export function lookOf(returns: Returns, result: Result): BlockLook | null {
  if (!Array.isArray(result)) return null
  const titled = typeof result[0]?.[0] === 'string' && result.length > 1
  const body = titled ? result.slice(1) : result
  const columns = result[0]!.map((title, at): ColumnLook => {
    const cells = body.map((row) => row[at]!)
    const { unit } = columnAt(returns, at)
    const format = unit === 'date' ? datesFormat(cells) : numberFormat(columnAt(returns, at))
    const texts = body.map((row) => {
      const text = shownText(row[at]!, format)
      // The first column of a table is not to be as wide as a sentence about it.
      return at === 0 && text.length > LABEL && isSentence(row) ? '' : text
    })
    const { table = [] } = returns
    const column = Math.min(at, table.length - 1)
    const shades = table[column]?.shaded
    const shaded = shades === 'all' || (shades === 'all but the first' && at > column)
    const isText = cells.some((cell) => typeof cell === 'string' && cell !== '')
    return { format, width: widthOf([String(titled ? title : ''), ...texts]), align: isText ? 'left' : 'right', shaded }
  })
  return { rows: result.length, titled, columns }
}

/** Times of day show where one of the cells has one. */
function datesFormat(cells: readonly Scalar[]): string {
  return cells.some((cell) => typeof cell === 'number' && dateFormat(cell) === MOMENT) ? MOMENT : DATE
}

/** About what the cell shows, to see how long it is. */
function shownText(cell: Scalar, format: string): string {
  if (typeof cell !== 'number') return String(cell)
  if (format === DATE || format === MOMENT) return isoText(cell)
  const decimals = /\.(0+)/.exec(format)?.[1]!.length ?? 0
  const isPercentage = format.endsWith('%')
  const text = format.includes('0')
    ? (isPercentage ? 100 * cell : cell).toFixed(decimals)
    : String(Number(cell.toPrecision(10)))
  return isPercentage ? `${text}%` : format.startsWith('#,') ? `${text},,` : text
}

/** Wide enough for the longest text; what is longer than a line of the screen is cut by the sheet. */
function widthOf(texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0)
  return Math.min(PADDING + longest * LETTER, WIDEST)
}

const LETTER = 7.5
const PADDING = 16
const WIDEST = 320
/** A text that stands alone in its row and is no longer than this may be a label with nothing known of it. */
const LABEL = 30
