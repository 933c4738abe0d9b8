import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { npsMoe } from '../../../../core/metrics/experience/npsMoe.ts'
import { npsTable } from '../../../../core/metrics/experience/npsTable.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

/** Scores with this many promoters, passives and detractors. */
const answers = (promoters: number, passives: number, detractors: number): unknown[][] =>
  column(
    ...new Array<number>(promoters).fill(10),
    ...new Array<number>(passives).fill(7),
    ...new Array<number>(detractors).fill(0),
  )

test('it agrees with R package NPS on its test data: 10 points, at most 15.59', () => {
  expectClose(compute(npsMoe, answers(462, 176, 362)), 5.591911551558202)
})

test('by hand: half promoters, half detractors, n = 100 give z x 10 points', () => {
  expectClose(compute(npsMoe, answers(50, 0, 50)), 19.59963984540054)
  expectClose(compute(npsMoe, answers(50, 0, 50), 0.8), 12.815515655446004)
})

test('it is the margin of NPS_TABLE', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2 }), (scores) => {
      const table = compute(npsTable, column(...scores), column(...scores.map(() => 'all'))) as unknown[][]
      expect(compute(npsMoe, column(...scores))).toBe(table[2]![6])
    }),
  )
})

test('four times the answers halve it from 100 on, whatever their order', () => {
  const scores = Array.from({ length: 100 }, (_, i) => (i * i * 7 + 3 * i) % 11)
  const once = compute(npsMoe, column(...scores)) as number
  expectClose(compute(npsMoe, column(...scores, ...scores.slice().reverse(), ...scores, ...scores)), once / 2)
})

test('it grows with the confidence, and is never wider than z x 100 / √n', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2 }), (scores) => {
      const at = (confidence: number) => compute(npsMoe, column(...scores), confidence) as number
      expect(at(0.8)).toBeLessThanOrEqual(at(0.95))
      expect(at(0.95)).toBeLessThanOrEqual((195.9963984540054 / Math.sqrt(scores.length)) * (1 + 1e-12))
    }),
  )
})

test('below 100 answers it is that of adjusted Wald: 3/4 promoter, 3/4 detractor and 3/2 passives more (Lewis and Sauro)', () => {
  // 15, 9 and 6 of 30: 27.27 ± 26.59.
  expectClose(compute(npsMoe, answers(15, 9, 6)), 26.59145526132684)
  expectClose(compute(npsMoe, column(9, 10, 10, 9)), 50.198679162585115)
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (p, q, d) => {
      fc.pre(p + q + d >= 2 && p + q + d < 100)
      const n = p + q + d + 3
      const net = (p - d) / n
      const margin = 195.9963984540054 * Math.sqrt(((p + d + 1.5) / n - net ** 2) / n)
      expectClose(compute(npsMoe, answers(p, q, d)), margin)
    }),
  )
})

test('answers that count alike are not sure either, however many', () => {
  for (const [p, q, d] of [
    [2, 0, 0],
    [0, 50, 0],
    [0, 0, 99],
    [150, 0, 0],
    [0, 3000, 0],
  ] as const) {
    const [alike, fewer] = [
      compute(npsMoe, answers(p, q, d)),
      compute(npsMoe, answers(p + p, q + q, d + d)),
    ] as number[]
    expect(alike).toBeGreaterThan(0)
    expect(fewer).toBeLessThan(alike!)
  }
})

test('a header, blank cells and words are no answers; a blank confidence is 95 %', () => {
  const plain = compute(npsMoe, column(10, 9, 3))
  expect(compute(npsMoe, column('Score', 10, null, 9, '', '  ', 'n/a', 3))).toBe(plain)
  expect(compute(npsMoe, [[10, 9, 3]], null)).toBe(plain)
})

test('it works by segment', () => {
  const table = compute(findMetric('METRIC_BY')!, 'NPS_MOE', column('a', 'b', 'a', 'b'), column(10, 10, 0, 9))
  expectClose(table, [
    ['segment', 'rows', 'NPS_MOE'],
    ['a', 2, 73.33513720565179],
    ['b', 2, 64.41098917381765],
  ])
})

test('one answer has no margin', () => {
  expect(failure(npsMoe, column(9, null))).toBe('#N/A NPS_MOE: needs 2 answers, has 1')
  expect(failure(npsMoe, 9)).toBe('#N/A NPS_MOE: needs 2 answers, has 1')
  expect(failure(npsMoe, column(null))).toBe('#N/A NPS_MOE: scores has no numbers')
})

test('wrong cells are named', () => {
  expect(failure(npsMoe, column(9, 11))).toBe('#VALUE! NPS_MOE: scores row 2 has 11, outside 0 to 10')
  expect(failure(npsMoe, column(9, 8.5))).toBe('#VALUE! NPS_MOE: scores row 2 has 8.5, not a whole number')
  expect(failure(npsMoe, column(9, '8.5'))).toBe('#VALUE! NPS_MOE: scores row 2 has 8.5, not a whole number')
  expect(failure(npsMoe, column(9, '8+'))).toBe(
    '#VALUE! NPS_MOE: scores row 2 has “8+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(npsMoe, column(9, '8', '3'))).toBe(compute(npsMoe, column(9, 8, 3)))
  expect(failure(npsMoe, column(9, 8), 95)).toBe(
    '#VALUE! NPS_MOE: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
  expect(failure(npsMoe)).toBe('#VALUE! NPS_MOE: scores is missing')
})
