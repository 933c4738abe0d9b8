import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holm } from '../../../../core/statistics/inference/holm.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") of R', () => {
  expectClose(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02])
})

test('a single p-value stays as it is, and none becomes more than 1', () => {
  expect(holm([0.2])).toEqual([0.2])
  expect(holm([0.9, 0.8, 0.7])).toEqual([1, 1, 1])
  expect(holm([])).toEqual([])
})

test('none falls, none is more than Bonferroni’s, and their order stays', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (chances) => {
      const adjusted = holm(chances)
      chances.forEach((p, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p)
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * chances.length) + 1e-15)
        chances.forEach((other, j) => {
          if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!)
        })
      })
    }),
  )
})
