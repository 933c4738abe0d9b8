import { useRef, useState } from 'preact/hooks'
import type { NewCell } from '../../sheet/book.ts'
import { trailCells } from '../../plans/draft.ts'
import { kpiCells } from '../../plans/linking.ts'
import { columnOf, countText } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { focusOn } from '../focus.ts'
import type { Store } from './store.ts'

interface Props {
  store: Store
  /** Those in sight. */
  rows: readonly Row[]
  picked: ReadonlySet<string>
  setPicked(picked: ReadonlySet<string> | null): void
}

const REVIEWED = 'Reviewed today'
const KPI = 'Shows the KPI'

/** One action on all rows that were picked, in one write. */
export function ManyBar({ store, rows, picked, setPicked }: Props) {
  const { plan, about, layout } = store
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
    const { isWritten, hasGoneOn } = await store.change(request, `${countText(plan, chosen.length)} changed.`)
    if (!isWritten) return
    setPicked(new Set())
    // The button that was pressed rests until others are picked.
    if (!hasGoneOn) focusOn(pickAll.current)
  }
  const isEmpty = what === KPI && value === ''
  return (
    <div class="bar many" role="group" aria-label="Change several">
      <button
        type="button"
        class="quiet wide"
        ref={pickAll}
        onClick={() => setPicked(new Set(allPicked ? [] : rows.map(({ id }) => id)))}
      >
        {allPicked ? 'Pick none' : `Pick all ${rows.length} in sight`}
      </button>
      <div class="row">
        <select
          aria-label="What to set"
          value={what}
          onChange={(event) => {
            setWhat(event.currentTarget.value)
            setValue('')
          }}
        >
          {choosable.map((title) => (
            <option key={title}>{title}</option>
          ))}
          {plan.columns.some(({ title }) => title === 'Reviewed on') && <option>{REVIEWED}</option>}
          {kpis.length > 0 && <option>{KPI}</option>}
        </select>
        {what !== REVIEWED &&
          (options ? (
            <select aria-label={what} value={value} onChange={(event) => setValue(event.currentTarget.value)}>
              <option value="">{what === KPI ? 'choose one' : 'not filled in'}</option>
              {options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          ) : (
            <input
              type="text"
              autocomplete="off"
              aria-label={what}
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
        {store.busy ? 'Writing…' : `Set for ${countText(plan, chosen.length)}`}
      </button>
    </div>
  )
}
