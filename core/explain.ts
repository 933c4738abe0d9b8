import type { Arg, Keys } from './args.ts'
import type { CellValue, RangeName } from './book.ts'
import { findMetric } from './catalogue.ts'
import { CellError, isBlank, type Cell, type ErrorCode } from './cell.ts'
import { evaluate, readCall, type Metric, type Result } from './metric.ts'

/** A call of one of our functions, taken apart. */
export interface ParsedCall {
  metric: Metric
  inputs: readonly Input[]
}

/** What stands in the place of an argument: cells, a value, or a calculation that only the spreadsheet can do. */
export type Input = { text: string } & (
  { kind: 'cells'; range: RangeName } | { kind: 'value'; value: CellValue | undefined } | { kind: 'calculation' }
)

/** How the cells of an argument were read. */
export interface InputReading {
  name: string
  text: string
  /** Rows of the range down to the last used one; undefined for a single value. */
  rows?: number
  used?: number
  /** Why the other rows were not used, and how many. */
  skipped: readonly { count: number; why: string }[]
}

/** The call that a formula is, when it is one of ours and nothing else: =NPS(Survey!E:E). */
export function parseCall(formula: string, sheet: string): ParsedCall | null {
  const match = /^=\s*([A-Z_]+)\s*\((.*)\)\s*$/is.exec(formula)
  const metric = match && findMetric(match[1]!.toUpperCase())
  if (!metric) return null
  const parts = splitArguments(match[2]!)
  return parts && { metric, inputs: parts.map((text) => inputOf(text, sheet)) }
}

/** The formula with its cells fixed, so that its row can be sorted: =NPS(Survey!$E$2:$E$99). */
export function anchored(formula: string, sheet: string): string {
  const call = parseCall(formula, sheet)
  if (!call) return formula
  const parts = call.inputs.map(({ kind, text }) =>
    kind === 'cells' ? text.replace(/\$?\b([A-Z]{1,3})\$?(\d+)(?=$|:[^!]*$)/gi, '$$$1$$$2') : text,
  )
  return `=${call.metric.spec.name}(${parts.join(', ')})`
}

/** The ranges whose cells the call reads, in the order of its arguments. */
export function rangesOf({ inputs }: ParsedCall): RangeName[] {
  return inputs.flatMap((input) => (input.kind === 'cells' ? [input.range] : []))
}

/**
 * What the call makes of its cells: for each argument how many rows were read, used and skipped and why, and the result.
 * `cells` holds the values of rangesOf() in that order. Null when an argument is a calculation of its own.
 */
export function explain(
  { metric, inputs }: ParsedCall,
  cells: readonly CellValue[][][],
): { readings: InputReading[]; result: Result | CellError } | null {
  if (inputs.some(({ kind }) => kind === 'calculation')) return null
  let next = 0
  const raw = inputs.map((input) => {
    if (input.kind === 'cells') return oneOrMany(cells[next++]!)
    return input.kind === 'value' ? input.value : undefined
  })
  try {
    const result = evaluate(metric, raw, decode)
    const { values } = readCall(metric.spec, raw, decode)
    return { readings: metric.spec.args.map((arg, i) => readingOf(arg, inputs[i], raw[i], values[i])), result }
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    return { readings: metric.spec.args.map((arg, i) => readingOf(arg, inputs[i], raw[i], undefined)), result: error }
  }
}

/** The arguments of a call, cut at the commas that stand in no quotes, brackets or array; null when they do not close. */
function splitArguments(text: string): string[] | null {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (quote) {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if ('({'.includes(sign)) depth++
    else if (')}'.includes(sign)) {
      if (--depth < 0) return null
    } else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  if (quote || depth !== 0) return null
  const last = text.slice(start).trim()
  return parts.length === 0 && last === '' ? [] : [...parts, last]
}

const BLOCK = String.raw`\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}(?:\$?\d+)?)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}`
const REFERENCE = new RegExp(String.raw`^(?:'((?:[^']|'')+)'!|([^\s'!"(){},;+*/&=<>]+)!)?(${BLOCK})$`, 'i')

function inputOf(text: string, sheet: string): Input {
  if (text === '') return { text, kind: 'value', value: undefined }
  const found = REFERENCE.exec(text)
  if (found) {
    const named = found[1]?.replace(/''/g, "'") ?? found[2] ?? sheet
    return { text, kind: 'cells', range: { sheet: named, address: found[3]!.replace(/\$/g, '').toUpperCase() } }
  }
  if (/^"(?:[^"]|"")*"$/.test(text)) return { text, kind: 'value', value: text.slice(1, -1).replace(/""/g, '"') }
  if (/^(?:true|false)$/i.test(text)) return { text, kind: 'value', value: text.toLowerCase() === 'true' }
  const number = /^(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text)
  if (number) return { text, kind: 'value', value: number[2] ? Number(number[1]) / 100 : Number(number[1]) }
  return { text, kind: 'calculation' }
}

/** A single cell is one value, as hosts hand it over. */
function oneOrMany(cells: readonly CellValue[][]): unknown {
  if (cells.length === 0) return null
  return cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0] : cells
}

const ERROR = /^#(?:VALUE!|N\/A|DIV\/0!|NUM!|REF!|NAME\?|NULL!|SPILL!|CALC!|ERROR!)$/

function decode(raw: unknown): Cell {
  if (raw === undefined) return null
  if (typeof raw === 'string' && ERROR.test(raw)) return new CellError(raw as ErrorCode, '')
  return raw as Cell
}

function readingOf(arg: Arg<unknown>, input: Input | undefined, raw: unknown, value: unknown): InputReading {
  const { name } = arg
  const text = input?.text ?? ''
  if (!Array.isArray(raw)) return { name, text, skipped: [] }
  const cells = (raw as CellValue[][]).flat().map(decode)
  const used = countOf(value)
  if (used === undefined) return { name, text, rows: raw.length, skipped: [] }
  const blank = cells.filter((cell) => !(cell instanceof CellError) && isBlank(cell)).length
  const words = arg.limits ? cells.filter((cell) => typeof cell === 'string' && !isBlank(cell)) : []
  const flags = arg.limits ? cells.filter((cell) => typeof cell === 'boolean').length : 0
  const rest = cells.length - used - blank - words.length - flags
  const skipped = [
    { count: blank, why: blank === 1 ? 'is blank' : 'are blank' },
    { count: words.length, why: `${words.length === 1 ? 'is a word' : 'are words'}, such as “${String(words[0])}”` },
    { count: flags, why: 'TRUE or FALSE' },
    { count: rest, why: rest === 1 && !arg.limits ? 'is the header' : 'left out with another column' },
  ].filter(({ count }) => count > 0)
  return { name, text, rows: raw.length, used, skipped: used < cells.length ? skipped : [] }
}

/** How many values of a range reached the metric, where that can be told. */
function countOf(value: unknown): number | undefined {
  if (value instanceof Float64Array || value instanceof Uint8Array) return value.length
  if (typeof value === 'object' && value !== null && 'codes' in value) return (value as Keys).codes.length
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.length : undefined
}
