import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  detectableMeanLift,
  effectOf,
  meanPower,
  meanSampleSize,
} from '../../../../core/statistics/experiments/meanPlanning.ts'
import {
  detectableRateLift,
  liftedRate,
  ratePower,
  rateSampleSize,
} from '../../../../core/statistics/experiments/ratePlanning.ts'
import { expectClose } from '../../../close.ts'

const usual = { alpha: 0.05, power: 0.8 }

test('sizes for rates agree with power.prop.test of R', () => {
  // R: power.prop.test(p1 = 0.2, p2 = 0.25, power = 0.8)$n, which looks for it step by step
  expectClose(rateSampleSize(0.2, 0.25, usual), 1093.739045829835, 1e-9)
  expectClose(rateSampleSize(0.5, 0.75, { alpha: 0.05, power: 0.9 }), 76.7069301141077, 1e-7)
})

test('the power for rates agrees with power.prop.test of R', () => {
  // R: power.prop.test(n = n, p1 = p1, p2 = p2, sig.level = alpha)$power
  expectClose(ratePower(50, 0.5, 0.75, 0.05), 0.74016590133138793, 1e-11)
  expectClose(ratePower(1000, 0.05, 0.06, 0.05), 0.16369536768071868, 1e-11)
  expectClose(ratePower(300, 0.3, 0.2, 0.01), 0.60036765044534313, 1e-11)
  expectClose(ratePower(5000, 0.02, 0.025, 0.1), 0.5163087266808265, 1e-11)
})

test('from 0 to 1 nothing is left to chance, once there are enough', () => {
  expect(ratePower(2, 1, 0, 0.05)).toBe(1)
  expect(ratePower(1, 0, 1, 0.05)).toBe(0)
})

test('the smallest lift of a rate agrees with power.prop.test of R', () => {
  // R: power.prop.test(n = 1000, p1 = 0.05, power = 0.8, tol = 1e-14)$p2 / 0.05 - 1
  expectClose(detectableRateLift(1000, 0.05, 19, usual), 0.61953727246983492, 1e-11)
  expectClose(detectableRateLift(5000, 0.1, 9, { alpha: 0.01, power: 0.9 }), 0.24339874477806989, 1e-11)
  expect(detectableRateLift(2, 0.05, 19, usual)).toBe(NaN)
})

test('sizes for means agree with power.t.test of R, rounded up', () => {
  // R: power.t.test(delta = effect, power = power, sig.level = alpha)$n
  expect(meanSampleSize(1, { alpha: 0.05, power: 0.9 })).toBe(Math.ceil(22.021095570093962))
  expect(meanSampleSize(0.1, usual)).toBe(Math.ceil(1570.736888011786))
  expect(meanSampleSize(-0.3, { alpha: 0.01, power: 0.95 })).toBe(Math.ceil(397.53290725505002))
  expect(meanSampleSize(0.02, usual)).toBe(Math.ceil(39245.359060533105))
})

test('at least two of each are needed, and a million million are as many as by the normal curve', () => {
  expect(meanSampleSize(50, usual)).toBe(2)
  const byNormal = 2 * ((1.959963984540054 + 0.8416212335729142) / 1e-6) ** 2
  expect(Math.abs(meanSampleSize(1e-6, usual) / byNormal - 1)).toBeLessThan(1e-12)
})

test('the power for means agrees with power.t.test of R', () => {
  // R: power.t.test(n = n, delta = effect, sig.level = alpha)$power; its pt() has 11 digits
  expectClose(meanPower(20, 0.05)(1), 0.86895280169249778, 1e-11)
  expectClose(meanPower(500, 0.05)(0.1), 0.35184406871479845, 1e-9)
  expectClose(meanPower(2, 0.05)(3), 0.38738935020081078, 1e-9)
  expectClose(meanPower(30, 0.01)(-0.5), 0.24371560265016823, 1e-9)
})

test('the smallest lift of a mean agrees with power.t.test of R', () => {
  // R: power.t.test(n = n, power = power, sig.level = alpha, tol = 1e-14)$delta
  expectClose(detectableMeanLift(100, 1, 1, usual), 0.39813862487429141, 1e-9)
  expectClose(detectableMeanLift(1000, 1, 1, { alpha: 0.01, power: 0.9 }), 0.1726506875658084, 1e-9)
  expectClose(detectableMeanLift(12345, 1, 1, { alpha: 0.05, power: 0.95 }), 0.045884884376976028, 1e-9)
})

const certainty = fc.record({
  alpha: fc.constantFrom(0.0001, 0.01, 0.05, 0.2),
  power: fc.constantFrom(0.5, 0.8, 0.95, 0.9999),
})

test('size, power and smallest lift of rates say the same', () => {
  const size = fc.integer({ min: 2, max: 1e6 })
  const base = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)
  fc.assert(
    fc.property(size, base, certainty, fc.boolean(), (size, base, certainty, isRise) => {
      const lift = detectableRateLift(size, base, isRise ? (1 - base) / base : -1, certainty)
      fc.pre(!Number.isNaN(lift))
      const target = liftedRate(base, lift)
      expect(Math.ceil(rateSampleSize(base, target, certainty))).toBeLessThanOrEqual(size)
      // At the very end no smaller lift is left to be the smallest.
      if (target > 0 && target < 1) {
        expectClose(rateSampleSize(base, target, certainty), size, 1e-9)
        expectClose(ratePower(size, base, target, certainty.alpha), certainty.power, 1e-9)
      }
    }),
  )
})

test('size, power and smallest lift of means say the same', () => {
  const size = fc.integer({ min: 2, max: 1e5 })
  const deviation = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(size, deviation, certainty, (size, deviation, certainty) => {
      const lift = detectableMeanLift(size, 50, deviation, certainty)
      const effect = effectOf(50, lift, deviation)
      expectClose(meanPower(size, certainty.alpha)(effect), certainty.power, 1e-9)
      expect(meanSampleSize(effect, certainty)).toBe(size)
    }),
    { numRuns: 40 },
  )
})
