declare module 'fast-formula-parser' {
  interface CellReference {
    sheet: string
    row: number
    col: number
  }
  interface RangeReference {
    sheet: string
    from: { row: number; col: number }
    to: { row: number; col: number }
  }
  type Argument =
    | null
    | undefined
    | string
    | number
    | boolean
    | FormulaError
    | unknown[][]
    | { ref: CellReference | RangeReference }
    | { value: unknown }
  class FormulaError extends Error {
    constructor(error: string, message?: string)
  }
  class FormulaParser {
    static FormulaError: typeof FormulaError
    static FormulaHelpers: { accept(argument: unknown, type: number): string }
    static Types: { STRING: number }
    constructor(config: {
      functions: Record<string, (first: unknown, ...rest: Argument[]) => unknown>
      onCell(reference: CellReference): unknown
      onRange(reference: RangeReference): unknown[][]
    })
    funsNeedContextAndNoDataRetrieve: string[]
    parse(formula: string, place: { sheet: string; row: number; col: number }, arrays: boolean): unknown
  }
  export default FormulaParser
  export type { Argument, CellReference, RangeReference }
}
