import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rqi } from '../../../../core/metrics/experience/rqi.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('the lowest score is 0, the highest 100, the middle 50', () => {
  expect([1, 3, 5].map((score) => compute(rqi, score, score))).toEqual([0, 50, 100])
  expect([1, 4, 7].map((score) => compute(rqi, score, score, 0.7, 7))).toEqual([0, 50, 100])
})

test('surveys weigh 70 % and notes 30 %, however many there are of each', () => {
  expectClose(compute(rqi, column(5, 5, 5, 5, 5, 5), 1), 70)
  expectClose(compute(rqi, 1, column(5, 5)), 30)
  expect(compute(rqi, 5, 1, 0.5)).toBe(50)
  expect(compute(rqi, 5, 1, 0)).toBe(0)
})

test('a part without scores leaves all the weight to the other', () => {
  expect(compute(rqi, column(5, 4), column(null, ' '))).toBe(87.5)
  expect(compute(rqi, column('Score', null), column(4, 'n/a'))).toBe(75)
  expect(compute(rqi, null, 4, 1)).toBe(75)
  expect(compute(rqi, 4, null, 0)).toBe(75)
})

test('it agrees with the weighted mean of scores on the scale, and stays within 0 and 100', () => {
  const scores = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(scores, scores, fc.integer({ min: 0, max: 100 }), (surveys, notes, percent) => {
      const mean = (list: number[]) => list.reduce((total, score) => total + score, 0) / list.length
      const score = (percent * mean(surveys) + (100 - percent) * mean(notes)) / 100
      const index = compute(rqi, column(...surveys), column(...notes), percent / 100, 10) as number
      expectClose(index / 100 + 1, (score - 1) / 9 + 1)
      expect(index).toBeGreaterThanOrEqual(0)
      expect(index).toBeLessThanOrEqual(100 + 1e-12)
      expect(compute(rqi, [surveys.slice().reverse()], [notes], percent / 100, 10)).toBe(index)
    }),
  )
})

test('no score in both is #N/A in words', () => {
  expect(failure(rqi, column(null), column('n/a', ''))).toBe(
    '#N/A RQI: needs 1 score in survey_scores or note_scores, has 0',
  )
  expect(failure(rqi, column(5))).toBe('#VALUE! RQI: note_scores is missing')
})

test('headers, blanks and words are no scores, wrong cells are named', () => {
  expect(compute(rqi, column('Survey', 5, null, '-', 3), column('Grade', 4, 2))).toBe(0.7 * 75 + 0.3 * 50)
  expect(failure(rqi, column(5, 6), 4)).toBe('#VALUE! RQI: survey_scores row 2 has 6, outside 1 to 5')
  expect(failure(rqi, 5, column(80, 90))).toBe('#VALUE! RQI: note_scores row 1 has 80, outside 1 to 5')
  expect(failure(rqi, 5, column(4, '3 of 5'))).toBe(
    '#VALUE! RQI: note_scores row 2 has “3 of 5”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(rqi, '5', column(4, '3', 'Good (4)'))).toBe(compute(rqi, 5, column(4, 3, 4)))
  expect(failure(rqi, 5, 4, 70)).toBe('#VALUE! RQI: survey_weight is 70, outside 0 to 1, write 70% or 0.7')
  expect(failure(rqi, 1, 1, 0.7, 1)).toBe('#VALUE! RQI: scale_max is 1, below 2')
})
