import type { Result, Returns, Spec } from '../../metric.ts'
import { civil } from '../../statistics/time/calendar.ts'

/**
 * What the numbers of one result count: a column of labels holds dates where the argument does that they come from.
 * `showsDates` says so of its cells, in a host that knows how cells are formatted. Without it, and for numbers that have
 * no format yet, the numbers themselves must tell.
 */
export function returnsOf(
  { args, returns }: Spec,
  given: readonly unknown[],
  result: Result,
  showsDates?: (raw: unknown) => boolean,
): Returns {
  const { table } = returns
  if (!Array.isArray(result) || !table?.some(({ labelsOf }) => labelsOf)) return returns
  return {
    ...returns,
    table: table.map((column, i) => {
      if (column.labelsOf === undefined) return column
      const raw = given[args.findIndex(({ name }) => name === column.labelsOf)]
      const labels = result.slice(1).flatMap((row) => (typeof row[i] === 'number' ? [row[i]] : []))
      const mayBeDates = labels.length > 0 && labels.every(isRecent)
      const areDates = mayBeDates && (beginMonths(labels) || (showsDates ?? readsAsDates)(raw))
      return areDates ? { ...column, unit: 'date' } : column
    }),
  }
}

/** From 1990 to 2050. Numbers such as these that are no dates, five-digit codes for instance, reach beyond. */
function isRecent(serial: number): boolean {
  return serial >= 32874 && serial < 55154
}

function beginMonths(labels: readonly number[]): boolean {
  return labels.length > 1 && labels.every((label) => Number.isInteger(label) && civil(label).day === 1)
}

/** Whether the title says that these are dates, or there is none to say that they are something else. */
function readsAsDates(raw: unknown): boolean {
  const first: unknown = Array.isArray(raw) ? (raw as unknown[][])[0]?.[0] : raw
  return typeof first !== 'string' || /date|day|week|month|quarter|year|period|cohort|time/i.test(first)
}
