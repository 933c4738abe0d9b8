import { decode } from '../../core/catalogue/explain.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { returnsOf } from '../../core/arguments/returnsOf.ts'
import { CellError } from '../../core/cell.ts'
import type { ExampleCells, Metric, Result, Returns } from '../../core/metric.ts'
import { evaluate } from '../../core/reading/evaluate.ts'

/** What a call gives, and what its numbers count. */
export type Computed = { result: Result; returns: Returns } | { error: CellError }

/** Computes a call as a spreadsheet would. */
export function computed(metric: Metric, cells: readonly ExampleCells[]): Computed {
  try {
    const result = evaluate(metric, cells, decode, findMetric)
    return { result, returns: returnsOf(metric.spec, cells, result, { decode, find: findMetric }) }
  } catch (error) {
    if (error instanceof CellError) return { error }
    throw error
  }
}
