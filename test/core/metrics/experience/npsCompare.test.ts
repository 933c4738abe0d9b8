import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nps } from '../../../../core/metrics/experience/nps.ts'
import { npsCompare } from '../../../../core/metrics/experience/npsCompare.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { draws } from '../../../simulated.ts'

const header = ['before', 'after', 'change', 'low', 'high', 'p_value', 'verdict']
const few = 'no clear change: so few answers differ as much by chance'
const unclear = 'no clear change: the margin is wider than the difference'

/** Scores with this many promoters, passives and detractors. */
const answers = (promoters: number, passives: number, detractors: number): unknown[][] =>
  column(
    ...new Array<number>(promoters).fill(9),
    ...new Array<number>(passives).fill(8),
    ...new Array<number>(detractors).fill(6),
  )
const compared = (...cells: unknown[]): unknown[] => (compute(npsCompare, ...cells) as unknown[][])[1]!

test('it agrees with R package NPS on two business units of its test data', () => {
  const [apples, bananas] = [answers(120, 47, 83), answers(115, 44, 91)]
  expectClose(
    compute(npsCompare, bananas, apples),
    [header, [9.6, 14.8, 5.2, -10.5036052321186, 20.9036052321186, 0.51633125863188, unclear]],
    1e-11,
  )
})

test('a change that its margin does not cover is better or worse', () => {
  const [low, high] = [answers(40, 20, 40), answers(60, 20, 20)]
  expect(compared(low, high)[6]).toBe('better')
  expect(compared(high, low)[6]).toBe('worse')
})

test('the verdict, the limits and p_value say the same', () => {
  const counts = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(60))
    .filter(([p, q, d]) => (p > 0 ? 1 : 0) + (q > 0 ? 1 : 0) + (d > 0 ? 1 : 0) > 1)
  fc.assert(
    fc.property(counts, counts, fc.constantFrom(0.8, 0.95, 0.99), (before, after, confidence) => {
      const [first, second, change, low, high, p, verdict] = compared(
        answers(...before),
        answers(...after),
        confidence,
      ) as [number, number, number, number, number, number, string]
      expect(change).toBe(second - first)
      const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
      if (total(before) >= 100 && total(after) >= 100) expect((low + high) / 2).toBeCloseTo(change, 9)
      // On the edge itself rounding decides.
      if (Math.min(Math.abs(low), Math.abs(high)) < 1e-9) return
      const isFew = Math.min(total(before), total(after)) < 100
      if (!isFew) expect(p < 1 - confidence).toBe(low > 0 || high < 0)
      const isOutside = (low > 0 && change > 0) || (high < 0 && change < 0)
      if (!isOutside) expect(verdict).toBe(unclear)
      else if (p < 1 - confidence) expect(verdict).toBe(change > 0 ? 'better' : 'worse')
      else expect([isFew, verdict]).toEqual([true, few])
    }),
  )
})

test('exchanged, the change turns its sign and the p-value stays; order and splitting do not matter', () => {
  const [a, b] = [
    [10, 9, 3, 7, 8, 10],
    [9, 2, 4, 6, 10, 10, 8],
  ]
  const [before, after, change, low, high, p] = compared(column(...a), column(...b)) as number[]
  expectClose(compared(column(...b), column(...a)), [after, before, -change!, -high!, -low!, p, unclear])
  expect(compared(column(...a.slice().reverse()), [[...b.slice(3), ...b.slice(0, 3)]])).toEqual(
    compared(column(...a), column(...b)),
  )
  expect(before).toBe(compute(nps, column(...a)))
  expect(after).toBe(compute(nps, column(...b)))
})

test('where all answers of a survey count alike it is adjusted Wald too, from 100 answers on', () => {
  const [before, after, change, low, high, p, verdict] = compared(answers(0, 0, 150), answers(150, 0, 0)) as number[]
  expect([before, after, change, verdict]).toEqual([-100, 100, 200, 'better'])
  // 150.75 and 0.75 of 153, in either direction.
  const error = 100 * Math.hypot(...[1, 1].map(() => Math.sqrt((151.5 / 153 - (150 / 153) ** 2) / 153)))
  expectClose([low, high], [30000 / 153 - 1.959963984540054 * error, 30000 / 153 + 1.959963984540054 * error])
  expect(p).toBeLessThan(1e-50)
  expect(compared(answers(100, 0, 0), answers(0, 100, 0))[6]).toBe('worse')
  expect(compared(answers(100, 0, 0), answers(140, 0, 0))[6]).toBe(unclear)
  expect(compared(answers(0, 200, 0), answers(3, 196, 1))[6]).toBe(unclear)
})

