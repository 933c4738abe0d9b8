import { isPending } from '../../cell.ts'
import type { NewCell, RowChange } from '../../sheet/book.ts'
import { isSame } from '../../sheet/rows.ts'
import { periodOf, periodStart } from '../../statistics/time/calendar.ts'
import { rowsText } from '../check.ts'
import { contentIn, dayIn, isError, liveIn, numberIn, wordIn, type Row } from '../row.ts'
import { monthLabel } from '../shown.ts'
import { markOf } from './record.ts'

/** A month that may be closed, by the serial number of its first day. */
export interface Month {
  start: number
  /** 2026-03 */
  label: string
}

/** What a KPI was, and what it is now that its month is closed. */
export interface Closed {
  row: Row
  value: number | null
  target: string
  status: string
  /** What is told of it, such as “turned red”. */
  news: readonly string[]
}

export interface Closing {
  closed: readonly Closed[]
  /** “3 turned red, 1 target changed, 2 have no value” */
  told: string
}

/** How far back a month may be closed where none was closed yet. */
const MONTHS_BACK = 12

/** The months that are not closed, up to that of today; those before the last one that was closed stay open for ever. */
export function openMonths(history: readonly Row[], today: number): Month[] {
  const current = periodOf(today, 'month')
  const last = lastMonth(history)
  const first = last === null ? current - MONTHS_BACK : periodOf(last, 'month') + 1
  const count = Math.max(0, current - first + 1)
  return Array.from({ length: count }, (_, i) => periodStart(first + i, 'month')).map((start) => ({
    start,
    label: monthLabel(start),
  }))
}

/** The month that a person most likely means: after the last one that was closed, else the one before that of today. */
export function usualMonth(months: readonly Month[], history: readonly Row[]): Month | undefined {
  return lastMonth(history) === null ? months[Math.max(0, months.length - 2)] : months[0]
}

/** Whether a month is over by a day. */
export function isOver({ start }: Month, today: number): boolean {
  return periodOf(start, 'month') < periodOf(today, 'month')
}

/** Whether a month ended before the one that ended last. */
export function isLongOver({ start }: Month, today: number): boolean {
  return periodOf(start, 'month') < periodOf(today, 'month') - 1
}

/** The serial number of the month that was closed last; null where none was. */
export function lastMonth(history: readonly Row[]): number | null {
  const months = history.flatMap((row) => dayIn(row, 'Month') ?? [])
  return months.length === 0 ? null : Math.max(...months)
}

/** Why the month cannot be closed as the sheets stand; "" where it can. */
export function closingProblem(start: number, kpis: readonly Row[], history: readonly Row[]): string {
  if (kpis.length === 0) return 'There is no KPI to close the month with. Open KPIs and add some.'
  const unknown = kpis.filter(({ id, isCopy }) => id === '' || isCopy)
  if (unknown.length > 0) {
    return `${rowsText(unknown)} of KPIs ${unknown.length === 1 ? 'is' : 'are'} not known to the sidebar yet. Open KPIs and take them in first.`
  }
  const last = lastMonth(history)
  if (last !== null && monthLabel(last) === monthLabel(start)) {
    return `${monthLabel(start)} is closed already. A month is closed once, so that trends compare like with like.`
  }
  if (last !== null && last > start) {
    return `${monthLabel(last)} is closed already, and months are closed in order: what ${monthLabel(start)} was, nobody can tell any more.`
  }
  const waiting = kpis.filter(({ values }) => ['Value', 'Target', 'Status'].some((title) => isPending(values[title])))
  if (waiting.length > 0) {
    const names = waiting.map((row) => `“${wordIn(row, 'KPI')}”`).join(', ')
    return `${names} ${waiting.length === 1 ? 'is' : 'are'} still being worked out. Wait a moment, then close the month.`
  }
  return ''
}

/** What closing a month will say of each KPI. */
export function closingOf(kpis: readonly Row[], history: readonly Row[]): Closing {
  const before = latestById(history)
  const closed = kpis.map((row): Closed => {
    const shown = liveIn(row, 'Value')
    const value = typeof shown === 'number' ? shown : null
    const target = soundIn(row, 'Target')
    const status = soundIn(row, 'Status').toLowerCase()
    const last = before.get(row.id)
    const news = [
      status === 'red' && last && wordIn(last, 'Status').toLowerCase() !== 'red' && TURNED_RED,
      status === 'green' && last && wordIn(last, 'Status').toLowerCase() === 'red' && 'turned green',
      last && wordIn(last, 'Target') !== target && TARGET_CHANGED,
      last && !isSame(wordIn(last, 'Definition'), definitionOf(row)) && 'measured by another formula',
      value === null && (isError(shown) ? `shows ${shown}` : 'has no value'),
    ].filter((one): one is string => typeof one === 'string')
    return { row, value, target, status, news }
  })
  return { closed, told: toldOf(closed) }
}

const TURNED_RED = 'turned red'
const TARGET_CHANGED = 'its target changed'

function toldOf(closed: readonly Closed[]): string {
  const count = (fits: (one: Closed) => boolean) => closed.filter(fits).length
  const [red, changed] = [TURNED_RED, TARGET_CHANGED].map((word) => count(({ news }) => news.includes(word))) as [
    number,
    number,
  ]
  const valueless = count(({ value }) => value === null)
  return [
    `${red === 0 ? 'none' : red} turned red`,
    `${changed === 0 ? 'no' : changed} ${changed === 1 ? 'target' : 'targets'} changed`,
    valueless === 0 ? 'all have a value' : `${valueless} ${valueless === 1 ? 'has' : 'have'} no value`,
  ].join(', ')
}

/** The rows of History for a month: one for each KPI, in one write. Closing it twice is refused by their ids. */
export function closingChanges(
  start: number,
  { closed }: Closing,
  notes: Readonly<Record<string, string>>,
): RowChange[] {
  return closed.map(({ row, value, target, status }): RowChange => {
    const held: Record<string, NewCell> = {
      Month: start,
      KPI: wordIn(row, 'KPI'),
      Metric: wordIn(row, 'Metric') || null,
      Segment: wordIn(row, 'Segment') || null,
      Value: value,
      Target: target || null,
      Status: status || null,
      Definition: definitionOf(row) || null,
      'KPI id': row.id,
    }
    const note = notes[row.id]?.trim() ?? ''
    return {
      id: `${monthLabel(start)}-${row.id}`,
      seen: null,
      cells: { ...held, Note: note || null, Mark: markOf(held) },
    }
  })
}

/** What a cell says; "" where it shows an error, which is no target and no status. */
function soundIn(row: Row, title: string): string {
  const word = wordIn(row, title)
  return isError(word) ? '' : word
}

/** By what a KPI is measured now. */
function definitionOf(row: Row): string {
  const content = contentIn(row, 'Value')
  return content === '' || content.startsWith('=') ? content : 'typed by hand'
}

function latestById(history: readonly Row[]): Map<string, Row> {
  const latest = new Map<string, Row>()
  for (const row of history) {
    const id = wordIn(row, 'KPI id')
    const known = latest.get(id)
    if (!known || (numberIn(row, 'Month') ?? 0) >= (numberIn(known, 'Month') ?? 0)) latest.set(id, row)
  }
  return latest
}
