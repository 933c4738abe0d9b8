import { expect, test } from 'vitest'
import { aboveNoncentralT } from '../../../../core/statistics/inference/noncentralT.ts'
import { twoSidedP } from '../../../../core/statistics/inference/normal.ts'
import { twoSidedT } from '../../../../core/statistics/inference/studentT.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with mpmath', () => {
  // The mean of the normal chance over the chi distribution, by quadrature with 40 digits.
  const computed: [t: number, freedom: number, noncentrality: number, p: number][] = [
    [2.0243941639119685, 38, Math.sqrt(10), 0.86895280169212726],
    [99.99, 2, 5, 0.0025966328749266799],
    [4.3, 2, 1, 0.091416763642000765],
    [1.96, 2e6, 2.8, 0.7995457623421235],
    [2.5, 17.3, 0.1, 0.014451929080006292],
    [3, 1000, 1, 0.023033911523229972],
    [99.99, 2, 300, 0.99987660252640494],
  ]
  for (const [t, freedom, away, p] of computed) expectClose(aboveNoncentralT(t, freedom, away), p, 1e-10)
})

test('without noncentrality it is one side of Student’s t', () => {
  for (const freedom of [2, 2.5, 7, 40, 1e4]) {
    for (const t of [0.1, 1, 2.5, 6]) expectClose(aboveNoncentralT(t, freedom, 0), twoSidedT(t, freedom) / 2, 1e-10)
  }
})

test('with many degrees of freedom it is the normal chance beyond t', () => {
  expectClose(aboveNoncentralT(1.96, 2e12, 1), twoSidedP(0.96) / 2, 1e-9)
})

test('the further the truth, the likelier, up to certainty', () => {
  let before = 0
  for (let away = 0; away <= 60; away += 0.5) {
    const p = aboveNoncentralT(2.1, 18, away)
    expect(p).toBeGreaterThanOrEqual(before)
    before = p
  }
  expect(before).toBe(1)
  expect(aboveNoncentralT(2.1, 18, 1e300)).toBe(1)
})
