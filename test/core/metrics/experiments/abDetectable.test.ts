import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abDetectable } from '../../../../core/metrics/experiments/abDetectable.ts'
import { abPower } from '../../../../core/metrics/experiments/abPower.ts'
import { abSampleSize } from '../../../../core/metrics/experiments/abSampleSize.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const lift = (...cells: unknown[]): number => compute(abDetectable, ...cells) as number

test('it agrees with power.prop.test of R, upwards and downwards', () => {
  // R: power.prop.test(n = 1000, p1 = 0.05, power = 0.8, tol = 1e-14)$p2 / 0.05 - 1; downwards by uniroot of its power
  expectClose(lift(1000, 0.05), 0.61953727246983492, 1e-11)
  expectClose(lift(5000, 0.1, 0.01, 0.9), 0.24339874477806989, 1e-11)
  expectClose(lift(1000, 0.05, 0.05, 0.8, 'fall'), -0.4789748938467713, 1e-11)
})

test('so large a lift needs as many visitors, and is found as often as was asked for', () => {
  const certainty = fc.tuple(fc.constantFrom(0.01, 0.05, 0.2), fc.constantFrom(0.5, 0.8, 0.95))
  const base = fc.integer({ min: 1, max: 60 }).map((percent) => percent / 100)
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 1e6 }),
      base,
      certainty,
      fc.constantFrom('rise', 'fall'),
      (visitors, base, [alpha, power], change) => {
        // Downwards from a small rate not even 0 may be found.
        const furthest = change === 'rise' ? Math.min(2, (1 - base) / base) : -1
        fc.pre((compute(abSampleSize, base, furthest, alpha, power) as number) < visitors)
        const found = lift(visitors, base, alpha, power, change)
        expect(found > 0).toBe(change === 'rise')
        expect(compute(abSampleSize, base, found, alpha, power)).toBe(visitors)
        expectClose(compute(abPower, visitors, base, found, alpha), power, 1e-9)
        const smaller = compute(abPower, visitors, base, found * 0.999, alpha) as number
        expect(smaller).toBeLessThan(power)
      },
    ),
  )
})

test('more visitors find smaller lifts', () => {
  expect(lift(4000, 0.05)).toBeLessThan(lift(1000, 0.05))
  expect(lift(1000, 0.05, null, '', null)).toBe(lift(1000, 0.05, 0.05, 0.8, 'rise'))
})

test('what is 100 % today can only fall', () => {
  expect(lift(1000, 1, 0.05, 0.8, 'Fall')).toBeLessThan(0)
  expect(failure(abDetectable, 1000, 1)).toBe(
    '#NUM! AB_DETECTABLE: base_rate is 100%, which cannot rise; write "fall" for change',
  )
})

test('too few visitors for any change are #NUM!', () => {
  expect(failure(abDetectable, 2, 0.4)).toBe('#NUM! AB_DETECTABLE: visitors is 2, too few to find even a rise to 100%')
  expect(failure(abDetectable, 100, 0.05, 0.05, 0.8, 'fall')).toBe(
    '#NUM! AB_DETECTABLE: visitors is 100, too few to find even a fall to 0',
  )
})

test('a lift above 200% is none that AB_POWER would take', () => {
  // R: power.prop.test(p1 = 0.05, p2 = 0.15, power = 0.8)$n is 140.1
  expect(lift(141, 0.05)).toBeLessThan(2)
  expect(failure(abDetectable, 140, 0.05)).toBe(
    '#NUM! AB_DETECTABLE: no lift up to 200% would be found with 140 visitors in each variant, more are needed',
  )
  expect(failure(abDetectable, 2, 0.05)).toContain('no lift up to 200% would be found with 2 visitors')
  expect(compute(abPower, 141, 0.05, lift(141, 0.05))).toBeCloseTo(0.8, 9)
})

test('wrong cells are named', () => {
  expect(failure(abDetectable, 1000, 0)).toBe(
    '#DIV/0! AB_DETECTABLE: base_rate is 0, which no lift changes, so there is no difference to find',
  )
  expect(failure(abDetectable, 0.5, 0.05)).toBe('#VALUE! AB_DETECTABLE: visitors is 0.5, below 1')
  expect(failure(abDetectable, 1000, 5)).toBe('#VALUE! AB_DETECTABLE: base_rate is 5, outside 0 to 1, write 5% or 0.05')
  expect(failure(abDetectable, 1000, 0.05, 0.05, 0.3)).toBe(
    '#VALUE! AB_DETECTABLE: power is 0.3, outside 0.5 to 0.9999',
  )
  expect(failure(abDetectable, 1000, 0.05, 0.05, 0.8, 'up')).toBe(
    '#VALUE! AB_DETECTABLE: change is the text “up”, use rise or fall',
  )
  expect(failure(abDetectable, '', 0.05)).toBe('#VALUE! AB_DETECTABLE: visitors is blank')
})
