import type {
  ChartPlan,
  CellsRequest,
  DrawnSheet,
  FormulaRequest,
  FormulaToFreeze,
  KeptCell,
  RangeName,
  RowsOutcome,
  RowsRequest,
  SheetContent,
  TablePlan,
} from '../core/sheet/book.ts'

/** What the sidebar's page asks of the script, as JSON: google.script.run loses anything that is not. */
export type BookQuestion =
  | { ask: 'selection' }
  | ({ ask: 'insertFormula' } & FormulaRequest)
  | { ask: 'sheetNames' }
  | { ask: 'readSheets'; sheets: readonly string[] }
  | ({ ask: 'changeRows' } & RowsRequest)
  | ({ ask: 'changeCells' } & CellsRequest)
  | { ask: 'createSheets'; plans: readonly TablePlan[] }
  | { ask: 'drawSheet'; plan: DrawnSheet }
  | { ask: 'print'; sheet: string }
  | { ask: 'readRanges'; ranges: readonly RangeName[] }
  | { ask: 'readFormulas'; sheet: string | null }
  | { ask: 'freeze'; formulas: readonly FormulaToFreeze[] }
  | { ask: 'thaw'; kept: readonly KeptCell[] }
  | { ask: 'addChart'; plan: ChartPlan }
  | { ask: 'reveal'; sheet: string; cell: string }
  | { ask: 'fingerprint'; sheet: string }
  | { ask: 'about' }

/** What the script answers, as JSON: a value, or the sentence that says why there is none. */
export type BookAnswer = { value: unknown } | { failure: string }

/** What came of changing rows, and the fingerprints of the sheet before and after, when no formula shows something else. */
export interface RowsAnswer {
  outcome: RowsOutcome
  before: string
  after: string
}

/** What is read of a sheet, and a short text that is another one after a change. */
export interface SheetReading {
  content: SheetContent | null
  fingerprint: string
}

/** What the script tells of itself and of the spreadsheet’s settings. */
export interface ScriptAbout {
  /** The version and day of Code.js. */
  computes: string
  locale: string
  zone: string
}
