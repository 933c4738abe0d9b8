import { expect, test } from 'vitest'
import { Z95, zOf } from '../../../core/statistics/normal.ts'
import { expectClose } from '../../close.ts'

test('it agrees with the quantiles of mpmath, R and scipy', () => {
  // The quantile of p is half the width of an interval of confidence 2p - 1.
  expectClose(zOf(0.6), 0.8416212335729144, 1e-14)
  expectClose(zOf(0.8), 1.2815515655446004, 1e-14)
  expectClose(zOf(1 - 2e-5), 4.264890793922825, 1e-12)
  expectClose(zOf(0), 0)
})

test('0.95 has all its digits, and stands in line with its neighbours', () => {
  expect(zOf(0.95)).toBe(1.959963984540054)
  expect(zOf(0.95)).toBe(Z95)
  expectClose(zOf(0.95 + 1e-13), Z95, 1e-11)
  expect(zOf(0.95 + 1e-13)).toBeGreaterThan(Z95)
  expect(zOf(0.95 - 1e-13)).toBeLessThan(Z95)
})
