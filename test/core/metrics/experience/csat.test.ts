import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csat } from '../../../../core/metrics/experience/csat.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('4 and 5 of 5 are satisfied: 225 of 300 (12, 18, 45, 130 and 95 answers)', () => {
  const ratings = [12, 18, 45, 130, 95].flatMap((count, i) => new Array<number>(count).fill(i + 1))
  expect(compute(csat, column(...ratings))).toBe(0.75)
})

test('blanks and words are not answers', () => {
  expectClose(compute(csat, column(5, 4, null, 3, 5, '', 2, 4, 5, 1, 'N/A', 4)), 2 / 3)
})

test('the mark may be set, and follows the scale when left out', () => {
  expect(compute(csat, column(5, 4, 3, 1), 5)).toBe(0.25)
  expect(compute(csat, column(5, 6, 7, 1), null, 7)).toBe(0.5)
  expect(compute(csat, column(8, 9, 10, 7), 8, 10)).toBe(0.75)
})

test('it is a fraction, and falls as the mark rises', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (ratings) => {
      const at = [1, 2, 3, 4, 5].map((mark) => compute(csat, column(...ratings), mark) as number)
      expect(at[0]).toBe(1)
      at.forEach((rate, i) => expect(rate).toBeLessThanOrEqual(at[i - 1] ?? 1))
    }),
  )
})

test('an answer or a mark outside the scale is named', () => {
  expect(failure(csat, column(5, 6))).toBe(
    '#VALUE! CSAT: ratings row 2 has 6, outside 1 to 5, give scale_max 7 if that is the scale',
  )
  expect(failure(csat, column(5, 0))).toBe(
    '#VALUE! CSAT: ratings row 2 has 0, outside 1 to 5, give scale_min 0 if that is an answer',
  )
  expect(failure(csat, column(5), 6)).toBe('#VALUE! CSAT: satisfied_from is 6, outside 1 to 5')
  expect(failure(csat, column(null))).toBe('#N/A CSAT: ratings has no numbers')
})

test('on a scale of 2 or 3 only the top answer is satisfied, unless told otherwise', () => {
  expect(compute(csat, column(1, 2, 1, 2), null, 2)).toBe(0.5)
  expect(compute(csat, column(1, 2, 3, 3), null, 3)).toBe(0.5)
  expect(compute(csat, column(1, 2, 3, 4), null, 4)).toBe(0.5)
  expect(compute(csat, column(1, 2, 3, 3), 2, 3)).toBe(0.75)
})
