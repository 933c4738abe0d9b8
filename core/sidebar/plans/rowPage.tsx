import { useState } from 'preact/hooks'
import type { Book, NewCell } from '../../sheet/book.ts'
import {
  cellsOf,
  leftOf,
  textIn,
  trailCells,
  underWay,
  unwritten,
  withField,
  type CellsByTitle,
  type Draft,
} from '../../plans/draft.ts'
import { columnOf, findingsOf, formulaCells, nameOf } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { contentIn, type Row } from '../../plans/row.ts'
import { Confirmation } from '../confirmation.tsx'
import { focusOn } from '../focus.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { MetricPart } from './metricPart.tsx'
import { ReviewPart } from './reviewPart.tsx'
import { fieldId, RowField } from './rowField.tsx'
import type { Store } from './store.ts'
import type { NextDraft, View } from './view.ts'

interface Props {
  id: string
  /** Undefined where there is none yet, or none any more. */
  row: Row | undefined
  rows: readonly Row[]
  book: Book
  store: Store
  draft: Draft | undefined
  update(next: NextDraft): void
  go(view: View): void
  back(): void
  finish(from?: string): void
}

/** One row: a form, what is wrong with it, its metric, its review. */
export function RowPage({ id, row: now, rows, book, store, draft, update, go, back, finish }: Props) {
  const { plan, layout, about } = store
  const [one] = plan.noun
  const words = texts.plans.row
  const [isAsked, setAsked] = useState(false)
  const row = now ?? draft?.base ?? null
  /** Its row was removed while someone filled in the form. */
  const isGone = row !== null && !now
  const valueOf = (title: string): string => draft?.fields[title] ?? textIn(plan, row, title)
  const complain = (problem: string, title: string) => {
    store.say(problem, true)
    focusOn(document.getElementById(fieldId(plan, title)))
    return false
  }
  /** Writes what was filled in, and other cells with it. True when a person waits for what comes next. */
  const write = async (more: Record<string, NewCell>, done: string): Promise<boolean> => {
    if (store.isActing()) return false
    if (valueOf(plan.key).trim() === '') return complain(words.nameFirst(one), plan.key)
    const base = draft ? draft.base : row
    const filled = draft ? cellsOf(plan, draft) : { cells: {} }
    if ('problem' in filled) return complain(filled.problem, filled.title)
    const cells: CellsByTitle = { ...trailCells(plan, base, filled.cells, about.today), ...filled.cells, ...more }
    const request = () => {
      const change = base
        ? changeOf(plan, base, cells)
        : { id, seen: null, cells: { ...formulaCells(plan, layout), ...cells } }
      return requestOf(plan, [change])
    }
    if (draft) update((now) => now && underWay(now))
    const { isWritten, hasGoneOn, rows } = await store.change(request, done)
    const written = rows.find((one) => one.id === id)
    update((now) => now && (isWritten ? leftOf(plan, now, cells, written) : unwritten(plan, now)))
    return isWritten && !hasGoneOn
  }
  const save = async () => {
    if (await write({}, row ? words.saved : words.added)) finish(id)
  }
  const remove = async () => {
    const filled = draft ? cellsOf(plan, draft) : { cells: {} }
    const request = requestOf(plan, [changeOf(plan, row!, null)])
    const { isWritten, hasGoneOn } = await store.change(request, words.remove.removed(nameOf(plan, row!)))
    if (!isWritten) return
    // With the row goes what was filled in for it, but not what was filled in after.
    update((now) => now && leftOf(plan, now, 'cells' in filled ? filled.cells : {}, undefined))
    if (!hasGoneOn) finish()
  }
  const titles = layout(plan.name)
  const fields = plan.form.filter((title) => titles.includes(title) && !isLinked(title))
  function isLinked(title: string): boolean {
    return title === plan.link?.value && row !== null && contentIn(row, title).startsWith('=')
  }

  return (
    <>
      <PageHeading title={row ? nameOf(plan, row) : words.isNew(one)} back={back} />
      {row && !isGone && (
        <button type="button" class="link" aria-disabled={store.busy} onClick={() => store.reveal(row.row)}>
          {words.show(row.row + 1)}
        </button>
      )}
      {isGone && <p class="warning">{words.isGone}</p>}
      {row && !isGone && <Findings store={store} row={row} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {fields.map((title) => (
          <RowField
            key={title}
            plan={plan}
            column={columnOf(plan, title)}
            value={valueOf(title)}
            rows={rows}
            about={about}
            book={book}
            set={(value) => update((now) => withField(plan, now, row, title, value))}
            say={(problem) => store.say(problem, true)}
          />
        ))}
        <button
          type="submit"
          class="primary wide"
          aria-disabled={store.busy}
          disabled={row !== null && !draft && !store.busy}
        >
          {store.busy ? texts.doing.writing : row ? words.save : words.add}
        </button>
      </form>
      {row && !isGone && (
        <>
          {plan.link && !plan.isRecord && (
            <MetricPart
              {...{ store, row, isDraft: draft !== undefined, write }}
              open={() => go({ page: 'link', id })}
            />
          )}
          {titles.includes('Reviewed on') && <ReviewPart {...{ store, row, isDraft: draft !== undefined, write }} />}
          {!plan.isRecord && (
            <>
              <h2>{words.remove.heading}</h2>
              <button
                type="button"
                class="quiet wide"
                aria-disabled={store.busy}
                aria-expanded={isAsked}
                onClick={() => setAsked(true)}
              >
                {words.remove.this(one)}
              </button>
              {isAsked && (
                <Confirmation label={words.remove.remove} agree={() => void remove()} close={() => setAsked(false)}>
                  {words.remove.question(plan.link !== undefined)}
                </Confirmation>
              )}
            </>
          )}
        </>
      )}
    </>
  )
}

function Findings({ store: { plan, about }, row }: { store: Store; row: Row }) {
  const findings = findingsOf(plan, row, about)
  if (findings.length === 0) return null
  return (
    <ul class="findings">
      {findings.map(({ level, text }) => (
        <li key={text} class={`finding ${level}`}>
          {text}
        </li>
      ))}
    </ul>
  )
}
