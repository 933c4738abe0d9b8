import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { meanLifetime } from '../../../../core/metrics/retention/meanLifetime.ts'
import { survivalCurve } from '../../../../core/metrics/retention/survivalCurve.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['mean', 'low', 'high', 'standard_error', 'horizon']
// Weeks of remission; + in the paper is 0 here. Freireich and others, Blood 21(6), 1963.
const weeks = column(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
const relapsed = column(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)

test('it is the restricted mean of R survival, to the longest duration when nothing is said', () => {
  // Rscript -e 'library(survival); for (h in c(10, 20, 35))
  //   print(summary(survfit(Surv(weeks, relapse) ~ 1, gehan[gehan$group == 2, ]), rmean = h)$table[5:6], digits = 16)'
  expectClose(compute(meanLifetime, weeks, relapsed, 10), 9.277310924369747)
  expectClose(compute(meanLifetime, weeks, relapsed, 20), 16.116526610644257)
  expectClose(compute(meanLifetime, weeks, relapsed, 35), 23.287394957983192)
  expect(compute(meanLifetime, weeks, relapsed)).toBe(compute(meanLifetime, weeks, relapsed, 35))
})

test('with a confidence level the limits stand beside it: as many standard errors on either side', () => {
  const z = 1.959963984540054
  const [mean, error] = [16.116526610644257, 1.251560196005047]
  expectClose(compute(meanLifetime, weeks, relapsed, 20, '95%'), [
    header,
    [mean, mean - z * error, mean + z * error, error, 20],
  ])
  const [, whole] = compute(meanLifetime, weeks, relapsed, null, 0.8) as number[][]
  expectClose(whole![3], 2.827467623371439)
  expectClose(whole![2]! - whole![1]!, 2 * 1.2815515655446004 * 2.827467623371439)
})

test('it is the area under SURVIVAL_CURVE', () => {
  const customer = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 30 }), (customers) => {
      const cells = [column(...customers.map(([time]) => time)), column(...customers.map(([, ended]) => ended))]
      const [, ...curve] = compute(survivalCurve, ...cells) as number[][]
      const longest = Math.max(...customers.map(([time]) => time))
      const area = curve.reduce((sum, [time, , , survival], i) => {
        return sum + survival! * ((curve[i + 1]?.[0] ?? longest) - time!)
      }, 0)
      expectClose(compute(meanLifetime, ...cells), area, 1e-10)
    }),
  )
})

test('the order of rows does not matter, the unit scales out, and a further horizon is no shorter', () => {
  const customer = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean())
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1, maxLength: 40 }), (customers) => {
      const run = (list: typeof customers, horizon: number, unit = 1) =>
        compute(
          meanLifetime,
          column(...list.map(([time]) => time * unit)),
          column(...list.map(([, ended]) => ended)),
          horizon * unit,
        ) as number
      const longest = Math.max(...customers.map(([time]) => time))
      const mean = run(customers, longest)
      expect(run(customers.slice().reverse(), longest)).toBe(mean)
      expectClose(run(customers, longest, 30), mean * 30)
      expect(run(customers, longest / 2)).toBeLessThanOrEqual(mean)
      expect(mean).toBeLessThanOrEqual(longest * (1 + 1e-12))
    }),
  )
})

test('a horizon nobody has been observed for is refused, unless all are gone', () => {
  expect(failure(meanLifetime, weeks, relapsed, 36)).toBe(
    '#N/A MEAN_LIFETIME: horizon is 36, and nobody has been observed for longer than 35',
  )
  expect(compute(meanLifetime, column(3, 5), column(1, 1), 36)).toBe(4)
  expect(compute(meanLifetime, column(3, 5), column(1, 1))).toBe(4)
})

test('as long as nobody has left it is the horizon, and nothing tells how sure that is', () => {
  expect(compute(meanLifetime, column(4, 9), column(0, 0), 6)).toBe(6)
  expect(compute(meanLifetime, column(4, 9), column(0, 0), 6, 0.95)).toEqual([header, [6, '', '', '', 6]])
  expect(compute(meanLifetime, column(4, 9), column(0, 1), 9, 0.95)).toEqual([header, [9, '', '', '', 9]])
})

test('it works by segment, with one horizon for all', () => {
  const plans = column('a', 'a', 'b', 'b')
  const cells = [column(2, 8, 4, 8), column('yes', 'no', 'yes', 'no')]
  expect(compute(findMetric('METRIC_BY')!, 'MEAN_LIFETIME', plans, ...cells, 6)).toEqual([
    ['segment', 'rows', 'MEAN_LIFETIME'],
    ['a', 2, 4],
    ['b', 2, 5],
  ])
})

test('headers and rows with a blank are left out, wrong cells are named', () => {
  const blank = new Array<null>(5000).fill(null)
  expect(compute(meanLifetime, column('Months', 3, null, 5, ...blank), column('Left', 1, 1, ' ', ...blank))).toBe(3)
  expect(failure(meanLifetime, column(3, -1), column(1, 1))).toBe(
    '#VALUE! MEAN_LIFETIME: durations row 2 has -1, below 0',
  )
  expect(failure(meanLifetime, column(3, 1), column(1, 'leaving'))).toBe(
    '#VALUE! MEAN_LIFETIME: ended row 2 has “leaving”, use TRUE or FALSE, 1 or 0, yes or no',
  )
  expect(failure(meanLifetime, column(3, 1), column(1, 1, 1))).toBe(
    '#VALUE! MEAN_LIFETIME: durations has 2 rows and ended has 3, select the same rows in both',
  )
  expect(failure(meanLifetime, column(null), column(null))).toBe(
    '#N/A MEAN_LIFETIME: durations and ended have no complete row',
  )
  expect(failure(meanLifetime, weeks, relapsed, 0)).toBe('#VALUE! MEAN_LIFETIME: horizon is 0, give a time above 0')
  expect(failure(meanLifetime, weeks, relapsed, -1)).toBe('#VALUE! MEAN_LIFETIME: horizon is -1, below 0')
  expect(failure(meanLifetime, weeks, relapsed, 20, 95)).toBe(
    '#VALUE! MEAN_LIFETIME: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
  expect(failure(meanLifetime, column(0, 0), column(1, 0))).toBe('#N/A MEAN_LIFETIME: needs 1 duration above 0, has 0')
})
