import { explain, parseCall, rangesOf, type InputReading, type ParsedCall } from '../../core/catalogue/explain.ts'
import type { CsvTable } from '../../core/data/csv/csv.ts'
import type { CellError } from '../../core/cell.ts'
import { readable } from '../../core/catalogue/readable.ts'
import { unitAt, type Result, type Returns, type Share, type Spec } from '../../core/metric.ts'
import type { ChartPlan } from '../../core/sheet/book.ts'
import { callText, missing, type Fields } from '../../core/sidebar/functions/call.ts'
import { chartOf } from '../../core/tables/chart.ts'
import { cellsAt, SHEET } from './table.ts'

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

export function compute(spec: Spec, fields: Fields, table: CsvTable): Outcome {
  if (table.rows.length === 0) return { kind: 'waiting', text: 'Paste a table first, or take a sample.' }
  const empty = missing(spec, fields)
  if (empty.length > 0) return { kind: 'waiting', text: `Still to choose: ${empty.join(', ')}.` }
  const formula = callText(spec, fields, SHEET)
  const call = parseCall(formula, SHEET)
  const found = call && told(call, table)
  if (!found) return { kind: 'waiting', text: unreadable(spec, call) }
  return { kind: 'computed', formula, ...found, share: found.share, chart: chartFor(spec, fields, table, found) }
}

function told(call: ParsedCall, { rows }: CsvTable) {
  return explain(
    call,
    rangesOf(call).map(({ address }) => cellsAt(rows, address)),
  )
}

function unreadable({ args }: Spec, call: ParsedCall | null): string {
  const at = call?.inputs.findIndex(({ kind }) => kind === 'calculation') ?? -1
  if (at < 0) return 'A bracket or a quotation mark does not close.'
  const { name, shape } = args[Math.min(at, args.length - 1)]!
  const wanted = shape === 'cell' ? 'a number, a date or a text' : 'a column or a range such as B2:B99'
  return `${name}: “${call!.inputs[at]!.text}” cannot be computed here. Write ${wanted}.`
}

type Found = NonNullable<ReturnType<typeof told>>

/** The chart of a result; one that needs losses below zero is drawn from the table that has them. */
function chartFor(spec: Spec, fields: Fields, table: CsvTable, found: Found): DrawnChart | null {
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
