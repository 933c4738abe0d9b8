import type { Book } from '../../../sheet/book.ts'
import { drawnPrint } from '../../../sheet/drawing.ts'
import { caseName, caseOf, caseSheet, textOfCase } from '../../../plans/pilot/caseCard.ts'
import { settingsOf } from '../../../plans/pilot/settings.ts'
import type { Row } from '../../../plans/row.ts'
import { PageHeading } from '../../pageHeading.tsx'
import { Letter } from '../letter.tsx'
import type { Store } from '../store.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  back(): void
}

/** What a pilot has brought, before and after, in words and numbers: to read, to send, to print. */
export function CaseCardPage({ book, store, rows, back }: Props) {
  const { about, state, busy } = store
  const content = state.kind === 'ready' ? state.content : null
  const card = content && caseOf(rows, settingsOf(content), about.rowsOf('KPIs'), about.today)
  const name = caseName(rows)
  const draw = () =>
    store.perform(async () => {
      if (!card || typeof card === 'string') throw new Error('There is no card to draw yet.')
      const there = await book.readSheet(name)
      const { done } = await book.drawSheet(caseSheet(card, rows, there && drawnPrint(there)))
      if (!done) throw new Error(`The sheet “${name}” was changed meanwhile. Nothing was drawn: try again.`)
      return book.print(name)
    })
  return (
    <>
      <PageHeading title={CASE_CARD} back={back} />
      {typeof card === 'string' && <p class="warning">{card}</p>}
      {card && typeof card !== 'string' && (
        <>
          <h2>{card.title}</h2>
          <p class="note">{card.time}</p>
          <Lines label="Before and after" lines={[...card.changes, card.effect, card.target]} />
          <h2>Lessons</h2>
          {card.lessons.length > 0 ? (
            <Lines label="Lessons" lines={card.lessons} />
          ) : (
            <p class="note">None is written down. Fill in Lesson in the weeks that taught one.</p>
          )}
          <h2>What it cannot say</h2>
          <Lines label="What it cannot say" lines={card.limits} />
          <h2>To print</h2>
          <p class="note">
            On a sheet of its own, “{name}”, with the weeks and a chart: values only, so it can be sent.
          </p>
          <button type="button" class="primary wide" aria-disabled={busy} onClick={() => void draw()}>
            {busy ? 'Working…' : 'Draw the card and print it'}
          </button>
          <h2>To send</h2>
          <Letter store={store} write={() => textOfCase(card)} />
        </>
      )}
    </>
  )
}

export const CASE_CARD = 'Case card: before and after'

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  return (
    <ul class="remarks" aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
