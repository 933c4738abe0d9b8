import type { CellPosition, Model } from '@odoo/o-spreadsheet'
import type { CellsRequest, SeenCells } from '../../core/sheet/book.ts'
import { GENERAL } from '../../core/metric.ts'
import type { ColumnEdit, FormattedCells } from '../../core/sheet/cells.ts'
import { keep } from '../../core/sheet/rows.ts'
import type { Step } from './action.ts'
import { formatAt, formulaAt, stepsTo, valueAt } from './content.ts'

/** Cells of a sheet as they are now; there is nothing beyond its edges. */
export function cellsAt(model: Model, sheetId: string, { row, column, rows, columns }: SeenCells): FormattedCells {
  const { getters } = model
  const [height, width] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId)]
  const lines = Array.from({ length: Math.max(0, Math.min(rows, height - row)) }, (_, i) =>
    Array.from({ length: Math.max(0, Math.min(columns, width - column)) }, (_, j) => {
      const position = { sheetId, col: column + j, row: row + i }
      return { value: valueAt(model, position), formula: formulaAt(model, position), format: formatAt(model, position) }
    }),
  )
  return {
    values: lines.map((line) => line.map(({ value }) => value)),
    formulas: lines.map((line) => line.map(({ formula }) => formula)),
    formats: lines.map((line) => line.map(({ format }) => format)),
  }
}

/** Inserts a column, makes room at the end of the sheet, writes the cells, and takes a column away. */
export function cellSteps(
  model: Model,
  sheetId: string,
  { insert, remove }: CellsRequest,
  edits: readonly ColumnEdit[],
): Step[] {
  const { getters } = model
  const formatNow = (position: CellPosition) =>
    insert !== undefined && position.col >= insert ? UNKNOWN : formatAt(model, position)
  const sheetName = getters.getSheetName(sheetId)
  const inserted = insert === undefined ? 0 : 1
  const rows = Math.max(...edits.map(({ row, cells }) => row + cells.length), 0)
  const columns = Math.max(...edits.map(({ column }) => column + 1), 0)
  return [
    ...added(model, sheetId, 'COL', (insert ?? 1) - 1, inserted),
    ...roomSteps(model, sheetId, rows, columns, inserted),
    ...edits.flatMap((edit) => columnSteps(sheetId, edit, formatNow)),
    ...(remove === undefined
      ? []
      : [{ type: 'REMOVE_COLUMNS_ROWS', sheetId, sheetName, dimension: 'COL', elements: [remove] } as Step]),
  ]
}

/** The steps that make a sheet as high and wide as it is to be, where so many columns more are there by then. */
export function roomSteps(model: Model, sheetId: string, rows: number, columns: number, inserted = 0): Step[] {
  const { getters } = model
  const [height, width] = [getters.getNumberRows(sheetId), getters.getNumberCols(sheetId) + inserted]
  return [
    ...added(model, sheetId, 'COL', width - 1, columns - width),
    ...added(model, sheetId, 'ROW', height - 1, rows - height),
  ]
}

function added({ getters }: Model, sheetId: string, dimension: 'COL' | 'ROW', base: number, quantity: number): Step[] {
  const sheetName = getters.getSheetName(sheetId)
  return quantity > 0
    ? [{ type: 'ADD_COLUMNS_ROWS', sheetId, sheetName, dimension, base, quantity, position: 'after' }]
    : []
}

/** The engine gives a new column the formats of the one before it: those are to be overwritten in any case. */
const UNKNOWN = 'unknown'

function columnSteps(sheetId: string, edit: ColumnEdit, formatNow: (position: CellPosition) => string): Step[] {
  return edit.cells.flatMap((cell, i) => {
    if (cell === keep) return []
    const position = { sheetId, col: edit.column, row: edit.row + i }
    const format = formatNow(position)
    const wanted = edit.formats[i]?.replace(GENERAL, '') ?? (format === UNKNOWN ? '' : format)
    return stepsTo(position, cell as Exclude<typeof cell, typeof keep>, format, wanted)
  })
}
