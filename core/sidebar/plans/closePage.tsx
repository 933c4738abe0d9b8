import { useRef, useState } from 'preact/hooks'
import { findMetric } from '../../catalogue/catalogue.ts'
import type { Book } from '../../sheet/book.ts'
import { findPlan } from '../../plans/findPlan.ts'
import { plans } from '../../plans/gallery/index.ts'
import {
  closingChanges,
  closingOf,
  closingProblem,
  isLongOver,
  isOver,
  openMonths,
  usualMonth,
  type Closing,
} from '../../plans/month/closing.ts'
import { countText, findingsOf, sheetOf } from '../../plans/plan.ts'
import { requestOf } from '../../plans/reading.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { isAsClosed } from '../../plans/month/record.ts'
import { focusHeading, PageHeading } from '../pageHeading.tsx'
import { brief } from '../../catalogue/readable.ts'
import { Said } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import type { Place } from './gallery.tsx'
import { today } from '../today.ts'
import { usePlanSheets, type Sheets } from './usePlanSheets.ts'

interface Props {
  book: Book
  leave(): void
  go(place: Place): void
}

const NAMES = plans.map(({ name }) => name)
const HISTORY = findPlan('History')!

/** Keeps what every KPI was in a month, and says what turned red, what changed and what is due. */
export function ClosePage({ book, leave, go }: Props) {
  const { sheets, message, busy, perform, look } = usePlanSheets(book, NAMES)
  const words = texts.plans.month
  const [chosen, setChosen] = useState<number | null>(null)
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({})
  const kpis = sheets?.rowsOf('KPIs') ?? []
  const history = sheets?.rowsOf('History') ?? []
  const months = openMonths(history, today())
  const month = months.find(({ start }) => start === chosen) ?? usualMonth(months, history)
  const problem = month ? closingProblem(month.start, kpis, history) : ''
  const closing = closingOf(kpis, history)
  const button = useRef<HTMLButtonElement>(null)
  const calm = useRef(0)
  const close = async () => {
    // A second click was meant for the month before.
    if (performance.now() < calm.current) return
    const { start, label } = month!
    await perform(texts.doing.closing, async (now) => {
      const [kpis, history] = [now.rowsOf('KPIs') ?? [], now.rowsOf('History') ?? []]
      const problem = closingProblem(start, kpis, history)
      if (problem) throw new Error(problem)
      const closing = closingOf(kpis, history)
      const changes = closingChanges(start, closing, notes)
      if (now.content('History')) {
        const { refused } = await book.changeRows(requestOf(HISTORY, changes))
        if (refused.length > 0) throw new Error(words.closedMeanwhile(label))
      } else {
        await book.createSheets([
          sheetOf(
            HISTORY,
            now.layout,
            changes.map(({ id, cells }) => ({ ...cells, Id: id })),
          ),
        ])
      }
      setNotes({})
      setChosen(null)
      calm.current = performance.now() + CALM_MS
      return words.closed({ month: label, told: closing.told })
    })
    // The button is that of the next month by now.
    if (performance.now() < calm.current && document.activeElement === button.current) focusHeading()
  }
  return (
    <>
      <div class="page">
        <PageHeading title={words.heading} back={leave} backTo={texts.plans.all} />
        <p>{words.about}</p>
        {sheets && !sheets.content('KPIs') && (
          <>
            <p class="warning">{words.noKpis}</p>
            <button type="button" class="primary wide" onClick={() => go('KPIs')}>
              {texts.plans.chooseKpis}
            </button>
          </>
        )}
        {sheets?.content('KPIs') && (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void close()
            }}
          >
            {months.length > 0 && month ? (
              <div class="field">
                <label for="close-month">{words.month}</label>
                <select
                  id="close-month"
                  value={month.start}
                  onChange={(event) => setChosen(Number(event.currentTarget.value))}
                >
                  {months.map(({ start, label }) => (
                    <option key={start} value={start}>
                      {label}
                    </option>
                  ))}
                </select>
              </div>
            ) : (
              <p class="note">{words.allClosed}</p>
            )}
            {month && !problem && (
              <>
                <Kpis closing={closing} notes={notes} setNotes={setNotes} />
                {history.length > 0 && <p class="note">{words.since(closing.told)}</p>}
                {isLongOver(month, today()) && <p class="warning">{words.longOver(month.label)}</p>}
                {!isOver(month, today()) && <p class="warning">{words.notOver(month.label)}</p>}
                <button ref={button} type="submit" class="primary wide" aria-disabled={busy !== ''}>
                  {busy || words.close({ month: month.label, kpis: countText(findPlan('KPIs')!, kpis.length) })}
                </button>
              </>
            )}
            {problem && (
              <>
                <p class="warning">{problem}</p>
                <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => void look()}>
                  {texts.plans.lookAgain}
                </button>
              </>
            )}
          </form>
        )}
        {sheets && <Due sheets={sheets} go={go} />}
      </div>
      <Said message={message} />
    </>
  )
}

/** How long the button of the next month is only shown. */
const CALM_MS = 1000

interface KpisProps {
  closing: Closing
  notes: Readonly<Record<string, string>>
  setNotes(notes: Readonly<Record<string, string>>): void
}

/** What each KPI will be closed with, and what is to be remembered of it. */
function Kpis({ closing, notes, setNotes }: KpisProps) {
  return (
    <ul class="entries closing">
      {closing.closed.map(({ row, value, target, status, news }) => (
        <li key={row.id}>
          <label for={`note-${row.id}`}>
            <b>{wordIn(row, 'KPI')}</b> {status && <span class={`live ${status}`}>{status}</span>}
          </label>
          <p class="note">
            {texts.plans.month.kpi({
              value:
                value === null
                  ? texts.plans.month.noValue
                  : brief(value, findMetric(wordIn(row, 'Metric'))?.spec.returns ?? {}),
              target,
              news: news.filter((one) => one !== 'has no value'),
            })}
          </p>
          <input
            id={`note-${row.id}`}
            type="text"
            autocomplete="off"
            placeholder={texts.plans.month.note}
            value={notes[row.id] ?? ''}
            onInput={(event) => setNotes({ ...notes, [row.id]: event.currentTarget.value })}
          />
        </li>
      ))}
    </ul>
  )
}

/** Which rows of which plans are to be looked at again. */
function Due({ sheets, go }: { sheets: Sheets; go(place: Place): void }) {
  const words = texts.plans.month.due
  const about = { today: today(), rowsOf: sheets.rowsOf }
  const changed = (sheets.rowsOf('History') ?? []).filter((row) => !isAsClosed(row)).length
  const due = plans.flatMap((plan) => {
    const rows = (sheets.rowsOf(plan.name) ?? []).filter((row: Row) =>
      findingsOf(plan, row, about).some(({ filter }) => filter === 'to review'),
    )
    return rows.length > 0 ? [{ plan, text: words.toReview(countText(plan, rows.length)) }] : []
  })
  if (due.length === 0 && changed === 0) return null
  return (
    <section aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <ul class="functions">
        {changed > 0 && (
          <li>
            <button type="button" class="function" onClick={() => go('History')}>
              <b>{HISTORY.name}</b>
              <span class="finding red">{words.changedByHand(changed)}</span>
            </button>
          </li>
        )}
        {due.map(({ plan, text }) => (
          <li key={plan.name}>
            <button type="button" class="function" onClick={() => go(plan.name)}>
              <b>{plan.name}</b>
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
