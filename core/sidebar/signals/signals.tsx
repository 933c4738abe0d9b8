import { useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { SHEET } from '../../signals/fields.ts'
import type { Cue } from '../../signals/matrix.ts'
import { ConflictCard } from './conflictCard.tsx'
import { CuePage, type Draft } from './cuePage.tsx'
import { CueList, type Filter } from './cueList.tsx'
import { GrowthPage } from './growthPage.tsx'
import { LibraryPage } from './libraryPage.tsx'
import { LinkPage } from './linkPage.tsx'
import { useStore, type Store } from './store.ts'

export type View =
  | { page: 'list'; from?: string }
  | { page: 'library' }
  | { page: 'growth' }
  | { page: 'cue'; id: string | null }
  | { page: 'link'; id: string }

/** What a person has filled in and not saved yet, by the id of the cue; that of a new one has none. */
export type Drafts = Readonly<Record<string, Draft>>

/** The Signals tab: the cues of the business, who owns each, and whether it works. */
export function Signals({ book, shown }: { book: Book; shown: boolean }) {
  const store = useStore(book, shown)
  const [view, setView] = useState<View>({ page: 'list' })
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const [drafts, setDrafts] = useState<Drafts>({})
  const { state } = store
  if (state.kind === 'loading') return <Waiting />
  if (state.kind === 'failed') return <Failed problem={state.problem} again={store.look} />
  if (state.kind === 'absent') return <Start store={store} start={() => setView({ page: 'library' })} />
  const { cues } = state.matrix
  const cue = 'id' in view && view.id !== null ? cues.find(({ id }) => id === view.id) : undefined
  /** Someone goes on to another page: what was said about the last one is over. */
  const go = (next: View) => {
    store.say('')
    setView(next)
  }
  /** Something was done, and the list says so. */
  const finish = (from?: string) => setView(from ? { page: 'list', from } : { page: 'list' })
  const keepDraft = (id: string, draft: Draft | null) =>
    setDrafts(({ [id]: _, ...others }) => (draft ? { ...others, [id]: draft } : others))
  const settle = (id: string) => {
    keepDraft(id, null)
    finish(id)
  }
  const page = { view, cue, book, store, cues, filter, setFilter, query, setQuery, drafts, keepDraft, go, finish }
  return (
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && view.page !== 'list') go(backFrom(view))
      }}
    >
      {store.conflict && <ConflictCard store={store} cues={cues} settled={settle} />}
      <Page {...page} />
      <p class={store.message.isProblem ? 'problem toast' : 'done toast'} role="status">
        {store.message.text}
      </p>
    </div>
  )
}

/** Where Back leads: from the metric of a cue to the cue, else to the list. */
function backFrom(view: View): View {
  if (view.page === 'link') return { page: 'cue', id: view.id }
  return view.page === 'cue' && view.id !== null ? { page: 'list', from: view.id } : { page: 'list' }
}

interface PageProps {
  view: View
  cue: Cue | undefined
  book: Book
  store: Store
  cues: readonly Cue[]
  filter: Filter
  setFilter(filter: Filter): void
  query: string
  setQuery(query: string): void
  drafts: Drafts
  keepDraft(id: string, draft: Draft | null): void
  go(view: View): void
  finish(from?: string): void
}

function Page({ view, cue, book, store, cues, drafts, keepDraft, go, finish, ...list }: PageProps) {
  const back = () => go(backFrom(view))
  if (view.page === 'library') return <LibraryPage store={store} cues={cues} back={back} finish={finish} />
  if (view.page === 'growth') return <GrowthPage book={book} back={back} />
  if (view.page === 'cue' && (view.id === null || cue || drafts[view.id])) {
    const id = view.id ?? ''
    const draft = drafts[id]
    const isGone = view.id !== null && !cue
    const setDraft = (next: Draft | null) => keepDraft(id, next)
    return (
      <CuePage
        key={id}
        {...{ cue: cue ?? draft?.base ?? null, isGone, cues, store, draft, setDraft, go, back, finish }}
      />
    )
  }
  if (view.page === 'link' && cue) return <LinkPage key={cue.id} {...{ cue, book, store, back, finish }} />
  const from = view.page === 'list' ? view.from : undefined
  return <CueList {...{ store, cues, from, drafts, go, ...list }} />
}

function Waiting() {
  return (
    <div class="page">
      <h1>Signals</h1>
      <p class="note" role="status">
        Reading the sheet “{SHEET}”…
      </p>
    </div>
  )
}

function Failed({ problem, again }: { problem: string; again(): void }) {
  return (
    <div class="page">
      <h1 tabIndex={-1}>Signals</h1>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="primary wide" onClick={again}>
        Try again
      </button>
    </div>
  )
}

/** Nothing is there yet, or the sheet was deleted or renamed while the sidebar was open. */
function Start({ store, start }: { store: Store; start(): void }) {
  const { state, busy, message } = store
  const lost = state.kind === 'absent' && state.lost ? state.lost.values.length - 1 : 0
  const create = async () => {
    await store.create()
    if (lost === 0) start()
  }
  return (
    <div class="page">
      <h1>Signals</h1>
      {lost > 0 ? (
        <p role="alert">
          The sheet “{SHEET}” is not there any more. If it was renamed, name it {SHEET} again and look again. If it was
          deleted, the {lost} cues last seen can be put back.
        </p>
      ) : (
        <>
          <p>
            A signal is anything that tells customers what to expect: the box, the size guide, the warranty, the speed
            of a reply. A matrix gives each of them an outcome for the customer, an owner, and a number that is live.
          </p>
          <p class="note">It is kept in a sheet of its own, “{SHEET}”, which you can read, sort and edit by hand.</p>
        </>
      )}
      <button type="button" class="primary wide" aria-disabled={busy} onClick={create}>
        {busy ? 'Creating…' : lost > 0 ? `Put the ${lost} cues back` : 'Create the sheet'}
      </button>
      {lost > 0 && (
        <>
          <button type="button" class="quiet wide" onClick={store.look}>
            Look again
          </button>
          <button type="button" class="quiet wide" aria-disabled={busy} onClick={store.forget}>
            Start anew without them
          </button>
        </>
      )}
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </div>
  )
}
