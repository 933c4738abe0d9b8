import type { RowChange } from '../sheet/book.ts'
import { hashOf } from '../sheet/fingerprint.ts'
import type { Layout } from './layout.ts'
import { formulaCells, type LibrarySet, type NewRow, type Plan } from './plan.ts'
import type { Row } from './row.ts'

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

/** What a row of the library is called: its key, and the segment where it is for one. */
export function libraryName({ key }: Plan, row: LibraryRow): string {
  return [row[key], row['Segment']]
    .map((word) => String(word ?? '').trim())
    .filter((word) => word !== '')
    .join(', ')
}

/** The same as people read it: a segment that the key says already is not said again. */
export function shownName(plan: Plan, row: LibraryRow): string {
  const key = String(row[plan.key])
  const isSaid = key.toLowerCase().includes(String(row['Segment'] ?? '').toLowerCase())
  return isSaid ? key : libraryName(plan, row)
}

/** The changes that add rows of the library, with the formulas of the plan. */
export function libraryChanges(
  plan: Plan,
  chosen: readonly LibraryRow[],
  rows: readonly Row[],
  layout: Layout,
): RowChange[] {
  const taken = new Set(rows.map(({ id }) => id))
  const target = plan.link?.target ?? ''
  const isFound = plan.columns.some(({ title, formula }) => title === target && formula !== undefined)
  return chosen.map((row) => {
    // A target that the plan finds is only the one to fall back on: what Targets says goes first.
    const { [isFound ? target : '']: usual = '', ...cells } = row
    const formulas = formulaCells(plan, layout, { metric: String(row['Metric'] ?? ''), usual: String(usual) })
    return {
      id: libraryId(libraryName(plan, row), (id) => taken.has(id)),
      seen: null,
      cells: { ...formulas, ...cells } as NewRow,
    }
  })
}

/** Whether a row of the library stands in the sheet already. */
export function isThere(plan: Plan, rows: readonly Row[]): (row: LibraryRow) => boolean {
  const there = new Set(rows.map((row) => libraryName(plan, row.seen).toLowerCase()))
  return (row) => there.has(libraryName(plan, row).toLowerCase())
}

/** A hash in the digits of other ids. */
function idOf(text: string): string {
  return `l${(hashOf(text) >>> 0).toString(32).padStart(7, '0')}`
}
