import { useState } from 'preact/hooks'
import type { Book, DrawnSheet } from '../../sheet/book.ts'
import { drawnPrint } from '../../sheet/drawing.ts'
import { SCORECARD, scorecard, writtenByHand } from '../../plans/scorecard/drawing.ts'
import { scorecardFindings } from '../../plans/scorecard/judging.ts'
import { Confirmation } from '../confirmation.tsx'
import { PageHeading } from '../pageHeading.tsx'
import { Said } from '../said.tsx'
import type { Place } from './gallery.tsx'
import { usePlanSheets, type Sheets } from './usePlanSheets.ts'

interface Props {
  book: Book
  leave(): void
  go(place: Place): void
}

/** Draws the scorecard from the KPIs, and says what it would not show by itself. */
export function ScorecardPage({ book, leave, go }: Props) {
  const { sheets, message, busy, perform, tell } = usePlanSheets(book, ['KPIs', 'History', SCORECARD])
  const [isAsked, setAsked] = useState(false)
  const kpis = sheets?.rowsOf('KPIs') ?? []
  const there = sheets?.content(SCORECARD) ?? null
  const findings = scorecardFindings(kpis)
  const byHand = sheets && there ? writtenByHand(there, drawnFrom(sheets), sheets.rowsOf('History') ?? []) : []
  const draw = () =>
    perform('Drawing…', async (now) => {
      const content = now.content(SCORECARD)
      const { done } = await book.drawSheet(drawnFrom(now))
      if (!done) throw new Error(`The sheet “${SCORECARD}” was changed meanwhile. Nothing was drawn: try again.`)
      return content ? 'Drawn anew.' : 'Drawn. Its numbers follow the KPIs.'
    })
  return (
    <>
      <div class="page">
        <PageHeading title="Scorecard" back={leave} backTo="All plans" />
        <p>
          Three tiers (experience, reliability, loyalty), what is sold beside the help around it, and each KPI with its
          change and trend: drawn from KPIs and History on a sheet that prints on one page.
        </p>
        {sheets && kpis.length === 0 && (
          <>
            <p class="warning">There are no KPIs to draw it from yet.</p>
            <button type="button" class="primary wide" onClick={() => go('KPIs')}>
              Choose KPIs
            </button>
          </>
        )}
        {kpis.length > 0 && (
          <>
            {findings.length > 0 && (
              <ul class="findings" aria-label="What it would not show">
                {findings.map((text) => (
                  <li key={text} class="finding amber">
                    {text}
                  </li>
                ))}
              </ul>
            )}
            <button
              type="button"
              class="primary wide"
              aria-disabled={busy !== ''}
              onClick={() => (byHand.length > 0 ? setAsked(true) : void draw())}
            >
              {busy || (there ? 'Draw it anew' : 'Draw the scorecard')}
            </button>
            {there && (
              <button
                type="button"
                class="quiet wide"
                aria-disabled={busy !== ''}
                onClick={() => void tell('Printing…', () => book.print(SCORECARD))}
              >
                Print it
              </button>
            )}
          </>
        )}
        {isAsked && (
          <Confirmation label="Draw over it" agree={() => void draw()} close={() => setAsked(false)}>
            The sheet “{SCORECARD}” holds what was written by hand, such as “{byHand[0]}”: it would go. Move it to
            another sheet first, or draw over it.
          </Confirmation>
        )}
      </div>
      <Said message={message} />
    </>
  )
}

/** The scorecard as it is to be, in place of what was read. */
function drawnFrom({ content, rowsOf, layout }: Sheets): DrawnSheet {
  const there = content(SCORECARD)
  const settled = (rowsOf('KPIs') ?? []).filter(({ id, isCopy }) => id !== '' && !isCopy)
  return scorecard(settled, rowsOf('History') ?? [], layout, there && drawnPrint(there))
}
