import { findMetric } from '../core/catalogue/catalogue.ts'
import { CellError } from '../core/cell.ts'
import type { Metric, Result } from '../core/metric.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import { plain } from './close.ts'

/** The result of a formula whose arguments are these cells. */
export const compute = (metric: Metric, ...cells: unknown[]): Result => evaluate(metric, cells, plain, findMetric)

/** What a formula shows when it fails: “#VALUE! NPS: scores row 2 has 11, outside 0 to 10”. */
export function failure(metric: Metric, ...cells: unknown[]): string {
  try {
    compute(metric, ...cells)
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error(`${metric.spec.name} found nothing wrong`)
}

/** Cells below each other, as a column of a sheet. */
export const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell])
