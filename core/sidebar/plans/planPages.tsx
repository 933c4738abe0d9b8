import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Book, RowChange } from '../../sheet/book.ts'
import { leftOf } from '../../plans/draft.ts'
import type { Plan } from '../../plans/plan.ts'
import type { Row } from '../../plans/row.ts'
import { takeFreeFocus } from '../focus.ts'
import { Said } from '../said.tsx'
import { ConflictCard } from './conflictCard.tsx'
import { ImportPage } from './importPage.tsx'
import { useImporting, type Importing } from './importing/ownImport.ts'
import { LibraryPage } from './libraryPage.tsx'
import { LinkPage } from './linkPage.tsx'
import { findOwnPage, ownPagesOf } from './ownPages.tsx'
import { PrintPage } from './printPage.tsx'
import { RowList } from './rowList.tsx'
import { RowPage } from './rowPage.tsx'
import { Failed, lostRows, Start, Waiting } from './startPages.tsx'
import { useStore, type Store, type Written } from './store.ts'
import { ALL, type Choice, type Drafts, type NextDraft, type View } from './view.ts'

interface Props {
  book: Book
  plan: Plan
  shown: boolean
  /** Leads to all plans. */
  leave(): void
}

/** A plan: its rows, who owns each, what is missing, and what its numbers say. */
export function PlanPages({ book, plan, shown, leave }: Props) {
  const store = useStore(book, plan, shown)
  const [view, setView] = useState<View>({ page: 'list' })
  const { state } = store
  const rows = useRef<readonly Row[] | null>(null)
  if (state.kind === 'ready') rows.current = state.reading.rows
  const begin = () => setView(firstView(plan))
  const importing = useImporting(book)
  /** The sheet need not be there: it is created with what is imported. */
  const isBegun = state.kind === 'absent' && view.page === 'import' && lostRows(store) === 0
  const known = isBegun ? [] : rows.current
  const importTable = () => {
    store.say('')
    setView({ page: 'import' })
  }
  return (
    <>
      {state.kind === 'loading' && <Waiting plan={plan} leave={leave} />}
      {state.kind === 'failed' && <Failed plan={plan} problem={state.problem} again={store.look} leave={leave} />}
      {state.kind === 'absent' && !isBegun && (
        <Start store={store} start={begin} importTable={importTable} leave={leave} />
      )}
      {known && (
        <Pages
          book={book}
          store={store}
          rows={known}
          view={view}
          setView={setView}
          importing={importing}
          shown={state.kind === 'ready' || isBegun}
          leave={leave}
        />
      )}
    </>
  )
}

/** What comes after the sheet was created. */
function firstView({ name, library }: Plan): View {
  const [own] = ownPagesOf(name, true)
  if (own) return { page: 'own', name: own.name }
  return { page: library ? 'library' : 'list' }
}

interface PagesProps {
  book: Book
  store: Store
  rows: readonly Row[]
  view: View
  setView(view: View): void
  importing: Importing
  /** Out of sight while the sheet is gone: what was filled in stays. */
  shown: boolean
  leave(): void
}

function Pages({ book, store, rows, view, setView, importing, shown, leave }: PagesProps) {
  const { plan } = store
  const [choice, setChoice] = useState<Choice>({ filter: ALL, query: '', owner: null, group: plan.groups[0]!.title })
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
  const settle = ({ id, cells }: RowChange, { rows, hasGoneOn }: Pick<Written, 'rows' | 'hasGoneOn'>) => {
    const row = rows.find((one) => one.id === id)
    updateDraft(id, (draft) => draft && leftOf(plan, draft, cells ?? {}, row))
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
        {store.conflict && <ConflictCard store={store} rows={rows} settle={settle} />}
        <Page {...{ view, book, store, rows, importing, choice, setChoice, drafts, updateDraft, go, finish, leave }} />
      </div>
      {shown && <Said message={store.message} />}
    </>
  )
}

/** Where Back leads: from the metric of a row to the row, else to the list. */
function backFrom(view: View): View {
  if (view.page === 'link') return { page: 'row', id: view.id }
  return view.page === 'row' ? { page: 'list', from: view.id } : { page: 'list' }
}

interface PageProps {
  view: View
  book: Book
  store: Store
  rows: readonly Row[]
  importing: Importing
  choice: Choice
  setChoice(choice: Choice): void
  drafts: Drafts
  updateDraft(id: string, next: NextDraft): void
  go(view: View): void
  finish(from?: string): void
  leave(): void
}

function Page({ view, book, store, rows, importing, drafts, updateDraft, go, finish, ...list }: PageProps) {
  const back = () => go(backFrom(view))
  const id = 'id' in view ? view.id : undefined
  const row = rows.find((one) => one.id === id)
  const last = useRef(row)
  if (row) last.current = row
  if (view.page === 'library') return <LibraryPage store={store} rows={rows} back={back} finish={finish} />
  if (view.page === 'print') return <PrintPage book={book} store={store} rows={rows} back={back} />
  if (view.page === 'own') {
    const { Page } = findOwnPage(view.name)
    return <Page {...{ book, store, rows, go, back, finish, updateDraft }} />
  }
  if (view.page === 'import') return <ImportPage {...{ book, store, rows, importing, back, finish }} />
  if (view.page === 'row') {
    const draft = drafts[view.id]
    if (row || draft || view.isNew) {
      return (
        <RowPage
          key={view.id}
          {...{ id: view.id, row, rows, book, store, draft, go, back, finish }}
          update={(next) => updateDraft(view.id, next)}
        />
      )
    }
  }
  // Its row may be cut and not pasted yet.
  const linked = view.page === 'link' && last.current?.id === id ? last.current : undefined
  if (linked) return <LinkPage key={linked.id} {...{ row: linked, book, store, back, finish }} />
  const from = view.page === 'list' ? view.from : undefined
  return <RowList {...{ book, store, rows, from, drafts, go, ...list }} />
}
