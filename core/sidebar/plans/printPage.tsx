import { useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { drawnPrint } from '../../sheet/drawing.ts'
import { pageName, pageOf, rowsOfPage, textOfPage } from '../../plans/page.ts'
import { countText } from '../../plans/plan.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { Letter } from './letter.tsx'
import type { Store } from './store.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  back(): void
}

/** A clean page of the plan, for all or for one owner: to be printed, or as text for a mail. */
export function PrintPage({ book, store, rows, back }: Props) {
  const { plan, about } = store
  const words = texts.plans.printing
  const [owner, setOwner] = useState<string | null>(null)
  const owners = [...new Set(rows.map((row) => wordIn(row, 'Owner')))].filter((name) => name !== '').sort()
  const shown = countText(plan, rowsOfPage(rows, { owner }).length)
  const draw = () =>
    store.perform(async () => {
      const name = pageName(plan)
      const there = await book.readSheet(name)
      const { done } = await book.drawSheet(pageOf(plan, rows, { owner }, about, there && drawnPrint(there)))
      if (!done) throw new Error(texts.plans.notDrawn(name))
      return book.print(name)
    })
  return (
    <>
      <PageHeading title={words.heading} back={back} />
      {owners.length > 0 && (
        <div class="field">
          <label for="page-owner">{words.whose}</label>
          <select id="page-owner" value={owner ?? ''} onChange={(event) => setOwner(event.currentTarget.value || null)}>
            <option value="">{words.everyone}</option>
            {owners.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
      )}
      <h2>{words.toPrint}</h2>
      <p class="note">{words.about({ rows: shown, sheet: pageName(plan) })}</p>
      <button type="button" class="primary wide" aria-disabled={store.busy} onClick={() => void draw()}>
        {store.busy ? texts.doing.working : words.draw}
      </button>
      <h2>{words.toSend}</h2>
      <Letter key={owner} store={store} write={() => textOfPage(plan, rows, { owner }, about)} />
    </>
  )
}
