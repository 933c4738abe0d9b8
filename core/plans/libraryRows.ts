import type { RowChange } from '../sheet/book.ts'
import { hashOf } from '../sheet/fingerprint.ts'
import type { Layout } from './layout.ts'
import { formulaCells, type LibrarySet, type NewRow, type Plan } from './plan.ts'
import { wordIn, type Row } from './row.ts'

export type LibraryRow = LibrarySet['rows'][number]

/**
 * The id of the row for a row of the library. Whoever adds it, and however often they try, it is the same, so that it is
 * added once; the next one where that row has become another by now.
 */
export function libraryId(name: string, isTaken: (id: string) => boolean): string {
  let id = idOf(name)
  for (let next = 2; isTaken(id); next++) id = idOf(`${name} ${next}`)
  return id
}

/** The changes that add rows of the library, with the formulas of the plan. */
export function libraryChanges(
  plan: Plan,
  chosen: readonly LibraryRow[],
  rows: readonly Row[],
  layout: Layout,
): RowChange[] {
  const taken = new Set(rows.map(({ id }) => id))
  const formulas = formulaCells(plan, layout)
  return chosen.map((cells) => ({
    id: libraryId(String(cells[plan.key]), (id) => taken.has(id)),
    seen: null,
    cells: { ...formulas, ...cells } as NewRow,
  }))
}

/** Whether a row of the library stands in the sheet already. */
export function isThere({ key }: Plan, rows: readonly Row[]): (row: LibraryRow) => boolean {
  const there = new Set(rows.map((row) => wordIn(row, key).toLowerCase()))
  return (row) => there.has(String(row[key]).toLowerCase())
}

/** A hash in the digits of other ids. */
function idOf(text: string): string {
  return `l${(hashOf(text) >>> 0).toString(32).padStart(7, '0')}`
}
