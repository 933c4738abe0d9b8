import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareP, pearson } from '../../../../core/statistics/inference/chiSquare.ts'
import { twoSidedP } from '../../../../core/statistics/inference/normal.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with mpmath and R, with few and many degrees of freedom, near and far out', () => {
  // mpmath: gammainc(f / 2, x / 2, regularized=True) with 40 digits; R: pchisq(x, f, lower.tail = FALSE)
  const computed: [statistic: number, freedom: number, p: number][] = [
    [12.6004112971276, 3, 0.005585476661627126],
    [30.0701490957547, 2, 2.9535891832117149e-7],
    [22.7743688418944, 1, 1.821792872619149e-6],
    [50, 50, 0.47339846855634936],
    [500, 99, 7.6159439566737969e-55],
    [1600, 99, 2.8412124274764238e-269],
    [3000, 3000, 0.49656643883965135],
    [80, 1, 3.7440973842028988e-19],
  ]
  for (const [statistic, freedom, p] of computed) expectClose(chiSquareP(statistic, freedom), p, 1e-11)
})

test('one degree of freedom is the square of a normal value, two are exponential', () => {
  for (const x of [0.001, 0.5, 3.84, 30]) {
    expect(chiSquareP(x, 1)).toBe(twoSidedP(Math.sqrt(x)))
    expectClose(chiSquareP(x, 2), Math.exp(-x / 2))
  }
})

test('no distance is no surprise', () => {
  for (const freedom of [1, 2, 3, 4, 99]) expect(chiSquareP(0, freedom)).toBe(1)
})

test('the further, the less likely; the more degrees of freedom, the more likely', () => {
  const statistic = fc.double({ min: 0.01, max: 200, noNaN: true })
  fc.assert(
    fc.property(statistic, fc.integer({ min: 1, max: 60 }), (x, freedom) => {
      const p = chiSquareP(x, freedom)
      expect(p).toBeLessThanOrEqual(1)
      expect(chiSquareP(x * 1.1, freedom)).toBeLessThanOrEqual(p * (1 + 1e-12))
      expect(chiSquareP(x, freedom + 1)).toBeGreaterThanOrEqual(p * (1 - 1e-12))
    }),
  )
})

test('each count is as far as it says from what is expected of it', () => {
  expect(pearson([8, 12], [10, 10])).toBeCloseTo(0.8, 14)
  expect(pearson([10, 10], [10, 10])).toBe(0)
})
