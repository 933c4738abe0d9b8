import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantile, quantileOf } from '../../../core/statistics/quantile.ts'
import { expectClose } from '../../close.ts'

test('it agrees with Microsoft’s examples of PERCENTILE.INC and QUARTILE.INC', () => {
  expectClose(quantile([1, 2, 3, 4], 0.3), 1.9)
  expectClose(quantile([1, 2, 4, 7, 8, 9, 10, 12], 0.25), 3.5)
})

test('it goes from the least to the greatest, by way of the median', () => {
  expect(quantile([2, 3, 9], 0)).toBe(2)
  expect(quantile([2, 3, 9], 0.5)).toBe(3)
  expect(quantile([2, 3, 9, 11], 0.5)).toBe(6)
  expect(quantile([2, 3, 9], 1)).toBe(9)
})

test('one value is every quantile', () => {
  expect([0, 0.1, 0.5, 1].map((p) => quantile(Float64Array.of(7), p))).toEqual([7, 7, 7, 7])
})

const values = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })
  .map((list) => list.sort((a, b) => a - b))
const share = fc.double({ min: 0, max: 1, noNaN: true })

test('it is the height of the line through the sorted values, spread evenly from 0 to 1', () => {
  fc.assert(
    fc.property(values, share, (sorted, p) => {
      const last = sorted.length - 1
      const height = sorted.reduce((sum, value, i) => sum + value * Math.max(0, 1 - Math.abs(p * last - i)), 0)
      expect(Math.abs(quantile(sorted, p) - height)).toBeLessThan(1e-9)
    }),
  )
})

test('it does not fall as the share grows', () => {
  fc.assert(
    fc.property(values, share, share, (sorted, a, b) => {
      expect(quantile(sorted, Math.min(a, b))).toBeLessThanOrEqual(quantile(sorted, Math.max(a, b)))
    }),
  )
})

describe('of values in any order it is the same to the last bit', () => {
  const sameAsSorted = (values: Float64Array, p: number) => {
    expect(quantileOf(values.slice(), p)).toBe(quantile(values.slice().sort(), p))
  }

  test('for a few values', () => {
    const anyValue = fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value + 0)
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 50 }), share, (list, p) => {
        sameAsSorted(Float64Array.from(list), p)
      }),
    )
  })

  test.each<[string, (i: number) => number]>([
    ['that go up', (i) => i / 7],
    ['that go down', (i) => -i / 7],
    ['that go up and down', (i) => Math.min(i, 5000 - i)],
    ['of few levels', (i) => i % 3],
    ['that are all one', () => 4],
    ['in no order', (i) => (i * 7919) % 5003],
  ])('for many values %s', (_, value) => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => value(i))
    for (const p of [0, 0.01, 0.5, 0.9, 0.95, 1]) sameAsSorted(values, p)
  })
})
