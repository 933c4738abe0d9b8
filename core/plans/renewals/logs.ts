import { explain, parseCall, rangesOf, decode, type ParsedCall } from '../../catalogue/explain.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { CellError } from '../../cell.ts'
import type { Result, Scalar } from '../../metric.ts'
import { evaluate } from '../../reading/evaluate.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { cleanText } from '../../reading/texts/spelling.ts'
import type { CellValue, RangeName } from '../../sheet/book.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { civil, isoText } from '../../statistics/time/calendar.ts'
import { CONTRACTS, ORDERS, rangeIn, type SourceLabel, type Sources } from './sources.ts'

/** What a customer is called in the log: as its cell has it. */
export type Customer = string | number | boolean

/** The contracts of a customer that end in the days ahead. */
export interface Due {
  customer: Customer
  /** The day on which the first of them ends. */
  end: number
  contracts: number
  /** What they are worth together; null where the log has no values. */
  value: number | null
  /** The day until which another one of theirs runs. */
  until: number | null
}

/** What the orders of a customer say. */
export interface Standing {
  customer: Customer
  segment: string
  orders: number
  /** The day of the last one. */
  last: number
  revenue: number
  /** That they are a customer still; null where nobody can tell. */
  chance: number | null
}

/** What logs say of customers, each by what its name reads as. */
export interface Logs {
  due: ReadonlyMap<string, Due>
  standings: ReadonlyMap<string, Standing>
  /** What is to be known about how they were read. */
  notes: readonly string[]
}

/** The calls that read the logs, and the cells that they need. */
export interface Reading {
  contracts: { due: ParsedCall; all: ParsedCall } | null
  orders: { days: ParsedCall; upTo(day: number): { segments: ParsedCall; histories: ParsedCall } } | null
  /** Those of the contracts, then those of the orders. */
  ranges: readonly RangeName[]
}

/** Segments of customers who were good ones and have fallen silent. */
export const AT_RISK: readonly string[] = ['At risk', "Can't lose"]

/** What a name reads as: those of two cells that read the same are the same, as they are for our functions. "" for none. */
export function keyOf(cell: CellValue): string {
  if (typeof cell === 'boolean') return String(cell).toUpperCase()
  if (typeof cell !== 'string') return String(cell ?? '')
  const text = cleanText(cell)
  return isPlaceholder(text) ? '' : text
}

function dateText(day: number): string {
  const { year, month, day: inMonth } = civil(Math.floor(day))
  return `DATE(${year}, ${month}, ${inMonth})`
}

/** The calls over the cells that a person has named, or the sentence that says what is missing. */
export function readingOf({ cells, days }: Sources, today: number): Reading | { problem: string } {
  const written = (labels: readonly SourceLabel[]) => labels.filter((label) => cells[label].trim() !== '')
  const [contracts, orders] = [written(CONTRACTS), written(ORDERS)]
  for (const label of [...contracts, ...orders]) {
    if (!rangeIn(cells[label]))
      return {
        problem: `${label} “${cells[label]}” names no cells of a sheet. Select them and choose “Use selection”, or type Orders!A:A.`,
      }
  }
  const lacking = [
    ...(contracts.length > 0 ? [CONTRACTS[0], CONTRACTS[1]].filter((label) => !contracts.includes(label)) : []),
    ...(orders.length > 0 ? ORDERS.filter((label) => !orders.includes(label)) : []),
  ]
  if (lacking.length > 0) return { problem: `Name the cells of ${lacking.join(', ')} as well.` }
  if (contracts.length + orders.length === 0)
    return { problem: 'Name the cells of contracts or of orders first: select a column and choose “Use selection”.' }
  const named = (label: SourceLabel) => {
    const range = rangeIn(cells[label])
    return range ? reference(range) : ''
  }
  const call = (name: string, ...args: string[]) => parseCall(`=${name}(${args.join(', ')})`, '')!
  const [ids, ends, values] = CONTRACTS.map(named)
  const [customers, dates, amounts] = ORDERS.map(named)
  const read: Omit<Reading, 'ranges'> = {
    contracts:
      contracts.length > 0
        ? {
            due: call('RENEWALS_DUE', ids!, ends!, String(days), dateText(today), values!),
            all: call('RENEWALS_DUE', ids!, ends!, '36500', '', values!),
          }
        : null,
    orders:
      orders.length > 0
        ? {
            days: call('RENEWALS_DUE', customers!, dates!, '36500', '', amounts!),
            upTo: (day) => ({
              segments: call('RFM', customers!, dates!, amounts!, dateText(day)),
              histories: call('CLV_INPUTS', customers!, dates!, amounts!, dateText(day)),
            }),
          }
        : null,
  }
  const rangesIn = (one: ParsedCall | undefined) => (one ? rangesOf(one) : [])
  return { ...read, ranges: [...rangesIn(read.contracts?.due), ...rangesIn(read.orders?.days)] }
}

