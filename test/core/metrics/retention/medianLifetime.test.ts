import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianLifetime } from '../../../../core/metrics/retention/medianLifetime.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

// Weeks of remission; + in the paper is 0 here. Freireich and others, Blood 21(6), 1963.
const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
const relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
const control = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

test('it agrees with the R package survival on the remission times of Freireich and others (1963): 23 and 8 weeks', () => {
  expect(compute(medianLifetime, column(...treated), column(...relapsed))).toBe(23)
  expect(compute(medianLifetime, column(...control), column(...control.map(() => 1)))).toBe(8)
})

test('when all have left it is the first time by which half have', () => {
  expect(compute(medianLifetime, column(2, 4, 5, 7), column(1, 1, 1, 1))).toBe(4)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (durations) => {
      const sorted = durations.slice().sort((a, b) => a - b)
      const median = sorted[Math.ceil(sorted.length / 2) - 1]
      expect(compute(medianLifetime, column(...durations), column(...durations.map(() => 1)))).toBe(median)
    }),
  )
})

test('who is still there makes it longer, never shorter', () => {
  expect(compute(medianLifetime, column(2, 4, 5, 7), column('yes', 'no', 'yes', 'no'))).toBe(5)
})

test('the order of rows does not matter, and the unit scales out', () => {
  const customer = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
      const run = (list: typeof customers, unit = 1) => {
        const cells = [column(...list.map(([time]) => time * unit)), column(...list.map(([, ended]) => ended))]
        try {
          return compute(medianLifetime, ...cells)
        } catch {
          return null
        }
      }
      const median = run(customers)
      expect(run(customers.slice().reverse())).toBe(median)
      if (median !== null) expectClose(run(customers, 30), (median as number) * 30)
    }),
  )
})

test('a median that is not reached is #N/A in words', () => {
  expect(failure(medianLifetime, column(2, 4, 5, 7), column(1, 0, 0, 0))).toBe(
    '#N/A MEDIAN_LIFETIME: the median is not reached yet: 75% are still customers after 7, the longest duration',
  )
  expect(failure(medianLifetime, column(2, 4), column(0, 0))).toContain('100% are still customers after 4,')
})

test('with a confidence level the limits stand beside it, as R survival has them', () => {
  // Rscript -e 'library(survival); quantile(survfit(Surv(weeks, relapse) ~ group, gehan, conf.type = "log-log"), .5)'
  expect(compute(medianLifetime, column(...control), column(...control.map(() => 1)), 0.95)).toEqual([
    ['median', 'low', 'high'],
    [8, 4, 11],
  ])
  expect(compute(medianLifetime, column(...treated), column(...relapsed), '95%')).toEqual([
    ['median', 'low', 'high'],
    [23, 13, ''],
  ])
})

test('a median that is not reached is blank beside a limit that is', () => {
  // 5 of 12 have left: the lower limit of the curve is below a half, the curve is not.
  const days = column(1, 2, 3, 4, 5, 9, 9, 9, 9, 9, 9, 9)
  const left = column(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0)
  // Rscript -e 'library(survival); quantile(survfit(Surv(c(1:5, rep(9, 7)), rep(1:0, c(5, 7))) ~ 1, conf.type = "log-log"), .5)'
  expect(compute(medianLifetime, days, left, 0.95)).toEqual([
    ['median', 'low', 'high'],
    ['', 2, ''],
  ])
  expect(failure(medianLifetime, column(2, 4), column(0, 0), 0.95)).toBe(
    '#N/A MEDIAN_LIFETIME: the median is not reached yet: 100% are still customers after 4, the longest duration',
  )
})

test('the median lies within its limits, and more confidence is no narrower', () => {
  const customer = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
      const cells = [column(...customers.map(([time]) => time)), column(...customers.map(([, ended]) => ended))]
      const limits = (confidence: number) => {
        try {
          return (compute(medianLifetime, ...cells, confidence) as unknown[][])[1] as (number | '')[]
        } catch {
          return ['', '', ''] as const
        }
      }
      const numbers = ([median, low, high]: readonly (number | '')[]) =>
        [low === '' ? -1 : low!, median === '' ? Infinity : median!, high === '' ? Infinity : high!] as const
      const [low, median, high] = numbers(limits(0.8))
      const [lower, , higher] = numbers(limits(0.99))
      expect(low <= median && median <= high).toBe(true)
      expect(higher).toBeGreaterThanOrEqual(high)
      if (low >= 0) expect(lower).toBeLessThanOrEqual(low)
    }),
  )
})

test('a confidence that is none is refused', () => {
  expect(failure(medianLifetime, column(3), column(1), 95)).toBe(
    '#VALUE! MEDIAN_LIFETIME: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
  expect(compute(medianLifetime, column(3), column(1), null)).toBe(3)
})

test('headers and rows with a blank are left out, wrong cells are named', () => {
  expect(compute(medianLifetime, column('Months', 3, null, 5), column('Left', 1, 1, ''))).toBe(3)
  expect(compute(medianLifetime, 3, true)).toBe(3)
  expect(failure(medianLifetime, column(3, -1), column(1, 1))).toBe(
    '#VALUE! MEDIAN_LIFETIME: durations row 2 has -1, below 0',
  )
  expect(failure(medianLifetime, column(3, 1), column(1, 'leaving'))).toBe(
    '#VALUE! MEDIAN_LIFETIME: ended row 2 has “leaving”, use TRUE or FALSE, 1 or 0, yes or no',
  )
  expect(compute(medianLifetime, column('3', 1, '5'), column('gone', 'active', 'Canceled'))).toBe(
    compute(medianLifetime, column(3, 1, 5), column(1, 0, 1)),
  )
  expect(failure(medianLifetime, column(3, 1), column(1, 1, 1))).toBe(
    '#VALUE! MEDIAN_LIFETIME: durations has 2 rows and ended has 3, select the same rows in both',
  )
  expect(failure(medianLifetime, column(null), column(null))).toBe(
    '#N/A MEDIAN_LIFETIME: durations and ended have no complete row',
  )
})
