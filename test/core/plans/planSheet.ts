import type { CellValue, RowChange, SheetContent } from '../../../core/sheet/book.ts'
import type { About } from '../../../core/plans/check.ts'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { findingsOf, overallFindings, ownColumns, type Plan } from '../../../core/plans/plan.ts'
import { readRows, requestOf } from '../../../core/plans/reading.ts'
import type { Row } from '../../../core/plans/row.ts'
import { written } from './matrixSheet.ts'

/** A formula and what it shows. */
export interface Shown {
  formula: string
  shows: CellValue
}

export type SheetRow = Readonly<Record<string, CellValue | Shown>>

/** The sheet of a plan with these rows, each by title; a formula shows what is said of it. */
export function planSheet(plan: Plan, ...rows: readonly SheetRow[]): SheetContent {
  const titles = ownColumns(plan).map(({ title }) => title)
  const unknown = rows.flatMap((row) => Object.keys(row)).filter((title) => !titles.includes(title))
  if (unknown.length > 0) throw new Error(`${plan.name} has no column ${unknown.join(', ')}`)
  const lines = rows.map((row) => titles.map((title) => row[title] ?? null))
  return {
    values: [titles, ...lines.map((line) => line.map((cell) => (isFormula(cell) ? cell.shows : cell)))],
    formulas: [titles.map(() => ''), ...lines.map((line) => line.map((cell) => (isFormula(cell) ? cell.formula : '')))],
  }
}

function isFormula(cell: CellValue | Shown): cell is Shown {
  return cell !== null && typeof cell === 'object'
}

/** The rows of a plan as the sidebar reads them. Each has an id, unless another one is given. */
export function planRows(plan: Plan, ...rows: readonly SheetRow[]): Row[] {
  return readRows(plan, planSheet(plan, ...rows.map((row, i) => ({ Id: `id${i + 1}`, ...row }))))
}

/** 2026-03-17, when the tests are about today. */
export const TODAY = 46098

/** Today, with the rows of other plans. */
export function aboutToday(others: Readonly<Record<string, readonly SheetRow[]>> = {}): About {
  return {
    today: TODAY,
    rowsOf: (name) => (others[name] ? planRows(findPlan(name)!, ...others[name]) : null),
  }
}

/** What is told of a row that stands alone. */
export function toldOf(plan: Plan, row: SheetRow, about: About = aboutToday()): string[] {
  return findingsOf(plan, planRows(plan, row)[0]!, about).map(({ text }) => text)
}

/** What is told of rows together. */
export function toldOfAll(plan: Plan, rows: readonly SheetRow[], about: About = aboutToday()): string[] {
  return overallFindings(plan, planRows(plan, ...rows), about)
}

/** The sheet after changes that are to be written in full. */
export function changed(plan: Plan, content: SheetContent, changes: readonly RowChange[]): SheetContent {
  return written(content, requestOf(plan, changes))
}
