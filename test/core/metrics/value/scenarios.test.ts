import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { CellError } from '../../../../core/cell.ts'
import type { Scalar } from '../../../../core/metric.ts'
import { pctChange } from '../../../../core/metrics/value/pctChange.ts'
import { scenarios } from '../../../../core/metrics/value/scenarios.ts'
import { column, compute, failure } from '../../../compute.ts'

const ltv = findMetric('LTV')!
const names = ['Worst', 'Base', 'Best']
const cases = [
  [90, 0.7, 0.07],
  [100, 0.8, 0.05],
  [120, 0.8, 0.04],
]
const down = [0, 1, 2].map((i) => cases.map((inputs) => inputs[i]))
const head = ['scenario', 'result', 'difference', 'change']
const expected = (base: number) => {
  const results = cases.map((inputs) => compute(ltv, ...inputs) as number)
  return [
    head,
    ...names.map((name, i) => {
      const difference = results[i]! - results[base]!
      return [name, results[i], difference, difference / results[base]!]
    }),
  ]
}

test('each scenario is what the function gives for its inputs, compared with the first', () => {
  expect(compute(scenarios, 'LTV', [names], down)).toEqual(expected(0))
  expect(compute(scenarios, 'LTV', column(...names), cases)).toEqual(expected(0))
})

test('or with the one that is named, in any case', () => {
  expect(compute(scenarios, 'LTV', [names], down, ' base ')).toEqual(expected(1))
})

test('with as many scenarios as inputs, the names say which way the inputs run', () => {
  const square = [
    [15, 30],
    [10, 20],
  ]
  const results = (rows: unknown) => (rows as unknown[][]).slice(1).map(([, result]) => result)
  expect(results(compute(scenarios, 'ROI', [['A', 'B']], square))).toEqual([0.5, 0.5])
  expect(results(compute(scenarios, 'ROI', column('A', 'B'), square))).toEqual([-0.5, -0.5])
})

test('options that are blank in one scenario are left out in it alone', () => {
  const inputs = [
    [100, 100],
    [0.8, 0.8],
    [0.05, 0.05],
    [null, 0.01],
    ['', 12],
  ]
  expect(compute(scenarios, 'LTV', [['Plain', 'Discounted']], inputs)).toEqual([
    head,
    ['Plain', 1600, 0, 0],
    [
      'Discounted',
      ...((result) => [result, result - 1600, (result - 1600) / 1600])(
        compute(ltv, 100, 0.8, 0.05, 0.01, 12) as number,
      ),
    ],
  ])
})

test('one scenario may have its inputs in a row or a column', () => {
  const one = [head, ['Base', 1600, 0, 0]]
  expect(compute(scenarios, 'LTV', 'Base', [[100, 0.8, 0.05]])).toEqual(one)
  expect(compute(scenarios, 'LTV', [['Base']], column(100, 0.8, 0.05))).toEqual(one)
})

test('a scenario with no answer is blank, and so is what is compared with it', () => {
  const inputs = [
    [100, 100],
    [0.8, 0.8],
    [0, 0.05],
  ]
  expect(compute(scenarios, 'LTV', [['Nobody leaves', 'Base']], inputs)).toEqual([
    head,
    ['Nobody leaves', '', '', ''],
    ['Base', 1600, '', ''],
  ])
  expect(
    compute(
      scenarios,
      'ROI',
      [['Even', 'Gain', 'Loss']],
      [
        [10, 15, 5],
        [10, 10, 10],
      ],
    ),
  ).toEqual([
    ['scenario', 'result', 'difference', 'change'],
    ['Even', 0, 0, ''],
    ['Gain', 0.5, 0.5, ''],
    ['Loss', -0.5, -0.5, ''],
  ])
})

test('what is the same but for its last digits is no change', () => {
  const inputs = [
    [50, 55],
    [0.8, 0.8],
    [0.04, 0.044],
  ]
  expect(compute(scenarios, 'LTV', [['Base', 'Dearer']], inputs)).toEqual([
    head,
    ['Base', 1000, 0, 0],
    ['Dearer', expect.closeTo(1000, 9), 0, 0],
  ])
})

test('a change in per cent is that of PCT_CHANGE, and blank where that has none', () => {
  const names = ['Loss', 'Nothing', 'Gain', 'More']
  const revenue = [5, 10, 15, 30]
  const costs = [10, 10, 10, 10]
  const roi = [-0.5, 0, 0.5, 2]
  const change = (now: number, before: number) => {
    try {
      return compute(pctChange, now, before)
    } catch (error) {
      if (error instanceof CellError) return ''
      throw error
    }
  }
  names.forEach((base, from) => {
    const [, ...rows] = compute(scenarios, 'ROI', [names], [revenue, costs], base) as Scalar[][]
    expect(rows.map((row) => row[3])).toEqual(roi.map((now) => change(now, roi[from]!)))
  })
})

test('a change in per cent from a loss is blank, the difference is not', () => {
  expect(
    compute(
      scenarios,
      'ROI',
      [['Loss', 'Gain']],
      [
        [5, 15],
        [10, 10],
      ],
    ),
  ).toEqual([
    ['scenario', 'result', 'difference', 'change'],
    ['Loss', -0.5, 0, ''],
    ['Gain', 0.5, 1, ''],
  ])
})

test('wrong cells are named with their scenario', () => {
  const wrong = [
    [100, 100],
    [0.8, 0.8],
    [0.05, 5],
  ]
  expect(failure(scenarios, 'LTV', [['Base', 'Best']], wrong)).toBe(
    '#VALUE! SCENARIOS: in “Best”: LTV: churn_rate is 5, outside 0 to 1, write 5% or 0.05',
  )
  expect(failure(scenarios, 'LTV', [['Base', 'Best']], [[1, 2, 3]])).toBe(
    '#VALUE! SCENARIOS: names has 2 and inputs has 3 columns, select one for each scenario',
  )
  expect(failure(scenarios, 'LTV', column('Base', 'Best'), [[1, 2, 3]])).toBe(
    '#VALUE! SCENARIOS: names has 2 and inputs has 1 rows, select one for each scenario',
  )
  expect(failure(scenarios, 'LTV', [['Base', null]], down)).toBe('#VALUE! SCENARIOS: names column 2 is blank')
  expect(failure(scenarios, 'LTV', [names, names], down)).toBe('#VALUE! SCENARIOS: names must be one row or one column')
  expect(failure(scenarios, 'LTV', [names], down, 'Middle')).toBe(
    '#VALUE! SCENARIOS: base is the text “Middle”, which is none of the names',
  )
})
