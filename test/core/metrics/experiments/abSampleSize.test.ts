import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abSampleSize } from '../../../../core/metrics/experiments/abSampleSize.ts'
import { twoSidedP, zOf } from '../../../../core/statistics/inference/normal.ts'
import { compute, failure } from '../../../compute.ts'

const size = (...cells: unknown[]): number => compute(abSampleSize, ...cells) as number

test('it agrees with power.prop.test of R, rounded up', () => {
  expect(size(0.5, 0.5, 0.05, 0.9)).toBe(77)
  expect(size(0.2, 0.25)).toBe(1094)
})

test('it agrees with mpmath', () => {
  expect(size(0.05, -0.1)).toBe(Math.ceil(28407.841233187259))
  expect(size(0.03, 0.1)).toBe(Math.ceil(53210.301207008348))
  expect(size(0.05, 0.1, 0.01, 0.95)).toBe(Math.ceil(70887.995959713226))
  expect(size(0.1, 0.2, 0.05, 0.5)).toBe(Math.ceil(1880.39409272977))
})

test('a rate of 1 may fall, to 0 at worst', () => {
  expect(size(1, -0.2)).toBe(35)
  expect(size(1, -1)).toBe(2)
})

test('with so many visitors the test has the power asked for, with one fewer it has not', () => {
  /** The share of tests in which the difference, over its error if both rates were alike, is beyond z. */
  const power = (n: number, p1: number, p2: number, alpha: number): number => {
    const mean = (p1 + p2) / 2
    const apart = Math.abs(p1 - p2) * Math.sqrt(n)
    const alike = zOf(1 - alpha) * Math.sqrt(2 * mean * (1 - mean))
    const z = (apart - alike) / Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
    return z >= 0 ? 1 - twoSidedP(z) / 2 : twoSidedP(z) / 2
  }
  const rate = fc.integer({ min: 1, max: 60 }).map((percent) => percent / 100)
  const lift = fc.integer({ min: -50, max: 60 }).filter((percent) => percent !== 0)
  fc.assert(
    fc.property(
      rate,
      lift,
      fc.constantFrom(0.01, 0.05, 0.1),
      fc.constantFrom(0.5, 0.8, 0.95),
      (base, percent, alpha, wanted) => {
        const n = size(base, percent / 100, alpha, wanted)
        const target = base * (1 + percent / 100)
        expect(power(n, base, target, alpha)).toBeGreaterThanOrEqual(wanted - 1e-9)
        expect(power(n - 1, base, target, alpha)).toBeLessThan(wanted + 1e-9)
      },
    ),
  )
})

test('a smaller lift, a smaller risk and a larger chance need more visitors', () => {
  expect(size(0.1, 0.1)).toBeGreaterThan(size(0.1, 0.2))
  expect(size(0.1, 0.1, 0.01)).toBeGreaterThan(size(0.1, 0.1))
  expect(size(0.1, 0.1, 0.05, 0.9)).toBeGreaterThan(size(0.1, 0.1))
  expect(size(0.1, 0.1, null, '')).toBe(size(0.1, 0.1, 0.05, 0.8))
})

test('a lift beyond 100 % is refused, one to exactly 100 % is not', () => {
  expect(failure(abSampleSize, 0.6, 0.8)).toBe(
    '#VALUE! AB_SAMPLE_SIZE: base_rate x (1 + relative_lift) is 1.08, above 1',
  )
  expect(size(0.7, 3 / 7)).toBe(size(0.3, -1))
})

test('a rate may triple, and a lift of more is taken for percentage points', () => {
  expect(size(0.05, 2)).toBe(Math.ceil(140.09508986142637))
  expect(failure(abSampleSize, 0.05, 2.1)).toBe(
    '#VALUE! AB_SAMPLE_SIZE: relative_lift is 2.1, outside -1 to 2, write 2.1% or 0.021; a lift above 200% is not taken',
  )
})

test('no difference to find is #DIV/0!', () => {
  expect(failure(abSampleSize, 0.05, 0)).toBe(
    '#DIV/0! AB_SAMPLE_SIZE: relative_lift is 0, so there is no difference to find',
  )
  expect(failure(abSampleSize, 0, 0.1)).toBe(
    '#DIV/0! AB_SAMPLE_SIZE: base_rate is 0, which no lift changes, so there is no difference to find',
  )
})

test('wrong cells are named, percentages typed as whole numbers as well', () => {
  expect(failure(abSampleSize, 5, 0.1)).toBe('#VALUE! AB_SAMPLE_SIZE: base_rate is 5, outside 0 to 1, write 5% or 0.05')
  expect(failure(abSampleSize, 0.05, 20)).toBe(
    '#VALUE! AB_SAMPLE_SIZE: relative_lift is 20, outside -1 to 2, write 20% or 0.2; a lift above 200% is not taken',
  )
  expect(failure(abSampleSize, 0.05, -20)).toBe(
    '#VALUE! AB_SAMPLE_SIZE: relative_lift is -20, outside -1 to 2, write -20% or -0.2; a lift above 200% is not taken',
  )
  expect(failure(abSampleSize, 0.05, 0.1, 0)).toBe('#VALUE! AB_SAMPLE_SIZE: alpha is 0, outside 0.0001 to 0.5')
  expect(failure(abSampleSize, 0.05, 0.1, 0.05, 0.3)).toBe(
    '#VALUE! AB_SAMPLE_SIZE: power is 0.3, outside 0.5 to 0.9999',
  )
  expect(failure(abSampleSize, 0.05, '10% or more')).toBe(
    '#VALUE! AB_SAMPLE_SIZE: relative_lift is the text “10% or more”, not a number',
  )
  expect(compute(abSampleSize, '5%', '10%')).toBe(compute(abSampleSize, 0.05, 0.1))
  expect(failure(abSampleSize, null, 0.1)).toBe('#VALUE! AB_SAMPLE_SIZE: base_rate is blank')
})
