import type { Checked } from '../../data/checked.ts'
import type { Finding } from '../../data/findings.ts'
import type { CellsRequest, SheetContent } from '../../sheet/book.ts'
import type { Message } from '../said.tsx'

/** A change, and what is said when it is done. */
export interface Action {
  request: CellsRequest
  done: string
  /** How many columns the table has more after it. */
  columns?: number
  /** What takes it back, on the sheet as it is then. */
  undo?: { label: string; done: string; columns?: number; request(content: SheetContent): CellsRequest }
}

/** What the pages of the tab know and do. */
export interface Desk {
  /** What is being done, "" for nothing. */
  busy: string
  message: Message
  /** The button that takes back what was done last. */
  undo: { label: string; run(): void } | null
  /** Looks at what is selected. */
  look(): void
  /** Writes, and looks at the same cells again. */
  change(action: Action): void
}

/** By what a finding is known when the table is looked through again: columns may have come before its own. */
export function findingKey({ table: { titles } }: Checked, { column, what }: Finding): string {
  if (column === null) return `rows-${what}`
  const title = titles[column]!
  const same = titles.slice(0, column).filter((other) => other === title).length
  return `${what}-${same}-${title}`
}
