import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holm } from '../../../../core/statistics/inference/holm.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with p.adjust of R', () => {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5), "holm")
  expectClose(holm([0.01, 0.04, 0.03, 0.005, 0.5]), [0.04, 0.09, 0.09, 0.025, 0.5])
})

test('one test alone stays as it is, and none is above 1', () => {
  expect(holm([0.3])).toEqual([0.3])
  expect(holm([0.9, 0.8, 1])).toEqual([1, 1, 1])
  expect(holm([])).toEqual([])
})

test('none becomes smaller, none larger than all tests times it, and the order stays', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(p, { minLength: 1, maxLength: 12 }), (pValues) => {
      const adjusted = holm(pValues)
      pValues.forEach((one, i) => {
        expect(adjusted[i]).toBeGreaterThanOrEqual(one)
        pValues.forEach((other, j) => {
          if (one <= other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!)
        })
      })
      const least = Math.min(...pValues)
      expect(Math.min(...adjusted)).toBe(Math.min(1, least * pValues.length))
    }),
  )
})
