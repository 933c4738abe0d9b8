import { expect, test } from 'vitest'
import { simulate } from '../../../../core/metrics/value/simulate.ts'
import { triangular } from '../../../../core/statistics/inference/spread.ts'
import { column, compute, failure } from '../../../compute.ts'

const head = ['mean', 'p10', 'p50', 'p90', 'chance', 'without_answer']
const run = (...cells: unknown[]) => {
  const [titles, values, ...more] = compute(simulate, ...cells) as unknown[][]
  expect([titles, more]).toEqual([head, []])
  const [mean, p10, p50, p90, chance, without] = values as [number, number, number, number, number | '', number]
  return { mean, p10, p50, p90, chance, without }
}
/** ROI is gain / 1000 - 1: what becomes of gain becomes of it. */
const roi = [[1500, 1000]]

test('a result that follows one input is spread as the input is', () => {
  const { mean, p10, p50, p90, without } = run('ROI', roi, [[900, '']], [[2400, '']])
  const gain = triangular({ low: 900, likely: 1500, high: 2400 })
  expect(mean).toBeCloseTo((900 + 1500 + 2400) / 3 / 1000 - 1, 4)
  expect(
    [p10, p50, p90].map((value, i) => value - (gain([0.1, 0.5, 0.9][i]!) / 1000 - 1)).every((d) => Math.abs(d) < 5e-4),
  ).toBe(true)
  expect(without).toBe(0)
})

test('uniform and normal inputs have their own quantiles', () => {
  const even = run('ROI', roi, [[1000, '']], [[2000, '']], 'uniform')
  expect([even.p10, even.p50, even.p90].map((value) => Math.round(value * 1000) / 1000)).toEqual([0.1, 0.5, 0.9])
  const bell = run('ROI', roi, [[1000, '']], [[2000, '']], 'normal')
  expect([bell.p10, bell.p50, bell.p90].map((value) => Math.round(value * 100) / 100)).toEqual([0, 0.5, 1])
})

test('inputs vary independently of each other: the mean of a product is that of its factors', () => {
  const { mean } = run('LTV', [[100, 0.8, 1]], [[60, 0.6, '']], [[160, 0.9, '']])
  expect(mean / (((60 + 100 + 160) / 3) * ((0.6 + 0.8 + 0.9) / 3))).toBeCloseTo(1, 3)
})

test('the chance of a goal is the share of results that reach it', () => {
  const chance = (goal: unknown, shape = 'uniform') =>
    run('ROI', roi, [[1000, '']], [[2000, '']], shape, 10_000, 1, goal).chance
  expect(chance('>= 80%')).toBeCloseTo(0.2, 3)
  expect(chance(0.8)).toBeCloseTo(0.2, 3)
  expect(chance('80%')).toBeCloseTo(0.2, 3)
  expect(chance('< 30%')).toBeCloseTo(0.3, 3)
  expect(chance('20%-50%')).toBeCloseTo(0.3, 3)
  expect(chance('> 500%')).toBe(0)
  expect(chance(null)).toBe('')
  expect(run('ROI', [[1500, 1000]], [[1500, '']], [[1500, '']], '', '', '', '> 50%').chance).toBe(0)
  expect(run('ROI', [[1500, 1000]], [[1500, '']], [[1500, '']], '', '', '', '>= 50%').chance).toBe(1)
  expect(run('ROI', [[1500, 1000]], [[1500, '']], [[1500, '']], '', '', '', '< 50%').chance).toBe(0)
  expect(run('ROI', [[1500, 1000]], [[1500, '']], [[1500, '']], '', '', '', '<= 50%').chance).toBe(1)
})

test('the same seed gives the same answer, another one hardly differs', () => {
  const given = ['LTV', column(100, '80%', 0.05), column(80, null, 0.03), column(130, null, '8%')]
  const first = run(...given)
  expect(run(...given)).toEqual(first)
  const other = run(...given, 'triangular', 10_000, 2)
  expect(other).not.toEqual(first)
  expect(other.mean / first.mean).toBeCloseTo(1, 3)
  expect(run(...given, 'triangular', 100).p50 / first.p50).toBeCloseTo(1, 1)
})

test('runs without an answer are said, and count as missing the goal', () => {
  // No relative change begins below 0.
  const { without, chance, p10 } = run('PCT_CHANGE', [[10, 0]], [['', -5]], [['', 5]], 'uniform', 1000, 1, '>= 100%')
  expect(without).toBeCloseTo(0.5, 2)
  expect(chance).toBeCloseTo(0.5, 2)
  expect(p10).toBeGreaterThan(1)
})

test('a normal input stays within its limits', () => {
  const { p10, without } = run('LTV', [[100, 0.95, 0.05]], [['', 0.85, '']], [['', 1, '']], 'normal')
  expect(without).toBe(0)
  expect(p10).toBeGreaterThan(1600)
})

test('wrong cells are named', () => {
  const ltv = [[100, 0.8, 0.05]]
  expect(failure(simulate, 'LTV', ltv, [['', '', 0.06]], [['', '', 0.08]])).toBe(
    '#VALUE! SIMULATE: churn_rate is 0.05 in inputs, which does not lie between 0.06 and 0.08',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '', 0.04]], [['', '', '']])).toBe(
    '#VALUE! SIMULATE: highs has no number for churn_rate',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '', 'low']], [['', '', 0.08]])).toBe(
    '#VALUE! SIMULATE: lows has no number for churn_rate',
  )
  expect(failure(simulate, 'LTV', [[100, 0.8, null]], [['', '', 0.04]], [['', '', 0.08]])).toBe(
    '#VALUE! SIMULATE: inputs has no number for churn_rate',
  )
  expect(failure(simulate, 'LTV', [[100, 0.8, 0.05, 0, 12]], [['', '', '', '', 6]], [['', '', '', '', 24]])).toBe(
    '#VALUE! SIMULATE: max_periods is a whole number in LTV, leave its low and high blank',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '']], [['', '', 0.08]])).toBe(
    '#VALUE! SIMULATE: inputs has 3 cells and lows has 2 cells, select one for each input',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '', '']], [['', '', null]])).toBe(
    '#N/A SIMULATE: lows and highs are blank, give both for an input that varies',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '', 0.04]], [['', '', 4]])).toContain('LTV: churn_rate is')
  expect(failure(simulate, 'LTV', ltv, [['', '', 0.04]], [['', '', 0.08]], '', '', '', '80%')).toBe(
    '#VALUE! SIMULATE: target for LTV is no share: write the target without %',
  )
  expect(failure(simulate, 'LTV', [[100, 0.8, 0]], [[80, '', '']], [[120, '', '']])).toBe(
    '#N/A SIMULATE: LTV has no answer for any of the values drawn',
  )
  expect(failure(simulate, 'LTV', ltv, [['', '', 0.04]], [['', '', 0.08]], '', 50)).toBe(
    '#VALUE! SIMULATE: runs is 50, outside 100 to 100000',
  )
})
