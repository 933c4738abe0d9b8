import { expect, test } from 'vitest'
import { rateTest } from '../../../../core/statistics/experiments/rateTest.ts'
import { ratesTest } from '../../../../core/statistics/experiments/ratesTest.ts'
import { fisherExact } from '../../../../core/statistics/inference/fisherExact.ts'
import { expectClose } from '../../../close.ts'

test('two rates agree with prop.test of R without its correction', () => {
  // R: prop.test(c(200, 250), c(1000, 1000), correct = FALSE)$p.value
  const { p, isExact } = rateTest(200, 1000, 250, 1000)
  expectClose(p, 0.007419649261025687, 1e-11)
  expect(isExact).toBe(false)
})

test('where fewer than 5 successes or failures are expected, the test is Fisher’s', () => {
  expect(rateTest(3, 100, 6, 100)).toEqual({ p: fisherExact(3, 100, 6, 100), isExact: true })
  expect(rateTest(97, 100, 94, 100)).toEqual({ p: fisherExact(97, 100, 94, 100), isExact: true })
  expect(rateTest(4, 100, 6, 100).isExact).toBe(false)
})

test('several rates agree with prop.test of R, on the smokers of Fleiss (1981)', () => {
  const { p, method } = ratesTest([83, 90, 129, 70], [86, 93, 136, 82])
  expectClose(p, 0.005585476661627025, 1e-11)
  expect(method).toBe('chi-square')
})

test('of two groups both tests are one', () => {
  for (const [a, visitorsA, b, visitorsB] of [
    [200, 1000, 250, 1000],
    [1, 40, 4, 40],
    [3, 10, 500_000, 1_000_000],
  ] as const) {
    expectClose(ratesTest([a, b], [visitorsA, visitorsB]).p, rateTest(a, visitorsA, b, visitorsB).p, 1e-10)
  }
})

test('small counts in too many groups for the exact test are tested roughly', () => {
  const trials = Array.from({ length: 40 }, (_, i) => 40 + i)
  const { p, method } = ratesTest(
    trials.map((_, i) => 1 + (i % 5)),
    trials,
  )
  expect(method).toBe('rough')
  expect(p).toBeGreaterThan(0)
  expect(p).toBeLessThan(1)
})
