import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bassForecast } from '../../../../core/metrics/planning/bassForecast.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const forecast = (...cells: unknown[]) => {
  const [header, ...rows] = compute(bassForecast, ...cells) as [string[], ...number[][]]
  expect(header).toEqual(['period', 'adopters', 'cumulative', 'share'])
  return rows
}
const typical = [[0.03, 0.38, 1000]]

// python3, mpmath with 40 digits: F(t) = (1-exp(-(p+q)*t))/(1+q/p*exp(-(p+q)*t)), times m.
test('adopters, all so far and their share are those of the model', () => {
  const rows = forecast(typical, 40)
  expectClose(
    [rows[0], rows[1], rows[2]],
    [
      [1, 35.758164256441626, 35.758164256441626, 0.035758164256441626],
      [2, 49.298117145740528, 85.056281402182154, 0.085056281402182154],
      [3, 65.443790561530799, 150.50007196371295, 0.15050007196371295],
    ],
    1e-13,
  )
  expectClose(
    [rows[9], rows[39]],
    [
      [10, 72.076114884870237, 812.80322122134617, 0.81280322122134617],
      [40, 0.00052249712504541402, 999.99896906167725, 0.99999896906167725],
    ],
    1e-11,
  )
})

test('from_period begins later with the same numbers', () => {
  expect(forecast(typical, 4, 7)).toEqual(forecast(typical, 10).slice(6))
})

test('a q of 0 is growth without imitation', () => {
  expectClose(
    forecast(
      [
        ['p', 'q', 'm'],
        [0.2, 0, 100],
      ],
      2,
    )[1],
    [2, 100 * (Math.exp(-0.2) - Math.exp(-0.4)), 100 * (1 - Math.exp(-0.4)), 1 - Math.exp(-0.4)],
    1e-13,
  )
})

test('adopters add up to the cumulative, which rises and never passes m', () => {
  const rate = (max: number) => fc.double({ min: 1e-6, max, noNaN: true })
  fc.assert(
    fc.property(rate(1), rate(3), fc.double({ min: 1, max: 1e9, noNaN: true }), (p, q, m) => {
      let all = 0
      for (const [, adopters, cumulative, share] of forecast([[p, q, m]], 60)) {
        all += adopters!
        expect(adopters).toBeGreaterThanOrEqual(0)
        expect(Math.abs(all - cumulative!)).toBeLessThanOrEqual(1e-11 * m)
        expect(cumulative).toBeLessThanOrEqual(m * (1 + 1e-15))
        expectClose(share! * m, cumulative, 1e-13)
      }
    }),
  )
})

test('far ahead nobody is left', () => {
  const [[period, adopters, cumulative, share]] = forecast(typical, 1, 100000) as [number[]]
  expect([period, adopters, cumulative, share]).toEqual([100000, 0, 1000, 1])
})

test('wrong cells are named', () => {
  expect(failure(bassForecast, [[0.03, 0.38]], 5)).toBe(
    '#VALUE! BASS_FORECAST: params has 2 values; select the result of BASS_FIT (p, q, m)',
  )
  expect(failure(bassForecast, [[0, 0.38, 100]], 5)).toBe(
    '#VALUE! BASS_FORECAST: params has 0 where p belongs, a number above 0',
  )
  expect(failure(bassForecast, [[0.03, -0.1, 100]], 5)).toBe(
    '#VALUE! BASS_FORECAST: params has -0.1 where q belongs, a number not below 0',
  )
  expect(failure(bassForecast, [[0.03, 0.38, null]], 5)).toContain('params has 2 values')
  expect(
    failure(
      bassForecast,
      [
        ['alpha', 'beta'],
        [1, 2],
      ],
      5,
    ),
  ).toBe('#VALUE! BASS_FORECAST: params has alpha, beta, a result of SBG_FIT; select the result of BASS_FIT (p, q, m)')
  expect(failure(bassForecast, typical, 0)).toBe('#VALUE! BASS_FORECAST: periods is 0, outside 1 to 10000')
  expect(failure(bassForecast, typical, 2.5)).toBe('#VALUE! BASS_FORECAST: periods is 2.5, not a whole number')
  expect(failure(bassForecast, typical, null)).toBe('#VALUE! BASS_FORECAST: periods is blank')
  expect(failure(bassForecast)).toBe('#VALUE! BASS_FORECAST: params is missing')
})

test('p and q in per cent without the sign are refused, and three cells may stand below each other', () => {
  expect(failure(bassForecast, [[3, 38, 10000]], 5)).toBe(
    '#VALUE! BASS_FORECAST: params has 3 where p belongs, a share of a period: write 3% or 0.03',
  )
  expect(failure(bassForecast, [[0.03, 38, 10000]], 5)).toContain('params has 38 where q belongs')
  expect(compute(bassForecast, [[0.03], [0.38], [10000]], 5)).toEqual(compute(bassForecast, [[0.03, 0.38, 10000]], 5))
})
