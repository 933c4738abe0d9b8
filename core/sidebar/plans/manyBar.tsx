import { useRef, useState } from 'preact/hooks'
import type { NewCell } from '../../sheet/book.ts'
import { trailCells } from '../../plans/draft.ts'
import { kpiCells } from '../../plans/linking.ts'
import { columnOf, countText } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { focusOn } from '../focus.ts'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

interface Props {
  store: Store
  /** Those in sight. */
  rows: readonly Row[]
  picked: ReadonlySet<string>
  setPicked(picked: ReadonlySet<string> | null): void
}

/** No column is called that: titles have no spaces at their ends. */
const REVIEWED = ' reviewed'
const KPI = ' kpi'

/** One action on all rows that were picked, in one write. */
export function ManyBar({ store, rows, picked, setPicked }: Props) {
  const { plan, about, layout } = store
  const words = texts.plans.list.many
  const kpis = plan.link && plan.name !== 'KPIs' ? (about.rowsOf('KPIs') ?? []) : []
  const choosable = plan.form.filter((title) => title === 'Owner' || columnOf(plan, title).choices)
  const [what, setWhat] = useState(choosable.includes('Owner') ? 'Owner' : choosable[0]!)
  const [value, setValue] = useState('')
  const chosen = rows.filter(({ id }) => picked.has(id))
  const allPicked = rows.length > 0 && chosen.length === rows.length
  const options =
    what === KPI ? kpis.map((kpi) => wordIn(kpi, 'KPI')) : what === REVIEWED ? [] : columnOf(plan, what).choices
  const cells = (): Record<string, NewCell> => {
    if (what === REVIEWED) return { 'Reviewed on': about.today }
    if (what !== KPI) return { [what]: value.trim() || null }
    return kpiCells(
      plan,
      kpis.find((kpi) => wordIn(kpi, 'KPI') === value)!,
      layout,
    )
  }
  const pickAll = useRef<HTMLButtonElement>(null)
  const set = async () => {
    const request = () =>
      requestOf(
        plan,
        chosen.map((row) => changeOf(plan, row, { ...trailCells(plan, row, cells(), about.today), ...cells() })),
      )
    const { isWritten, hasGoneOn } = await store.change(request, words.changed(countText(plan, chosen.length)))
    if (!isWritten) return
    setPicked(new Set())
    // The button that was pressed rests until others are picked.
    if (!hasGoneOn) focusOn(pickAll.current)
  }
  const isEmpty = what === KPI && value === ''
  const label = what === KPI ? words.kpi : what
  return (
    <div class="bar many" role="group" aria-label={words.label}>
      <button
        type="button"
        class="quiet wide"
        ref={pickAll}
        onClick={() => setPicked(new Set(allPicked ? [] : rows.map(({ id }) => id)))}
      >
        {allPicked ? texts.plans.pickNone : words.pickAll(rows.length)}
      </button>
      <div class="row">
        <select
          aria-label={words.what}
          value={what}
          onChange={(event) => {
            setWhat(event.currentTarget.value)
            setValue('')
          }}
        >
          {choosable.map((title) => (
            <option key={title}>{title}</option>
          ))}
          {plan.columns.some(({ title }) => title === 'Reviewed on') && (
            <option value={REVIEWED}>{words.reviewed}</option>
          )}
          {kpis.length > 0 && <option value={KPI}>{words.kpi}</option>}
        </select>
        {what !== REVIEWED &&
          (options ? (
            <select aria-label={label} value={value} onChange={(event) => setValue(event.currentTarget.value)}>
              <option value="">{what === KPI ? words.chooseKpi : texts.plans.blank}</option>
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          ) : (
            <input
              type="text"
              autocomplete="off"
              aria-label={label}
              value={value}
              onInput={(event) => setValue(event.currentTarget.value)}
            />
          ))}
      </div>
      <button
        type="button"
        class="primary wide"
        aria-disabled={store.busy}
        disabled={(chosen.length === 0 || isEmpty) && !store.busy}
        onClick={set}
      >
        {store.busy ? texts.doing.writing : words.set(countText(plan, chosen.length))}
      </button>
    </div>
  )
}
