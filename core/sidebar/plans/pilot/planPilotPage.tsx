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
import { texts } from '../../texts/texts.ts'
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
  const words = texts.plans.pilot
  const [planned, setPlanned] = useState<Planned>({
    kpi: '',
    target: '',
    changed: '',
    start: isoText(comingMonday(about.today)),
    owner: '',
  })
  const form = useRef<HTMLFormElement>(null)
  const content = state.kind === 'ready' ? state.content : null
  if (!content) return <PageHeading title={texts.plans.ownPages.planPilot} back={back} />
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
    const { isWritten, hasGoneOn } = await store.change(() => pilotRequest(plan, content, planned), words.planned)
    if (isWritten && !hasGoneOn) finish()
  }
  const day = startDay(planned.start)
  return (
    <>
      <PageHeading title={texts.plans.ownPages.planPilot} back={back} />
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
          <p>{words.about}</p>
          <Field
            id="kpi"
            {...words.kpi}
            value={planned.kpi}
            set={setKpi}
            known={(kpis ?? []).map((row) => wordIn(row, 'KPI'))}
          />
          <Field id="target" {...words.target} value={planned.target} set={(text) => set('target', text)} />
          <div class="field">
            <label for="pilot-changed">{words.changed.label}</label>
            <p id="pilot-changed-help" class="note">
              {isPath(planned.changed) ? words.changed.other(otherThan(planned.changed)) : words.changed.help}
            </p>
            <select
              id="pilot-changed"
              aria-describedby="pilot-changed-help"
              aria-required
              value={planned.changed}
              onChange={(event) => set('changed', event.currentTarget.value)}
            >
              <option value="">{words.changed.none}</option>
              {PATHS.map((path) => (
                <option key={path} value={path}>
                  {capitalized(path)}
                </option>
              ))}
            </select>
          </div>
          <Field
            id="start"
            label={words.start.label}
            help={'day' in day ? datesText(day.day) : words.start.help}
            value={planned.start}
            set={(text) => set('start', text)}
          />
          <Field id="owner" {...words.owner} value={planned.owner} set={(text) => set('owner', text)} />
          <button type="submit" class="primary wide" aria-disabled={busy}>
            {busy ? texts.doing.writing : words.plan}
          </button>
        </form>
      )}
    </>
  )
}

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
