import type { NewRow } from '../../../core/plans/plan.ts'

/** A row of a plan as a person of the company has filled it in, by title. */
export interface StoryRow {
  cells: NewRow
  /** Its number: a function of ours over the data up to the end of a month, or a KPI by its name. */
  link?: { metric: string; formula: (month: Month) => string } | { kpi: string }
}

/** A month that the company closes, and how its formulas name it. */
export interface Month {
  /** The serial numbers of its first day, and of the first one after it. */
  start: number
  end: number
  /** Within formulas: DATE(2026,2,1). */
  from: string
  to: string
}

/** The rows of each plan, by its name. */
export type Story = Readonly<Record<string, readonly StoryRow[]>>
