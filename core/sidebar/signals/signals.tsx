import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Book, RowChange } from '../../sheet/book.ts'
import { leftOf } from '../../signals/draft.ts'
import { SHEET } from '../../signals/fields.ts'
import type { Cue } from '../../signals/matrix.ts'
import { Said } from '../said.tsx'
import { ConflictCard } from './conflictCard.tsx'
import { CuePage } from './cuePage.tsx'
import { CueList } from './cueList.tsx'
import { GrowthPage } from './growthPage.tsx'
import { LibraryPage } from './libraryPage.tsx'
import { LinkPage } from './linkPage.tsx'
import { takeFreeFocus } from '../focus.ts'
import { useStore, type Store, type Written } from './store.ts'
import type { Drafts, Filter, NextDraft, View } from './view.ts'

/** The Signals tab: the cues of the business, who owns each, and whether it works. */
export function Signals({ book, shown }: { book: Book; shown: boolean }) {
  const store = useStore(book, shown)
  const [view, setView] = useState<View>({ page: 'list' })
  const { state } = store
  const cues = useRef<readonly Cue[] | null>(null)
  if (state.kind === 'ready') cues.current = state.matrix.cues
  return (
    <>
      {state.kind === 'loading' && <Waiting />}
      {state.kind === 'failed' && <Failed problem={state.problem} again={store.look} />}
      {state.kind === 'absent' && <Start store={store} start={() => setView({ page: 'library' })} />}
      {cues.current && (
        <Pages
          book={book}
          store={store}
          cues={cues.current}
          view={view}
          setView={setView}
          shown={state.kind === 'ready'}
        />
      )}
    </>
  )
}

interface PagesProps {
  book: Book
  store: Store
  cues: readonly Cue[]
  view: View
  setView(view: View): void
  /** Out of sight while the sheet is gone: what was filled in stays. */
  shown: boolean
}

function Pages({ book, store, cues, view, setView, shown }: PagesProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const [drafts, setDrafts] = useState<Drafts>({})
  const root = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (shown) takeFreeFocus(root.current!.querySelector('h1'))
  }, [shown])
  /** Someone goes on to another page: what was said about the last one is over. */
  const go = (next: View) => {
    store.say('')
    setView(next)
  }
  /** Something was done, and the list says so. */
  const finish = (from?: string) => setView(from ? { page: 'list', from } : { page: 'list' })
  const updateDraft = (id: string, next: NextDraft) =>
    setDrafts(({ [id]: before, ...others }) => {
      const after = next(before)
      return after ? { ...others, [id]: after } : others
    })
  /** Nothing is left to decide about a change that was refused. */
  const settle = ({ id, cells }: RowChange, { cues, hasGoneOn }: Pick<Written, 'cues' | 'hasGoneOn'>) => {
    const row = cues.find((cue) => cue.id === id)
    updateDraft(id, (draft) => draft && leftOf(draft, cells ?? {}, row))
    if (!hasGoneOn && !store.conflict!.hasFilledIn()) finish(id)
  }
  return (
    <>
      <div
        class="page"
        ref={root}
        hidden={!shown}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && view.page !== 'list') go(backFrom(view))
        }}
      >
        {store.conflict && <ConflictCard store={store} cues={cues} settle={settle} />}
        <Page {...{ view, book, store, cues, filter, setFilter, query, setQuery, drafts, updateDraft, go, finish }} />
      </div>
      {shown && <Said message={store.message} />}
    </>
  )
}

/** Where Back leads: from the metric of a cue to the cue, else to the list. */
function backFrom(view: View): View {
  if (view.page === 'link') return { page: 'cue', id: view.id }
  return view.page === 'cue' ? { page: 'list', from: view.id } : { page: 'list' }
}

interface PageProps {
  view: View
  book: Book
  store: Store
  cues: readonly Cue[]
  filter: Filter
  setFilter(filter: Filter): void
  query: string
  setQuery(query: string): void
  drafts: Drafts
  updateDraft(id: string, next: NextDraft): void
  go(view: View): void
  finish(from?: string): void
}

function Page({ view, book, store, cues, drafts, updateDraft, go, finish, ...list }: PageProps) {
  const back = () => go(backFrom(view))
  const id = 'id' in view ? view.id : undefined
  const cue = cues.find((one) => one.id === id)
  const last = useRef(cue)
  if (cue) last.current = cue
  if (view.page === 'library') return <LibraryPage store={store} cues={cues} back={back} finish={finish} />
  if (view.page === 'growth') return <GrowthPage book={book} back={back} />
  if (view.page === 'cue') {
    const draft = drafts[view.id]
    if (cue || draft || view.isNew) {
      return (
        <CuePage
          key={view.id}
          {...{ id: view.id, cue, cues, store, draft, go, back, finish }}
          update={(next) => updateDraft(view.id, next)}
        />
      )
    }
  }
  // Its row may be cut and not pasted yet.
  const linked = view.page === 'link' && last.current?.id === id ? last.current : undefined
  if (linked) return <LinkPage key={linked.id} {...{ cue: linked, book, store, back, finish }} />
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
