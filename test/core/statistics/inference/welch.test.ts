import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tOf, twoSidedT } from '../../../../core/statistics/inference/studentT.ts'
import { contrast, sampleOf } from '../../../../core/statistics/inference/welch.ts'
import { expectClose } from '../../../close.ts'

const sample = (...values: number[]) => sampleOf(Float64Array.from(values))

test('it agrees with t.test of R on Student’s data of sleep (1908)', () => {
  const first = sample(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2)
  const second = sample(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
  const { estimate, error, freedom } = contrast([first, second], [1, -1])
  expectClose(estimate / error, -1.86081346748685)
  expectClose(freedom, 17.7764735161785)
  expectClose(twoSidedT(estimate / error, freedom), 0.0793941401873582)
  expectClose(estimate - tOf(0.95, freedom) * error, -3.36548323071171)
  expectClose(estimate + tOf(0.95, freedom) * error, 0.20548323071171, 1e-11)
})

test('a sample by hand', () => {
  expect(sample(2, 4, 4, 6)).toEqual({ count: 4, mean: 4, variance: 8 / 3 })
})

test('values that are all alike have no variance, whatever their digits', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 2, max: 50 }), (value, count) => {
      expect(sample(...new Array<number>(count).fill(value))).toEqual({ count, mean: value + 0, variance: 0 })
    }),
  )
})

test('the variance keeps its digits beside a large mean', () => {
  expectClose(sample(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).variance, 30)
})

test('two samples of equal size and variance have all their degrees of freedom', () => {
  const { error, freedom } = contrast([sample(1, 2, 3), sample(11, 12, 13)], [1, -1])
  expectClose(freedom, 4)
  expectClose(error, Math.sqrt(2 / 3))
})
