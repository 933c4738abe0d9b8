import { useState } from 'preact/hooks'
import type { Book } from '../../book.ts'
import { SHEET } from '../../signals/fields.ts'
import type { Cue } from '../../signals/matrix.ts'
import { ConflictCard } from './conflictCard.tsx'
import { CuePage } from './cuePage.tsx'
import { CueList } from './cueList.tsx'
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

/** The Signals tab: the cues of the business, who owns each, and whether it works. */
export function Signals({ book, shown }: { book: Book; shown: boolean }) {
  const store = useStore(book, shown)
  const [view, setView] = useState<View>({ page: 'list' })
  const { state } = store
  if (state.kind === 'loading') return <Waiting />
  if (state.kind === 'failed') return <Failed problem={state.problem} again={store.load} />
  if (state.kind === 'absent') return <Start store={store} start={() => setView({ page: 'library' })} />
  const { cues } = state.matrix
  const cue = 'id' in view && view.id !== null ? cues.find(({ id }) => id === view.id) : undefined
  const back = (from?: string) => setView(from ? { page: 'list', from } : { page: 'list' })
  return (
    <main
      onKeyDown={(event) => {
        if (event.key === 'Escape' && view.page !== 'list') back(cue?.id)
      }}
    >
      {store.conflict && <ConflictCard store={store} cues={cues} />}
      <Page view={view} cue={cue} book={book} store={store} cues={cues} go={setView} back={back} />
      <p class={store.message.isProblem ? 'problem toast' : 'done toast'} role="status">
        {store.message.text}
      </p>
    </main>
  )
}

interface PageProps {
  view: View
  cue: Cue | undefined
  book: Book
  store: Store
  cues: readonly Cue[]
  go(view: View): void
  back(from?: string): void
}

function Page({ view, cue, book, store, cues, go, back }: PageProps) {
  if (view.page === 'library') return <LibraryPage store={store} cues={cues} back={back} />
  if (view.page === 'growth') return <GrowthPage book={book} back={back} />
  if (view.page === 'cue' && (view.id === null || cue)) {
    return <CuePage key={view.id} cue={cue ?? null} cues={cues} store={store} go={go} back={back} />
  }
  if (view.page === 'link' && cue)
    return <LinkPage key={cue.id} cue={cue} book={book} store={store} back={() => go({ page: 'cue', id: cue.id })} />
  return <CueList store={store} cues={cues} from={view.page === 'list' ? view.from : undefined} go={go} />
}

function Waiting() {
  return (
    <main>
      <h1>Signals</h1>
      <p class="note" role="status">
        Reading the sheet “{SHEET}”…
      </p>
    </main>
  )
}

function Failed({ problem, again }: { problem: string; again(): Promise<void> }) {
  return (
    <main>
      <h1>Signals</h1>
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="primary wide" onClick={again}>
        Try again
      </button>
    </main>
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
    <main>
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
      <button type="button" class="primary wide" disabled={busy} onClick={create}>
        {busy ? 'Creating…' : lost > 0 ? `Put the ${lost} cues back` : 'Create the sheet'}
      </button>
      {lost > 0 && (
        <button type="button" class="quiet wide" onClick={store.load}>
          Look again
        </button>
      )}
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </main>
  )
}
