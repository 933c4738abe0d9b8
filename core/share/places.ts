import type { Book, CellText, Selection } from '../sheet/book.ts'
import { keptIn } from '../sheet/keptFormula.ts'
import { cellName, firstCell } from '../sheet/sheetReference.ts'

/** Which cells are meant. */
export type Scope = 'selection' | 'sheet' | 'workbook'

/** A cell that holds a formula or a note. */
export type Place = CellText & { sheet: string }

/** The formulas and notes that are meant, and the beginning of a sentence about where they were looked for. */
export async function found(book: Book, scope: Scope): Promise<{ where: string; formulas: Place[]; notes: Place[] }> {
  const selection = scope === 'workbook' ? null : await book.selection()
  const sheets = await book.readFormulas(selection && selection.sheet)
  const isMeant = selection && scope === 'selection' ? touchedBy(selection) : () => true
  const placesIn = (what: 'formulas' | 'notes') =>
    sheets.flatMap(({ sheet, [what]: cells }) => cells.filter(isMeant).map((cell) => ({ sheet, ...cell })))
  return { where: WHERE[scope](selection?.sheet ?? ''), formulas: placesIn('formulas'), notes: placesIn('notes') }
}

const WHERE: Readonly<Record<Scope, (sheet: string) => string>> = {
  selection: () => 'The selected cells hold',
  sheet: (sheet) => `The sheet “${sheet}” holds`,
  workbook: () => 'This workbook holds',
}

/** Whether a formula is selected, or one that a note keeps: who selects a cell of a table means the formula that fills it. */
function touchedBy({ address, rows, columns, filledFrom }: Selection): (place: CellText) => boolean {
  const first = firstCell(address)
  const source = filledFrom && firstCell(filledFrom.cell)
  return ({ row, column, text }) => {
    const size = keptIn(text) ?? { rows: 1, columns: 1 }
    const isWithin =
      row < first.row + rows &&
      first.row < row + size.rows &&
      column < first.column + columns &&
      first.column < column + size.columns
    return isWithin || (source !== undefined && row === source.row && column === source.column)
  }
}

/** Sheet1!B3 */
export function placeName({ sheet, row, column }: Place): string {
  return `${sheet}!${cellName(row, column)}`
}
