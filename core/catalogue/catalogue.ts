import type { Metric } from '../metric.ts'
import { families } from '../metrics/index.ts'

/** Every metric, family by family, in the order of the reference. */
export function catalogue(): Metric[] {
  return families.flatMap(({ metrics }) => metrics)
}

/** The spreadsheet names of all of them. */
export function metricNames(): string[] {
  return catalogue().map(({ spec }) => spec.name)
}

/** The metric of a spreadsheet name in capitals. */
export function findMetric(name: string): Metric | undefined {
  known ??= new Map(catalogue().map((metric) => [metric.spec.name, metric]))
  return known.get(name)
}

let known: ReadonlyMap<string, Metric> | undefined
