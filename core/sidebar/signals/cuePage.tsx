import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { NewCell } from '../../sheet/book.ts'
import { fieldOf, type Field, type Key } from '../../signals/fields.ts'
import { findingsOf, type Finding } from '../../signals/findings.ts'
import { changeOf, requestOf, type Cue } from '../../signals/matrix.ts'
import { isoText } from '../../statistics/calendar.ts'
import { Live } from './cueList.tsx'
import { PageHeading } from './pageHeading.tsx'
import type { View } from './signals.tsx'
import { newId, today, type Store } from './store.ts'

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

/** What a person has filled in and not saved yet. */
export interface Draft {
  /** Given when the draft was begun, so that saving twice adds one row. */
  id: string
  /** The cue as it was then: what someone else changes in it later is shown before it is overwritten. */
  base: Cue | null
  fields: Readonly<Partial<Record<Key, string>>>
}

const LINK = 'link-metric'

interface Props {
  /** Null for a new one. */
  cue: Cue | null
  /** Its row was removed while someone filled in the form. */
  isGone: boolean
  cues: readonly Cue[]
  store: Store
  draft: Draft | undefined
  setDraft(draft: Draft | null): void
  go(view: View): void
  back(): void
  finish(from?: string): void
}

/** One cue: a form, what is wrong with it, its metric, its review. */
export function CuePage({ cue, isGone, cues, store, draft, setDraft, go, back, finish }: Props) {
  const fields = draft?.fields ?? {}
  const base = draft ? draft.base : cue
  const valueOf = (key: Key): string => fields[key] ?? textIn(cue, key)
  const fill = (key: Key, value: string) => {
    const next = { ...fields, [key]: value }
    const isSame = FORM.every((each) => (next[each] ?? textIn(base, each)) === textIn(base, each))
    setDraft(isSame ? null : { id: draft?.id ?? cue?.id ?? newId(), base, fields: next })
  }
  /** Writes what was filled in, and other cells with it. */
  const write = async (more: Record<string, NewCell>, done: string): Promise<boolean> => {
    if (valueOf('cue').trim() === '') {
      store.say('Give the cue a name first.', true)
      document.getElementById('cue-cue')?.focus()
      return false
    }
    const changed = FORM.filter((key) => fields[key] !== undefined && fields[key] !== textIn(base, key))
    const filled = Object.fromEntries(changed.map((key) => [fieldOf(key).title, cellOf(key, fields[key]!)]))
    const cells = { ...filled, ...more }
    const change = base ? changeOf(base, cells) : { id: draft?.id ?? newId(), seen: null, cells }
    const isWritten = await store.change(requestOf([change]), done)
    if (isWritten) setDraft(null)
    return isWritten
  }
  const save = async () => {
    if (await write({}, cue ? 'Saved.' : 'Added.')) finish(cue?.id ?? draft?.id)
  }
  const review = () => {
    const done = draft ? 'Saved and marked as reviewed today.' : 'Marked as reviewed today.'
    return write({ [fieldOf('reviewedOn').title]: today() }, done)
  }
  const link = async () => {
    if (!draft || (await write({}, 'Saved.'))) go({ page: 'link', id: cue!.id })
  }
  const unlink = async () => {
    const empty = Object.fromEntries(LIVE.map((key) => [fieldOf(key).title, null]))
    // The button goes with the metric.
    if (await write(empty, 'The metric is unlinked.')) document.getElementById(LINK)?.focus()
  }
  const remove = async () => {
    if (!(await store.change(requestOf([changeOf(cue!, null)]), `“${cue!.cue}” was removed.`))) return
    setDraft(null)
    finish()
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
            set={(value) => fill(key, value)}
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
          <Removal busy={store.busy} remove={remove} />
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

/** Asks before it removes. The focus stays where a person goes on. */
function Removal({ busy, remove }: { busy: boolean; remove(): void }) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const next = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (asking !== null) next.current?.focus()
  }, [asking])
  if (!asking) {
    return (
      <button type="button" class="quiet wide" ref={next} onClick={() => setAsking(true)}>
        Remove this cue
      </button>
    )
  }
  return (
    <div
      class="question"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsking(false)
      }}
    >
      <p>The whole row goes, with its metric. Ctrl+Z in the sheet brings it back.</p>
      <button type="button" class="quiet" ref={next} onClick={() => setAsking(false)}>
        Keep it
      </button>
      <button type="button" class="primary" aria-disabled={busy} onClick={remove}>
        Remove
      </button>
    </div>
  )
}

/** What the cell holds, also where it is not what belongs there. */
function textIn(cue: Cue | null, key: Key): string {
  return cue ? String(cue[key] ?? cue.seen[fieldOf(key).title] ?? '') : ''
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

function cellOf(key: Key, typed: string): NewCell {
  const text = typed.trim()
  if (text === '') return null
  return key === 'promise' || key === 'delivery' ? Number(text) : typed
}
