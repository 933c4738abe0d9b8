import Parser, { type CellReference, type RangeReference } from 'fast-formula-parser'
import { cellName, grid } from './address.ts'

export type Value = string | number | boolean

/**
 * Gives formulas of Excel's own functions their value; #NAME? where a function is unknown, undefined where Excel does not
 * take it for a formula at all.
 */
export type Calculator = (formula: string, valueAt: (cell: string) => Value | null) => Value | undefined

/** A calculator, made once for many formulas: a parser takes some milliseconds to make. */
export function calculator(): Calculator {
  let read: Parameters<Calculator>[1] = () => null
  const cell = (row: number, column: number) => read(cellName(row, column))
  const parser = new Parser({
    // Of a text in the formula itself.
    functions: { UPPER: (_, text) => String(text).toUpperCase() },
    onCell: ({ row, col }: CellReference) => cell(row, col),
    onRange: ({ from, to }: RangeReference) =>
      grid({ top: from.row, left: from.col, bottom: to.row, right: to.col }, cell),
  })
  parser.funsNeedContextAndNoDataRetrieve.push('UPPER')
  return (formula, valueAt) => {
    read = valueAt
    try {
      const value = parser.parse(formula.slice(1), { sheet: '', row: 1, col: 1 }, false)
      return value instanceof Parser.FormulaError ? value.name : (value as Value)
    } catch (error) {
      return error instanceof Error && /is not implemented/.test(error.message) ? '#NAME?' : undefined
    }
  }
}
