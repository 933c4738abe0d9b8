import type { Decode } from '../cell.ts'
import type { FindMetric, Result, ResultColumn, Returns, Scalar, Spec } from '../metric.ts'
import { isLeftOut } from '../reading/columns.ts'
import { civil } from '../statistics/time/calendar.ts'
import { lookupName, withoutWish } from './metricName.ts'

/** What a host knows of the cells of a call. */
export interface KnownCells {
  decode: Decode
  find: FindMetric
  /** Whether the cells of an argument are formatted as dates, in a host that knows how cells are formatted. */
  showsDates?(raw: unknown): boolean
}

/**
 * What the numbers of one result count: a column of labels holds dates where the argument does that they come from, and
 * the values of a function that the call names have its unit. Where neither the argument nor a format tells of dates, the
 * numbers themselves must.
 */
export function returnsOf(
  { args, returns }: Spec,
  given: readonly unknown[],
  result: Result,
  { decode, find, showsDates = readsAsDates }: KnownCells,
): Returns {
  if (!Array.isArray(result)) return returns
  const same = returns.others ? withTableLike(result[0]!, returns) : returns
  const { table } = same
  if (!table?.some(({ labelsOf, unitOf, unitWhen }) => labelsOf ?? unitOf ?? unitWhen)) return same
  const raw = (argument: string) => given[args.findIndex(({ name }) => name === argument)]
  const isGivenAsDates = (argument: string) =>
    args.some(({ name, date }) => name === argument && date) && !isLeftOut(raw(argument), decode)
  const asNamed = (column: ResultColumn, argument: string): ResultColumn => {
    const written = decode(firstOf(raw(argument)))
    const named = typeof written === 'string' ? find(lookupName(withoutWish(written).bare)) : undefined
    const { unit, digits } = named?.spec.returns ?? {}
    return unit ? { ...column, unit, ...(digits !== undefined && { digits }) } : column
  }
  const asChosen = (column: ResultColumn, { argument, is, unit }: NonNullable<ResultColumn['unitWhen']>) => {
    const written = decode(firstOf(raw(argument)))
    return String(written ?? '')
      .trim()
      .toLowerCase() === is
      ? { ...column, unit }
      : column
  }
  const asLabels = (column: ResultColumn, argument: string, at: number): ResultColumn => {
    const labels = result.slice(1).flatMap((row) => (typeof row[at] === 'number' ? [row[at]] : []))
    const mayBeDates = labels.length > 0 && labels.every(isRecent)
    const areDates = mayBeDates && (isGivenAsDates(argument) || beginMonths(labels) || showsDates(raw(argument)))
    return areDates ? { ...column, unit: 'date' } : column
  }
  return {
    ...same,
    table: table.map((column, at) => {
      if (column.unitOf) return asNamed(column, column.unitOf)
      if (column.unitWhen) return asChosen(column, column.unitWhen)
      return column.labelsOf ? asLabels(column, column.labelsOf, at) : column
    }),
  }
}

/** The same for a result with this header: with the table that has its names, the usual one where none has. */
function withTableLike(header: readonly Scalar[], returns: Returns): Returns {
  const other = returns.others?.find(({ table }) => isLike(header, table))
  if (!other) return returns
  const { table } = other
  const isThere = (column: string) => table.some(({ name }) => name === column)
  const chart = other.chart ?? (returns.chart?.columns.every(isThere) ? returns.chart : undefined)
  return { ...returns, table, chart }
}

function isLike(header: readonly Scalar[], table: readonly ResultColumn[]): boolean {
  const isOpenEnded = isOpen(table[table.length - 1]!.name) && table.length < header.length
  if (table.length !== header.length && !isOpenEnded) return false
  return table.every(({ name }, i) => name === header[i] || isOpen(name))
}

/** A name that stands for what is only known with the result: “0, 1, 2, …”. */
function isOpen(name: string): boolean {
  return name.endsWith('…')
}

function firstOf(raw: unknown): unknown {
  return Array.isArray(raw) ? firstOf(raw[0]) : raw
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
  const first = firstOf(raw)
  return typeof first !== 'string' || /date|day|week|month|quarter|year|period|cohort|time/i.test(first)
}
