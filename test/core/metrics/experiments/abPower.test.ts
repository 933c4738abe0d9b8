import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abPower } from '../../../../core/metrics/experiments/abPower.ts'
import { abSampleSize } from '../../../../core/metrics/experiments/abSampleSize.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const power = (...cells: unknown[]): number => compute(abPower, ...cells) as number

test('it agrees with power.prop.test of R', () => {
  // R: power.prop.test(n = 50, p1 = 0.5, p2 = 0.75)$power, and so on
  expectClose(power(50, 0.5, 0.5), 0.74016590133138793, 1e-11)
  expectClose(power(1000, 0.05, 0.2), 0.16369536768071868, 1e-11)
  expectClose(power(300, 0.3, -1 / 3, 0.01), 0.60036765044534313, 1e-11)
})

test('with the visitors that AB_SAMPLE_SIZE asks for it is the power asked for, with one fewer it is not', () => {
  const rate = fc.integer({ min: 1, max: 60 }).map((percent) => percent / 100)
  const lift = fc.integer({ min: -90, max: 60 }).filter((percent) => percent !== 0)
  const certainty = fc.tuple(fc.constantFrom(0.01, 0.05, 0.2), fc.constantFrom(0.5, 0.8, 0.95))
  fc.assert(
    fc.property(rate, lift, certainty, (base, percent, [alpha, wanted]) => {
      const visitors = compute(abSampleSize, base, percent / 100, alpha, wanted) as number
      expect(power(visitors, base, percent / 100, alpha)).toBeGreaterThanOrEqual(wanted - 1e-9)
      if (visitors > 1) expect(power(visitors - 1, base, percent / 100, alpha)).toBeLessThan(wanted + 1e-9)
    }),
  )
})

test('more visitors, a larger lift and a larger risk find more', () => {
  expect(power(2000, 0.1, 0.1)).toBeGreaterThan(power(1000, 0.1, 0.1))
  expect(power(1000, 0.1, 0.2)).toBeGreaterThan(power(1000, 0.1, 0.1))
  expect(power(1000, 0.1, 0.1, 0.1)).toBeGreaterThan(power(1000, 0.1, 0.1))
  expect(power(1000, 0.1, 0.1, ' ')).toBe(power(1000, 0.1, 0.1, 0.05))
})

test('a difference that cannot be missed is found', () => {
  expect(power(100, 1, -1)).toBe(1)
  expect(power(1e6, 0.1, 0.5)).toBe(1)
})

test('no difference to find is #DIV/0!', () => {
  expect(failure(abPower, 1000, 0.05, 0)).toBe(
    '#DIV/0! AB_POWER: relative_lift is 0, so there is no difference to find',
  )
  expect(failure(abPower, 1000, 0, 0.1)).toBe(
    '#DIV/0! AB_POWER: base_rate is 0, which no lift changes, so there is no difference to find',
  )
})

test('wrong cells are named', () => {
  expect(failure(abPower, 0, 0.05, 0.1)).toBe('#VALUE! AB_POWER: visitors is 0, below 1')
  expect(failure(abPower, 1000, 0.6, 0.8)).toBe('#VALUE! AB_POWER: base_rate x (1 + relative_lift) is 1.08, above 1')
  expect(failure(abPower, 1000, 5, 0.1)).toBe('#VALUE! AB_POWER: base_rate is 5, outside 0 to 1, write 5% or 0.05')
  expect(failure(abPower, 1000, 0.05, 20)).toBe(
    '#VALUE! AB_POWER: relative_lift is 20, outside -1 to 2, write 20% or 0.2; a lift above 200% is not taken',
  )
  expect(failure(abPower, 1000, 0.05, 0.1, 0)).toBe('#VALUE! AB_POWER: alpha is 0, outside 0.0001 to 0.5')
  expect(failure(abPower, null, 0.05, 0.1)).toBe('#VALUE! AB_POWER: visitors is blank')
  expect(failure(abPower, 1000, 0.05)).toBe('#VALUE! AB_POWER: relative_lift is missing')
  expect(failure(abPower, 1000, 'soon', 0.1)).toBe('#VALUE! AB_POWER: base_rate is the text “soon”, not a number')
})
