import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { RowsRequest } from '../../sheet/book.ts'
import { SHEET } from '../../signals/fields.ts'
import { byOutcome, findingsOf, metricProblem, type Finding, type OutcomeGroup } from '../../signals/findings.ts'
import type { Cue, Repair } from '../../signals/matrix.ts'
import { focusOn } from '../focus.ts'
import { Live } from './live.tsx'
import { focusHeading, PageHeading } from './pageHeading.tsx'
import { newId, today, type Store } from './store.ts'
import { FILTERS, LACKS, type Drafts, type Filter, type View } from './view.ts'

interface Props {
  store: Store
  cues: readonly Cue[]
  /** The cue that a person comes back from. */
  from: string | undefined
  filter: Filter
  setFilter(filter: Filter): void
  /** Words that a person looks for among many cues. */
  query: string
  setQuery(query: string): void
  drafts: Drafts
  go(view: View): void
}

/** More cues than are seen at a glance. */
const MANY = 20

/** All cues by the outcome they lead to, what is missing, and what is promised too much. */
export function CueList({ store, cues, from, filter, setFilter, query, setQuery, drafts, go }: Props) {
  const day = today()
  const judged = useMemo(() => new Map(cues.map((cue) => [cue, judgementOf(cue, day)])), [cues, day])
  const isLong = cues.length > MANY
  const groups = useMemo(() => byOutcome(cues), [cues])
  const found = new Set(isLong ? cues.filter((cue) => speaksOf(cue, query)) : cues)
  const shown = (cue: Cue): boolean => found.has(cue) && judged.get(cue)!.filters.includes(filter)
  useLayoutEffect(() => {
    if (!from) return
    const cue = document.getElementById(`cue-${from}`)
    // It may be gone, or no longer fit what is shown.
    if (cue) focusOn(cue)
    else focusHeading()
  }, [from])
  const ready = store.state.kind === 'ready' ? store.state : null
  const repairs = ready ? ready.matrix.repairs : []
  const begun = Object.keys(drafts).find((id) => drafts[id]!.base === null && !cues.some((cue) => cue.id === id))
  // Without the titles there is nowhere to write to.
  const isHeadless = repairs.some(({ ways }) => ways.length === 0)
  return (
    <>
      <PageHeading title="Signals" focus={!from} />
      {ready?.content.hidden && <Hidden store={store} />}
      <Repairs repairs={repairs} store={store} />
      {!isHeadless && (
        <div class="row">
          <button
            type="button"
            class="primary grow"
            onClick={() => go({ page: 'cue', id: begun ?? newId(), isNew: true })}
          >
            {begun ? 'Go on with new cue' : 'New cue'}
          </button>
          <button type="button" class="quiet grow" onClick={() => go({ page: 'library' })}>
            From a library
          </button>
        </div>
      )}
      {cues.length === 0 && !isHeadless && (
        <p class="note empty">No cues yet. Start with those of your trade: choose “From a library”.</p>
      )}
      {isLong && (
        <input
          type="search"
          class="find"
          autocomplete="off"
          aria-label="Find a cue"
          placeholder="Find a cue, an owner or an outcome"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {cues.length > 0 && (
        <div class="chips" role="group" aria-label="Show">
          {FILTERS.map((name) => {
            const count = cues.filter((cue) => found.has(cue) && judged.get(cue)!.filters.includes(name)).length
            return (
              <button
                key={name}
                type="button"
                class="chip"
                aria-pressed={filter === name}
                onClick={() => setFilter(name)}
              >
                {name} {count}
              </button>
            )
          })}
        </div>
      )}
      {groups.map((group) => (
        <Outcome key={group.outcome.toLowerCase()} {...{ group, judged, shown, drafts, go }} />
      ))}
      <p class="note" role="status">
        {cues.length > 0 && !cues.some(shown) && 'No cue fits. Choose “all”, or look for other words.'}
      </p>
      {cues.length > 0 && (
        <>
          <h2>Growth</h2>
          <button type="button" class="quiet wide" onClick={() => go({ page: 'growth' })}>
            Which cues move with growth?
          </button>
        </>
      )}
    </>
  )
}

function Outcome({
  group,
  judged,
  shown,
  drafts,
  go,
}: {
  group: OutcomeGroup
  judged: ReadonlyMap<Cue, Judgement>
  shown(cue: Cue): boolean
  drafts: Drafts
  go(view: View): void
}) {
  const own = group.cues.filter(shown)
  if (own.length === 0) return null
  return (
    <section aria-label={group.outcome || 'No outcome'}>
      <h2>{group.outcome || 'No outcome'}</h2>
      {group.warning && <p class="warning">{group.warning}</p>}
      <ul class="functions cues">
        {own.map((cue) => (
          <li key={cue.id === '' || cue.isCopy ? cue.row : cue.id}>
            <button
              type="button"
              class="function cue"
              id={cue.isCopy ? undefined : `cue-${cue.id}`}
              disabled={cue.id === '' || cue.isCopy}
              onClick={() => go({ page: 'cue', id: cue.id })}
            >
              <CueSummary cue={cue} judgement={judged.get(cue)!} isUnsaved={cue.id in drafts && !cue.isCopy} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Whether every word stands somewhere in what the list is looked through for. */
function speaksOf({ cue, owner, outcome, metric, backedBy }: Cue, query: string): boolean {
  const text = [cue, owner, outcome, metric, backedBy].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

interface SummaryProps {
  cue: Cue
  judgement: Judgement
  isUnsaved: boolean
}

/** What is promised too much in full, what is lacking in the words of the filters. */
function CueSummary({ cue, judgement: { promises, filters }, isUnsaved }: SummaryProps) {
  const lacking = LACKS.filter((lack) => filters.includes(lack))
  const details = [cue.kind, cue.owner].filter((word) => word !== '').join(' · ')
  return (
    <>
      <b>
        {cue.cue || 'Cue without a name'}
        {cue.metric && <Live cue={cue} />}
      </b>
      <span>{details || 'no kind yet'}</span>
      {cue.isCopy && <span class="finding amber">A copy: choose above whether it stays.</span>}
      {isUnsaved && <span class="finding amber">What you changed is not saved yet.</span>}
      {promises.map(({ text }) => (
        <span key={text} class="finding red">
          {text}
        </span>
      ))}
      {lacking.length > 0 && <span class="finding amber">{lacking.join(' · ')}</span>}
    </>
  )
}

interface Judgement {
  /** What is promised too much. */
  promises: readonly Finding[]
  /** The filters under which it is shown. */
  filters: readonly Filter[]
}

function judgementOf(cue: Cue, day: number): Judgement {
  const findings = findingsOf(cue, day)
  const promises = findings.filter(({ level }) => level === 'red')
  const filters: Filter[] = ['all']
  if (promises.length > 0) filters.push('over-promised')
  if (cue.owner === '') filters.push('no owner')
  if (metricProblem(cue) !== '') filters.push('no live metric')
  if (findings.some(({ text }) => /review/i.test(text))) filters.push('to review')
  return { promises, filters }
}

/** What is done here reaches a hidden sheet as well, but nobody would see it there. */
function Hidden({ store }: { store: Store }) {
  const show = async () => {
    if (await store.reveal(0)) focusHeading()
  }
  return (
    <div class="question" role="group" aria-label="Hidden sheet">
      <p>The sheet “{SHEET}” is hidden. What you do here is written into it all the same.</p>
      <button type="button" class="quiet" aria-disabled={store.busy} onClick={show}>
        Show the sheet
      </button>
    </div>
  )
}

function Repairs({ repairs, store }: { repairs: readonly Repair[]; store: Store }) {
  const [first] = repairs
  const box = useRef<HTMLDivElement>(null)
  const calm = useRef(0)
  /** The button goes with what it mends: the focus goes on to the next, or back to the heading. */
  const mend = async (request: RowsRequest) => {
    // A second click was meant for the problem before.
    if (performance.now() < calm.current) return
    const { isWritten, hasGoneOn } = await store.change(request, 'Mended.')
    if (!isWritten) return
    calm.current = performance.now() + CALM_MS
    if (hasGoneOn) return
    await drawn()
    const next = box.current?.querySelector('button')
    if (next) focusOn(next)
    else focusHeading()
  }
  if (!first) return null
  return (
    <div class="question" role="group" aria-label="To mend" ref={box}>
      <p>
        {first.problem}
        {repairs.length > 1 && <small> {repairs.length - 1} more after this.</small>}
      </p>
      {first.ways.map(({ label, request }) => (
        <button key={label} type="button" class="quiet" aria-disabled={store.busy} onClick={() => mend(request)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** How long the next problem is only shown. */
const CALM_MS = 500

/** Once what was shown last is on the page. */
function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()))
}
