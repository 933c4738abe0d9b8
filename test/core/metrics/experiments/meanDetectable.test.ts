import { expect, test } from 'vitest'
import { meanDetectable } from '../../../../core/metrics/experiments/meanDetectable.ts'
import { meanPower } from '../../../../core/metrics/experiments/meanPower.ts'
import { meanSampleSize } from '../../../../core/metrics/experiments/meanSampleSize.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const lift = (...cells: unknown[]): number => compute(meanDetectable, ...cells) as number

test('it agrees with power.t.test of R', () => {
  // R: power.t.test(n = 1000, sd = 80, power = 0.8, tol = 1e-14)$delta / 50, and so on
  expectClose(lift(1000, 50, 80), 0.20056153986933012, 1e-9)
  expectClose(lift(4020, 50, 80, 0.05, 0.9), 0.1156969628080339, 1e-9)
  expectClose(lift(100, 1, 1), 0.39813862487429141, 1e-9)
})

test('so large a lift, or a fall of as much, needs as many visitors and is found as often as was asked for', () => {
  for (const visitors of [20, 21, 333, 5000]) {
    for (const deviation of [4, 50, 80]) {
      const found = lift(visitors, 50, deviation)
      expect(compute(meanSampleSize, 50, deviation, found)).toBe(visitors)
      if (found <= 1) expect(compute(meanSampleSize, 50, deviation, -found)).toBe(visitors)
      expectClose(compute(meanPower, visitors, 50, deviation, found), 0.8, 1e-9)
    }
  }
})

test('values of the largest and the smallest size have an answer', () => {
  expect(lift(1000, 5000, 8.4e-323)).toBeGreaterThan(0)
  expect(failure(meanDetectable, 1000, 1e-300, 1e300)).toBe(
    '#NUM! MEAN_DETECTABLE: no lift up to 200% would be found with 1000 visitors in each variant, more are needed',
  )
})

test('a lift above 200% is none that MEAN_POWER would take', () => {
  // R: power.t.test(n = 4, sd = 50, power = 0.8)$delta is 2.38 × 50, and with n = 6 1.80 × 50
  expect(lift(6, 50, 50)).toBeLessThan(2)
  expect(failure(meanDetectable, 4, 50, 50)).toBe(
    '#NUM! MEAN_DETECTABLE: no lift up to 200% would be found with 4 visitors in each variant, more are needed',
  )
})

test('wrong cells are named', () => {
  expect(failure(meanDetectable, 1.5, 50, 80)).toBe('#VALUE! MEAN_DETECTABLE: visitors is 1.5, below 2')
  expect(failure(meanDetectable, 1000, 0, 80)).toBe(
    '#DIV/0! MEAN_DETECTABLE: base_mean is 0, which no lift changes, so there is no difference to find',
  )
  expect(failure(meanDetectable, 1000, 50, 0)).toBe(
    '#DIV/0! MEAN_DETECTABLE: deviation is 0, so any difference is there for all to see',
  )
  expect(failure(meanDetectable, 1000, 50)).toBe('#VALUE! MEAN_DETECTABLE: deviation is missing')
  expect(compute(meanDetectable, 1000, 50, 80, null, '')).toBe(lift(1000, 50, 80, 0.05, 0.8))
})
