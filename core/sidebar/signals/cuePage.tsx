import { useState } from 'preact/hooks'
import type { NewCell } from '../../sheet/book.ts'
import { cellsOf, leftOf, textIn, underWay, unwritten, withField, type Draft } from '../../signals/draft.ts'
import { fieldOf, type Field, type Key } from '../../signals/fields.ts'
import { findingsOf, type Finding } from '../../signals/findings.ts'
import { changeOf, requestOf, type Cue } from '../../signals/matrix.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { Confirmation } from '../confirmation.tsx'
import { focusOn } from '../focus.ts'
import { Live } from './live.tsx'
import { PageHeading } from './pageHeading.tsx'
import { today, type Store } from './store.ts'
import type { NextDraft, View } from './view.ts'

/** What a person fills in by hand. The metric and its live cells have a page of their own. */
const FORM: readonly Key[] = [
  'cue',
  'kind',
  'outcome',
  'owner',
  'promise',
  'delivery',
  'backedBy',
  'stage',
  'path',
  'role',
]
/** What a metric fills in. */
const LIVE: readonly Key[] = ['metric', 'value', 'target', 'status']
const SCORES = ['1', '2', '3', '4', '5']

const LINK = 'link-metric'

interface Props {
  id: string
  /** Its row; undefined where there is none yet, or none any more. */
  cue: Cue | undefined
  cues: readonly Cue[]
  store: Store
  draft: Draft | undefined
  update(next: NextDraft): void
  go(view: View): void
  back(): void
  finish(from?: string): void
}

