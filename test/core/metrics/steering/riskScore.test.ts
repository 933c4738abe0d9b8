import { expect, test } from 'vitest'
import { riskScore } from '../../../../core/metrics/steering/riskScore.ts'
import { compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]): unknown[] => (compute(riskScore, ...cells) as unknown[][])[1]!
const bands = (scale: number): string[] =>
  Array.from({ length: scale }, (_, i) =>
    Array.from({ length: scale }, (_, k) => String(row(i + 1, k + 1, scale)[1])[0]).join(''),
  )

test('it is the matrix of the National Patient Safety Agency, 2008', () => {
  expect(compute(riskScore, 3, 4)).toEqual([
    ['score', 'band'],
    [12, 'high'],
  ])
  // One row for each likelihood, one letter for each impact.
  expect(bands(5)).toEqual(['lllmm', 'lmmhh', 'lmhhe', 'mhhee', 'mheee'])
})

test('other scales have bands of the same share of the highest score', () => {
  expect(bands(3)).toEqual(['lmh', 'mhe', 'hee'])
  expect(bands(4)).toEqual(['llmm', 'lmhh', 'mhhe', 'mhee'])
  expect([15, 16, 30, 32, 56, 60].map((score) => row(...factors(score), 10))).toEqual([
    [15, 'low'],
    [16, 'moderate'],
    [30, 'moderate'],
    [32, 'high'],
    [56, 'high'],
    [60, 'extreme'],
  ])
})

/** A likelihood and an impact up to 10 whose product is the score. */
function factors(score: number): [number, number] {
  const likelihood = [10, 9, 8, 7, 6, 5].find((n) => score % n === 0)!
  return [likelihood, score / likelihood]
}

test('likelihood and impact weigh alike, and more of either never lowers the band', () => {
  const order = ['low', 'moderate', 'high', 'extreme']
  for (const scale of [3, 5, 6, 10]) {
    for (let a = 1; a <= scale; a++) {
      for (let b = 1; b <= scale; b++) {
        const [score, band] = row(a, b, scale)
        expect(score).toBe(a * b)
        expect(row(b, a, scale)).toEqual([score, band])
        if (b > 1)
          expect(order.indexOf(row(a, b - 1, scale)[1] as string)).toBeLessThanOrEqual(order.indexOf(String(band)))
      }
    }
    expect([row(1, 1, scale)[1], row(scale, scale, scale)[1]]).toEqual([scale === 2 ? 'moderate' : 'low', 'extreme'])
  }
})

test('wrong cells are named', () => {
  expect(failure(riskScore, 6, 2)).toBe('#VALUE! RISK_SCORE: likelihood is 6, outside 1 to 5')
  expect(failure(riskScore, 2, 0)).toBe('#VALUE! RISK_SCORE: impact is 0, outside 1 to 5')
  expect(failure(riskScore, 2.5, 2)).toBe('#VALUE! RISK_SCORE: likelihood is 2.5, not a whole number')
  expect(failure(riskScore, 2, ' ')).toBe('#VALUE! RISK_SCORE: impact is blank')
  expect(failure(riskScore, 'rare', 2)).toBe('#VALUE! RISK_SCORE: likelihood is the text “rare”, not a number')
  expect(failure(riskScore, 1, 1, 1)).toBe('#VALUE! RISK_SCORE: scale is 1, below 3')
})
