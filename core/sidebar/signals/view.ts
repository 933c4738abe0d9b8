import type { Draft } from '../../signals/draft.ts'

/** The page of the Signals tab that is open. */
export type View =
  | { page: 'list'; from?: string }
  | { page: 'library' }
  | { page: 'growth' }
  /** A new cue has the id that its row will get, so that adding it twice adds one. */
  | { page: 'cue'; id: string; isNew?: true }
  | { page: 'link'; id: string }

/** What a person has filled in and not saved yet, by the id of the cue. */
export type Drafts = Readonly<Record<string, Draft>>

/** Makes of a draft, as it is by then, the next one, if any is left. */
export type NextDraft = (draft: Draft | undefined) => Draft | null | undefined

/** What cues may lack. */
export const LACKS = ['no owner', 'no live metric', 'to review'] as const
/** Which cues the list shows. */
export const FILTERS = ['all', 'over-promised', ...LACKS] as const
export type Filter = (typeof FILTERS)[number]
