import type { CellValue, RangeName } from '../sheet/book.ts'
import { findMetric } from './catalogue.ts'
import { isOurs } from './ours.ts'
import { CellError, type Cell, type ErrorCode } from '../cell.ts'
import type { Metric, Result, Returns, Share } from '../metric.ts'
import { returnsOf } from '../arguments/returnsOf.ts'
import { evaluated, type Evaluated } from '../reading/evaluate.ts'
import { readingsOf, type InputReading } from '../reading/account.ts'
import { isErrorText } from '../sheet/cellErrors.ts'
import { referencesIn, replaced } from '../sheet/references.ts'
import { CELL, columnNumber } from '../sheet/sheetReference.ts'
import { serialOf } from '../statistics/time/calendar.ts'

export type { InputReading }

/** A call of one of our functions, taken apart. */
export interface ParsedCall {
  metric: Metric
  inputs: readonly Input[]
}

/** What stands in the place of an argument: cells, a value, or a calculation that only the spreadsheet can do. */
export type Input = { text: string } & (
  { kind: 'cells'; range: RangeName } | { kind: 'value'; value: CellValue | undefined } | { kind: 'calculation' }
)

/** The call that a formula is, when it is one of ours and nothing else: =NPS(Survey!E:E). */
export function parseCall(formula: string, sheet: string): ParsedCall | null {
  const match = /^=\s*([A-Z][A-Z0-9_]*)\s*\((.*)\)\s*$/is.exec(formula)
  const metric = match && findMetric(match[1]!.toUpperCase())
  if (!metric) return null
  const parts = splitArguments(match[2]!)
  return parts && { metric, inputs: parts.map((text) => inputOf(text, sheet)) }
}

/** The calls of ours that stand in a formula, none of them within another: NPS(E:E) in =ROUND(NPS(E:E), 1). */
export function callsIn(formula: string): string[] {
  return placesOfCalls(formula).map(({ from, to }) => formula.slice(from, to))
}

/** Where they stand: [from, to). */
export function placesOfCalls(formula: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  const parts = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Z][A-Z0-9_.]*/gi
  for (let part = parts.exec(formula); part; part = parts.exec(formula)) {
    const [name] = part
    const opening = bracketAt(formula, parts.lastIndex)
    if (opening < 0 || !isOurs(name.toUpperCase())) continue
    const end = closingBracket(formula, opening + 1)
    if (end < 0) break
    found.push({ from: part.index, to: end + 1 })
    parts.lastIndex = end + 1
  }
  return found
}

/** Where a bracket opens at a place, after spaces; -1 where none does. */
function bracketAt(formula: string, start: number): number {
  let at = start
  while (formula[at] === ' ') at++
  return formula[at] === '(' ? at : -1
}

/** Where the bracket closes that opened before a place; -1 where it does not. */
export function closingBracket(formula: string, start: number): number {
  let depth = 1
  const signs = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[()]/g
  signs.lastIndex = start
  for (let sign = signs.exec(formula); sign; sign = signs.exec(formula)) {
    if (sign[0] === '(') depth++
    if (sign[0] === ')' && --depth === 0) return sign.index
  }
  return -1
}

/** The formula with its cells fixed, so that its row can be sorted: =NPS(Survey!$E$2:$E$99). */
export function anchored(formula: string): string {
  const references = referencesIn(formula)
  const fixed = references.map(({ text }) => text.replace(CELL, '$$$1$$$2'))
  return replaced(formula, references, fixed)
}

/** The ranges whose cells the call reads, in the order of its arguments. */
export function rangesOf({ inputs }: ParsedCall): RangeName[] {
  return inputs.flatMap((input) => (input.kind === 'cells' ? [input.range] : []))
}

/**
 * What the call makes of its cells: for each argument how many rows were read, used and skipped and why, the result, and
 * what its numbers count.
 * `cells` holds the values of rangesOf() in that order. Null when an argument is a calculation of its own.
 */
