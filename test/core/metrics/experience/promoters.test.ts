import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promoters } from '../../../../core/metrics/experience/promoters.ts'
import { npsTable } from '../../../../core/metrics/experience/npsTable.ts'
import { CellError } from '../../../../core/cell.ts'
import { column, compute, failure } from '../../../compute.ts'

const rows = (...cells: unknown[]): unknown[][] => (compute(promoters, ...cells) as unknown[][]).slice(1)

test('those who answered 9 or 10, the highest first, equals by name', () => {
  expect(compute(promoters, column('Dan', 'bea', 'Ann', 'Cleo', 'Eva'), column(9, 10, 10, 8, 0))).toEqual([
    ['name', 'score'],
    ['Ann', 10],
    ['bea', 10],
    ['Dan', 9],
  ])
})

test('with their segment, blank where there is none', () => {
  expect(compute(promoters, column('Ann', 'Ben', 'Cleo'), column(9, 10, 9), column('North', null, 'north '))).toEqual([
    ['name', 'score', 'segment'],
    ['Ben', 10, ''],
    ['Ann', 9, 'North'],
    ['Cleo', 9, 'North'],
  ])
})

test('a customer stands there once: without dates by the lowest answer, so that nobody who was unhappy is asked', () => {
  expect(rows(column('Ann', 'Ben', 'Ann', 'Ben'), column(10, 9, 3, 10))).toEqual([['Ben', 9]])
})

test('with dates by the latest answer, of two on one day by the lower', () => {
  const names = column('Ann', 'Ann', 'Ben', 'Ben', 'Cleo', 'Cleo')
  const scores = column(3, 10, 10, 6, 9, 2)
  const dates = column('2025-01-31', '2026-01-31', '2025-01-31', '2026-01-31', '2026-02-01', '2026-02-01')
  expect(rows(names, scores, null, dates)).toEqual([['Ann', 10]])
})

test('an answer without a date is earlier than those with one', () => {
  for (const blank of [null, '', 'n/a', 0]) {
    expect(rows(column('Ann', 'Ann'), column(9, 4), null, column('2026-02-01', blank))).toEqual([['Ann', 9]])
    expect(failure(promoters, column('Ann', 'Ann'), column(10, 4), null, column(blank, '2026-02-01'))).toMatch(/^#N\/A/)
  }
})

test('the list is as long as NPS_TABLE counts promoters, where each answers once, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 }), (scores) => {
      fc.pre(scores.some((score) => score >= 9))
      const given = scores.map((score, i) => ({ name: `c${i}`, score }))
      const list = (people: typeof given) =>
        rows(column(...people.map(({ name }) => name)), column(...people.map(({ score }) => score)))
      const all = compute(npsTable, column(...scores), column(...scores.map(() => 'x'))) as unknown[][]
      const found = list(given)
      expect(found.length).toBe(all[1]![2])
      expect(list(given.slice().reverse())).toEqual(found)
      for (const [name, score] of found) expect(given.find((one) => one.name === name)!.score).toBe(score)
    }),
  )
})

test('answers without a name or a score are left out; names read alike are one', () => {
  expect(rows(column('Ann', null, ' ', 'n/a', 'Ben'), column(9, 10, 10, 10, ''))).toEqual([['Ann', 9]])
  expect(rows(column('Ann', 'Ann '), column(9, 10))).toEqual([['Ann', 9]])
  expect(rows(column(7, '7'), column(9, 10))).toEqual([[7, 9]])
})

test('whole columns with titles, and answers in words as surveys export them', () => {
  const names = column('E-mail', 'ann@example.com', 'ben@example.com', null)
  expect(rows(names, column('How likely are you to recommend us?', '10 - Extremely likely', '9', null))).toEqual([
    ['ann@example.com', 10],
    ['ben@example.com', 9],
  ])
  expect(rows('Ann', 10)).toEqual([['Ann', 10]])
})

test('wrong cells are named', () => {
  expect(failure(promoters, column('Ann', 'Ben'), column(8, 3))).toBe(
    '#N/A PROMOTERS: nobody counts as a promoter, with an answer of 9 or 10',
  )
  expect(failure(promoters, column('Ann', 'Ben'), column(9, 11))).toBe(
    '#VALUE! PROMOTERS: scores row 2 has 11, outside 0 to 10',
  )
  expect(failure(promoters, column('Ann', 'Ben'), column(9))).toBe(
    '#VALUE! PROMOTERS: names has 2 rows and scores has 1, select the same rows in both',
  )
  expect(failure(promoters, column('Ann', 'Ben'), column(9, 10), column('x', new CellError('#REF!', '')))).toBe(
    '#REF! PROMOTERS: segments row 2 is #REF!',
  )
  expect(failure(promoters, column('Ann', 'Ben'), column(9, 10), null, column('2026-02-01', '01/02/2026'))).toMatch(
    /dates row 2 has “01\/02\/2026”, which may be/,
  )
  expect(failure(promoters, column('Ann'))).toBe('#VALUE! PROMOTERS: scores is missing')
  expect(failure(promoters, column(null), column(null))).toBe('#N/A PROMOTERS: names and scores have no complete row')
})
