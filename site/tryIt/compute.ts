import { explain, parseCall, rangesOf, type InputReading, type ParsedCall } from '../../core/catalogue/explain.ts'
import type { CellError } from '../../core/cell.ts'
import { readable } from '../../core/catalogue/readable.ts'
import { dateBy, readDate } from '../../core/reading/texts/dates.ts'
import { unitAt, type Result, type Returns, type Share, type Spec } from '../../core/metric.ts'
import type { ChartPlan } from '../../core/sheet/book.ts'
import { callText, doubtful, missing, type Fields } from '../../core/sidebar/functions/call.ts'
import { isoText } from '../../core/statistics/time/calendar.ts'
import { chartOf } from '../../core/tables/chart.ts'
import { withAggregates } from './aggregate.ts'
import { cellsAt, SHEET, type Pasted } from './table.ts'

/** What a call says of the pasted table. */
export type Outcome =
  | { kind: 'waiting'; text: string }
  | {
      kind: 'computed'
      /** As it is typed into the sheet that holds the table. */
      formula: string
      result: Result | CellError
      share: Share | undefined
      returns: Returns
      readings: InputReading[]
      chart: DrawnChart | null
    }

/** A chart with its numbers, in place of the cells that hold them. */
export interface DrawnChart extends Pick<ChartPlan, 'kind' | 'title' | 'format'> {
  labels: string[]
  series: { title: string; values: (number | null)[]; line?: { format: string } }[]
}

export function compute(spec: Spec, typed: Fields, table: Pasted): Outcome {
  const empty = missing(spec, typed)
  const isBare = table.rows.length === 0
  if (isBare && spec.args.some((arg) => arg.shape !== 'cell' && empty.includes(arg.name))) return NO_TABLE
  if (empty.length > 0) return { kind: 'waiting', text: `Still to choose: ${empty.join(', ')}.` }
  const doubt = doubtful(spec, typed)
  if (doubt !== '') return { kind: 'waiting', text: doubt }
  const fields = withDates(spec, typed, table)
  const formula = callText(spec, fields, SHEET)
  const call = parseCall(formula, SHEET)
  if (isBare && /\$?[A-Z]{1,3}\$?\d*:\$?[A-Z]/i.test(withoutTexts(formula))) return NO_TABLE
  const found = call && told(call, table)
  if (!found) return { kind: 'waiting', text: unreadable(spec, call, table) }
  return { kind: 'computed', formula, ...found, share: found.share, chart: chartFor(spec, fields, table, found) }
}

const NO_TABLE: Outcome = { kind: 'waiting', text: 'Paste a table first, or take a sample.' }

function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '')
}

/** Days typed in the way that the table writes its own, as a formula has them: 2025-12-31. */
function withDates({ args }: Spec, fields: Fields, { order }: Pasted): Fields {
  const read = args.flatMap(({ name, date, shape }) => {
    const text = fields[name]?.trim() ?? ''
    // A bare number is a day by its serial number.
    if (!date || shape !== 'cell' || /^\d*$/.test(text)) return []
    const serial = dateBy(readDate(text), order)
    return Number.isNaN(serial) ? [] : [[name, isoText(serial)] as const]
  })
  return { ...fields, ...Object.fromEntries(read) }
}

function told(call: ParsedCall, { rows }: Pasted) {
  const known = withAggregates(call, rows)
  return explain(
    known,
    rangesOf(known).map(({ address }) => cellsAt(rows, address)),
  )
}

function unreadable({ args }: Spec, call: ParsedCall | null, { rows }: Pasted): string {
  const inputs = call && withAggregates(call, rows).inputs
  const at = inputs?.findIndex(({ kind }) => kind === 'calculation') ?? -1
  if (at < 0) return 'A bracket or a quotation mark does not close.'
  const { name, shape, date } = args[Math.min(at, args.length - 1)]!
  const { text } = inputs![at]!
  if (date && readDate(text).kind === 'either') {
    return `${name}: “${text}” may be two days, and the table does not say which. Write it as 2026-12-31.`
  }
  const wanted = date
    ? 'a day as 2026-12-31, or a cell such as B2'
    : shape === 'cell'
      ? 'a number, a text, a cell such as B2, or one sum such as SUM(B:B)'
      : 'a column such as B:B, a range such as B2:B99, or a number'
  return `${name}: “${text}” cannot be computed here. Write ${wanted}.`
}

type Found = NonNullable<ReturnType<typeof told>>

/** The chart of a result; one that needs losses below zero is drawn from the table that has them. */
function chartFor(spec: Spec, fields: Fields, table: Pasted, found: Found): DrawnChart | null {
  const [option, value] = found.returns.chart?.signedBy ?? []
  const signed = option !== undefined && fields[option] !== value && { ...fields, [option]: value! }
  const call = signed && parseCall(callText(spec, signed, SHEET), SHEET)
  const { result, returns } = (call && told(call, table)) || found
  if (!Array.isArray(result)) return null
  const plan = chartOf(returns, result, { sheet: '', row: 0, column: 0 })
  if (!plan) return null
  const labelled = returns.chart?.byRow ? undefined : unitAt(returns, 0)
  const inLine = (address: string) => cellsAt(result, address).flat()
  const { kind, title, format } = plan
  return {
    kind,
    title,
    format,
    labels: inLine(plan.labels).map((cell) => readable(cell ?? '', labelled)),
    series: plan.series.map(({ title, cells, line }) => ({
      title,
      values: inLine(cells).map((cell) => (typeof cell === 'number' ? cell : null)),
      ...(line && { line }),
    })),
  }
}
