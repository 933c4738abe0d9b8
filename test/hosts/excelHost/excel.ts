import { readFileSync } from 'node:fs'
import type { Call, Reply } from './calls.ts'
import { built, openRuntime, type Runtime } from './runtime.ts'
import type { SendsBlanksAs } from './workbook.ts'

export interface Parameter {
  name: string
  description: string
  type: string
  dimensionality: 'scalar' | 'matrix'
  optional?: boolean
  repeating?: boolean
  customEnumId?: string
}

export interface FunctionMetadata {
  id: string
  name: string
  description: string
  helpUrl: string
  parameters: Parameter[]
  result: { type: string; dimensionality: 'scalar' | 'matrix' }
  options?: Record<string, boolean>
}

export interface Metadata {
  allowCustomDataForDataTypeAny: boolean
  allowErrorForDataTypeAny: boolean
  functions: FunctionMetadata[]
  enums: { id: string; type: string; values: { name: string; stringValue: string; tooltip: string }[] }[]
}

/** What stands in the cell, and what the flag at the cell says about an error. */
export type Outcome = { value: unknown } | { error: string; message: string }

/** Excel with the built add-in, as far as functions go. */
export interface Excel {
  runtime: Runtime
  /** Calls a function with the values of cells: null is a blank one, undefined an argument left out. */
  call(name: string, ...cells: readonly unknown[]): Promise<Outcome>
  /** Many calls in one message, as on recalculation. */
  callMany(calls: readonly (readonly [name: string, ...cells: unknown[]])[]): Promise<Outcome[]>
}

export function builtMetadata(file = built('functions.json')): Metadata {
  return JSON.parse(readFileSync(file, 'utf8')) as Metadata
}

/** Opens the built add-in on Microsoft's runtime, in an Excel that sends blank cells of a range as `blank`. */
export function openExcel({ blank = null }: { blank?: SendsBlanksAs } = {}): Excel {
  const runtime = openRuntime()
  const functions = new Map(builtMetadata().functions.map((one) => [one.name, one]))
  const callOf = ([name, ...cells]: readonly [string, ...unknown[]]): Call => {
    const { id, parameters } = functions.get(name)!
    return { id, args: wireArguments(parameters, cells, blank) }
  }
  const callMany: Excel['callMany'] = async (calls) => (await runtime.invokeMany(calls.map(callOf))).map(outcomeOf)
  return { runtime, callMany, call: async (...call) => (await callMany([call]))[0]! }
}

/** The arguments of a call in Excel's message, by the rules of functions.json. */
export function wireArguments(
  parameters: readonly Parameter[],
  cells: readonly unknown[],
  blank: SendsBlanksAs,
): unknown[] {
  const matrix = (value: unknown) =>
    ((Array.isArray(value) ? value : [[value]]) as unknown[][]).map((row) => row.map((cell) => cell ?? blank))
  return parameters.map(({ dimensionality, repeating }, i) => {
    if (repeating) return cells.slice(i).map(matrix)
    if (cells[i] === undefined) return null
    return dimensionality === 'matrix' ? matrix(cells[i]) : cells[i]
  })
}

const errorsByNumber: Record<number, string> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' }

/** What Excel makes of a reply. Excel shows the messages of #VALUE! and #N/A only; all are told here. */
export function outcomeOf(reply: Reply): Outcome {
  if (!reply.ok) return { error: errorsByNumber[reply.code] ?? '#VALUE!', message: reply.message }
  const { value } = reply
  if (Array.isArray(value)) {
    const rows = (value as unknown[][]).map((row) => row.map(shown))
    // A block of one cell fills one cell.
    return { value: rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0] : rows }
  }
  if (isObject(value) && value.type === 'Error') return { error: String(value.basicValue), message: '' }
  return { value: shown(value) }
}

function shown(cell: unknown): unknown {
  return isObject(cell) && 'basicValue' in cell ? cell.basicValue : cell
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
