/** What the sidebar may ask of a spreadsheet. Each host keeps it in its book.ts; one suite in test/hosts tests them all. */
export interface Book {
  /** The selected cells, or the first block of them. */
  selection(): Promise<Selection>
  /** Writes a formula, only if the cell still holds what the writer saw in it. */
  insertFormula(request: FormulaRequest): Promise<WriteOutcome>
  /** What a person may have this host look into, such as how it sends blank cells. */
  checks: readonly HostCheck[]
}

export interface Selection {
  sheet: string
  /** The block without its sheet: B2, or B2:D99. */
  address: string
  rows: number
  columns: number
  /** The first cell's formula, or its value as text; "" when it is empty. */
  content: string
}

export interface FormulaRequest {
  sheet: string
  /** A single cell: B2. */
  cell: string
  /** In the notation of docs/functions.md: English names, commas, points as decimals. */
  formula: string
  /** The content that is to be replaced, as last read. */
  replaces: string
}

/** Refused when someone changed the cell meanwhile: `found` is what it holds now. */
export type WriteOutcome = { done: true } | { done: false; found: string }

export interface HostCheck {
  title: string
  /** Answers in a sentence. */
  run(): Promise<string>
}
