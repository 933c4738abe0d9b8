/** A cell of a case: null is a blank one, an error cell tells its code. A date is a serial number, days since 1899-12-30. */
export type CaseCell = number | string | boolean | null | { error: string }

/** One cell, or rows of cells. null for an argument left out. */
export type CaseArgument = CaseCell | readonly (readonly CaseCell[])[]

/** What a function is to give: one value, a table, an error, or some columns of a table by their titles. */
export type Expected = CaseArgument | { columns: Readonly<Record<string, readonly CaseCell[]>> }

/** A call of a function and its answer. */
export interface Case {
  id: string
  function: string
  arguments: readonly CaseArgument[]
  expected: Expected
  /** How far a number may be off, as a share of it; of 0, by that much. */
  tolerance: number
  source: string
  /** The convention that matters here, or why the tolerance is wide. */
  note?: string
}

/** A case as it is written down: its name among those of the function, 1e-9 unless said. */
export interface Published {
  name: string
  function: string
  arguments: readonly CaseArgument[]
  expected: Expected
  tolerance?: number
  source: string
  note?: string
}

/** Cells below each other. */
export function down(...cells: CaseCell[]): CaseCell[][] {
  return cells.map((cell) => [cell])
}
