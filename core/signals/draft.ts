import type { NewCell } from '../sheet/book.ts'
import { fieldOf, type Key } from './fields.ts'
import type { Cue } from './matrix.ts'

/** What a person has filled in for a cue and not saved yet. */
export interface Draft {
  /** The cue as it was then: what someone else changes in it later is shown before it is overwritten. Null for a new one. */
  base: Cue | null
  fields: Filled
  /** What of it is on its way to the sheet. */
  sent: Filled
}

/** Fields as typed. */
export type Filled = Readonly<Partial<Record<Key, string>>>

/** What a cell of the row holds, also where it is not what belongs there. */
export function textIn(cue: Cue | null, key: Key): string {
  return cue ? String(cue[key] ?? cue.seen[fieldOf(key).title] ?? '') : ''
}

/** The draft with one more field filled in; null when nothing of it differs from the row. */
export function withField(draft: Draft | undefined, cue: Cue | null, key: Key, text: string): Draft | null {
  const { base, fields, sent } = draft ?? { base: cue, fields: {}, sent: {} }
  return pruned({ base, fields: { ...fields, [key]: text }, sent })
}

/** The draft while all of it is on its way to the sheet. */
export function underWay(draft: Draft): Draft {
  return { ...draft, sent: draft.fields }
}

/** The draft after nothing of it was written. */
export function unwritten(draft: Draft): Draft | null {
  return pruned({ ...draft, sent: {} })
}

/** What was filled in since these cells were on their way to the row, which is `row` by then. */
export function leftOf({ base, fields }: Draft, cells: CellsByTitle, row: Cue | undefined): Draft | null {
  const since = filledIn(fields).filter(([key, text]) => {
    const { title } = fieldOf(key)
    return !(title in cells) || cells[title] !== cellOf(key, text)
  })
  return pruned({ base: row ?? base, fields: Object.fromEntries(since), sent: {} })
}

/** The cells that a draft comes to, by title. */
export function cellsOf({ base, fields }: Draft): CellsByTitle {
  const changed = filledIn(fields).filter(([key, text]) => text !== textIn(base, key))
  return Object.fromEntries(changed.map(([key, text]) => [fieldOf(key).title, cellOf(key, text)]))
}

type CellsByTitle = Readonly<Record<string, NewCell>>

/** What is on its way may differ from what the row says by then, so that it is a change to take it back. */
function pruned({ base, fields, sent }: Draft): Draft | null {
  const kept = filledIn(fields).filter(([key, text]) => key in sent || text !== textIn(base, key))
  return kept.length > 0 ? { base, fields: Object.fromEntries(kept), sent } : null
}

function filledIn(fields: Filled): [Key, string][] {
  return Object.entries(fields) as [Key, string][]
}

function cellOf(key: Key, typed: string): NewCell {
  const text = typed.trim()
  if (text === '') return null
  return key === 'promise' || key === 'delivery' ? Number(text) : typed
}
