import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../core/catalogue/catalogue.ts'
import { CellError } from '../core/cell.ts'
import type { ExampleCells, Metric } from '../core/metric.ts'
import { evaluate } from '../core/reading/evaluate.ts'
import { formula } from '../core/catalogue/reference.ts'
import { expectClose, plain } from './close.ts'

const hosts: Record<string, (metric: Metric, cells: readonly ExampleCells[]) => Promise<unknown>> = {
  core: async (metric, cells) => {
    try {
      return evaluate(metric, cells, plain, findMetric)
    } catch (error) {
      if (error instanceof CellError) return error.code
      throw error
    }
  },
}

describe.each(catalogue().map((metric) => [metric.spec.name, metric] as const))('%s', (_, metric) => {
  describe.each(Object.entries(hosts))('in %s', (_, run) => {
    test.each(metric.spec.examples.map(({ cells, gives }) => [formula(metric.spec, cells), cells, gives] as const))(
      '%s',
      async (_, cells, gives) => expectClose(await run(metric, cells), gives),
    )
  })

  test('is described in full', () => {
    const { examples, source, summary, questions } = metric.spec
    expect(examples.length).toBeGreaterThan(1)
    expect(
      examples.some(({ gives }) => String(gives).startsWith('#')),
      'one example is an error',
    ).toBe(true)
    expect(summary).toMatch(/^[A-Z].*\.$/)
    expect(source).toMatch(/\.$/)
    expect(questions.length).toBeGreaterThan(0)
  })
})
