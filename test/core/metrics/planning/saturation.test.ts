import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saturation } from '../../../../core/metrics/planning/saturation.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('half of the response comes at half_point, whatever the shape', () => {
  for (const shape of [0.5, 1, 3]) expect(compute(saturation, 1200, 1200, shape)).toBe(0.5)
})

// python3 -c "print([x**s/(x**s+k**s) for x,k,s in [(500,1000,1),(3000,1000,1),(500,1000,2.5),(1,1e6,1)]])"
test('it is x^s / (x^s + k^s)', () => {
  expectClose(compute(saturation, 500, 1000), 1 / 3)
  expectClose(compute(saturation, 3000, 1000), 0.75)
  expectClose(compute(saturation, 500, 1000, 2.5), 0.15022110482233483)
  expectClose(compute(saturation, 1, 1e6), 9.99999000001e-7)
})

test('more spend brings more, and never all', () => {
  const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(positive, positive, fc.double({ min: 0.2, max: 3, noNaN: true }), (spend, half, shape) => {
      const [less, more] = [compute(saturation, spend, half, shape), compute(saturation, spend * 1.5, half, shape)]
      expect(less).toBeGreaterThan(0)
      expect(more).toBeGreaterThanOrEqual(less as number)
      expect(more).toBeLessThanOrEqual(1)
      // The scale is that of half_point.
      expectClose(compute(saturation, spend * 7, half * 7, shape), less, 1e-9)
    }),
  )
})

test('a blank row stays blank beside the others, and 0 is 0', () => {
  expect(compute(saturation, column('Spend', 0, null, 300, ' '), 300)).toEqual([['saturation'], [0], [''], [0.5]])
})

test('wrong cells are named', () => {
  expect(failure(saturation, column(5, -2), 10)).toBe('#VALUE! SATURATION: spend row 2 has -2, below 0')
  expect(failure(saturation, 5, 0)).toBe('#VALUE! SATURATION: half_point is 0, below 1e-9')
  expect(failure(saturation, 5)).toBe('#VALUE! SATURATION: half_point is missing')
  expect(failure(saturation, 5, 10, 0)).toBe('#VALUE! SATURATION: shape is 0, outside 0.1 to 20')
})
