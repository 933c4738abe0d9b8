import type { Model } from '@odoo/o-spreadsheet'
import { keep, type SheetEdit } from '../../core/sheet/rows.ts'
import type { Step } from './action.ts'
import { formatAt, stepsTo } from './content.ts'

/** Makes room at the end of the sheet, writes the block but for the cells that are kept, then removes rows. */
export function editSteps(
  model: Model,
  sheetId: string,
  { row: top, column, cells, remove }: SheetEdit,
  used: number,
): Step[] {
  const { getters } = model
  const sheetName = getters.getSheetName(sheetId)
  const last = getters.getNumberRows(sheetId) - 1
  const missing = top + cells.length - 1 - last
  const steps: Step[] = []
  if (missing > 0) {
    const room = { dimension: 'ROW', base: last, quantity: missing, position: 'after' } as const
    steps.push({ type: 'ADD_COLUMNS_ROWS', sheetId, sheetName, ...room })
  }
  cells.forEach((line, i) =>
    line.forEach((cell, j) => {
      if (isKept(cell)) return
      const position = { sheetId, col: column + j, row: top + i }
      // The engine gives rows that are added at the end the formats of the last one.
      const format = formatAt(model, { ...position, row: Math.min(position.row, last) })
      const isNew = position.row >= used && used > 1
      const wanted = format || (isNew ? formatAt(model, { ...position, row: used - 1 }) : '')
      steps.push(...stepsTo(position, cell, format, wanted))
    }),
  )
  if (remove.length > 0) {
    steps.push({ type: 'REMOVE_COLUMNS_ROWS', sheetId, sheetName, dimension: 'ROW', elements: remove })
  }
  return steps
}

function isKept(cell: SheetEdit['cells'][number][number]): cell is typeof keep {
  return typeof cell === 'object' && cell !== null && 'keep' in cell
}
