import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanPower } from '../../../../core/metrics/experiments/meanPower.ts'
import { meanSampleSize } from '../../../../core/metrics/experiments/meanSampleSize.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const power = (...cells: unknown[]): number => compute(meanPower, ...cells) as number

test('it agrees with power.t.test of R', () => {
  // R: power.t.test(n = 20, delta = 1)$power, and so on; its pt() has 11 digits
  expectClose(power(20, 50, 50, 1), 0.86895280169249778, 1e-11)
  expectClose(power(500, 10, 10, 0.1), 0.35184406871479845, 1e-9)
  expectClose(power(30, 10, 10, -0.5, 0.01), 0.24371560265016823, 1e-9)
})

test('with what MEAN_SAMPLE_SIZE asks for it is the power asked for, with one fewer it is not', () => {
  const lift = fc.integer({ min: -90, max: 200 }).filter((percent) => percent !== 0)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      lift,
      fc.constantFrom(0.01, 0.05, 0.2),
      fc.constantFrom(0.5, 0.8, 0.95),
      (deviation, percent, alpha, wanted) => {
        const visitors = compute(meanSampleSize, 50, deviation, percent / 100, alpha, wanted) as number
        expect(power(visitors, 50, deviation, percent / 100, alpha)).toBeGreaterThanOrEqual(wanted)
        if (visitors > 2) expect(power(visitors - 1, 50, deviation, percent / 100, alpha)).toBeLessThan(wanted)
      },
    ),
    { numRuns: 50 },
  )
})

test('more visitors find more, and so does a steadier value', () => {
  expect(power(400, 50, 80, 0.1)).toBeGreaterThan(power(200, 50, 80, 0.1))
  expect(power(200, 50, 40, 0.1)).toBeGreaterThan(power(200, 50, 80, 0.1))
  expect(power(1e9, 50, 80, 0.1)).toBe(1)
  expect(power(200, 50, 80, 0.1, '')).toBe(power(200, 50, 80, 0.1, 0.05))
})

test('wrong cells are named', () => {
  expect(failure(meanPower, 1, 50, 80, 0.1)).toBe('#VALUE! MEAN_POWER: visitors is 1, below 2')
  expect(failure(meanPower, 1000, 50, 80, 0)).toBe(
    '#DIV/0! MEAN_POWER: relative_lift is 0, so there is no difference to find',
  )
  expect(failure(meanPower, 1000, 50, 0, 0.1)).toBe(
    '#DIV/0! MEAN_POWER: deviation is 0, so any difference is there for all to see',
  )
  expect(failure(meanPower, 1000, ' ', 80, 0.1)).toBe('#VALUE! MEAN_POWER: base_mean is blank')
  expect(failure(meanPower, 1000, 50, 80)).toBe('#VALUE! MEAN_POWER: relative_lift is missing')
})
