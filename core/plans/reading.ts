import type { CellValue, RowChange, RowsRequest, SheetContent } from '../sheet/book.ts'
import { rowContent, textOf, titlesOf } from '../sheet/rows.ts'
import { ID, type Plan } from './plan.ts'
import type { Row } from './row.ts'

/** The rows in a sheet of a plan. Columns may stand in any order and among others; nothing is guessed. */
export function readRows(plan: Plan, content: SheetContent): Row[] {
  const titles = titlesOf(content)
  const own = plan.columns.map(({ title }) => titles.indexOf(title)).filter((column) => column >= 0)
  const rows = content.values.flatMap((values, row) => {
    const isBlank = own.every((column) => textOf(values[column] ?? null).trim() === '')
    return row === 0 || isBlank ? [] : [rowOf(content, titles, row)]
  })
  const known = new Set<string>()
  for (const row of rows) {
    row.isCopy = row.id !== '' && known.has(row.id)
    known.add(row.id)
  }
  return rows
}

/** The rows of sheets as they were read, each read once however many ask. */
export function rowsByPlan(
  planOf: (name: string) => Plan | undefined,
  contentOf: (name: string) => SheetContent | null | undefined,
): (name: string) => readonly Row[] | null {
  const known = new Map<string, readonly Row[] | null>()
  return (name) => {
    if (!known.has(name)) {
      const [plan, content] = [planOf(name), contentOf(name)]
      known.set(name, plan && content ? readRows(plan, content) : null)
    }
    return known.get(name)!
  }
}

function rowOf(content: SheetContent, titles: readonly string[], row: number): Row {
  const values: Record<string, CellValue> = {}
  titles.forEach((title, column) => {
    if (title !== '' && !(title in values)) values[title] = content.values[row]?.[column] ?? null
  })
  return {
    row,
    id: String(values[ID] ?? '').trim(),
    isCopy: false,
    values,
    seen: rowContent(content, titles, row),
  }
}

/** How many columns the table has, people’s own too. After a gap stands what is told of it. */
export function widthOf({ summary }: Plan, titles: readonly string[]): number {
  return summary && titles.includes('') ? titles.indexOf('') : titles.length
}

/** The number that stands beside a label of the summary; null where none does. */
export function toldIn(content: SheetContent, label: string): number | null {
  const place = titlesOf(content).indexOf(label)
  const number = place < 0 ? null : content.values[0]?.[place + 1]
  return typeof number === 'number' ? number : null
}

/** A request that changes rows of a plan, each only if it is as it was seen. */
export function requestOf({ name }: Plan, changes: readonly RowChange[]): RowsRequest {
  return { sheet: name, idTitle: ID, changes }
}

/** The change of a row’s cells. Cells of other columns are not compared: they are not ours to speak of. */
export function changeOf(plan: Plan, row: Row, cells: RowChange['cells']): RowChange {
  return { id: row.id, seen: seenOf(plan, row), cells }
}

/** What a row holds in the columns of its plan. */
export function seenOf({ columns }: Plan, { seen }: Row): Record<string, string> {
  const asked = columns.filter(({ title, isOptional }) => !isOptional || title in seen)
  return Object.fromEntries(asked.map(({ title }) => [title, seen[title] ?? '']))
}