test('of few answers p_value is the share of all ways to deal them out: 2 of 252 for 5 against 5', () => {
  expectClose(compared(answers(0, 0, 5), answers(5, 0, 0))[5], 2 / 252, 1e-11)
  expect(compared(answers(0, 0, 5), answers(5, 0, 0))[6]).toBe('better')
  expect(compared(answers(0, 0, 5), answers(5, 0, 0), 0.999)[6]).toBe(few)
  // 2 of 20.
  expectClose(compared(answers(0, 0, 3), answers(3, 0, 0))[5], 0.1, 1e-11)
  expect(compared(answers(0, 0, 3), answers(3, 0, 0))[6]).toBe(few)
})

test('below 100 answers the limits are adjusted Wald and p_value is exact (reckoned by hand in Python), so that two answers prove nothing', () => {
  expectClose(compared(column(9, 10), column(7, 8)).slice(2), [
    -100,
    -120.33461781054373,
    40.33461781054373,
    1 / 3,
    unclear,
  ])
  expectClose(compared(column(10, 10), answers(1, 8, 0)).slice(3), [
    -100.9015191329378,
    37.568185799604485,
    3 / 55,
    unclear,
  ])
  expectClose(compared(answers(120, 47, 83), answers(15, 9, 6)).slice(3), [
    -16.102212234227103,
    41.39865492197413,
    0.38443131538945335,
    unclear,
  ])
})

test('one small survey is not compared adjusted with a large one that is not', () => {
  expectClose(compared(answers(90, 8, 2), answers(81, 12, 6)).slice(3), [
    -25.67222815933169,
    1.8572652809764598,
    0.07686615880463303,
    unclear,
  ])
  for (const confidence of [0.8, 0.9, 0.95]) {
    expect(compared(answers(1000, 0, 0), column(10, 10), confidence)[6]).toBe(unclear)
    expect(compared(answers(999, 1, 0), answers(99, 0, 0), confidence)[6]).toBe(unclear)
  }
})

test('of small surveys of the same customers it finds no more differences than chance allows', () => {
  const { uniform } = draws(7)
  const survey = (size: number) =>
    column(...Array.from({ length: size }, () => ((u) => (u < 0.5 ? 9 : u < 0.8 ? 7 : 3))(uniform())))
  const runs = 1000
  for (const size of [5, 20]) {
    let clear = 0
    for (let i = 0; i < runs; i++) if (/better|worse/.test(compared(survey(size), survey(size))[6] as string)) clear++
    expect(clear / runs).toBeLessThan(0.065)
  }
})

test('headers, blank cells and words are no answers; a blank confidence is 95 %', () => {
  const plain = compared(column(10, 3, 9), column(10, 10, 7))
  expect(compared(column('Before', 10, null, 3, 'n/a', 9), column('After', 10, '', 10, ' ', 7), '')).toEqual(plain)
})

test('each survey needs two answers', () => {
  expect(failure(npsCompare, 9, column(9, 8))).toBe('#N/A NPS_COMPARE: scores_before needs 2 answers, has 1')
  expect(failure(npsCompare, column(9, 8), column(9, null))).toBe(
    '#N/A NPS_COMPARE: scores_after needs 2 answers, has 1',
  )
  expect(failure(npsCompare, column(9, 8), column(null, 'n/a'))).toBe('#N/A NPS_COMPARE: scores_after has no numbers')
})

test('wrong cells are named', () => {
  expect(failure(npsCompare, column(9, 8), column(9, 11))).toBe(
    '#VALUE! NPS_COMPARE: scores_after row 2 has 11, outside 0 to 10',
  )
  expect(failure(npsCompare, column('Score', '10+'), column(9, 8))).toBe(
    '#VALUE! NPS_COMPARE: scores_before row 2 has “10+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(npsCompare, column('Score', '9', '7 - Rather'), column(9, '8'))).toEqual(
    compute(npsCompare, column('Score', 9, 7), column(9, 8)),
  )
  expect(failure(npsCompare, column(9, 8), column(9, 8), 0.2)).toBe(
    '#VALUE! NPS_COMPARE: confidence is 0.2, outside 0.5 to 0.9999',
  )
  expect(failure(npsCompare, column(9, 8))).toBe('#VALUE! NPS_COMPARE: scores_after is missing')
})
