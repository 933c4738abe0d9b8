import type { NewCell } from '../sheet/book.ts'
import { columnOf, type Plan } from './plan.ts'
import { contentIn, numberIn, wordIn, type Row } from './row.ts'
import { cellsNamed, typedCell, typedText } from './typed.ts'

/** What a person has filled in for a row and not saved yet. */
export interface Draft {
  /** The row as it was then: what someone else changes in it later is shown before it is overwritten. Null for a new one. */
  base: Row | null
  fields: Filled
  /** What of it is on its way to the sheet. */
  sent: Filled
}

/** Fields as typed, by title. */
export type Filled = Readonly<Record<string, string>>

/** What a cell of the row says, also where it is not what belongs there. */
export function textIn(plan: Plan, row: Row | null, title: string): string {
  if (!row) return ''
  const column = columnOf(plan, title)
  if (column.ofCells) return cellsNamed(column.ofCells, contentIn(row, title))
  const value = row.values[title] ?? null
  return value === null ? '' : typedText(column, value)
}

/** The draft with one more field filled in; null when nothing of it differs from the row. */
export function withField(
  plan: Plan,
  draft: Draft | undefined,
  row: Row | null,
  title: string,
  text: string,
): Draft | null {
  const { base, fields, sent } = draft ?? { base: row, fields: {}, sent: {} }
  return pruned(plan, { base, fields: { ...fields, [title]: text }, sent })
}

/** The draft while all of it is on its way to the sheet. */
export function underWay(draft: Draft): Draft {
  return { ...draft, sent: draft.fields }
}

/** The draft after nothing of it was written. */
export function unwritten(plan: Plan, draft: Draft): Draft | null {
  return pruned(plan, { ...draft, sent: {} })
}

/** What was filled in since these cells were on their way to the row, which is `row` by then. */
export function leftOf(plan: Plan, { base, fields }: Draft, cells: CellsByTitle, row: Row | undefined): Draft | null {
  const since = Object.entries(fields).filter(([title, text]) => {
    const typed = typedCell(columnOf(plan, title), text)
    return !(title in cells) || !('cell' in typed) || JSON.stringify(cells[title]) !== JSON.stringify(typed.cell)
  })
  return pruned(plan, { base: row ?? base, fields: Object.fromEntries(since), sent: {} })
}

/** The cells that a draft comes to, by title, or what is wrong with a field of it. */
export function cellsOf(
  plan: Plan,
  { base, fields }: Draft,
): { cells: CellsByTitle } | { problem: string; title: string } {
  const cells: Record<string, NewCell> = {}
  for (const [title, text] of Object.entries(fields)) {
    if (text === textIn(plan, base, title)) continue
    const typed = typedCell(columnOf(plan, title), text)
    if ('problem' in typed) return { ...typed, title }
    cells[title] = typed.cell
  }
  return { cells }
}

export type CellsByTitle = Readonly<Record<string, NewCell>>

/** What is on its way may differ from what the row says by then, so that it is a change to take it back. */
function pruned(plan: Plan, { base, fields, sent }: Draft): Draft | null {
  const kept = Object.entries(fields).filter(([title, text]) => title in sent || text !== textIn(plan, base, title))
  return kept.length > 0 ? { base, fields: Object.fromEntries(kept), sent } : null
}

/** The cells that keep what a change of a row leaves behind, such as the target before and since when it is another. */
export function trailCells(plan: Plan, base: Row | null, cells: CellsByTitle, today: number): CellsByTitle {
  return base ? { ...sinceCells(plan, base, today), ...changeCells(plan, base, cells, today) } : {}
}

/** The day since when something is so, noted when it is first seen, and gone when it is so no more. */
function sinceCells({ since }: Plan, base: Row, today: number): CellsByTitle {
  const value = since ? numberIn(base, since.of) : null
  if (!since || value === null || !(since.on in base.seen)) return {}
  const isNoted = contentIn(base, since.on) !== ''
  const isSo = since.isSo(value)
  return isSo === isNoted ? {} : { [since.on]: isSo ? today : null }
}

function changeCells({ trail }: Plan, base: Row, cells: CellsByTitle, today: number): CellsByTitle {
  if (!trail || !(trail.of in cells)) return {}
  const before = wordIn(base, trail.of)
  if (before === '') return {}
  const kept = { [trail.on]: today }
  if (trail.why === undefined) return { ...kept, [trail.old]: before }
  // The reason that is known was that of what stood there before.
  const why = wordIn(base, trail.why)
  return { ...kept, [trail.old]: why === '' ? before : `${before} (${why})`, [trail.why]: null }
}
