import { Model } from './engine.ts'

/** Calculates all formulas of a sheet again, each time it is called. */
export function recalculation(sheet: Record<string, unknown>): () => void {
  const model = modelOf(sheet)
  return () => void model.dispatch('EVALUATE_CELLS')
}

/** Types another number into A2, as a person would, each time it is called: what depends on it is calculated. */
export function edits(sheet: Record<string, unknown>): () => void {
  const model = modelOf(sheet)
  let typed = 0
  return () => void model.dispatch('UPDATE_CELL', { sheetId: 'sheet', col: 0, row: 1, content: String(typed++ % 11) })
}

function modelOf(sheet: Record<string, unknown>) {
  return new Model({ sheets: [{ id: 'sheet', name: 'Sheet1', ...sheet }] })
}

/** A sheet whose column A holds a header and `rows` numbers from 0 to 10, with one formula in B1. */
export function columnSheet(rows: number, formula: string): Record<string, unknown> {
  const cells: Record<string, string> = { A1: 'recommend', B1: formula }
  for (let row = 2; row <= rows + 1; row++) cells[`A${row}`] = String((row * 7) % 11)
  return { rowNumber: rows + 1, colNumber: 2, cells }
}

/** A sheet with `rows` rows of three inputs and a formula beside each, in which # stands for the row. */
export function rowSheet(rows: number, formula: string): Record<string, unknown> {
  const cells: Record<string, string> = {}
  for (let row = 2; row <= rows + 1; row++) {
    cells[`A${row}`] = String(100 + (row % 50))
    cells[`B${row}`] = '0.8'
    cells[`C${row}`] = String(0.01 + (row % 9) / 100)
    cells[`D${row}`] = formula.replaceAll('#', String(row))
  }
  return { rowNumber: rows + 1, colNumber: 4, cells }
}
