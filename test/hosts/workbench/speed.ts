import { Model } from './engine.ts'

/** Milliseconds to recalculate all formulas of a sheet: the median of a few runs, after one to warm up. */
export function recalculation(sheet: Record<string, unknown>, runs = 7): number {
  const model = new Model({ sheets: [{ id: 'sheet', name: 'Sheet1', ...sheet }] })
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now()
    model.dispatch('EVALUATE_CELLS')
    return performance.now() - start
  })
  return times.slice(1).sort((a, b) => a - b)[Math.floor(runs / 2)]!
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
