import { explain, parseCall, rangesOf, returnsShown, type ParsedCall } from '../../catalogue/explain.ts'
import { CellError } from '../../cell.ts'
import { givesBlock, type Returns, type Table } from '../../metric.ts'
import type { Book, CellValue, SheetContent } from '../../sheet/book.ts'
import { isErrorText } from '../../sheet/cellErrors.ts'
import { filledBlock, SCORECARD, type LinkedView } from './views.ts'

/** A view that is to be drawn; one that is not in the sheet yet stands nowhere. */
export type Linked = Pick<LinkedView, 'title' | 'formula'> & Partial<LinkedView>

/** A view, and how much room it needs. */
export interface MeasuredView extends Pick<LinkedView, 'title' | 'formula'> {
  /** The table that it fills; null where only the spreadsheet can tell. */
  table: { returns: Returns; cells: Table } | null
  /** How many rows it fills; null where nobody knows. */
  rows: number | null
  /** The sentence that its function gives in place of a table, or why its data cannot be read. */
  problem: string
}

type Reader = Pick<Book, 'readRanges'>

/** What the formulas of views make of the book’s cells, or else show in the scorecard as it was read. */
export function measured(
  book: Reader,
  views: readonly Linked[],
  content: SheetContent | null,
): Promise<MeasuredView[]> {
  return Promise.all(
    views.map(async ({ title, formula, row, column }): Promise<MeasuredView> => {
      const shown = content && row !== undefined && column !== undefined ? shownIn(content, { row, column }) : []
      const rows = shown.length > 1 ? shown.length : null
      const unknown: MeasuredView = { title, formula, table: null, rows, problem: '' }
      const call = parseCall(formula, SCORECARD)
      if (!call || !givesBlock(call.metric.spec.returns)) return unknown
      const cells = await cellsOf(book, call)
      if (typeof cells === 'string') return { ...unknown, problem: cells }
      const found = explain(call, cells)
      if (found?.result instanceof CellError) return { ...unknown, rows: null, problem: `${found.result.message}.` }
      if (found && !Array.isArray(found.result)) return unknown
      const table = found ? { returns: found.returns, cells: found.result as Table } : tableShown(call, cells, shown)
      return table ? { ...unknown, table, rows: table.cells.length } : unknown
    }),
  )
}

/** Why a view shows no table in the sheet, in a sentence; "" where it does, or will. */
export async function problemOf(book: Reader, view: LinkedView, content: SheetContent): Promise<string> {
  const shown = shownIn(content, view)
  if (shown.length > 1) return ''
  const [known] = await measured(book, [view], content)
  const error = shown[0]?.[0] ?? null
  if (known!.problem || !isErrorText(error) || UNFINISHED.test(String(error))) return known!.problem
  return known!.table
    ? `It shows ${error} in the sheet. Draw it anew: that makes room for its table.`
    : `It shows ${error} in the sheet. Rest the pointer on its cell there: it says why.`
}

const UNFINISHED = /BUSY|GETTING_DATA/

/** The cells that a call names, or why they cannot be read. */
async function cellsOf(book: Reader, call: ParsedCall): Promise<CellValue[][][] | string> {
  const ranges = rangesOf(call)
  try {
    return ranges.length > 0 ? await book.readRanges(ranges) : []
  } catch (error) {
    return (error as { message: string }).message
  }
}

function shownIn(content: SheetContent, view: Pick<LinkedView, 'row' | 'column'>): CellValue[][] {
  const { row, column, rows, columns } = filledBlock(content, view)
  return content.values.slice(row, row + rows).map((line) => line.slice(column, column + columns))
}

/** The table of a call with calculations of its own, as the spreadsheet has worked it out. */
function tableShown(call: ParsedCall, cells: CellValue[][][], shown: CellValue[][]): MeasuredView['table'] {
  if (shown.length < 2) return null
  const table = shown.map((line) => line.map((cell) => cell ?? ''))
  return { returns: returnsShown(call, cells, table), cells: table }
}
