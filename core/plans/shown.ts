import { isoText } from '../statistics/time/calendar.ts'
import { columnOf, type Plan } from './plan.ts'
import { dayIn, wordIn, type Row } from './row.ts'

/** What a cell says to people: a day as a date, a month as one. */
export function shownIn(plan: Plan, row: Row, title: string): string {
  const { kind, format } = columnOf(plan, title)
  const day = kind === 'date' ? dayIn(row, title) : null
  if (day === null) return wordIn(row, title)
  const text = isoText(Math.floor(day))
  return format === MONTH ? text.slice(0, 7) : text
}

export const MONTH = 'yyyy-mm'
