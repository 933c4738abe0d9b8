import type { Grouping, Plan } from './plan.ts'
import type { Row } from './row.ts'
import { shownIn } from './shown.ts'

/** Rows that say the same in a column, and what is wrong with them together. */
export interface RowGroup {
  /** As the first of them says it; "" for rows that say nothing there. */
  name: string
  rows: Row[]
  /** "" when nothing is wrong. */
  warning: string
}

/**
 * The rows by what they say, in the order of the sheet, of a record the newest first; those that say nothing come last.
 */
export function groupsOf(plan: Plan, rows: readonly Row[], { title, warning }: Grouping): RowGroup[] {
  const groups = new Map<string, { name: string; rows: Row[] }>()
  for (const row of rows) {
    const name = shownIn(plan, row, title)
    const group = groups.get(name.toLowerCase()) ?? { name, rows: [] }
    group.rows.push(row)
    groups.set(name.toLowerCase(), group)
  }
  const ordered = plan.isRecord ? [...groups.values()].reverse() : [...groups.values()]
  return ordered
    .map(({ name, rows }) => ({ name, rows, warning: warning?.(rows, name) ?? '' }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === ''))
}
