import type { CellText } from '../../core/sheet/book.ts'
import { cellName } from '../../core/sheet/sheetReference.ts'
import { isOffered } from './offered.ts'

/** The set of Excel's object model from which on there is something to keep notes in. */
export const NOTES = '1.10'

/** The notes of a sheet's cells, as they were when they were read. */
export interface CellNotes {
  all: CellText[]
  at(row: number, column: number): string
  /** Gives a cell another note in place of the one it had, "" for none. */
  set(row: number, column: number, note: string): void
}

/** Notes of sheets; comments where this Excel lets add-ins write no notes, which are read and written alike. */
export async function notesOf(
  context: Excel.RequestContext,
  worksheets: readonly Excel.Worksheet[],
): Promise<CellNotes[]> {
  const kept = worksheets.map((worksheet) => {
    const collection = collectionOf(worksheet)
    collection.load('items/content')
    return { worksheet, collection }
  })
  await context.sync()
  const places = kept.map(({ collection }) =>
    collection.items.map((item) => item.getLocation().load('rowIndex, columnIndex')),
  )
  if (places.some((own) => own.length > 0)) await context.sync()
  return kept.map(({ worksheet, collection }, i) => {
    const items = new Map(
      places[i]!.map(({ rowIndex, columnIndex }, at) => [cellName(rowIndex, columnIndex), collection.items[at]!]),
    )
    return {
      all: places[i]!.map(({ rowIndex, columnIndex }, at) => ({
        row: rowIndex,
        column: columnIndex,
        text: collection.items[at]!.content,
      })),
      at: (row, column) => items.get(cellName(row, column))?.content ?? '',
      set(row, column, note) {
        const item = items.get(cellName(row, column))
        if (!item) {
          if (note !== '') collection.add(worksheet.getCell(row, column), note)
        } else if (note === '') item.delete()
        else item.content = note
      },
    }
  })
}

/** Gives cells notes that have none. */
export function addNotes(worksheet: Excel.Worksheet, notes: readonly CellText[]): void {
  if (notes.length === 0) return
  const collection = collectionOf(worksheet)
  for (const { row, column, text } of notes) collection.add(worksheet.getCell(row, column), text)
}

function collectionOf(worksheet: Excel.Worksheet): Excel.NoteCollection | Excel.CommentCollection {
  return isOffered('1.18') ? worksheet.notes : worksheet.comments
}