export function explain(
  { metric, inputs }: ParsedCall,
  cells: readonly CellValue[][][],
): { readings: InputReading[]; result: Result | CellError; share?: Share; returns: Returns } | null {
  if (inputs.some(({ kind }) => kind === 'calculation')) return null
  const raw = rawOf(inputs, cells)
  const texts = inputs.map(({ text }) => text)
  const { result, ...made } = resultOf(metric, raw)
  return {
    readings: readingsOf(metric.spec, texts, raw, decode, findMetric),
    result,
    ...made,
    returns:
      result instanceof CellError
        ? metric.spec.returns
        : returnsOf(metric.spec, raw, result, { decode, find: findMetric }),
  }
}

/** What the numbers count that a call shows in its sheet, where only the spreadsheet can do its calculations. */
export function returnsShown({ metric, inputs }: ParsedCall, cells: readonly CellValue[][][], shown: Result): Returns {
  return returnsOf(metric.spec, rawOf(inputs, cells), shown, { decode, find: findMetric })
}

/** What stands in the arguments; nothing for a calculation. */
function rawOf(inputs: readonly Input[], cells: readonly CellValue[][][]): unknown[] {
  const ranges = inputs.flatMap((input) => (input.kind === 'cells' ? [input.range.address] : []))
  const selected = asSelected(ranges, cells)
  let next = 0
  return inputs.map((input) => {
    if (input.kind === 'cells') return selected[next++]
    return input.kind === 'value' ? input.value : undefined
  })
}

function resultOf(metric: Metric, raw: readonly unknown[]): Evaluated | { result: CellError } {
  try {
    return evaluated(metric, raw, decode, findMetric)
  } catch (error) {
    if (error instanceof CellError) return { result: error }
    throw error
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

/** What a text in the place of an argument is, in a formula of this sheet. */
export function inputOf(text: string, sheet: string): Input {
  if (text === '') return { text, kind: 'value', value: undefined }
  const found = REFERENCE.exec(text)
  if (found) {
    const named = found[1]?.replace(/''/g, "'") ?? found[2] ?? sheet
    return { text, kind: 'cells', range: { sheet: named, address: found[3]!.replace(/\$/g, '').toUpperCase() } }
  }
  if (/^"(?:[^"]|"")*"$/.test(text)) return { text, kind: 'value', value: text.slice(1, -1).replace(/""/g, '"') }
  if (/^(?:true|false)$/i.test(text)) return { text, kind: 'value', value: text.toLowerCase() === 'true' }
  const number = /^(-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text)
  if (number) return { text, kind: 'value', value: number[2] ? Number(number[1]) / 100 : Number(number[1]) }
  const date = /^DATE\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/i.exec(text)?.slice(1).map(Number)
  if (date) return { text, kind: 'value', value: serialOf(date[0]!, date[1]!, date[2]!) }
  return { text, kind: 'calculation' }
}

/**
 * The cells as a formula gets them: a single cell as one value, and a range in its full height, since each was cut at its
 * own last used row. A whole column ends below all of them.
 */
function asSelected(addresses: readonly string[], cells: readonly CellValue[][][]): unknown[] {
  const boxes = addresses.map(boxOf)
  const end = Math.max(0, ...boxes.map(({ top }, i) => top + cells[i]!.length))
  return addresses.map((address, i) => {
    const rows = cells[i]!
    if (!address.includes(':')) return rows[0]?.[0] ?? null
    const { top, bottom = end, columns } = boxes[i]!
    const blank = new Array<CellValue>(columns).fill(null)
    return [...rows, ...new Array<CellValue[]>(Math.max(0, bottom - top + 1 - rows.length)).fill(blank)]
  })
}

/** Where a range begins and ends; a whole column has no bottom. */
function boxOf(address: string): { top: number; bottom?: number; columns: number } {
  const [, left, from, right = left, to = from] = /^([A-Z]+)(\d*)(?::([A-Z]+)(\d*))?$/.exec(address)!
  const columns = Math.abs(columnNumber(right!) - columnNumber(left!)) + 1
  if (to === '') return { top: Number(from || 1), columns }
  return { top: Math.min(Number(from), Number(to)), bottom: Math.max(Number(from), Number(to)), columns }
}

/** A cell as a book gives it: what reads as an error is one. */
export function decode(raw: unknown): Cell {
  if (raw === undefined) return null
  if (isErrorText(raw as CellValue)) return new CellError(raw as ErrorCode, '')
  return raw as Cell
}
