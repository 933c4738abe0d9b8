import { findMetric } from '../../catalogue/catalogue.ts'
import type { CellValue } from '../../sheet/book.ts'
import type { About } from '../../plans/check.ts'
import { metricOf } from '../../plans/linking.ts'
import type { Plan } from '../../plans/plan.ts'
import { awaits, liveIn, wordIn, type Row } from '../../plans/row.ts'
import { brief } from '../../catalogue/readable.ts'

/** What the metric says now, with the colour of its status in words as well. Nothing where it has no value to come. */
export function Live({ row, plan, about }: { row: Row; plan: Plan; about: About }) {
  const { link } = plan
  if (!link) return null
  const value = liveIn(row, link.value)
  if (value === null && !awaits(row, link.value)) return null
  const status = wordIn(row, link.status).toLowerCase()
  return (
    <span class={`live ${status}`}>
      {liveText(metricOf(row, link, about.rowsOf('KPIs')), value)}
      {status && <span class="hidden-text"> {status}</span>}
    </span>
  )
}

/** The live value of a metric with its unit. */
function liveText(metric: string, value: CellValue): string {
  if (value === null || value === '') return '…'
  return brief(value, findMetric(metric)?.spec.returns ?? {})
}
