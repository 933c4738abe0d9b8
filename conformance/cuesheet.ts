import { findMetric } from '../core/catalogue/catalogue.ts'
import { CellError, type Cell, type ErrorCode } from '../core/cell.ts'
import type { Result } from '../core/metric.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import type { CaseArgument } from './case.ts'

/** What Cuesheet gives for the arguments of a case. */
export function compute(name: string, cells: readonly CaseArgument[]): Result | { error: ErrorCode } {
  try {
    return evaluate(findMetric(name)!, cells, decode, findMetric)
  } catch (error) {
    if (error instanceof CellError) return { error: error.code }
    throw error
  }
}

function decode(raw: unknown): Cell {
  if (raw === null || typeof raw !== 'object') return (raw ?? null) as Cell
  const { error } = raw as { error: ErrorCode }
  return new CellError(error, error)
}
