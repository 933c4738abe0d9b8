import type { ColumnArg } from '../arguments/argument.ts'
import { CellError, isBlank, shown, type Cell, type Decode } from '../cell.ts'
import { IF_TITLE, isFurtherTitle } from './cells.ts'
import { unequalHeights, type Range } from './range.ts'
import { isSureTitle, type Top } from './titles.ts'

/** A column of a call, and the cells that were given for it. */
interface Column {
  arg: ColumnArg<unknown>
  range: Range
}

/** What is not sure about the first row, in words, and whether it was taken for the title. */
export interface Doubt {
  sentence: string
  isLeftOut: boolean
}

/** How many rows on top of the columns are titles, and what is not sure about it. */
interface Head {
  rows: number
  doubt?: Doubt
}

/**
 * The first row is a header when no cell of it is a value and at least one is text where a value belongs, or the title of a
 * column of words. A header in one column and none in another would pair every row with its neighbour: that is refused
 * where it shows, in a value beside a title, in unequal selections, and in a first cell that comes again below, as values
 * do and titles do not.
 */
export function headOf(columns: readonly Column[], end: number, decode: Decode): Head {
  if (decode.isBody) return { rows: 0 }
  const ranges = columns.map(({ range }) => range)
  const kinds = columns.map((column) => kindOfRow(column, 0, decode))
  const value = columns[kinds.indexOf('value')]
  const refusal = (titled: ColumnArg<unknown>, other: Range, why: string) =>
    new CellError(
      '#VALUE!',
      `${titled.name} begins with a header and ${other.name} does not${why} select the same rows in both`,
    )
  const tops = kinds.map((kind, i) => {
    if (kind !== 'either' || columns[i]!.range.rows < 2) return 'either'
    return topOf(columns[i]!, end, decode, value !== undefined || kinds.includes('title'))
  })
  const titled = columns[kinds.indexOf('title')] ?? columns[tops.indexOf('title')]
  if (!titled) return doubtfulHead(columns, tops, value !== undefined, decode)
  if (value) {
    // Text among dates is told by whoever reads it.
    if (titled.arg.date) return { rows: 0 }
    throw refusal(titled.arg, value.range, ',')
  }
  const heights = ranges.map(({ rows }) => rows)
  if (heights.some((height) => height !== heights[0])) throw unequalHeights(ranges, heights)
  ranges.forEach((range, i) => {
    const title = decode(range.cells[0]![0])
    const again =
      kinds[i] === 'either' && typeof title === 'string' && title !== '' ? rowAgain(range, title, end, decode) : -1
    if (again > 0) throw refusal(titled.arg, range, `: ${shown(title as string)} comes again in row ${again + 1};`)
  })
  return { rows: furtherTitles(columns, end, decode) }
}

/** What the cells of a row of a column are: values, titles, or what may be either. */
function kindOfRow({ arg, range }: Column, row: number, decode: Decode) {
  if (range.rows < 2) return 'value'
  const kinds = range.cells[row]!.map((cell) => arg.firstCell(decode(cell)))
  return kinds.find((kind) => kind === 'value') ?? kinds.find((kind) => kind === 'title') ?? 'either'
}

/** What the first cell of a column of words is by the cells below it, which need not be asked where other columns tell. */
function topOf({ arg, range }: Column, end: number, decode: Decode, isTold: boolean): Top {
  const first = decode(range.cells[0]![0])
  if (!arg.topOf || typeof first !== 'string' || isBlank(first) || (isTold && !isSureTitle(first))) return 'either'
  return arg.topOf(first, () => {
    const below = new Array<Cell>(end - 1)
    for (let row = 1; row < end; row++) below[row - 1] = decode(range.cells[row]![0])
    return below
  })
}

/** Where a column of words is given alone, its first row may be the title or not. */
function doubtfulHead(columns: readonly Column[], tops: readonly Top[], hasValue: boolean, decode: Decode): Head {
  const at = tops.findIndex((top) => top === 'perhaps a title' || top === 'perhaps a value')
  if (hasValue || at < 0 || columns.length > 1) return { rows: 0 }
  const { arg, range } = columns[at]!
  const first = shown(decode(range.cells[0]![0]) as string)
  const where = `${arg.name} row 1 (${first})`
  return tops[at] === 'perhaps a title'
    ? {
        rows: 1,
        doubt: { sentence: `${where} is taken for the title; if it is a value, put a title above it`, isLeftOut: true },
      }
    : { rows: 0, doubt: { sentence: `${where} counts; ${IF_TITLE}`, isLeftOut: false } }
}

/** How many of the first rows are titles, where the first one is: survey programs write two or three. */
function furtherTitles(columns: readonly Column[], end: number, decode: Decode): number {
  let rows = 1
  while (rows < Math.min(3, end - 1)) {
    const isTitles =
      columns.some(({ range }) => isFurtherTitle(decode(range.cells[rows]![0]), rows)) &&
      columns.every((column) => kindOfRow(column, rows, decode) !== 'value')
    if (!isTitles) break
    rows++
  }
  return rows
}

/** The first row below the top that holds this very text; -1 when none does. */
function rowAgain({ cells }: Range, text: string, end: number, decode: Decode): number {
  for (let row = 1; row < end; row++) if (decode(cells[row]![0]) === text) return row
  return -1
}
