import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nps } from '../../../../core/metrics/experience/nps.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('9 and 10 are promoters, 0 to 6 detractors, 7 and 8 only count in the total', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((score) => compute(nps, score))).toEqual([
    -100, -100, -100, -100, -100, -100, -100, 0, 0, 100, 100,
  ])
})

test('462 promoters, 176 passives and 362 detractors make 10 points (R package NPS, test data)', () => {
  const scores = [...new Array(462).fill(10), ...new Array(176).fill(7), ...new Array(362).fill(0)]
  expectClose(compute(nps, column(...scores)), 10)
})

test('blanks and words are not answers (R NPS leaves them out)', () => {
  expectClose(compute(nps, column(10, 9, null, '', 8, 7, 'n/a', 6, 0, 10)), 14.285714285714286)
})

test('a real 0 is an answer', () => {
  expect(compute(nps, column(10, 0))).toBe(0)
})

test('it is between -100 and 100 in points, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
      const score = compute(nps, column(...scores)) as number
      expect(Math.abs(score)).toBeLessThanOrEqual(100)
      expect(compute(nps, column(...scores.slice().sort()))).toBe(score)
      expect(compute(nps, [scores])).toBe(score)
    }),
  )
})

test('no answers is #N/A, an answer outside the scale is named', () => {
  expect(failure(nps, column(null, ''))).toBe('#N/A NPS: scores has no numbers')
  expect(failure(nps, column(10, 9, 8, 7, 6, 5, 11))).toBe('#VALUE! NPS: scores row 7 has 11, outside 0 to 10')
  expect(failure(nps, column(10, '11'))).toBe('#VALUE! NPS: scores row 2 has 11, outside 0 to 10')
  expect(failure(nps, column(10, '10+'))).toBe(
    '#VALUE! NPS: scores row 2 has “10+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(nps, column(10, '9/10'))).toBe(
    '#VALUE! NPS: scores row 2 has “9/10”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(nps, column(10, '90%'))).toBe(
    '#VALUE! NPS: scores row 2 has “90%”, a share of a hundred where an answer of the scale belongs',
  )
})

test('a score as text, or with the words of its label, is the score', () => {
  expect(compute(nps, column('10', '9', ' 8 ', '6'))).toBe(compute(nps, column(10, 9, 8, 6)))
  expect(compute(nps, column('10 - Extremely likely', '9', '8 - Likely', '0 - Not at all likely'))).toBe(
    compute(nps, column(10, 9, 8, 0)),
  )
})
