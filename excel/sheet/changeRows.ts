import type { RowsOutcome, RowsRequest } from '../../core/sheet/book.ts'
import { reconcile, type SheetEdit } from '../../core/sheet/rows.ts'
import { sheetContent, undoingOf, writingOf, type FormattedBlock, type Writing } from './content.ts'
import { checkHandedOver, halfDone, told } from './failures.ts'

/** Changes rows in one batch. `proceed` throws when nobody waits for it any more. */
export async function changeRows(
  context: Excel.RequestContext,
  request: RowsRequest,
  namespace: string,
  proceed: () => void,
): Promise<RowsOutcome> {
  const { sheet } = request
  const worksheet = context.workbook.worksheets.getItem(sheet)
  // The row below tells how new rows are formatted.
  const block = worksheet.getUsedRange(true).getResizedRange(1, 0)
  block.load('rowIndex, columnIndex, values, formulas, numberFormat')
  await context.sync()
  checkHandedOver(block, sheet)
  const { edit, outcome } = reconcile(sheetContent(block, namespace), request)
  if (edit === null) return outcome
  const writing = writingOf(edit, block, namespace)
  proceed()
  try {
    queueWriting(worksheet, edit, writing)
    for (const row of edit.remove) worksheet.getRange(`${row + 1}:${row + 1}`).delete('Up')
    await context.sync()
  } catch (error) {
    throw await takenBack(worksheet, edit, block, told(error, sheet).message, sheet)
  }
  return outcome
}

function queueWriting(worksheet: Excel.Worksheet, { row, column, cells }: SheetEdit, writing: Writing): void {
  if (cells.length === 0) return
  const range = worksheet.getRangeByIndexes(row, column, cells.length, cells[0]!.length)
  if (changesAnything(writing.opening)) range.numberFormat = writing.opening
  range.formulas = writing.entries
  if (changesAnything(writing.closing)) range.numberFormat = writing.closing
}

function changesAnything(formats: (string | null)[][]): boolean {
  return formats.some((row) => row.some((format) => format !== null))
}

/** Excel keeps what it did before a failure, so this puts back what was there. Gives the failure in a sentence. */
async function takenBack(
  worksheet: Excel.Worksheet,
  edit: SheetEdit,
  before: FormattedBlock,
  reason: string,
  sheet: string,
): Promise<Error> {
  const { context } = worksheet
  try {
    const { rowIndex, columnIndex, formulas, numberFormat } = before
    const now = worksheet.getRangeByIndexes(rowIndex, columnIndex, formulas.length, formulas[0]!.length)
    now.load('formulas, numberFormat')
    await context.sync()
    if (JSON.stringify([now.formulas, now.numberFormat]) === JSON.stringify([formulas, numberFormat])) {
      return new Error(reason)
    }
    // Where rows are gone already, the others are not where they were.
    if (edit.remove.length > 1) return new Error(halfDone(reason, sheet))
    queueWriting(worksheet, edit, undoingOf(edit, before))
    await context.sync()
    return new Error(reason)
  } catch {
    return new Error(halfDone(reason, sheet))
  }
}
