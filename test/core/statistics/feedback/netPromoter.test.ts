import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zOf } from '../../../../core/statistics/inference/normal.ts'
import {
  adjustedEstimate,
  exactChangeP,
  netPromoterError,
  netPromoterMargin,
  plainEstimate,
} from '../../../../core/statistics/feedback/netPromoter.ts'
import { countAnswer, netPromoterScore, promotionOf } from '../../../../core/statistics/feedback/promotion.ts'
import { expectClose } from '../../../close.ts'

test('9 and 10 promote, 0 to 6 detract, 7 and 8 only count', () => {
  expect(promotionOf(Float64Array.of(0, 1, 2, 3, 4, 5, 6))).toEqual({ answers: 7, promoters: 0, detractors: 7 })
  expect(promotionOf(Float64Array.of(7, 8))).toEqual({ answers: 2, promoters: 0, detractors: 0 })
  expect(promotionOf(Float64Array.of(9, 10))).toEqual({ answers: 2, promoters: 2, detractors: 0 })
})

test('answers are added one by one', () => {
  const counts = promotionOf(Float64Array.of(9, 7))
  countAnswer(2, counts)
  expect(counts).toEqual({ answers: 3, promoters: 1, detractors: 1 })
})

test('the error agrees with R package NPS on its test data', () => {
  const counts = { answers: 1000, promoters: 462, detractors: 362 }
  expect(netPromoterScore(counts)).toBe(10)
  expectClose(netPromoterError(counts), 2.85306852353742)
  expectClose(netPromoterMargin(counts, 0.95), 15.5919115515582 - 10, 1e-11)
})

test('the error is that of a mean of answers worth 100, 0 and -100', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 250 }), (scores) => {
      const worth = scores.map((score): number => (score >= 9 ? 100 : score <= 6 ? -100 : 0))
      const mean = worth.reduce((sum, value) => sum + value, 0) / worth.length
      const spread = worth.reduce((sum, value) => sum + (value - mean) ** 2, 0) / worth.length
      const counts = promotionOf(Float64Array.from(scores))
      expect(netPromoterScore(counts)).toBeCloseTo(mean, 10)
      expect(netPromoterError(counts)).toBeCloseTo(Math.sqrt(spread / worth.length), 5)
      const isPlain = scores.length >= 100 && spread > 0
      const { error } = isPlain ? plainEstimate(counts) : adjustedEstimate(counts)
      expect(netPromoterMargin(counts, 0.8)).toBe(zOf(0.8) * error)
    }),
  )
})

test('answers that count alike leave no error', () => {
  for (const [promoters, detractors] of [
    [7, 0],
    [0, 7],
    [0, 0],
  ] as const) {
    expect(netPromoterError({ answers: 7, promoters, detractors })).toBe(0)
  }
})

test('adjusted Wald: 27.27 ± 26.59 of 15, 9 and 6 (Lewis and Sauro)', () => {
  const { score, error } = adjustedEstimate({ answers: 30, promoters: 15, detractors: 6 })
  expectClose([score, error], [27.27272727272727, 13.567318313538845])
  expectClose([score - zOf(0.95) * error, score + zOf(0.95) * error], [0.68127201140043, 53.864182534054116])
})

test('the exact chance of a change counts every way to deal out the answers', () => {
  const few = fc.array(fc.constantFrom(-1, 0, 1), { minLength: 1, maxLength: 6 })
  const countsOf = (worths: number[]) =>
    promotionOf(Float64Array.from(worths, (worth) => (worth > 0 ? 9 : worth < 0 ? 0 : 8)))
  const total = (worths: number[]) => worths.reduce((sum, worth) => sum + worth, 0)
  fc.assert(
    fc.property(few, few, (one, other) => {
      const pool = [...one, ...other]
      const change = (part: number[]) => Math.abs(pool.length * total(part) - one.length * total(pool))
      let all = 0
      let extreme = 0
      for (let mask = 0; mask < 1 << pool.length; mask++) {
        const part = pool.filter((_, i) => mask & (1 << i))
        if (part.length !== one.length) continue
        all++
        if (change(part) >= change(one)) extreme++
      }
      expectClose(exactChangeP(countsOf(one), countsOf(other)), extreme / all, 1e-11)
      expectClose(exactChangeP(countsOf(other), countsOf(one)), extreme / all, 1e-11)
    }),
  )
})

test('without passives it is Fisher’s test of groups of one size', () => {
  const counts = (promoters: number, answers: number) => ({ answers, promoters, detractors: answers - promoters })
  expectClose(exactChangeP(counts(3, 4), counts(1, 4)), 34 / 70)
  expectClose(exactChangeP(counts(1, 40), counts(4, 40)), 0.35886897912214366, 1e-11)
  expectClose(exactChangeP(counts(5, 5), counts(0, 5)), 2 / 252, 1e-11)
})
