import type { NewCell } from '../../sheet/book.ts'
import { unlinkedCells } from '../../plans/linking.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { focusOn } from '../focus.ts'
import { texts } from '../texts/texts.ts'
import { Live } from './live.tsx'
import type { Store } from './store.ts'

export interface PartProps {
  store: Store
  row: Row
  /** Whether something is filled in and not saved yet. */
  isDraft: boolean
  /** Writes what was filled in, and other cells with it. True when a person waits for what comes next. */
  write(more: Record<string, NewCell>, done: string): Promise<boolean>
}

const LINK = 'link-metric'

/** The metric of a row, and the ways to link another one or none. */
export function MetricPart({ store, row, isDraft, write, open }: PartProps & { open(): void }) {
  const { plan, about, layout } = store
  const { metric, target, value } = plan.link!
  const [one] = plan.noun
  const words = texts.plans.row.metric
  const name = wordIn(row, metric)
  const isLinked = name !== '' && (plan.name !== 'KPIs' || wordIn(row, value) !== '')
  const link = async () => {
    if (!isDraft || (await write({}, texts.plans.row.saved))) open()
  }
  const unlink = async () => {
    // The button goes with the metric.
    if (await write(unlinkedCells(plan, layout), words.unlinked)) focusOn(document.getElementById(LINK))
  }
  return (
    <>
      <h2>{words.heading}</h2>
      {name ? (
        <p class="metric">
          <b>{name}</b>
          <Live {...{ row, plan, about }} />
          {wordIn(row, target) !== '' && <small>{words.target(wordIn(row, target))}</small>}
        </p>
      ) : (
        <p class="note">{words.none(one)}</p>
      )}
      <button type="button" id={LINK} class="quiet wide" aria-disabled={store.busy} onClick={link}>
        {words[isLinked ? 'change' : 'link'](isDraft)}
      </button>
      {name && (
        <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={unlink}>
          {words.unlink}
        </button>
      )}
    </>
  )
}
