import { helpers, type CellPosition, type Model } from '@odoo/o-spreadsheet'
import type { Book } from '../core/book.ts'

/** The open workbook as the sidebar sees it. `model` is asked each time, since opening a file replaces it. */
export function workbenchBook(model: () => Model): Book {
  return {
    async selection() {
      const { getters } = model()
      const sheetId = getters.getActiveSheetId()
      const zone = getters.getSelectedZone()
      return {
        sheet: getters.getSheetName(sheetId),
        // A whole column is named as one, so that rows added later belong to it.
        address: getters.getRangeString(
          getters.getRangeFromZone(sheetId, getters.getUnboundedZone(sheetId, zone)),
          sheetId,
        ),
        rows: zone.bottom - zone.top + 1,
        columns: zone.right - zone.left + 1,
        content: contentOf(model(), { sheetId, col: zone.left, row: zone.top }),
      }
    },
    async insertFormula({ sheet, cell, formula, replaces }) {
      const position = positionOf(model(), sheet, cell)
      const found = contentOf(model(), position)
      if (found !== replaces) return { done: false, found }
      model().dispatch('UPDATE_CELL', { ...position, content: formula })
      return { done: true }
    },
    checks: [],
  }
}

/** The formula of a cell, else what one would type to get its value; "" when it is empty. */
export function contentOf(model: Model, position: CellPosition): string {
  const { getters } = model
  const cell = getters.getCell(position)
  if (cell?.isFormula) return cell.compiledFormula.toFormulaString(getters)
  const { type, value, formattedValue } = getters.getEvaluatedCell(position)
  // A date is stored as its serial number, which nobody would type.
  if (type === 'number' && helpers.isDateTimeFormat(cell?.format ?? '')) return formattedValue
  return cell?.content ?? String(value ?? '')
}

export function positionOf({ getters }: Model, sheet: string, cell: string): CellPosition {
  const sheetId = getters.getSheetIdByName(sheet)
  if (sheetId === undefined) throw new Error(`There is no sheet “${sheet}” in this workbook any more.`)
  return { sheetId, ...helpers.toCartesian(cell) }
}
