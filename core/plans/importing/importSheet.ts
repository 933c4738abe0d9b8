import type { RowsRequest, SheetContent, TablePlan } from '../../sheet/book.ts'
import { titlesOf } from '../../sheet/rows.ts'
import type { Layout } from '../layout.ts'
import { ID, sheetOf, type Plan } from '../plan.ts'
import { requestOf } from '../reading.ts'
import type { Imported } from './importRows.ts'

/** A new sheet of the plan with the rows of an import, people’s own columns behind those of the plan. */
export function importedSheet(plan: Plan, layout: Layout, { rows, extraColumns }: Imported): TablePlan {
  return sheetOf(plan, layout, rows, extraColumns)
}

/** The request that adds the rows of an import to the sheet of the plan, with the columns that it lacks. */
export function importRequest(plan: Plan, content: SheetContent, { rows, extraColumns }: Imported): RowsRequest {
  const there = titlesOf(content)
  const missing = extraColumns.filter(({ title }) => !there.includes(title))
  return {
    ...requestOf(
      plan,
      rows.map((cells) => ({ id: String(cells[ID]), seen: null, cells })),
    ),
    titles: missing.map(({ title }, i) => ({ column: there.length + i, seen: '', title })),
  }
}
