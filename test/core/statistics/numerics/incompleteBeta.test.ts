import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta } from '../../../../core/statistics/numerics/incompleteBeta.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with mpmath, for small and large parameters and far out', () => {
  // mpmath: betainc(a, b, 0, x, regularized=True) with 30 digits
  const computed: [a: number, b: number, x: number, below: number][] = [
    [0.5, 0.5, 0.3, 0.36901011956554538],
    [2, 3, 0.999, 0.999999996003],
    [2, 3, 1e-8, 5.9999999200000006e-16],
    [200.5, 800.5, 0.21, 0.78035565693328853],
    [200.5, 800.5, 0.15, 1.0181356611682663e-5],
    [1e6 + 0.5, 3e6 + 0.5, 0.2505, 0.98950822163076949],
    [0.01, 5, 0.2, 0.99781803807703533],
    [14.9, 20, 0.3, 0.059758981210461388],
    [15.1, 20, 0.3, 0.054604350479925048],
    [1e4, 1, 0.9999, 0.36786104643297044],
    [50, 1e6, 4e-5, 0.070374473405176528],
  ]
  for (const [a, b, x, below] of computed) expectClose(incompleteBeta(a, b, x, 1 - x), below, 1e-10)
})

test('a power where one parameter is 1, and Cauchy’s arcsine where both are a half', () => {
  expectClose(incompleteBeta(7, 1, 0.3, 0.7), 0.3 ** 7)
  expectClose(incompleteBeta(1, 7, 0.3, 0.7), 1 - 0.7 ** 7)
  expectClose(incompleteBeta(0.5, 0.5, 0.2, 0.8), (2 / Math.PI) * Math.asin(Math.sqrt(0.2)))
})

test('below and above make 1, and it rises', () => {
  const parameter = fc.double({ min: 0.05, max: 5000, noNaN: true })
  fc.assert(
    fc.property(parameter, parameter, fc.integer({ min: 1, max: 999 }), (a, b, thousandths) => {
      const [x, y] = [thousandths / 1000, 1 - thousandths / 1000]
      const below = incompleteBeta(a, b, x, y)
      expect(below + incompleteBeta(b, a, y, x)).toBeCloseTo(1, 11)
      const further = thousandths / 1000 + 0.001
      expect(incompleteBeta(a, b, further, 1 - further)).toBeGreaterThanOrEqual(below - 1e-12)
    }),
  )
})

test('nothing lies below 0 and everything below 1', () => {
  expect(incompleteBeta(2, 3, 0, 1)).toBe(0)
  expect(incompleteBeta(2, 3, 1, 0)).toBe(1)
})