/** What the logs say, of the cells of a reading; the sentence of our function where one of them cannot be read. */
export function logsOf(
  { contracts, orders }: Reading,
  cells: readonly CellValue[][][],
  today: number,
): Logs | { problem: string } {
  try {
    const first = contracts ? rangesOf(contracts.due).length : 0
    const notes: string[] = []
    const due = contracts ? dueOf(contracts, cells.slice(0, first), notes) : new Map<string, Due>()
    const standings = orders
      ? standingsOf(orders, cells.slice(first), notes, Math.floor(today))
      : new Map<string, Standing>()
    return { due, standings, notes }
  } catch (error) {
    if (error instanceof CellError) return { problem: `${error.message}.` }
    throw error
  }
}

type Line = readonly Scalar[]

/** The rows of a table that a call gives. A last one may say what is not sure, and is a note. */
function linesOf(result: Result | CellError, notes: string[]): readonly Line[] {
  if (result instanceof CellError) throw result
  if (!Array.isArray(result)) throw new Error('a table was expected')
  const isLine = (line: Line) => line.slice(1).some((cell) => cell !== '')
  const [, ...lines] = result
  for (const line of lines) if (!isLine(line)) notes.push(`${String(line[0])}.`)
  return lines.filter(isLine)
}

function resultOf(call: ParsedCall, cells: readonly CellValue[][][]): Result | CellError {
  return explain(call, cells)!.result
}

function dueOf(
  { due, all }: NonNullable<Reading['contracts']>,
  cells: readonly CellValue[][][],
  notes: string[],
): Map<string, Due> {
  // Where this cannot be read, the log is wrong; that nothing is due is an answer.
  const every = linesOf(resultOf(all, cells), notes)
  const result = resultOf(due, cells)
  if (result instanceof CellError && result.code === '#N/A') {
    notes.push(`${result.message}.`)
    return new Map()
  }
  const latest = new Map<string, number>()
  for (const [id, end] of every) {
    const key = keyOf(id!)
    latest.set(key, Math.max(latest.get(key) ?? 0, Number(end)))
  }
  const found = new Map<string, Due>()
  let lastDue = 0
  for (const [customer, end, , value = ''] of linesOf(result, [])) {
    const key = keyOf(customer!)
    const known = found.get(key)
    lastDue = Number(end)
    found.set(key, {
      customer: known?.customer ?? customer!,
      end: known?.end ?? Number(end),
      contracts: (known?.contracts ?? 0) + 1,
      value: typeof value === 'number' ? (known?.value ?? 0) + value : (known?.value ?? null),
      until: null,
    })
  }
  for (const [key, one] of found) {
    const until = latest.get(key)!
    if (until > lastDue) found.set(key, { ...one, until })
  }
  return found
}

/** So many days after its last order a log is old. */
const OLD = 7

function standingsOf(
  { days, upTo }: NonNullable<Reading['orders']>,
  cells: readonly CellValue[][][],
  notes: string[],
  today: number,
): Map<string, Standing> {
  // The list of all days ends with the latest. Until then is known who ordered, and not after it.
  const [, end] = linesOf(resultOf(days, cells), []).slice(-1)[0]!
  const lastDay = Math.min(Number(end), today)
  if (today - lastDay > OLD)
    notes.push(`The orders end on ${isoText(lastDay)}, ${today - lastDay} days ago: what came after is not known.`)
  const { segments, histories } = upTo(lastDay)
  const lines = linesOf(resultOf(segments, cells), notes)
  const chances = chancesOf(linesOf(resultOf(histories, cells), []), notes)
  return new Map(
    lines.map(([customer, recency, orders, revenue, , , , segment]) => [
      keyOf(customer!),
      {
        customer: customer!,
        segment: String(segment),
        orders: Number(orders),
        last: lastDay - Number(recency),
        revenue: Number(revenue),
        chance: chances.get(keyOf(customer!)) ?? null,
      },
    ]),
  )
}

/**
 * The chance of each customer to be one still, by P_ALIVE with what BGNBD_FIT learns from all of them. After a single order
 * the model knows nothing of who leaves, so theirs is left out. Where nothing can be learned, a note says so.
 */
function chancesOf(histories: readonly Line[], notes: string[]): Map<string, number> {
  const column = (place: number) => histories.map((line) => [line[place]!])
  const given = [1, 2, 3].map(column)
  try {
    const fit = evaluate(findMetric('BGNBD_FIT')!, given, decode) as Scalar[][]
    if (fit[1]![5] !== true) {
      notes.push('BGNBD_FIT finds no best fit for these orders, so that no chance is told.')
      return new Map()
    }
    const alive = evaluate(findMetric('P_ALIVE')!, [fit, ...given], decode)
    const known = (row: number) => (Array.isArray(alive) ? alive[row]![0]! : alive)
    return new Map(
      histories.flatMap(([customer, repeats], row) => {
        const chance = known(row)
        return Number(repeats) > 0 && typeof chance === 'number' ? [[keyOf(customer!), chance] as const] : []
      }),
    )
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    notes.push(`No chance is told. ${error.message}.`)
    return new Map()
  }
}
