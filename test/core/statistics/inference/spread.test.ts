import { expect, test } from 'vitest'
import { quantileOfNormal } from '../../../../core/statistics/inference/normal.ts'
import { bell, triangular, uniform } from '../../../../core/statistics/inference/spread.ts'

const spread = { low: 2, likely: 3, high: 6 }
const every = Array.from({ length: 99_999 }, (_, i) => (i + 1) / 100_000)
const mean = (quantile: (p: number) => number) => every.reduce((total, p) => total + quantile(p), 0) / every.length

test('a triangle goes from low to high and has its mean at a third of the three', () => {
  const quantile = triangular(spread)
  expect([quantile(0), quantile(1)]).toEqual([2, 6])
  expect(quantile(0.25), 'a quarter lies below the likely value').toBeCloseTo(3, 12)
  expect(mean(quantile)).toBeCloseTo(11 / 3, 4)
  // Area of a triangle: (2.5 - 2)² / (4 · 1).
  expect(quantile(1 / 16)).toBeCloseTo(2.5, 12)
  expect(quantile(1 - 1 / 12)).toBeCloseTo(5, 12)
})

test('a triangle may have its top at an end, or no width', () => {
  expect(triangular({ low: 0, likely: 0, high: 1 })(0.75)).toBeCloseTo(0.5, 12)
  expect(triangular({ low: 0, likely: 1, high: 1 })(0.25)).toBeCloseTo(0.5, 12)
  expect(triangular({ low: 4, likely: 4, high: 4 })(0.3)).toBe(4)
})

test('the chance below a place left of the top is the area of the triangle there', () => {
  // (1 - 0)² / (8 · 2) lies below 1.
  expect(triangular({ low: 0, likely: 2, high: 8 })(1 / 16)).toBeCloseTo(1, 12)
})

test('uniform values are spread evenly', () => {
  const quantile = uniform(spread)
  expect([quantile(0), quantile(0.25), quantile(1)]).toEqual([2, 3, 6])
})

test('a bell has one value in ten below low and one above high', () => {
  const quantile = bell({ low: 4, likely: 6, high: 8 }, -Infinity, Infinity)
  expect(quantile(0.1)).toBeCloseTo(4, 12)
  expect(quantile(0.5)).toBeCloseTo(6, 12)
  expect(quantile(0.9)).toBeCloseTo(8, 12)
  expect(bell({ low: 6, likely: 6, high: 6 }, 0, 10)(0.01)).toBe(6)
})

test('what lies outside of the limits does not occur', () => {
  const quantile = bell({ low: 0.01, likely: 0.05, high: 0.09 }, 0, 1)
  expect(quantile(0)).toBeGreaterThanOrEqual(0)
  expect(quantile(1e-9)).toBeLessThan(1e-6)
  expect(quantile(0.5)).toBeGreaterThan(0.05)
  const capped = bell({ low: 0.9, likely: 0.97, high: 1 }, 0, 1)
  expect(capped(1)).toBe(1)
})

test('half a bell has the quantiles of half a bell', () => {
  // Of the upper half, four values in five lie below high, as of the whole bell nine in ten do.
  expect(bell({ low: -1, likely: 0, high: 1 }, 0, Infinity)(0.8)).toBeCloseTo(1, 12)
  expect(bell({ low: -1, likely: 0, high: 1 }, -Infinity, 0)(0.2)).toBeCloseTo(-1, 12)
})

test('a bell without width is its likely value, at both ends as well', () => {
  const quantile = bell({ low: 6, likely: 6, high: 6 }, -Infinity, Infinity)
  expect([quantile(0), quantile(0.5), quantile(1)]).toEqual([6, 6, 6])
})

test('the normal quantile is that of tables', () => {
  expect(quantileOfNormal(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(quantileOfNormal(0.1)).toBeCloseTo(-1.2815515655446004, 12)
  expect(quantileOfNormal(0.5)).toBeCloseTo(0, 15)
})