/** One cue: a form, what is wrong with it, its metric, its review. */
export function CuePage({ id, cue: row, cues, store, draft, update, go, back, finish }: Props) {
  const [isAsked, setAsked] = useState(false)
  const cue = row ?? draft?.base ?? null
  /** Its row was removed while someone filled in the form. */
  const isGone = cue !== null && !row
  const valueOf = (key: Key): string => draft?.fields[key] ?? textIn(cue, key)
  /** Writes what was filled in, and other cells with it. True when a person waits for what comes next. */
  const write = async (more: Record<string, NewCell>, done: string): Promise<boolean> => {
    if (store.isActing()) return false
    if (valueOf('cue').trim() === '') {
      store.say('Give the cue a name first.', true)
      focusOn(document.getElementById('cue-cue'))
      return false
    }
    const base = draft ? draft.base : cue
    const cells = { ...(draft && cellsOf(draft)), ...more }
    const change = base ? changeOf(base, cells) : { id, seen: null, cells }
    if (draft) update((now) => now && underWay(now))
    const { isWritten, hasGoneOn, cues } = await store.change(requestOf([change]), done)
    const written = cues.find((one) => one.id === id)
    update((now) => now && (isWritten ? leftOf(now, cells, written) : unwritten(now)))
    return isWritten && !hasGoneOn
  }
  const save = async () => {
    if (await write({}, cue ? 'Saved.' : 'Added.')) finish(id)
  }
  const review = () => {
    const done = draft ? 'Saved and marked as reviewed today.' : 'Marked as reviewed today.'
    return write({ [fieldOf('reviewedOn').title]: today() }, done)
  }
  const link = async () => {
    if (!draft || (await write({}, 'Saved.'))) go({ page: 'link', id })
  }
  const unlink = async () => {
    const empty = Object.fromEntries(LIVE.map((key) => [fieldOf(key).title, null]))
    // The button goes with the metric.
    if (await write(empty, 'The metric is unlinked.')) focusOn(document.getElementById(LINK))
  }
  const remove = async () => {
    const cells = draft ? cellsOf(draft) : {}
    const { isWritten, hasGoneOn } = await store.change(requestOf([changeOf(cue!, null)]), `“${cue!.cue}” was removed.`)
    if (!isWritten) return
    // With the row goes what was filled in for it, but not what was filled in after.
    update((now) => now && leftOf(now, cells, undefined))
    if (!hasGoneOn) finish()
  }

  return (
    <>
      <PageHeading title={cue ? cue.cue || 'Cue without a name' : 'New cue'} back={back} />
      {cue && !isGone && (
        <button type="button" class="link" aria-disabled={store.busy} onClick={() => store.reveal(cue.row)}>
          Show row {cue.row + 1} in the sheet
        </button>
      )}
      {isGone && <p class="warning">It is not in the sheet any more. Save it to put it back.</p>}
      {cue && !isGone && <Findings findings={findingsOf(cue, today())} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {FORM.map((key) => (
          <CueField
            key={key}
            field={fieldOf(key)}
            value={valueOf(key)}
            known={knownOf(cues, key)}
            set={(value) => update((now) => withField(now, cue, key, value))}
          />
        ))}
        <button
          type="submit"
          class="primary wide"
          aria-disabled={store.busy}
          disabled={cue !== null && !draft && !store.busy}
        >
          {store.busy ? 'Writing…' : cue ? 'Save' : 'Add'}
        </button>
      </form>
      {cue && !isGone && (
        <>
          <h2>Metric</h2>
          {cue.metric ? (
            <p class="metric">
              <b>{cue.metric}</b>
              <Live cue={cue} />
              {cue.target !== null && cue.target !== '' && <small>target {String(cue.target)}</small>}
            </p>
          ) : (
            <p class="note">None yet. A metric shows whether the cue works, in a live number.</p>
          )}
          <button type="button" id={LINK} class="quiet wide" aria-disabled={store.busy} onClick={link}>
            {draft && 'Save and '}
            {cue.metric
              ? `${draft ? 'change' : 'Change'} metric, data or target`
              : `${draft ? 'link' : 'Link'} a metric`}
          </button>
          {cue.metric && (
            <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={unlink}>
              Unlink the metric
            </button>
          )}
          <h2>Review</h2>
          <p class="note">
            {cue.reviewedOn !== null
              ? `Last reviewed on ${isoText(Math.floor(cue.reviewedOn))}.`
              : textIn(cue, 'reviewedOn') === '' && 'Never reviewed.'}
          </p>
          <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={review}>
            {draft ? 'Save, reviewed today' : 'Reviewed today'}
          </button>
          <h2>Remove</h2>
          <button
            type="button"
            class="quiet wide"
            aria-disabled={store.busy}
            aria-expanded={isAsked}
            onClick={() => setAsked(true)}
          >
            Remove this cue
          </button>
          {isAsked && (
            <Confirmation label="Remove" agree={() => void remove()} close={() => setAsked(false)}>
              The whole row goes, with its metric. Ctrl+Z in the sheet brings it back.
            </Confirmation>
          )}
        </>
      )}
    </>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
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

interface CueFieldProps {
  field: Field
  value: string
  /** What other cues have there. */
  known: readonly string[]
  set(value: string): void
}

function CueField({ field: { key, title, help, choices }, value, known, set }: CueFieldProps) {
  const id = `cue-${key}`
  const isScore = key === 'promise' || key === 'delivery'
  const options = choices ?? (isScore ? SCORES : undefined)
  const unknown = options && value !== '' && !options.includes(value)
  return (
    <div class="field">
      <label for={id}>{title}</label>
      <p id={`${id}-help`} class="note">
        {help}
      </p>
      {options ? (
        <select
          id={id}
          aria-describedby={`${id}-help`}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        >
          <option value="">not filled in</option>
          {unknown && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          autocomplete="off"
          aria-describedby={`${id}-help`}
          aria-required={key === 'cue'}
          list={known.length > 0 ? `${id}-known` : undefined}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
      {known.length > 0 && !options && (
        <datalist id={`${id}-known`}>
          {known.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </div>
  )
}

/** What has been written there before, for outcomes and owners that several cues share. */
function knownOf(cues: readonly Cue[], key: Key): string[] {
  if (key !== 'outcome' && key !== 'owner' && key !== 'backedBy') return []
  return [...new Set(cues.map((cue) => cue[key]))].filter((word) => word !== '').sort()
}
