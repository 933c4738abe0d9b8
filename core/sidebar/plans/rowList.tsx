import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { chartOf } from '../../plans/chart.ts'
import { groupsOf } from '../../plans/groups.ts'
import { overallFindings, type Plan } from '../../plans/plan.ts'
import { requestOf } from '../../plans/reading.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { focusOn } from '../focus.ts'
import { focusHeading, PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { CrossTable } from './crossTable.tsx'
import { ListTools } from './listTools.tsx'
import { ManyBar } from './manyBar.tsx'
import { ownPagesOf } from './ownPages.tsx'
import { Hidden, Missing, Repairs } from './repairs.tsx'
import { entryId, Group, isSettled, judgementOf } from './rowGroup.tsx'
import { newId, type Store } from './store.ts'
import { type Choice, type Drafts, type View } from './view.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  /** The row that a person comes back from. */
  from: string | undefined
  choice: Choice
  setChoice(choice: Choice): void
  drafts: Drafts
  go(view: View): void
  leave(): void
}

/** All rows of a plan in groups, and what is missing in them. */
export function RowList({ book, store, rows, from, choice, setChoice, drafts, go, leave }: Props) {
  const { plan, about } = store
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  const judged = useMemo(() => new Map(rows.map((row) => [row, judgementOf(plan, row, about)])), [rows, about])
  const grouping = plan.groups.find(({ title }) => title === choice.group) ?? plan.groups[0]!
  const groups = useMemo(() => groupsOf(plan, rows, grouping), [rows, grouping])
  const found = useMemo(() => new Set(rows.filter((row) => isAsked(plan, row, choice))), [rows, choice])
  const fits = (row: Row, filter: string) => found.has(row) && judged.get(row)!.filters.includes(filter)
  const shown = (row: Row): boolean => fits(row, choice.filter)
  useLayoutEffect(() => {
    if (!from) return
    const row = document.getElementById(entryId(plan, from))
    // It may be gone, or no longer fit what is shown.
    if (row) focusOn(row)
    else focusHeading()
  }, [from])
  const ready = store.state.kind === 'ready' ? store.state : null
  const repairs = ready ? ready.reading.repairs : []
  // Without the titles there is nowhere to write to.
  const isHeadless = repairs.some(({ ways }) => ways.length === 0)
  const overall = useMemo(() => (repairs.length === 0 ? overallFindings(plan, rows, about) : []), [rows, about])
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  // What is said below the list, or that something is being written, is no reason to draw hundreds of rows again.
  const entries = useMemo(
    () =>
      groups.map((group) => (
        <Group
          key={group.name.toLowerCase()}
          {...{ group, grouping, judged, shown, drafts, go, plan, about, picked, toggle }}
        />
      )),
    [groups, judged, found, choice.filter, drafts, picked, about],
  )
  const inSight = rows.filter((row) => shown(row) && isSettled(row))
  return (
    <>
      <PageHeading title={plan.name} back={leave} backTo={texts.plans.all} focus={!from} />
      {ready?.content.hidden ? <Hidden store={store} /> : <ShowSheet store={store} />}
      <Missing store={store} />
      <Repairs repairs={repairs} store={store} />
      {!isHeadless && <Beginnings store={store} rows={rows} drafts={drafts} go={go} />}
      {overall.length > 0 && (
        <ul class="findings" aria-label={texts.plans.list.about(plan.name)}>
          {overall.map((text) => (
            <li key={text} class="finding amber">
              {text}
            </li>
          ))}
        </ul>
      )}
      {ready &&
        rows.length > 0 &&
        plan.crosses?.map((cross) => (
          <CrossTable key={cross.heading} {...{ plan, cross, rows }} content={ready.content} />
        ))}
      {rows.length > 0 && (
        <ListTools
          {...{ store, rows, choice, setChoice }}
          countOf={(filter) => rows.filter((row) => fits(row, filter)).length}
        />
      )}
      {entries}
      <p class="note" role="status">
        {rows.length > 0 && !rows.some(shown) && texts.plans.list.noneFits(plan.noun[0])}
      </p>
      {rows.length > 0 && !isHeadless && (
        <>
          <h2>{texts.plans.list.more.heading}</h2>
          {!plan.isRecord && (
            <button
              type="button"
              class="quiet wide"
              aria-pressed={picked !== null}
              onClick={() => setPicked(picked ? null : new Set())}
            >
              {texts.plans.list.more[picked ? 'severalDone' : 'several']}
            </button>
          )}
          <button type="button" class="quiet wide" onClick={() => go({ page: 'print' })}>
            {texts.plans.printing.heading}
          </button>
          {plan.chart && <DrawChart {...{ book, store, rows }} />}
          <OwnPages plan={plan} go={go} />
          <FurtherColumns store={store} />
        </>
      )}
      {rows.length === 0 && !isHeadless && <OwnPages plan={plan} go={go} />}
      {picked && <ManyBar {...{ store, rows: inSight, picked, setPicked }} />}
    </>
  )
}

