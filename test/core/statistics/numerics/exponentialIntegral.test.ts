import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaledExponentialIntegral } from '../../../../core/statistics/numerics/exponentialIntegral.ts'
import { expectClose } from '../../../close.ts'

// python3 -c 'from mpmath import *; mp.dps=40; print(hyperu(1,2-mpf(s),mpf(z)))' for each pair
test.each([
  [0.606, 0.1368, 2.8541441814918001],
  [0.606, 1e-9, 7917.45013490169],
  [0.01, 3, 0.33246164462730014],
  [1, 0.5, 0.92291063248373047],
  [2, 0.001, 0.99366212592967451],
  [0.999999, 0.02, 3.4224838674672156],
  [3.7, 40, 0.022925955320256502],
  [300, 5, 0.0032892951550399861],
  [20, 1e5, 9.9980004199076212e-6],
  [0.3, 1e-300, 1.2980553326475677e210],
])('s %d, z %d', (s, z, expected) => {
  expectClose(scaledExponentialIntegral(s, z), expected, 1e-13)
})

test('of order 0 it is 1 / z, and each order follows from the one before: s E(s + 1) + z E(s) is 1', () => {
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(positive(1e-3, 50), positive(1e-3, 100), (s, z) => {
      expectClose(scaledExponentialIntegral(0, z), 1 / z, 1e-13)
      expectClose(s * scaledExponentialIntegral(s + 1, z) + z * scaledExponentialIntegral(s, z), 1, 1e-13)
    }),
  )
})

test('it falls as the order rises and as z does, and stays a number', () => {
  const sizes = [0.01, 0.5, 1, 2, 30, 1000]
  for (const s of sizes) {
    for (const z of sizes) {
      const value = scaledExponentialIntegral(s, z)
      expect(value > 0 && value < Infinity).toBe(true)
      expect(scaledExponentialIntegral(s * 1.01, z)).toBeLessThan(value)
      expect(scaledExponentialIntegral(s, z * 1.01)).toBeLessThan(value)
    }
  }
})
