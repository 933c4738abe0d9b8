import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { catalogue, findMetric } from '../../catalogue/catalogue.ts'
import { search } from '../../catalogue/search.ts'
import type { Metric } from '../../metric.ts'
import { kpiCells } from '../../plans/linking.ts'
import { nameOf } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { LinkForm, type LinkProps } from './linkForm.tsx'

/** Links a metric to a row: which function, which data, which target. The row gets a live formula and its status. */
export function LinkPage({ row: now, book, store, back, finish }: LinkProps) {
  // What someone else changes in the row from here on is shown before it is overwritten, and then it has been seen.
  const { plan, about } = store
  const { metric: metricTitle } = plan.link!
  const words = texts.plans.linking
  const [row, setRow] = useState(now)
  useLayoutEffect(() => {
    if (!store.conflict) setRow(now)
  }, [store.conflict])
  // A spreadsheet may spell a formula in its own way: the row is known when it is read again.
  const written = useRef<Row | null>(null)
  useLayoutEffect(() => {
    if (!written.current || now === written.current) return
    written.current = null
    setRow(now)
  }, [now])
  const rewritten = (row: Row) => {
    written.current = row
    setRow(row)
  }
  const [metric, setMetric] = useState<Metric | null>(() => findMetric(wordIn(row, metricTitle)) ?? null)
  const [query, setQuery] = useState('')
  if (metric === null) {
    const found = query.trim() ? search(query, LINKABLE) : LINKABLE
    const kpis = plan.name === 'KPIs' ? [] : (about.rowsOf('KPIs') ?? []).filter((kpi) => wordIn(kpi, 'KPI') !== '')
    const linkKpi = async (kpi: Row) => {
      const request = () => requestOf(plan, [changeOf(plan, row, kpiCells(plan, kpi, store.layout))])
      const { isWritten, hasGoneOn } = await store.change(request, words.kpiLinked(wordIn(kpi, 'KPI')))
      if (isWritten && !hasGoneOn) finish(row.id)
    }
    return (
      <>
        <PageHeading title={words.heading(nameOf(plan, row))} back={back} />
        {kpis.length > 0 && (
          <>
            <h2>{words.kpis}</h2>
            <ul class="functions">
              {kpis.map((kpi) => (
                <li key={kpi.id}>
                  <button type="button" class="function" aria-disabled={store.busy} onClick={() => void linkKpi(kpi)}>
                    <b>{wordIn(kpi, 'KPI')}</b>
                    <span>{wordIn(kpi, 'Metric')}</span>
                  </button>
                </li>
              ))}
            </ul>
            <h2>{words.own}</h2>
          </>
        )}
        <div class="field">
          <label for="metric-query">{words.find}</label>
          <input
            id="metric-query"
            type="search"
            autocomplete="off"
            placeholder={words.findExample}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        <p class="count" role="status">
          {found.length === 0 && words.noneFound}
        </p>
        <ul class="functions">
          {found.map((each) => (
            <li key={each.spec.name}>
              <button type="button" class="function" onClick={() => setMetric(each)}>
                <b>{each.spec.name}</b>
                <span>{each.spec.questions[0]}</span>
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <LinkForm
      key={metric.spec.name}
      metric={metric}
      row={row}
      book={book}
      store={store}
      back={back}
      finish={finish}
      rewritten={rewritten}
      other={() => setMetric(null)}
    />
  )
}

/** The functions that answer one number, and so fit into a cell of a plan and have a status. */
const LINKABLE: readonly Metric[] = catalogue().filter(
  ({ spec: { args, returns } }) =>
    returns.unit &&
    returns.unit !== 'text' &&
    returns.column === undefined &&
    !args.some(({ namesModel }) => namesModel),
)
