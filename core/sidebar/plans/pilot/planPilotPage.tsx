import { useRef, useState } from 'preact/hooks'
import { capitalized } from '../../../catalogue/readable.ts'
import { PATHS } from '../../../plans/commonColumns.ts'
import {
  comingMonday,
  datesText,
  kpiNamed,
  pilotRequest,
  pilotThere,
  planningProblem,
  startDay,
  type Planned,
} from '../../../plans/pilot/planning.ts'
import { isPath, otherThan } from '../../../plans/pilot/weeks.ts'
import { targetIn } from '../../../plans/live.ts'
import { wordIn, type Row } from '../../../plans/row.ts'
import { isoText } from '../../../statistics/time/calendar.ts'
import { focusOn } from '../../focus.ts'
import { PageHeading } from '../../pageHeading.tsx'
import type { Store } from '../store.ts'

interface Props {
  store: Store
  rows: readonly Row[]
  back(): void
  finish(): void
}

/** A pilot of ninety days: what is asked, and seventeen dated weeks in one write. */
export function PlanPilotPage({ store, rows, back, finish }: Props) {
  const { plan, about, state, busy } = store
  const [planned, setPlanned] = useState<Planned>({
    kpi: '',
    target: '',
    changed: '',
    start: isoText(comingMonday(about.today)),
    owner: '',
  })
  const form = useRef<HTMLFormElement>(null)
  const content = state.kind === 'ready' ? state.content : null
  if (!content) return <PageHeading title={PLAN_PILOT} back={back} />
  const there = pilotThere(rows, content)
  const kpis = about.rowsOf('KPIs')
  const set = (field: keyof Planned, text: string) => setPlanned((before) => ({ ...before, [field]: text }))
  const setKpi = (kpi: string) => {
    const row = kpiNamed(kpi, kpis)
    setPlanned((before) => ({ ...before, kpi, ...(row && { target: targetIn(row, 'Target') || before.target }) }))
  }
  const write = async () => {
    const problem = planningProblem(planned, kpis)
    if (problem) {
      store.say(problem.text, true)
      return focusOn(form.current!.querySelector<HTMLElement>(`#pilot-${problem.field}`))
    }
    const { isWritten, hasGoneOn } = await store.change(
      () => pilotRequest(plan, content, planned),
      'The pilot is planned: 4 weeks before it and 13 with the change.',
    )
    if (isWritten && !hasGoneOn) finish()
  }
  const day = startDay(planned.start)
  return (
    <>
      <PageHeading title={PLAN_PILOT} back={back} />
      {there ? (
        <p class="warning">{there}</p>
      ) : (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <p>
            One change on one path, the other path beside it, and the same KPI on both, week by week: that tells what
            the change did from what would have come anyway.
          </p>
          <Field
            id="kpi"
            label="KPI"
            help="What is to move. Choose one of KPIs, or type another."
            value={planned.kpi}
            set={setKpi}
            known={(kpis ?? []).map((row) => wordIn(row, 'KPI'))}
          />
          <Field
            id="target"
            label="Target"
            help="What is to be reached by the end, such as >= 85%."
            value={planned.target}
            set={(text) => set('target', text)}
          />
          <div class="field">
            <label for="pilot-changed">Path that is changed</label>
            <p id="pilot-changed-help" class="note">
              {isPath(planned.changed)
                ? `The ${otherThan(planned.changed)} path stays as it is: it is compared with.`
                : 'The other one stays as it is: it is compared with.'}
            </p>
            <select
              id="pilot-changed"
              aria-describedby="pilot-changed-help"
              aria-required
              value={planned.changed}
              onChange={(event) => set('changed', event.currentTarget.value)}
            >
              <option value="">not chosen</option>
              {PATHS.map((path) => (
                <option key={path} value={path}>
                  {capitalized(path)}
                </option>
              ))}
            </select>
          </div>
          <Field
            id="start"
            label="Start of the change"
            help={'day' in day ? datesText(day.day) : 'Its first day, such as 2026-03-02.'}
            value={planned.start}
            set={(text) => set('start', text)}
          />
          <Field
            id="owner"
            label="Owner"
            help="Who writes the line of each week. May be filled in later."
            value={planned.owner}
            set={(text) => set('owner', text)}
          />
          <button type="submit" class="primary wide" aria-disabled={busy}>
            {busy ? 'Writing…' : 'Plan the pilot'}
          </button>
        </form>
      )}
    </>
  )
}

export const PLAN_PILOT = 'Plan a pilot of 90 days'

interface FieldProps {
  id: keyof Planned
  label: string
  help: string
  value: string
  set(text: string): void
  known?: readonly string[]
}

function Field({ id, label, help, value, set, known = [] }: FieldProps) {
  const words = [...new Set(known)].filter((word) => word !== '')
  return (
    <div class="field">
      <label for={`pilot-${id}`}>{label}</label>
      <p id={`pilot-${id}-help`} class="note">
        {help}
      </p>
      <input
        id={`pilot-${id}`}
        type="text"
        autocomplete="off"
        aria-describedby={`pilot-${id}-help`}
        aria-required={id !== 'owner'}
        list={words.length > 0 ? `pilot-${id}-known` : undefined}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {words.length > 0 && (
        <datalist id={`pilot-${id}-known`}>
          {words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </div>
  )
}
