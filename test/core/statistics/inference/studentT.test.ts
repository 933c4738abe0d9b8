import { expect, test } from 'vitest'
import { twoSidedP, zOf } from '../../../../core/statistics/inference/normal.ts'
import { tOf, twoSidedT } from '../../../../core/statistics/inference/studentT.ts'
import { expectClose } from '../../../close.ts'

test('two-sided p-values agree with mpmath and R, with fractions of degrees of freedom as well', () => {
  const computed: [t: number, freedom: number, p: number][] = [
    [1.8608134674868, 17.7764735161785, 0.07939414018736599],
    [4.0621, 9, 0.002833007840390158],
    [2, 5, 0.10193947882985836],
    [0.5, 1, 0.7048327646991335],
    [-3, 2.5, 0.07257609554903184],
    [10, 30, 4.57525140822961319e-11],
    [0.01, 1000, 0.9920232819321873],
    [2.5, 1e6, 0.012419489502163246],
    [20, 4, 0.0000368831058029973265],
    [2, 1e8, 0.04550026659590675],
    [5, 1e6, 5.733997870890742e-7],
    [60, 543.21, 8.105309350198694e-242],
  ]
  for (const [t, freedom, p] of computed) expectClose(twoSidedT(t, freedom), p)
})

test('half-widths agree with mpmath', () => {
  expectClose(tOf(0.95, 1), 12.7062047361747046)
  expectClose(tOf(0.95, 17.7764735161785), 2.10281724156980233)
  expectClose(tOf(0.95, 30), 2.04227245630123831)
  expectClose(tOf(0.99, 2.5), 7.16372813894878552)
  expectClose(tOf(0.9, 1000), 1.64637881728546472)
})

test('every value is as far from 0 as 0', () => {
  expect(twoSidedT(0, 3.5)).toBe(1)
})

test('one degree of freedom is Cauchy’s distribution, two have a closed form', () => {
  for (const t of [0.1, 1, 3.5, 50]) {
    expectClose(twoSidedT(t, 1), (2 * Math.atan(1 / t)) / Math.PI)
    expectClose(twoSidedT(t, 2), 1 - t / Math.sqrt(2 + t * t), 1e-11)
    expect(twoSidedT(-t, 2)).toBe(twoSidedT(t, 2))
  }
})

test('beyond the half-width of an interval lies what the interval leaves', () => {
  for (const freedom of [1, 1.5, 3, 17.8, 250, 1e5]) {
    for (const confidence of [0.5, 0.9, 0.95, 0.9999]) {
      expectClose(twoSidedT(tOf(confidence, freedom), freedom), 1 - confidence, 1e-11)
    }
  }
})

test('with many degrees of freedom it is the normal distribution', () => {
  expectClose(twoSidedT(2.5, 1e9), twoSidedP(2.5), 1e-7)
  expectClose(tOf(0.95, 1e9), zOf(0.95), 1e-8)
  expect(tOf(0.95, 1e6)).toBeGreaterThan(zOf(0.95))
})
