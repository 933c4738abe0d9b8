import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book, DrawnSheet } from '../../sheet/book.ts'
import { drawnPrint } from '../../sheet/drawing.ts'
import { scorecard, writtenByHand } from '../../plans/scorecard/drawing.ts'
import { scorecardFindings } from '../../plans/scorecard/judging.ts'
import { measured, problemOf, type Linked, type MeasuredView } from '../../plans/scorecard/measuring.ts'
import { linkedViews, SCORECARD, VIEWS, type LinkedView, type View } from '../../plans/scorecard/views.ts'
import { Confirmation } from '../confirmation.tsx'
import { focusOn, takeFreeFocus } from '../focus.ts'
import { PageHeading } from '../pageHeading.tsx'
import { Said } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import type { Place } from './gallery.tsx'
import { usePlanSheets, type Sheets } from './usePlanSheets.ts'
import { ViewPage } from './viewPage.tsx'
import { linkButton, ViewPart } from './viewPart.tsx'

interface Props {
  book: Book
  leave(): void
  go(place: Place): void
}

/** What is to become of the views that are linked, and what is said then. */
interface Drawing {
  viewsOf(now: readonly LinkedView[]): readonly Linked[]
  done(isNew: boolean): string
  /** What comes next for one who waits for it. */
  next?(): void
}

const AS_LINKED: Drawing = {
  viewsOf: (now) => now,
  done: (isNew) => texts.plans.scorecard[isNew ? 'drawn' : 'drawnAnew'],
}

/** Draws the scorecard from the KPIs, and says what it would not show by itself. */
export function ScorecardPage({ book, leave, go }: Props) {
  const { sheets, message, busy, perform, tell } = usePlanSheets(book, ['KPIs', 'History', SCORECARD])
  const words = texts.plans.scorecard
  /** What is drawn once a person agrees to lose what is written by hand. */
  const [asked, setAsked] = useState<Drawing | null>(null)
  /** The view that is being linked, and what was linked when its page came. */
  const [open, setOpen] = useState<{ view: View; formula: string } | null>(null)
  const problems = useProblems(book, sheets)
  /** The view whose page was open last: the focus goes back to it. */
  const last = useRef<View | null>(null)
  const kpis = sheets?.rowsOf('KPIs') ?? []
  const there = sheets?.content(SCORECARD) ?? null
  const linked = there ? linkedViews(there) : []
  const findings = scorecardFindings(kpis)
  const byHand = sheets && there ? writtenByHand(there, drawnFrom(sheets), sheets.rowsOf('History') ?? []) : []
  useEffect(() => {
    if (open === null && last.current) takeFreeFocus(document.getElementById(linkButton(last.current.title)))
    last.current = open?.view ?? null
  }, [open])
  const draw = ({ viewsOf, done, next }: Drawing) =>
    perform(texts.doing.drawing, async (now, meanwhile) => {
      const content = now.content(SCORECARD)
      const views = await measured(book, viewsOf(content ? linkedViews(content) : []), content)
      const outcome = await book.drawSheet(drawnFrom(now, views))
      if (!outcome.done) throw new Error(texts.plans.notDrawn(SCORECARD))
      if (!meanwhile.hasGoneOn()) next?.()
      return done(content === null)
    })
  const askThenDraw = (drawing: Drawing) => (byHand.length > 0 ? setAsked(drawing) : void draw(drawing))
  const question = asked && (
    <Confirmation label={words.drawOver} agree={() => void draw(asked)} close={() => setAsked(null)}>
      {words.byHand({ sheet: SCORECARD, content: byHand[0] ?? '' })}
    </Confirmation>
  )
  if (open) {
    const { view, formula: before } = open
    const link = (formula: string) =>
      askThenDraw({
        viewsOf: (now) => replaced(now, view.title, before, formula),
        done: () => words.views.linked(view.title),
        next: () => setOpen(null),
      })
    return (
      <>
        <div class="page">
          <ViewPage
            book={book}
            view={view}
            formula={before}
            busy={busy !== ''}
            link={link}
            back={() => setOpen(null)}
          />
          {question}
        </div>
        <Said message={message} />
      </>
    )
  }
  return (
    <>
      <div class="page">
        <PageHeading
          title={texts.plans.gallery.pages.Scorecard.name}
          back={leave}
          backTo={texts.plans.all}
          focus={last.current === null}
        />
        <p>{words.about}</p>
        {sheets && kpis.length === 0 && (
          <>
            <p class="warning">{words.noKpis}</p>
            <button type="button" class="primary wide" onClick={() => go('KPIs')}>
              {texts.plans.chooseKpis}
            </button>
          </>
        )}
        {kpis.length > 0 && (
          <>
            {findings.length > 0 && (
              <ul class="findings" aria-label={words.notShown}>
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
              onClick={() => askThenDraw(AS_LINKED)}
            >
              {busy || (there ? words.drawAnew : words.draw)}
            </button>
            {there && (
              <button
                type="button"
                class="quiet wide"
                aria-disabled={busy !== ''}
                onClick={() => void tell(texts.doing.printing, () => book.print(SCORECARD))}
              >
                {words.print}
              </button>
            )}
            {question}
            <ViewPart
              isDrawn={there !== null}
              linked={linked}
              problems={problems}
              busy={busy !== ''}
              open={(view) => setOpen({ view, formula: formulaOf(linked, view.title) })}
              remove={({ title, formula }) =>
                askThenDraw({
                  viewsOf: (now) => replaced(now, title, formula, ''),
                  done: () => words.views.removed(title),
                  // The button goes with the view.
                  next: () => focusOn(document.getElementById(linkButton(title))),
                })
              }
            />
          </>
        )}
      </div>
      <Said message={message} />
    </>
  )
}

/** Why views show no table in the sheet, by their titles. */
function useProblems(book: Book, sheets: Sheets | null): Record<string, string> {
  const [problems, setProblems] = useState<Record<string, string>>({})
  useEffect(() => {
    let isLatest = true
    const content = sheets?.content(SCORECARD)
    const look = async () => {
      const linked = content ? linkedViews(content) : []
      const told = linked.map(async (view) => [view.title, await problemOf(book, view, content!)] as const)
      const found = Object.fromEntries(await Promise.all(told))
      if (isLatest) setProblems(found)
    }
    void look()
    return () => {
      isLatest = false
    }
  }, [sheets])
  return problems
}

function formulaOf(views: readonly LinkedView[], title: string): string {
  return views.find((view) => view.title === title)?.formula ?? ''
}

/** The views with another formula for one of them, or without it; a formula that nobody has seen stays. */
function replaced(views: readonly LinkedView[], title: string, seen: string, formula: string): Linked[] {
  if (formulaOf(views, title) !== seen) {
    throw new Error(texts.plans.scorecard.changedMeanwhile(title))
  }
  return VIEWS.flatMap((view): Linked[] => {
    if (view.title === title) return formula ? [{ title, formula }] : []
    return views.filter((one) => one.title === view.title)
  })
}

/** The scorecard as it is to be, in place of what was read. */
function drawnFrom({ content, rowsOf, layout }: Sheets, views: readonly MeasuredView[] = []): DrawnSheet {
  const there = content(SCORECARD)
  const settled = (rowsOf('KPIs') ?? []).filter(({ id, isCopy }) => id !== '' && !isCopy)
  return scorecard(settled, rowsOf('History') ?? [], layout, there && drawnPrint(there), views)
}