function ShowSheet({ store }: { store: Store }) {
  return (
    <button type="button" class="link" aria-disabled={store.busy} onClick={() => void store.reveal(0)}>
      {texts.plans.showSheet}
    </button>
  )
}

function DrawChart({ book, store, rows }: Pick<Props, 'book' | 'store' | 'rows'>) {
  const { plan, layout, busy } = store
  const draw = async () => {
    const chart = chartOf(plan, rows, layout)
    if (typeof chart === 'string') return store.say(chart, true)
    await store.perform(async () => {
      await book.addChart(chart)
      await book.reveal(plan.name, 'A1')
      return texts.plans.list.more.chartDrawn
    })
  }
  return (
    <button type="button" class="quiet wide" aria-disabled={busy} onClick={() => void draw()}>
      {texts.plans.list.more.drawChart(plan.chart!.title)}
    </button>
  )
}

/** The pages of one plan that bring no rows. */
function OwnPages({ plan, go }: { plan: Plan } & Pick<Props, 'go'>) {
  return (
    <>
      {ownPagesOf(plan.name, false).map(({ name }) => (
        <button key={name} type="button" class="quiet wide" onClick={() => go({ page: 'own', name })}>
          {texts.plans.ownPages[name]}
        </button>
      ))}
    </>
  )
}

/** The ways to new rows. */
function Beginnings({ store: { plan }, rows, drafts, go }: Pick<Props, 'store' | 'rows' | 'drafts' | 'go'>) {
  const [one, many] = plan.noun
  const words = texts.plans.list.begin
  if (plan.isRecord) return rows.length > 0 ? null : <p class="note empty">{words.noMonths}</p>
  const pages = ownPagesOf(plan.name, true)
  /** The first rows are best brought by a page of the plan’s own. */
  const isPlanned = rows.length === 0 && pages.length > 0
  const begun = Object.keys(drafts).find((id) => drafts[id]!.base === null && !rows.some((row) => row.id === id))
  return (
    <>
      <div class="row">
        <button
          type="button"
          class={`${isPlanned ? 'quiet' : 'primary'} grow`}
          onClick={() => go({ page: 'row', id: begun ?? newId(), isNew: true })}
        >
          {begun ? words.goOn(one) : words.add(one)}
        </button>
        {plan.library && (
          <button type="button" class="quiet grow" onClick={() => go({ page: 'library' })}>
            {words.fromLibrary}
          </button>
        )}
      </div>
      {pages.map(({ name }) => (
        <button
          key={name}
          type="button"
          class={`${isPlanned ? 'primary' : 'quiet'} wide`}
          onClick={() => go({ page: 'own', name })}
        >
          {texts.plans.ownPages[name]}
        </button>
      ))}
      {rows.length === 0 && (
        <p class="note empty">{words.none({ many, about: plan.about, hasLibrary: plan.library !== undefined })}</p>
      )}
      <button type="button" class="link" onClick={() => go({ page: 'import' })}>
        {texts.plans.importTable}
      </button>
    </>
  )
}

/** Whether it is a row of the owner who is asked for, and every word that is looked for stands somewhere in it. */
function isAsked({ columns }: Plan, row: Row, { query, owner }: Choice): boolean {
  if (owner !== null && wordIn(row, 'Owner') !== owner) return false
  if (query.trim() === '') return true
  const texts = columns.filter(({ muted }) => !muted).map(({ title }) => wordIn(row, title))
  const text = texts.join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Columns that a plan knows and that its sheet does without. */
function FurtherColumns({ store }: { store: Store }) {
  const { plan, layout } = store
  const titles = layout(plan.name)
  const further = plan.columns.filter(({ title, isOptional }) => isOptional && !titles.includes(title))
  const add = (title: string) => {
    const request = { ...requestOf(plan, []), titles: [{ column: titles.length, seen: '', title }] }
    return store.change(request, texts.plans.list.more.columnAdded(title))
  }
  return (
    <>
      {further.map(({ title, help }) => (
        <button
          key={title}
          type="button"
          class="quiet wide"
          title={help}
          aria-disabled={store.busy}
          onClick={() => void add(title)}
        >
          {texts.plans.list.more.addColumn(title)}
        </button>
      ))}
    </>
  )
}
