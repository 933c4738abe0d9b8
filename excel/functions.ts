import { findMetric, metricNames } from '../core/catalogue/catalogue.ts'
import { CellError } from '../core/cell.ts'
import type { Spec } from '../core/metric.ts'
import { returnsOf } from '../core/arguments/returnsOf.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import { VERSION_FUNCTION, versionText, type Release } from '../core/release.ts'
import { PROBE, probe, refuseAmbiguousZeros } from './blanks.ts'
import { decode, encode } from './cells.ts'

declare const RELEASE: string

/** A metric as Excel calls it: every argument in its place, and an invocation object of the runtime at the end. */
function asExcelCalls(name: string) {
  return (...values: unknown[]): unknown => {
    const metric = findMetric(name)!
    try {
      const given = rawArguments(metric.spec, values.slice(0, -1))
      refuseAmbiguousZeros(metric.spec, given)
      const result = evaluate(metric, given, decode, findMetric)
      return encode(result, returnsOf(metric.spec, given, result, { decode, find: findMetric }))
    } catch (error) {
      return fail(error, name)
    }
  }
}

/** The repeating last argument arrives as one list of all that was typed from there on. */
function rawArguments({ args }: Spec, values: unknown[]): unknown[] {
  const last = values.length - 1
  const typed = args[last]?.repeating
    ? [...values.slice(0, last), ...((values[last] as unknown[] | null) ?? [])]
    : values
  return typed.map(rawArgument)
}

/** Excel says null for an argument left out, and sends even a single cell as a matrix where a range may stand. */
function rawArgument(value: unknown): unknown {
  if (value === null) return undefined
  return isSingleCell(value) ? value[0][0] : value
}

function isSingleCell(value: unknown): value is [[unknown]] {
  return Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1
}

/** Throws the error for the cell, or returns it where the runtime would throw away its code. */
function fail(error: unknown, name: string): CustomFunctions.Error {
  if (!(error instanceof CellError)) {
    const what = error instanceof Error ? error.message : String(error)
    throw hostError('#VALUE!', `${name}: internal error, please report this formula (${what})`)
  }
  const failure = hostError(error.code, error.message)
  // Any other error becomes #VALUE! when it is thrown; returned, it is sent as it is, without the sentence.
  if (['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!'].includes(error.code)) throw failure
  return failure
}

// CustomFunctions.Error is there only after this script has run.
function hostError(code: string, message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message)
}

// A single call: the first one tells the runtime that every function is there.
CustomFunctions.associate({
  ...Object.fromEntries(metricNames().map((name) => [name, asExcelCalls(name)])),
  [PROBE]: probe,
  [VERSION_FUNCTION]: () => versionText(JSON.parse(RELEASE) as Release),
})
