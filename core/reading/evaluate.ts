import { CellError, finite, MOST_CHARACTERS, shown, type ColumnValue, type Decode } from '../cell.ts'
import {
  shareValue,
  type FindMetric,
  type Metric,
  type Reading,
  type Result,
  type Scalar,
  type Share,
  type Spec,
} from '../metric.ts'
import { alignColumns, isLeftOut, tableOf, type Columns } from './columns.ts'
import type { Doubt } from './head.ts'

/** What a metric gives, and of a rate what it is made of. */
export interface Evaluated {
  result: Result
  share?: Share
}

/**
 * Computes a metric from the cells of its arguments, as a host hands them over: one value or a matrix of rows for each
 * argument, undefined for one left out. `find` knows the metrics that an argument may name, none unless given. Throws
 * CellError with a sentence that names the function, argument and row.
 */
export function evaluate(metric: Metric, raw: readonly unknown[], decode: Decode, find = findNone): Result {
  return evaluated(metric, raw, decode, find).result
}

/** The same, with what a rate is made of. */
export function evaluated(metric: Metric, raw: readonly unknown[], decode: Decode, find = findNone): Evaluated {
  const { name } = metric.spec
  let call: Call | undefined
  try {
    call = readCall(metric.spec, raw, decode, find)
    const answer = metric.compute(...call.values)
    if (answer instanceof Float64Array) return { result: call.beside(answer, metric.spec.returns.column!) }
    const doubt = call.doubt()
    const isRate = typeof answer === 'object' && !Array.isArray(answer)
    const result = isRate ? shareValue(answer) : answer
    return { result: presentable(doubt ? withDoubt(result, doubt) : result), ...(isRate && { share: answer }) }
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    const place = error.where && call ? `${call.place(error.where)} ` : ''
    throw new CellError(error.code, ofReadableLength(`${name}: ${place}${error.message}`))
  }
}

/** A sentence begins with the place and what is wrong there, and ends with the way on. */
function ofReadableLength(sentence: string): string {
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 160)} … ${sentence.slice(-150)}` : sentence
}

const LONGEST = 400

const findNone: FindMetric = () => undefined

/** The single value of a metric inside a table: blank where it has nothing to compute from, or cannot. */
export function knownValue(metric: Metric, raw: readonly unknown[], decode: Decode, find: FindMetric): Scalar {
  return known(metric, raw, decode, find).value
}

/** The same, with what a rate is made of. */
export function known(
  metric: Metric,
  raw: readonly unknown[],
  decode: Decode,
  find: FindMetric,
): { value: Scalar; share?: Share } {
  try {
    const { result, ...made } = evaluated(metric, raw, decode, find)
    if (!Array.isArray(result)) return { value: result, ...made }
    throw new CellError(
      '#VALUE!',
      `${metric.spec.name} gives a table with these arguments, leave out the option for it`,
    )
  } catch (error) {
    if (error instanceof CellError && ['#N/A', '#DIV/0!', '#NUM!'].includes(error.code)) return { value: '' }
    throw error
  }
}

/** The clean values of a call's arguments in order, and where those of a column stand. */
export interface Call {
  values: unknown[]
  place(value: ColumnValue): string
  /** What is not sure about the first row of the columns, in words. */
  doubt(): Doubt | undefined
  /** The columns that an argument belongs to; undefined where it is read by itself. */
  columnsOf(argument: string): Columns | undefined
  /** One value for each complete row, laid out beside the columns they belong to. */
  beside(values: Float64Array, title: string): Result
}

export function readCall(
  { args, returns }: Spec,
  raw: readonly unknown[],
  decode: Decode,
  find: FindMetric = findNone,
): Call {
  const last = args[args.length - 1]
  if (raw.length > args.length && !last?.repeating) {
    throw new CellError(
      '#VALUE!',
      `takes ${args.length} argument${args.length === 1 ? '' : 's'} at most, not ${raw.length}`,
    )
  }
  const tables = new Map<string, Columns>()
  const given = (i: number): unknown => (args[i]!.repeating ? raw.slice(i) : raw[i])
  const reading: Reading = {
    decode,
    value(name) {
      const i = args.findIndex((arg) => arg.name === name)
      return args[i]!.read(given(i), reading)
    },
    column: (name) => columnsOf(name)!.values(name),
    isGiven: (name) => !isLeftOut(raw[args.findIndex((arg) => arg.name === name)], decode),
    find,
  }
  const columnsOf = (name: string): Columns | undefined => {
    const table = tableOf(
      args.find((arg) => arg.name === name)!,
      reading,
    )
    if (table === null) return undefined
    const known = tables.get(table)
    if (known) return known
    const found = alignColumns(args, raw, reading, { table, mayBeEmpty: returns.column !== undefined })
    tables.set(table, found)
    return found
  }
  const values = new Array<unknown>(args.length)
  for (let i = 0; i < args.length; i++) values[i] = args[i]!.read(given(i), reading)
  return {
    values,
    doubt: () => [...tables.values()].find(({ doubt }) => doubt !== undefined)?.doubt,
    columnsOf,
    place: ({ argument, index }) => columnsOf(argument)!.place(argument, index),
    beside: (values, title) => tables.get('')!.beside(values, title),
  }
}

/**
 * A result that says what is not sure: in a last row of a table. A number has no room for it, and is refused where a value
 * may have been left out.
 */
function withDoubt(answer: Result, { sentence, isLeftOut }: Doubt): Result {
  if (Array.isArray(answer)) return [...answer, answer[0]!.map((_, i) => (i === 0 ? sentence : ''))]
  if (isLeftOut) throw new CellError('#VALUE!', sentence)
  return answer
}

/** No NaN or Infinity leaves, no text that no cell holds, and no ragged table. */
function presentable(result: Result): Result {
  const check = (value: Scalar, row?: number): void => {
    if (typeof value === 'number') finite(value)
    if (typeof value !== 'string' || value.length <= MOST_CHARACTERS) return
    const place = row === undefined ? 'the result' : `row ${row + 1} of the result`
    const problem = `would have a text of ${value.length} characters, a cell holds ${MOST_CHARACTERS}`
    throw new CellError('#VALUE!', `${place} ${problem}: ${shown(value)}`)
  }
  if (!Array.isArray(result)) {
    check(result)
    return result
  }
  const width = result[0]?.length ?? 0
  for (let i = 0; i < result.length; i++) {
    const row = result[i]!
    if (row.length !== width || width === 0) throw new Error('the result table is not a rectangle')
    for (let j = 0; j < width; j++) check(row[j]!, i)
  }
  return result
}
