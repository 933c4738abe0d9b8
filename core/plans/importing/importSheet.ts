import type { CellsRequest, RowsRequest, SheetContent, TablePlan } from '../../sheet/book.ts'
import { printOf } from '../../sheet/cells.ts'
import { titlesOf } from '../../sheet/rows.ts'
import type { Layout } from '../layout.ts'
import { ID, sheetOf, type Plan } from '../plan.ts'
import { requestOf, widthOf } from '../reading.ts'
import type { Imported } from './importRows.ts'

/** A new sheet of the plan with the rows of an import, people’s own columns behind those of the plan. */
export function importedSheet(plan: Plan, layout: Layout, { rows, extraColumns }: Imported): TablePlan {
  return sheetOf(plan, layout, rows, extraColumns)
}

/**
 * The requests that make room in the sheet for the further columns of an import where its summary stands behind the table:
 * beyond that they would be no part of it, and stay where they are when people sort it.
 */
export function roomRequests(plan: Plan, content: SheetContent, { extraColumns }: Imported): CellsRequest[] {
  const titles = titlesOf(content)
  const width = widthOf(plan, titles)
  if (width === titles.length) return []
  return extraColumns
    .filter(({ title }) => !titles.includes(title))
    .map(({ title }, i) => ({
      sheet: plan.name,
      // The blank cell between the table and its summary.
      seen: [
        { row: 0, column: width + i, rows: 1, columns: 1, print: printOf({ values: [[null]], formulas: [['']] }) },
      ],
      insert: width + i,
      writes: [{ row: 0, column: width + i, cells: [title] }],
    }))
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
