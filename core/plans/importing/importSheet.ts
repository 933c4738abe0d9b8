import type { NewCell, NewFormula, RowsRequest, SheetContent, TablePlan } from '../../sheet/book.ts'
import { titlesOf } from '../../sheet/rows.ts'
import type { Layout } from '../layout.ts'
import { formulaCells, ID, ownColumns, sheetOf, sheetTitles, type NewRow, type Plan } from '../plan.ts'
import { requestOf } from '../reading.ts'
import type { Imported } from './importRows.ts'

/** A new sheet of the plan with the rows of an import, people’s own columns behind those of the plan. */
export function importedSheet(plan: Plan, layout: Layout, { rows, extraColumns }: Imported): TablePlan {
  const [own, told] = [ownColumns(plan).map(({ title }) => title), sheetTitles(plan).slice(ownColumns(plan).length)]
  const titles = [...own, ...extraColumns.map(({ title }) => title), ...told]
  // What is told of the table stands behind people’s own columns, and so do the numbers that its formulas name.
  const wide: Layout = (name) => (name === plan.name ? titles : layout(name))
  const formulas = formulaCells(plan, wide)
  const replaced = (row: NewRow): NewRow =>
    Object.fromEntries(
      Object.entries(row).map(([title, cell]) => [title, isFormula(cell) ? (formulas[title] ?? cell) : cell]),
    )
  const sheet = sheetOf(plan, wide, rows.map(replaced))
  const further = (row: number) => extraColumns.map(({ title }) => rows[row]![title] ?? null)
  return {
    ...sheet,
    columns: [...sheet.columns, ...extraColumns],
    rows: sheet.rows.map((cells, row) => [...cells, ...further(row)]),
  }
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

function isFormula(cell: NewCell): cell is NewFormula {
  return cell !== null && typeof cell === 'object'
}
