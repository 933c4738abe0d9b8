import { CellError } from '../../cell.ts'
import { parseTarget } from '../../arguments/target.ts'
import type { RowsRequest, SheetContent } from '../../sheet/book.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { targetProblem } from '../live.ts'
import type { Plan } from '../plan.ts'
import { requestOf } from '../reading.ts'
import { rowNamed, wordIn, type Row } from '../row.ts'
import { typedCell } from '../typed.ts'
import { settingChanges, settingsOf } from './settings.ts'
import { BASELINE_WEEKS, isPath, PILOT_WEEKS, WEEK_DAYS, weeksOf } from './weeks.ts'

/** What a person fills in to plan a pilot, as typed. */
export interface Planned {
  kpi: string
  target: string
  changed: string
  start: string
  owner: string
}

/** A day that is a Monday, or the Monday after it: a pilot starts with a week where nothing else is said. */
export function comingMonday(today: number): number {
  const day = Math.floor(today)
  return day + ((((MONDAY - day) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS)
}

/** 1900-01-01 */
const MONDAY = 2

/** The pilot that the sheet holds already, with what to do to begin another; "" where it holds none. */
export function pilotThere(rows: readonly Row[], content: SheetContent): string {
  if (rows.length === 0) return ''
  const { kpi } = settingsOf(content)
  const [first] = weeksOf(rows, 'pilot')
  const since = first ? ` since ${isoText(first.begins)}` : ''
  const what =
    kpi === '' ? `A pilot is planned here already${since}.` : `A pilot for ${kpi} is planned here already${since}.`
  const name = first ? `Pilot ${isoText(first.begins).slice(0, 7)}` : 'Pilot before'
  return `${what} To begin another, rename its sheet, for example to “${name}”: it stays as it is, with all its weeks and formulas. Then choose “Start anew without them”.`
}

/** What keeps the pilot from being planned, and the field it is about; null where nothing does. */
export function planningProblem(
  { kpi, target, changed, start }: Planned,
  kpis: readonly Row[] | null,
): { field: keyof Planned; text: string } | null {
  if (kpi.trim() === '') return { field: 'kpi', text: 'Say which KPI is to move.' }
  const wrong = targetWrong(kpi, target, kpis)
  if (wrong) return { field: 'target', text: wrong }
  if (!isPath(changed))
    return { field: 'changed', text: 'Say which path is changed: the other one is compared with it.' }
  if (start.trim() === '') return { field: 'start', text: 'Say on which day the pilot starts.' }
  const day = startDay(start)
  return 'problem' in day ? { field: 'start', text: day.problem } : null
}

function targetWrong(kpi: string, target: string, kpis: readonly Row[] | null): string {
  if (target.trim() === '') return 'Say what is to be reached, such as >= 85% or < 5 min.'
  try {
    parseTarget(target)
  } catch (error) {
    if (error instanceof CellError) return `The ${error.message}.`
    throw error
  }
  const row = kpiNamed(kpi, kpis)
  return row ? targetProblem(wordIn(row, 'Metric'), target) : ''
}

/** The row of KPIs that is called so. */
export function kpiNamed(kpi: string, kpis: readonly Row[] | null): Row | undefined {
  return kpis ? rowNamed(kpis, 'KPI', kpi.trim()) : undefined
}

/** The serial number of the day that was typed. */
export function startDay(start: string): { day: number } | { problem: string } {
  const typed = typedCell({ title: 'The start', kind: 'date' }, start)
  return 'problem' in typed ? typed : { day: Math.floor(Number(typed.cell)) }
}

/** “4 weeks before it from 2026-02-02, 13 weeks with the change until 2026-05-31.” */
export function datesText(day: number): string {
  const [first, last] = [day - BASELINE_WEEKS * WEEK_DAYS, day + PILOT_WEEKS * WEEK_DAYS - 1]
  return `${BASELINE_WEEKS} weeks before it from ${isoText(first)}, ${PILOT_WEEKS} weeks with the change until ${isoText(last)}.`
}

/**
 * Four weeks before and thirteen of the pilot, dated, and what it is about, in one write. The ids are the same for whoever
 * plans one, so that two who do it at once do not both write.
 */
export function pilotRequest(plan: Plan, content: SheetContent, planned: Planned): RowsRequest {
  const read = startDay(planned.start)
  if ('problem' in read) throw new Error(read.problem)
  const weeks = [
    ...Array.from({ length: BASELINE_WEEKS }, (_, i) =>
      weekOf('baseline', 'Baseline', i, read.day - (BASELINE_WEEKS - i) * WEEK_DAYS),
    ),
    ...Array.from({ length: PILOT_WEEKS }, (_, i) => weekOf('pilot', 'Week', i, read.day + i * WEEK_DAYS)),
  ]
  const owner = planned.owner.trim()
  const changes = weeks.map(({ id, cells }) => ({
    id,
    seen: null,
    cells: { ...cells, ...(owner && { Owner: owner }) },
  }))
  const { kpi, target, changed } = planned
  return {
    ...requestOf(plan, changes),
    titles: settingChanges(content, { kpi: kpi.trim(), target: target.trim(), changed }),
  }
}

function weekOf(phase: string, name: string, index: number, begins: number) {
  const number = index + 1
  return {
    id: `${phase}-${number}`,
    cells: { Week: `${name} ${number}`, Phase: phase, 'Begins on': begins },
  }
}
