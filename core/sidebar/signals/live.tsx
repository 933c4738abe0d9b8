import { findMetric } from '../../catalogue/catalogue.ts'
import type { CellValue } from '../../sheet/book.ts'
import { awaitsValue, type Cue } from '../../signals/matrix.ts'
import { brief } from '../readable.ts'

/** What the metric says now, with the colour of its status in words as well. Nothing where it has no value to come. */
export function Live({ cue }: { cue: Cue }) {
  if (cue.value === null && !awaitsValue(cue)) return null
  return (
    <span class={`live ${cue.status}`}>
      {liveText(cue.metric, cue.value)}
      {cue.status && <span class="hidden-text"> {cue.status}</span>}
    </span>
  )
}

/** The live value of a metric with its unit. */
function liveText(metric: string, value: CellValue): string {
  if (value === null || value === '') return '…'
  return brief(value, findMetric(metric)?.spec.returns ?? {})
}
