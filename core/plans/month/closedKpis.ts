import type { CellValue } from '../../sheet/book.ts'
import { dayIn, numberIn, wordIn, type Row } from '../row.ts'

/** A KPI over the months that were closed. */
export interface ClosedKpi {
  name: string
  /** Its value by the serial number of the month. */
  values: ReadonlyMap<number, number>
}

/** The KPIs of History that have numbers, each under the name that it had last. */
export function closedKpis(history: readonly Row[]): ClosedKpi[] {
  const known = new Map<string, { name: string; values: Map<number, number> }>()
  for (const row of history) {
    const [month, value, id] = [dayIn(row, 'Month'), numberIn(row, 'Value'), wordIn(row, 'KPI id')]
    if (month === null || value === null) continue
    const kpi = known.get(id) ?? { name: '', values: new Map() }
    kpi.name = [wordIn(row, 'KPI'), wordIn(row, 'Segment')].filter((word) => word !== '').join(', ')
    kpi.values.set(month, value)
    known.set(id, kpi)
  }
  return [...known.values()]
}

/** A row a month, the first KPI first: cells as somebody would select them, with their titles. */
export function monthsOf(first: ClosedKpi, others: readonly ClosedKpi[]): CellValue[][] {
  const all = [first, ...others]
  const months = [...new Set(all.flatMap(({ values }) => [...values.keys()]))].sort((a, b) => a - b)
  return [all.map(({ name }) => name), ...months.map((month) => all.map(({ values }) => values.get(month) ?? null))]
}
