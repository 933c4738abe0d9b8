import { describe, expect, test } from 'vitest'
import { historyArgs } from '../../../../core/arguments/columns/histories.ts'
import { column } from '../../../compute.ts'
import { failure, read } from '../trying.ts'

describe('when a customer ordered', () => {
  test('is repeat orders, the time to the last order and the time until now', () => {
    expect(
      read(historyArgs, column('frequency', 0, 100000, null), column('recency', 0, 30.5, 1), column('age', 0, 90, 1)),
    ).toEqual([Float64Array.of(0, 100000), Float64Array.of(0, 30.5), Float64Array.of(0, 90)])
  })

  test.each<[sentence: string, cells: [unknown, unknown, unknown]]>([
    ['frequency has -1, outside 0 to 100000', [-1, 0, 0]],
    ['frequency has 100001, outside 0 to 100000', [100001, 0, 0]],
    ['frequency has 1.5, not a whole number', [1.5, 0, 0]],
    ['recency has -0.5, below 0', [1, -0.5, 1]],
    ['age has -0.5, below 0', [1, 0, -0.5]],
  ])('%s', (sentence, cells) => {
    expect(failure(historyArgs, ...cells)).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('has the same rows in each', () => {
    expect(failure(historyArgs, column(1, 2), column(3, 4), column(5, 6, 7))).toBe(
      '#VALUE! TRY: frequency has 2 rows and age has 3, select the same rows in both',
    )
    expect(failure(historyArgs, column(1, 2), column(3, 4))).toBe('#VALUE! TRY: age is missing')
  })
})
