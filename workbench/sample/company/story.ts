import type { NewRow } from '../../../core/plans/plan.ts'
import type { Planned } from '../../../core/plans/pilot/planning.ts'
import type { Sources } from '../../../core/plans/renewals/sources.ts'
import type { Row } from '../../../core/plans/row.ts'
import type { Linked } from '../../../core/plans/scorecard/measuring.ts'
import { LAST_DAY } from '../sampleData.ts'

/** A row of a plan as a person of the company has filled it in, by title. */
export interface StoryRow {
  cells: NewRow
  /** Its number: a function of ours over the data of a month, what somebody counts each month, or a KPI by its name. */
  link?: { metric: string; formula: (month: Month) => string } | { typed: readonly number[] } | { kpi: string }
}

/** A month that the company closes, and how its formulas name it. */
export interface Month {
  /** Its place among the months of the story, from 0. */
  index: number
  /** The serial number of its first day. */
  start: number
  /** Its first day, and the first one after it, within formulas: DATE(2026,2,1). */
  from: string
  to: string
}

/** What the company has written into its plans. */
export interface Story {
  /** The rows of each plan, by its name. */
  rows: Readonly<Record<string, readonly StoryRow[]>>
  /** Numbers that it typed over in the first row, by plan and label. */
  told: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What it noted about a KPI when it closed a month, by the place of the month and the name of the KPI. */
  notes: readonly Readonly<Record<string, string>>[]
  /** How its pilot was planned, and what came of the weeks, in their order. */
  pilot: { planned: Planned; weeks: readonly NewRow[] }
  /** Where its list of renewals comes from, and what was noted about a customer of it, counted from 0. */
  renewals: { sources: Sources; noted: (row: Row, place: number) => NewRow }
  /** What its scorecard shows beside the KPIs. */
  views: readonly Linked[]
}

/** So many days before the data end. */
export function ago(days: number): number {
  return LAST_DAY - days
}

/** So many days after the data end. */
export function ahead(days: number): number {
  return LAST_DAY + days
}

/** Rows that were looked at on the same day, where they say nothing else. */
export function reviewed(daysAgo: number, rows: readonly StoryRow[]): StoryRow[] {
  return rows.map(({ cells, ...link }) => ({ ...link, cells: { 'Reviewed on': ago(daysAgo), ...cells } }))
}
