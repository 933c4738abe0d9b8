import { expect, test } from 'vitest'
import { twoSidedP, Z95, zOf } from '../../../../core/statistics/inference/normal.ts'
import { expectClose } from '../../../close.ts'

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

test('two-sided p-values agree with mpmath, far out as well', () => {
  expect(twoSidedP(0)).toBe(1)
  expectClose(twoSidedP(0.5), 0.617075077451974, 1e-14)
  expectClose(twoSidedP(-1), 0.31731050786291415, 1e-14)
  expectClose(twoSidedP(2.677397763008329), 0.007419649261025687, 1e-13)
  expectClose(twoSidedP(6), 1.9731752900753963e-9, 1e-13)
  expectClose(twoSidedP(-37), 1.145114244504915e-299, 1e-12)
})

test('beyond the half-width of an interval lies what the interval leaves', () => {
  for (const confidence of [0.5, 0.8, 0.95, 0.999]) expectClose(twoSidedP(zOf(confidence)), 1 - confidence, 1e-12)
})
