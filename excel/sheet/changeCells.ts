import { heldAt, reconcileCells, type ColumnEdit, type FormattedCells } from '../../core/sheet/cells.ts'
import type { CellsOutcome, CellsRequest, NewCell, SeenCells } from '../../core/sheet/book.ts'
import { GENERAL } from '../../core/metric.ts'
import { TEXT } from '../../core/sheet/looks.ts'
import { keep } from '../../core/sheet/rows.ts'
import { lettersOf } from '../../core/sheet/sheetReference.ts'
import { entryOf, formulaOf, valueOf, type Entry } from './content.ts'
import { halfDone, told, tooLarge } from './failures.ts'

type Line<T> = (T | null)[]
type Place = Omit<SeenCells, 'print'>

/** A column of cells to write in three steps, as a block of Excel's. */
interface Writing {
  row: number
  column: number
  opening: Line<string>
  entries: Line<Exclude<Entry, null>>
  closing: Line<string>
}

/** Changes cells in one batch. `proceed` throws when nobody waits for it any more. */
export async function changeCells(
  context: Excel.RequestContext,
  request: CellsRequest,
  namespace: string,
  proceed: () => void,
): Promise<CellsOutcome> {
  const { sheet, seen, insert } = request
  const worksheet = context.workbook.worksheets.getItem(sheet)
  const height = Math.max(...seen.map(({ rows, row }) => row + rows))
  // What a new column pushes aside tells, after a failure, whether it is there.
  const places = insert === undefined ? seen : [...seen, { row: 0, column: insert, rows: height, columns: 1 }]
  const ranges = loaded(worksheet, places)
  await context.sync()
  if (ranges.some(({ values }) => values === null)) throw new Error(tooLarge(sheet))
  const now = ranges.map((range) => formattedCells(range, namespace))
  const edits = reconcileCells(request, now)
  if (!edits) return { done: false }
  const writings = edits.map((edit) => writingOf(edit, formatOf(request, now), namespace))
  proceed()
  try {
    if (insert !== undefined) worksheet.getRange(columnAddress(insert)).insert('Right')
    writings.forEach((writing) => queue(worksheet, writing))
    if (request.remove !== undefined) worksheet.getRange(columnAddress(request.remove)).delete('Left')
    await context.sync()
  } catch (error) {
    throw await takenBack(worksheet, request, places, ranges, told(error, sheet).message)
  }
  return { done: true }
}

function loaded(worksheet: Excel.Worksheet, places: readonly Place[]): Excel.Range[] {
  return places.map(({ row, column, rows, columns }) => {
    const range = worksheet.getRangeByIndexes(row, column, rows, columns)
    range.load('values, formulas, numberFormat')
    return range
  })
}

function columnAddress(column: number): string {
  return `${lettersOf(column)}:${lettersOf(column)}`
}

function formattedCells({ values, formulas, numberFormat }: Excel.Range, namespace: string): FormattedCells {
  return {
    values: values.map((line: unknown[]) => line.map(valueOf)),
    formulas: formulas.map((line: unknown[], i) =>
      line.map((formula, j) => formulaOf(formula, values[i]![j], namespace)),
    ),
    formats: numberFormat.map((line: unknown[]) => line.map(String)),
  }
}

/** The number format of a cell as it is now; undefined in a new column, which takes over that of its neighbour. */
function formatOf({ seen, insert }: CellsRequest, now: readonly FormattedCells[]) {
  return (row: number, column: number): string | undefined => {
    if (insert !== undefined && column >= insert) return undefined
    return heldAt(seen, now, row, column)?.format
  }
}

export function writingOf(edit: ColumnEdit, formatAt: ReturnType<typeof formatOf>, namespace: string): Writing {
  const steps = edit.cells.map((cell, i) => {
    if (cell === keep) return { opened: null, entry: null, closed: null }
    const before = formatAt(edit.row + i, edit.column)
    const opened = before === undefined || before === TEXT ? GENERAL : before
    const wanted = edit.formats[i] ?? usualFormat(cell as NewCell, before)
    return {
      opened: opened === before ? null : opened,
      entry: entryOf(cell as NewCell, namespace),
      closed: wanted === opened ? null : wanted,
    }
  })
  return {
    row: edit.row,
    column: edit.column,
    opening: steps.map(({ opened }) => opened),
    entries: steps.map(({ entry }) => entry),
    closing: steps.map(({ closed }) => closed),
  }
}

function usualFormat(cell: NewCell, before = GENERAL): string {
  return before === TEXT && cell !== null && typeof cell !== 'string' ? GENERAL : before
}

export function queue(worksheet: Excel.Worksheet, { row, column, opening, entries, closing }: Writing): void {
  const range = worksheet.getRangeByIndexes(row, column, entries.length, 1)
  const block = <T>(line: Line<T>) => line.map((one) => [one])
  if (opening.some((format) => format !== null)) range.numberFormat = block(opening)
  range.formulas = block(entries)
  if (closing.some((format) => format !== null)) range.numberFormat = block(closing)
}

/** Excel keeps what it did before a failure, so this puts back what was there. Gives the failure in a sentence. */
async function takenBack(
  worksheet: Excel.Worksheet,
  { sheet, seen, insert }: CellsRequest,
  places: readonly Place[],
  before: readonly Excel.Range[],
  reason: string,
): Promise<Error> {
  try {
    // Looked for anew: a range that Excel has handed over moves with its cells.
    const now = loaded(worksheet, places)
    await worksheet.context.sync()
    const isAsBefore = now.map((range, i) => contentOf(range) === contentOf(before[i]!))
    if (isAsBefore.every(Boolean)) return new Error(reason)
    if (insert !== undefined && !isAsBefore[seen.length]) worksheet.getRange(columnAddress(insert)).delete('Left')
    seen.forEach((_, i) => isAsBefore[i] || putBack(now[i]!, before[i]!))
    await worksheet.context.sync()
    return new Error(reason)
  } catch {
    return new Error(halfDone(reason, sheet))
  }
}

function contentOf({ formulas, numberFormat }: Excel.Range): string {
  return JSON.stringify([formulas, numberFormat])
}

function putBack(range: Excel.Range, { formulas, values, numberFormat }: Excel.Range): void {
  range.numberFormat = numberFormat.map((line) => line.map(() => GENERAL))
  range.formulas = formulas.map((line, i) =>
    line.map((formula, j) => formulaOf(formula, values[i]![j], '') || entryOf(valueOf(values[i]![j]), '')),
  )
  range.numberFormat = numberFormat
}
