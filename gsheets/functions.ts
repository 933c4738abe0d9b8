import { findMetric } from '../core/catalogue/catalogue.ts'
import { CellError } from '../core/cell.ts'
import { VERSION_FUNCTION, versionText, type Release } from '../core/release.ts'
import { returnsOf } from '../core/arguments/returnsOf.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import { timeZone } from './sheet/sheets.ts'
import { cellsOf } from './cells.ts'

declare const RELEASE: string

/** What this build says of itself. */
export function release(): Release {
  return JSON.parse(RELEASE) as Release
}

/**
 * The custom function of a metric. `given` is what Google Sheets passed: shorter than the parameters where arguments
 * were left out at the end. Throws an error that shows as our sentence alone.
 */
export function call(name: string, given: ArrayLike<unknown>): unknown {
  if (name === VERSION_FUNCTION) return versionText(release())
  const metric = findMetric(name)
  if (!metric) throw new Error(`${name} is not a function of Cuesheet`)
  const { decode, encode, showsDates } = cellsOf(timeZone)
  const cells = Array.from(given)
  try {
    const result = evaluate(metric, cells, decode, findMetric)
    return encode(result, returnsOf(metric.spec, cells, result, { decode, find: findMetric, showsDates }))
  } catch (error) {
    throw error instanceof CellError ? sentence(error.message) : error
  }
}

/** An error without a name: Sheets writes “Error: ” before the message of any other. */
function sentence(message: string): Error {
  const error = new Error(message)
  error.name = ''
  return error
}
