import type { FormulaToFreeze } from '../../core/sheet/book.ts'

/** A formula of Sheet1 that is to become its value, or something else. */
export function toFreeze(
  row: number,
  column: number,
  formula: string,
  more: Partial<FormulaToFreeze> = {},
): FormulaToFreeze {
  return { sheet: 'Sheet1', row, column, formula, instead: null, named: '', ...more }
}
