import { useState } from 'preact/hooks'
import type { NewCell } from '../../book.ts'
import { fieldOf, type Field, type Key } from '../../signals/fields.ts'
import { findingsOf } from '../../signals/findings.ts'
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
const SCORES = ['1', '2', '3', '4', '5']

type Draft = Readonly<Partial<Record<Key, string>>>

interface Props {
  /** Null for a new one. */
  cue: Cue | null
  cues: readonly Cue[]
  store: Store
  go(view: View): void
  back(from?: string): void
}

/** One cue: a form, what is wrong with it, its metric, its review. */
export function CuePage({ cue, cues, store, go, back }: Props) {
  const [draft, setDraft] = useState<Draft>({})
  const [removing, setRemoving] = useState(false)
  const valueOf = (key: Key): string => draft[key] ?? (cue ? String(cue[key] ?? '') : '')
  const changed = FORM.filter((key) => draft[key] !== undefined && draft[key] !== (cue ? String(cue[key] ?? '') : ''))
  const isNameless = valueOf('cue').trim() === ''

  const save = async () => {
    if (isNameless) {
      store.say('Give the cue a name first.')
      document.getElementById('cue-cue')?.focus()
      return
    }
    const cells = Object.fromEntries(changed.map((key) => [fieldOf(key).title, cellOf(key, draft[key]!)]))
    const id = cue?.id ?? newId()
    const change = cue ? changeOf(cue, cells) : { id, seen: null, cells }
    if (await store.change(requestOf([change]), cue ? 'Saved.' : 'Added.')) back(id)
  }
  const review = () => {
    const cells = { [fieldOf('reviewedOn').title]: today() }
    return store.change(requestOf([changeOf(cue!, cells)]), 'Marked as reviewed today.')
  }
  const remove = async () => {
    if (await store.change(requestOf([changeOf(cue!, null)]), `“${cue!.cue}” was removed.`)) back()
  }

  return (
    <>
      <PageHeading title={cue ? cue.cue || 'Cue without a name' : 'New cue'} back={() => back(cue?.id)} />
      {cue && (
        <ul class="findings">
          {findingsOf(cue, today()).map(({ level, text }) => (
            <li key={text} class={`finding ${level}`}>
              {text}
            </li>
          ))}
        </ul>
      )}
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
            set={(value) => setDraft((before) => ({ ...before, [key]: value }))}
          />
        ))}
        <button type="submit" class="primary wide" disabled={store.busy || (cue !== null && changed.length === 0)}>
          {store.busy ? 'Writing…' : cue ? 'Save' : 'Add'}
        </button>
      </form>
      {cue && (
        <>
          <h2>Metric</h2>
          {cue.metric ? (
            <p>
              <b>{cue.metric}</b> <Live cue={cue} />
              {cue.target !== null && cue.target !== '' && <small> target {String(cue.target)}</small>}
            </p>
          ) : (
            <p class="note">None yet. A metric shows whether the cue works, in a live number.</p>
          )}
          <button type="button" class="quiet wide" onClick={() => go({ page: 'link', id: cue.id })}>
            {cue.metric ? 'Link another metric' : 'Link a metric'}
          </button>
          <h2>Review</h2>
          <p class="note">
            {cue.reviewedOn === null ? 'Never reviewed.' : `Last reviewed on ${isoText(Math.floor(cue.reviewedOn))}.`}
          </p>
          <button type="button" class="quiet wide" disabled={store.busy} onClick={review}>
            Reviewed today
          </button>
          <h2>Remove</h2>
          {removing ? (
            <div class="question">
              <p>The whole row goes, with its metric. Ctrl+Z in the sheet brings it back.</p>
              <button type="button" class="primary" disabled={store.busy} onClick={remove}>
                Remove
              </button>
              <button type="button" class="quiet" onClick={() => setRemoving(false)}>
                Keep it
              </button>
            </div>
          ) : (
            <button type="button" class="quiet wide" onClick={() => setRemoving(true)}>
              Remove this cue
            </button>
          )}
        </>
      )}
    </>
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

function cellOf(key: Key, typed: string): NewCell {
  const text = typed.trim()
  if (text === '') return null
  return key === 'promise' || key === 'delivery' ? Number(text) : typed
}
