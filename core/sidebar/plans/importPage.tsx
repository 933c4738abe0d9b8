import { useMemo, useRef } from 'preact/hooks'
import { importRows, type Imported } from '../../plans/importing/importRows.ts'
import { importedSheet, importRequest, roomRequests } from '../../plans/importing/importSheet.ts'
import type { Layout } from '../../plans/layout.ts'
import { countText, type Plan } from '../../plans/plan.ts'
import { layoutOf } from '../../plans/related.ts'
import type { Row } from '../../plans/row.ts'
import type { Book } from '../../sheet/book.ts'
import { useAction } from '../action.ts'
import { focusOn } from '../focus.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { Columns } from './importing/columns.tsx'
import { begun, readTable, same, type Importing, type OwnImport } from './importing/ownImport.ts'
import { Preview } from './importing/preview.tsx'
import { Scales } from './importing/scales.tsx'
import { Words } from './importing/words.tsx'
import type { Store } from './store.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  importing: Importing
  back(): void
  finish(): void
}

/** Somebody’s own sheet becomes rows of the plan: its columns, words and scales are guessed, and what is not sure is asked. */
export function ImportPage({ book, store, rows, importing: { own, setOwn }, back, finish }: Props) {
  const { plan, state } = store
  const words = texts.plans.importing
  const { busy, act } = useAction((problem) => store.say(problem, true))
  const root = useRef<HTMLDivElement>(null)
  // Where its columns stand in the sheet is asked when it is written: a preview shows none of the formulas.
  const imported = useMemo(
    () =>
      own &&
      rowsOf(
        plan,
        own,
        layoutOf(() => null),
      ),
    [own],
  )

  const look = () =>
    act(texts.doing.looking, async () => {
      store.say('')
      const { sheet } = await book.selection()
      if (sheet === plan.name) return store.say(words.isPlan({ sheet, many: plan.noun[1] }), true)
      const table = await readTable(book, sheet)
      if ('problem' in table) return store.say(table.problem, true)
      setOwn(begun(plan, sheet, table, own))
    })

  const write = async (own: OwnImport) => {
    const { sheet, table } = own
    const told = { rows: countText(plan, table.rows.length), sheet }
    if (state.kind !== 'ready') {
      const made = () => importedSheet(plan, store.layout, rowsOf(plan, own, store.layout))
      return store.createAs(made, words.importedAnew({ ...told, plan: plan.name }))
    }
    const imported = rowsOf(plan, own, store.layout)
    const room = roomRequests(plan, state.content, imported)
    const content = room.length > 0 ? await store.rearrange(room) : state.content
    const written = await store.change(() => importRequest(plan, content, imported), '')
    if (!written.isWritten) return written
    const first = written.rows.find(({ id }) => id === own.ids[0])
    if (first && !written.hasGoneOn) await store.reveal(first.row)
    store.say(words.imported({ ...told, hasColumns: room.length > 0 }))
    return written
  }

  const importAll = (own: OwnImport) => {
    if ((own.choices.mapping[plan.key] ?? null) === null) {
      store.say(words.nameColumn({ many: plan.noun[1], key: plan.key }), true)
      return focusOn(root.current!.querySelector('select'))
    }
    return act(texts.doing.importing, async () => {
      const now = await readTable(book, own.sheet)
      if ('problem' in now) return store.say(now.problem, true)
      if (!same(now, own.table)) {
        setOwn(begun(plan, own.sheet, now, own))
        return store.say(words.changedMeanwhile(own.sheet), true)
      }
      const { isWritten, hasGoneOn } = await write(own)
      if (isWritten) setOwn(null)
      if (isWritten && !hasGoneOn) finish()
    })
  }

  return (
    <div ref={root}>
      <PageHeading title={texts.plans.importTable} back={back} />
      <p>{words.about(plan.name)}</p>
      <button
        type="button"
        class={own ? 'quiet wide' : 'primary wide'}
        aria-disabled={busy !== ''}
        onClick={() => void look()}
      >
        {busy === texts.doing.looking ? busy : texts.plans.lookAtSheet}
      </button>
      <p class="done" role="status">
        {own &&
          words.found({
            rows: own.table.rows.length,
            columns: own.table.titles.length,
            sheet: own.sheet,
            titleRow: own.table.firstRow - 1,
          })}
      </p>
      {own && imported && (
        <>
          <Columns plan={plan} own={own} change={setOwn} beside={imported.beside} />
          <Words plan={plan} own={own} change={setOwn} />
          <Scales plan={plan} own={own} change={setOwn} />
          <Preview plan={plan} imported={imported} mapping={own.choices.mapping} rows={rows} />
          <div class="bar">
            <button
              type="button"
              class="primary wide"
              aria-disabled={busy !== '' || store.busy}
              onClick={() => void importAll(own)}
            >
              {busy === texts.doing.importing ? busy : words.import(countText(plan, imported.rows.length))}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

function rowsOf(plan: Plan, { table, choices, ids }: OwnImport, layout: Layout): Imported {
  let next = 0
  return importRows(plan, table, choices, { newId: () => ids[next++]!, layout })
}
