import type { Model } from '@odoo/o-spreadsheet'
import type { CellValue, RangeName } from '../../core/sheet/book.ts'
import { lengthUpTo, sheetIdOf, valueAt } from './content.ts'

export function rangeValues(model: Model, { sheet, address }: RangeName): CellValue[][] {
  const { getters } = model
  const sheetId = sheetIdOf(model, sheet)
  const { zone, invalidXc } = getters.getRangeFromSheetXC(sheetId, address)
  if (invalidXc !== undefined) throw new Error(`“${address}” is no range of cells. Write it as B2:B99 or B:B.`)
  const { left, right, top } = zone
  const bottom = Math.min(zone.bottom, getters.getNumberRows(sheetId) - 1)
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, col) => valueAt(model, { sheetId, col: left + col, row: top + row })),
  )
  return rows.slice(
    0,
    lengthUpTo(rows, (row) => row.some((value) => value !== null)),
  )
}
