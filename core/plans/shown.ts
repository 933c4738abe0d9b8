import { isoText } from '../statistics/time/calendar.ts'
import { columnOf, type Plan } from './plan.ts'
import { dayIn, wordIn, type Row } from './row.ts'

/** What a cell says to people: a day as a date, a month as one. */
export function shownIn(plan: Plan, row: Row, title: string): string {
  const { kind, format } = columnOf(plan, title)
  const day = kind === 'date' ? dayIn(row, title) : null
  if (day === null) return wordIn(row, title)
  return format === MONTH ? monthLabel(day) : isoText(Math.floor(day))
}

/** 2026-03, for any day of it. */
export function monthLabel(day: number): string {
  return isoText(Math.floor(day)).slice(0, 7)
}

export const MONTH = 'yyyy-mm'
