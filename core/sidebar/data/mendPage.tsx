import { useMemo, useState } from 'preact/hooks'
import { sheetRow, titleOfOriginal, type Checked } from '../../data/checked.ts'
import type { Finding } from '../../data/findings.ts'
import type { Change, Mend, Question } from '../../data/mend.ts'
import { isFilledByFormula, mendRequest, newTitle, removeRequest, writable, type Way } from '../../data/requests.ts'
import { changeText, DOES, DONE, findingText, rowsText } from '../../data/words.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Desk } from './desk.ts'

interface Props {
  checked: Checked
  finding: Finding
  desk: Desk
  close(): void
}

/** One finding: what each cell would become, what only a person can tell, and where the result goes. */
export function MendPage({ checked, finding, desk, close }: Props) {
  const mend = checked.mends.get(finding)
  const title = checked.table.titles[finding.column!]!
  const places = finding.rows.map((row) => sheetRow(checked, row) + 1)
  return (
    <>
      <PageHeading title={title} back={close} />
      <p>
        {findingText(finding.what, finding.rows.length, false)} <small>{rowsText(places)}</small>
      </p>
      {mend && <MendForm checked={checked} mend={mend} title={title} found={finding.rows.length} desk={desk} />}
    </>
  )
}

interface FormProps {
  checked: Checked
  mend: Mend
  title: string
  found: number
  desk: Desk
}

function MendForm({ checked, mend, title, found, desk }: FormProps) {
  const [answer, setAnswer] = useState<string | undefined>()
  const mustBeBeside = checked.table.first === 1 || isFilledByFormula(checked, mend)
  const [way, setWay] = useState<Way>('beside')
  const [isMissing, setMissing] = useState(false)
  const all = useMemo(() => mend.changes(answer), [mend, answer])
  const changes = useMemo(() => writable(checked, mend, all), [checked, all])
  const isAsked = mend.question !== null && answer === undefined
  const formulas = all.length - changes.length
  const unread = isAsked ? 0 : found - all.length
  const submit = () => {
    setMissing(isAsked)
    if (isAsked) return document.querySelector<HTMLElement>('[name=answer]')?.focus()
    const column = checked.columns[mend.column]! + 1
    const beside = newTitle(checked, mend, 'beside')
    const { mended, takeAway, tookAway } = texts.data.mend
    desk.change({
      request: mendRequest(checked, mend, changes, way),
      done: mended({
        cells: changes.length,
        title,
        done: DONE[mend.kind],
        beside: way === 'beside' ? beside : null,
      }),
      columns: way === 'beside' || !checked.kept.has(mend.column) ? 1 : 0,
      ...(way === 'beside' && {
        undo: {
          label: takeAway,
          done: tookAway(beside),
          columns: -1,
          request: (content) => removeRequest(checked.sheet, content, column),
        },
      }),
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {mend.question && <Asked question={mend.question} answer={answer} set={setAnswer} isMissing={isMissing} />}
      {!isAsked && <Examples changes={changes} />}
      {formulas > 0 && <p class="note">{texts.data.mend.formulasStay(formulas)}</p>}
      {unread > 0 && <p class="note">{texts.data.mend.unreadStay(unread)}</p>}
      <fieldset>
        <legend>{texts.data.mend.where}</legend>
        <label class="pick">
          <input type="radio" name="way" checked={way === 'beside'} onChange={() => setWay('beside')} />
          <span>
            {texts.data.mend.beside}
            <small>{texts.data.mend.column(newTitle(checked, mend, 'beside'))}</small>
          </span>
        </label>
        {mustBeBeside ? (
          <p class="note">{texts.data.mend.notInPlace[checked.table.first === 1 ? 'noTitles' : 'filled']}</p>
        ) : (
          <label class="pick">
            <input type="radio" name="way" checked={way === 'in place'} onChange={() => setWay('in place')} />
            <span>
              {texts.data.mend.inPlace}
              <small>{texts.data.mend.keptIn(titleOfOriginal(title))}</small>
            </span>
          </label>
        )}
      </fieldset>
      <button
        type="submit"
        class="primary wide"
        aria-disabled={desk.busy !== ''}
        disabled={!isAsked && changes.length === 0}
      >
        {desk.busy ||
          (isAsked ? DOES[mend.kind] : texts.data.mend.mendCells({ does: DOES[mend.kind], cells: changes.length }))}
      </button>
    </form>
  )
}

interface AskedProps {
  question: Question
  answer: string | undefined
  set(answer: string): void
  isMissing: boolean
}

function Asked({ question, answer, set, isMissing }: AskedProps) {
  return (
    <fieldset aria-describedby={isMissing ? 'answer-missing' : undefined}>
      <legend>{question.text}</legend>
      {question.choices.map(({ answer: own, label, example }) => {
        return (
          <label key={own} class="pick">
            <input type="radio" name="answer" checked={answer === own} onChange={() => set(own)} />
            <span>
              {label}
              <small>{texts.data.mend.becomes(changeText(example))}</small>
            </span>
          </label>
        )
      })}
      {isMissing && answer === undefined && (
        <p id="answer-missing" class="problem" role="alert">
          {texts.data.mend.choose}
        </p>
      )}
    </fieldset>
  )
}

const EXAMPLES = 3

/** Some changes that look different. */
function Examples({ changes }: { changes: readonly Change[] }) {
  const shown = new Map<string, Change>()
  for (const change of changes) {
    if (shown.size >= EXAMPLES) break
    const before = String(change.before)
    if (!shown.has(before)) shown.set(before, change)
  }
  if (shown.size === 0) return null
  const { examples } = texts.data.mend
  return (
    <table class="changes">
      <caption class="hidden-text">{examples.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{examples.before}</th>
          <th scope="col">{examples.after}</th>
        </tr>
      </thead>
      <tbody>
        {[...shown.values()].map((change) => {
          const { before, after } = changeText(change)
          return (
            <tr key={before}>
              <td>{before}</td>
              <td>{change.after === null ? <i>{after}</i> : after}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
