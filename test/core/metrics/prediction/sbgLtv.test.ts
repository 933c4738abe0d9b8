import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sbgLtv } from '../../../../core/metrics/prediction/sbgLtv.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const highEnd = [[0.668, 3.806]]
const value = (margin: number, rate: number, renewals: unknown = null, model: unknown = highEnd): number =>
  compute(sbgLtv, model, margin, rate, renewals) as number

test('residual lifetimes of Fader and Hardie (2010), equation 6, after 0 to 11 renewals: 5.414 to 8.100', () => {
  // By numerical integration.
  const expected = [
    5.4148560483741, 5.90175316775302, 6.29426061679306, 6.62028032318833, 6.89705739774617, 7.13600189948137,
    7.34505225928394, 7.52994953091119, 7.69497547746011, 7.8434047532118, 7.97779472194722, 8.10017824757594,
  ]
  expectClose(
    expected.map((_, n) => value(1, 0.1, n)),
    expected,
    1e-11,
  )
  expectClose(value(10, 0.1, 7), 75.2994953091119)
})

test('a new customer pays at once, and after that is worth what one is who has not renewed yet, a period later', () => {
  // 2F1(1, beta; alpha + beta; 1 / 1.1), by mpmath.
  expectClose(value(1, 0.1), 5.922596407612764)
  const size = fc.double({ min: 0.05, max: 20, noNaN: true })
  fc.assert(
    fc.property(size, size, fc.double({ min: 0.01, max: 1, noNaN: true }), (alpha, beta, rate) => {
      const model = [[alpha, beta]]
      expectClose(value(1, rate, null, model), 1 + value(1, rate, 0, model) / (1 + rate), 1e-11)
    }),
  )
})

test('without discount it is the mean number of payments, where there is one', () => {
  expectClose(value(10, 0, null, [[3, 4]]), 30)
  expectClose(value(10, 0, 2, [[3, 4]]), 30)
  expect(failure(sbgLtv, highEnd, 10, 0)).toBe(
    '#NUM! SBG_LTV: the value has no end: with alpha at 0.668, not above 1, some customers hardly ever leave; give a discount_rate above 0',
  )
  expect(failure(sbgLtv, [[1, 3]], 10, 0, 2)).toContain('#NUM!')
})

test('margin scales it, discount lowers it, renewals raise it', () => {
  expectClose(value(20, 0.1, 3), 2 * value(10, 0.1, 3))
  expect(value(-10, 0.1)).toBe(-value(10, 0.1))
  expect(value(10, 0.2, 3)).toBeLessThan(value(10, 0.1, 3))
  expect(value(10, 0.1, 4)).toBeGreaterThan(value(10, 0.1, 3))
})

test('parameters of any size give a finite value within its bounds', () => {
  for (const alpha of [1e-10, 0.5, 1, 1e10]) {
    for (const beta of [1e-10, 0.5, 1, 1e10]) {
      for (const rate of [1e-4, 0.1, 1]) {
        const worth = value(1, rate, null, [[alpha, beta]])
        expect(worth >= 1 - 1e-12 && worth <= ((1 + rate) / rate) * (1 + 1e-12)).toBe(true)
      }
    }
  }
})

test('wrong arguments are named', () => {
  expect(failure(sbgLtv, highEnd, 10, 10)).toBe(
    '#VALUE! SBG_LTV: discount_rate is 10, outside 0 to 1, write 10% or 0.1',
  )
  expect(failure(sbgLtv, highEnd, 10)).toBe('#VALUE! SBG_LTV: discount_rate is missing')
  expect(failure(sbgLtv, highEnd, null, 0.1)).toBe('#VALUE! SBG_LTV: margin_per_period is blank')
  expect(failure(sbgLtv, highEnd, 10, 0.1, 1.5)).toBe('#VALUE! SBG_LTV: renewals_so_far is 1.5, not a whole number')
  expect(failure(sbgLtv, highEnd, 10, 0.1, -1)).toContain('renewals_so_far is -1, outside 0 to 100000')
  expect(failure(sbgLtv, [[0.668]], 10, 0.1)).toContain(
    'params has 1 value; select the result of SBG_FIT (alpha, beta)',
  )
})

test('parameters of any size end, near the value they tend to', () => {
  const ltv = (alpha: number, beta: number, ...renewals: number[]) =>
    compute(sbgLtv, [[alpha, beta]], 100, 0.1, ...renewals) as number
  // All leave with the chance alpha / (alpha + beta): 1.1 / (0.1 + chance) payments.
  expectClose(ltv(1e20, 1e20), 110 / 0.6, 1e-11)
  expectClose(ltv(1e308, 1e308), 110 / 0.6, 1e-11)
  expectClose(ltv(1e14, 3e14), 110 / 0.35, 1e-11)
  expectClose(ltv(3e20, 1e20, 5), (0.25 * 110) / 0.85, 1e-11)
  // All leave at the first renewal, or nobody ever.
  for (const [alpha, beta] of [
    [1e160, 1e-160],
    [0.7, 5e-324],
    [5, 1e-300],
  ] as const) {
    expectClose(ltv(alpha, beta), 100, 1e-9)
  }
  for (const [alpha, beta] of [
    [1e-160, 1e160],
    [5e-324, 0.7],
  ] as const) {
    expectClose(ltv(alpha, beta), 1100, 1e-9)
  }
})
