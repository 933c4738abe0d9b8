import Parser, { type CellReference, type RangeReference } from 'fast-formula-parser'
import { parserFunctions } from '../parserFunctions.ts'
import { cellName, grid, isUnbounded } from './address.ts'

export type Value = string | number | boolean

/** What a formula can see of the workbook. */
export interface Sight {
  valueAt(sheet: string, cell: string): unknown
  /** The last row of a sheet that holds something: what is below it is blank. */
  lastRow(sheet: string): number
}

/**
 * Gives formulas of Excel's own functions their value; #NAME? where a function is unknown, undefined where Excel does not
 * take it for a formula at all. `own` is the sheet of the formula.
 */
export type Calculator = (formula: string, own: string, sight: Sight) => Value | undefined

/** A calculator, made once for many formulas: a parser takes some milliseconds to make. */
export function calculator(): Calculator {
  let seen: Sight = { valueAt: () => null, lastRow: () => 1 }
  const parser = new Parser({
    functions: parserFunctions,
    onCell: ({ sheet, row, col }: CellReference) => seen.valueAt(sheet, cellName(row, col)),
    onRange({ sheet, from, to }: RangeReference) {
      const block = { top: from.row, left: from.col, bottom: to.row, right: to.col }
      if (isUnbounded(block)) block.bottom = Math.max(block.top, Math.min(block.bottom, seen.lastRow(sheet)))
      return grid(block, (row, column) => seen.valueAt(sheet, cellName(row, column)))
    },
  })
  return (formula, own, sight) => {
    seen = sight
    try {
      const value = parser.parse(formula.slice(1), { sheet: own, row: 1, col: 1 }, false)
      return value instanceof Parser.FormulaError ? value.name : (value as Value)
    } catch (error) {
      const told = error instanceof Error ? error.message : ''
      // The parser tells the place of what it cannot read; all else it fails at while it calculates.
      if (/Error at position/.test(told)) return undefined
      return /is not implemented/.test(told) ? '#NAME?' : '#VALUE!'
    }
  }
}
