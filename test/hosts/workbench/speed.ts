import { Model } from '../../../workbench/engine.ts'

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

/** A sheet whose column A holds a header and `rows` numbers, those from 0 to 10 unless given, with one formula in B1. */
export function columnSheet(rows: number, formula: string, numberIn = answers): Record<string, unknown> {
  const cells: Record<string, string> = { A1: 'recommend', B1: formula }
  for (let row = 2; row <= rows + 1; row++) cells[`A${row}`] = String(numberIn(row))
  return { rowNumber: rows + 1, colNumber: 2, cells }
}

const answers = (row: number) => (row * 7) % 11

/** Hours up to 100, in thousandths. */
export const fractions = (row: number) => ((row * 7919) % 100_003) / 1000

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

const FIRST_MONTH = 45292
const MONTHS = 14

/** Orders in columns A (customer) and B (date), with our triangle beside them. */
export function ourTriangle(rows: number): Record<string, unknown> {
  return { rowNumber: rows + 1, colNumber: 40, cells: { ...orderCells(rows), G1: '=COHORT_RETENTION(A:A,B:B)' } }
}

/**
 * The same triangle as people write it with native formulas: the month of each order, the customer's first month, a mark
 * on a customer's first order in a month, and a cell for each cohort and age that counts the marks.
 */
export function nativeTriangle(rows: number): Record<string, unknown> {
  const cells = orderCells(rows)
  for (let row = 2; row <= rows + 1; row++) {
    cells[`C${row}`] = `=DATE(YEAR(B${row}),MONTH(B${row}),1)`
    cells[`D${row}`] = `=MINIFS(C$2:C$${rows + 1},A$2:A$${rows + 1},A${row})`
    cells[`E${row}`] = `=IF(COUNTIFS(A$2:A${row},A${row},C$2:C${row},C${row})=1,1,0)`
  }
  for (let cohort = 0; cohort < MONTHS; cohort++) {
    const row = cohort + 2
    cells[`G${row}`] = `=EDATE(${FIRST_MONTH},${cohort})`
    cells[`H${row}`] = `=SUMIFS(E$2:E$${rows + 1},D$2:D$${rows + 1},G${row},C$2:C$${rows + 1},G${row})`
    for (let age = 0; cohort + age < MONTHS; age++) {
      const month = `EDATE($G${row},${age})`
      const marks = `SUMIFS($E$2:$E$${rows + 1},$D$2:$D$${rows + 1},$G${row},$C$2:$C$${rows + 1},${month})`
      cells[`${columnName(age + 8)}${row}`] = `=IF($H${row}=0,"",${marks}/$H${row})`
    }
  }
  return { rowNumber: rows + 1, colNumber: 40, cells }
}

function orderCells(rows: number): Record<string, string> {
  const cells: Record<string, string> = { A1: 'customer', B1: 'date' }
  for (let row = 2; row <= rows + 1; row++) {
    cells[`A${row}`] = `C${(row * 7919) % Math.ceil(rows / 3)}`
    cells[`B${row}`] = String(FIRST_MONTH + ((row * 104729) % (MONTHS * 30)))
  }
  return cells
}

/** 8 is I. */
function columnName(index: number): string {
  return String.fromCharCode(65 + index)
}
