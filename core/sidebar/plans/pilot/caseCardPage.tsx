import type { Book } from '../../../sheet/book.ts'
import { drawnPrint } from '../../../sheet/drawing.ts'
import { caseName, caseOf, caseSheet, textOfCase } from '../../../plans/pilot/caseCard.ts'
import { settingsOf } from '../../../plans/pilot/settings.ts'
import type { Row } from '../../../plans/row.ts'
import { PageHeading } from '../../pageHeading.tsx'
import { texts } from '../../texts/texts.ts'
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
  const words = texts.plans.pilot.card
  const content = state.kind === 'ready' ? state.content : null
  const card = content && caseOf(rows, settingsOf(content), about.rowsOf('KPIs'), about.today)
  const name = caseName(rows)
  const draw = () =>
    store.perform(async () => {
      if (!card || typeof card === 'string') throw new Error(words.none)
      const there = await book.readSheet(name)
      const { done } = await book.drawSheet(caseSheet(card, rows, there && drawnPrint(there)))
      if (!done) throw new Error(texts.plans.notDrawn(name))
      return book.print(name)
    })
  return (
    <>
      <PageHeading title={texts.plans.ownPages.caseCard} back={back} />
      {typeof card === 'string' && <p class="warning">{card}</p>}
      {card && typeof card !== 'string' && (
        <>
          <h2>{card.title}</h2>
          <p class="note">{card.time}</p>
          <Lines label={words.changes} lines={[...card.changes, card.effect, card.target]} />
          <h2>{words.lessons}</h2>
          {card.lessons.length > 0 ? (
            <Lines label={words.lessons} lines={card.lessons} />
          ) : (
            <p class="note">{words.noLessons}</p>
          )}
          <h2>{words.limits}</h2>
          <Lines label={words.limits} lines={card.limits} />
          <h2>{texts.plans.printing.toPrint}</h2>
          <p class="note">{words.toPrint(name)}</p>
          <button type="button" class="primary wide" aria-disabled={busy} onClick={() => void draw()}>
            {busy ? texts.doing.working : words.draw}
          </button>
          <h2>{texts.plans.printing.toSend}</h2>
          <Letter store={store} write={() => textOfCase(card)} />
        </>
      )}
    </>
  )
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  return (
    <ul class="remarks" aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
