import type { Draft } from '../../plans/draft.ts'
import type { Texts } from '../texts/texts.ts'

/** The page of a plan that is open. */
export type View =
  | { page: 'list'; from?: string }
  | { page: 'library' }
  /** One of ownPages.tsx. */
  | { page: 'own'; name: keyof Texts['plans']['ownPages'] }
  | { page: 'import' }
  | { page: 'print' }
  /** A new row has the id that it will get in the sheet, so that adding it twice adds one. */
  | { page: 'row'; id: string; isNew?: true }
  | { page: 'link'; id: string }

/** What a person has filled in and not saved yet, by the id of the row. */
export type Drafts = Readonly<Record<string, Draft>>

/** Makes of a draft, as it is by then, the next one, if any is left. */
export type NextDraft = (draft: Draft | undefined) => Draft | null | undefined

/** Which rows the list shows, and how. */
export interface Choice {
  /** What they lack, or all. */
  filter: string
  /** Words that are looked for. */
  query: string
  /** Whose they are, null for everyone's, "" for nobody's. */
  owner: string | null
  /** The column by which they are grouped. */
  group: string
}

export const ALL = 'all'
