import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renewalsDue } from '../../../../core/metrics/retention/renewalsDue.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'
import { column, compute, failure } from '../../../compute.ts'

const ids = column('Ann', 'Ben', 'Cleo', 'Dan')
const ends = column('2026-04-30', '2026-03-15', '2026-02-28', '2026-05-01')
const header = ['id', 'end_date', 'days_left']

test('contracts from as_of to 60 days ahead are listed, soonest first', () => {
  expect(compute(renewalsDue, ids, ends, null, '2026-03-01')).toEqual([
    header,
    ['Ben', serialOf(2026, 3, 15), 14],
    ['Ann', serialOf(2026, 4, 30), 60],
  ])
})

test('both ends count as whole days', () => {
  expect(compute(renewalsDue, ids, ends, 17, '2026-02-28T18:00')).toEqual([
    header,
    ['Cleo', serialOf(2026, 2, 28), 0],
    ['Ben', serialOf(2026, 3, 15), 15],
  ])
  expect(compute(renewalsDue, 'Ann', '2026-03-01T23:30', 0, '2026-03-01')).toEqual([
    header,
    ['Ann', serialOf(2026, 3, 1), 0],
  ])
})

test('without as_of the list begins with the earliest end date, and nobody knows how many days are left', () => {
  expect(compute(renewalsDue, ids, ends, 30)).toEqual([
    header,
    ['Cleo', serialOf(2026, 2, 28), ''],
    ['Ben', serialOf(2026, 3, 15), ''],
  ])
})

test('values stand beside their contracts, a blank one stays blank', () => {
  expect(compute(renewalsDue, ids, ends, 60, '2026-03-02', column(1200, null, 900, 300))).toEqual([
    [...header, 'value'],
    ['Ben', serialOf(2026, 3, 15), 13, ''],
    ['Ann', serialOf(2026, 4, 30), 59, 1200],
    ['Dan', serialOf(2026, 5, 1), 60, 300],
  ])
})

test('an id with two contracts is listed twice, ties stay in the order of the sheet', () => {
  const table = compute(renewalsDue, column('Ben', 'Ann', 'Ben'), column(46100, 46100, 46090), 60, 46080)
  expect((table as unknown[][]).map(([id]) => id)).toEqual(['id', 'Ben', 'Ben', 'Ann'])
})

test('it lists exactly the rows of the window, in order of time', () => {
  const contract = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 46000, max: 46200 }))
  fc.assert(
    fc.property(
      fc.array(contract, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 90 }),
      (contracts, ahead) => {
        const inside = contracts.filter(([, end]) => end >= 46050 && end <= 46050 + ahead)
        fc.pre(inside.length > 0)
        const cells = [column(...contracts.map(([id]) => id)), column(...contracts.map(([, end]) => end))]
        const [, ...rows] = compute(renewalsDue, ...cells, ahead, 46050) as number[][]
        const found = rows.map(([id, end]) => [id, end] as const)
        const sorted = (list: readonly (readonly unknown[])[]) => list.map(String).sort()
        expect(sorted(found)).toEqual(sorted(inside))
        rows.forEach(([, end, left], i) => {
          expect(left).toBe(end! - 46050)
          expect(end).toBeGreaterThanOrEqual(rows[i - 1]?.[1] ?? 0)
        })
      },
    ),
  )
})

test('nothing to work on is #N/A in words', () => {
  expect(failure(renewalsDue, ids, ends, 60, '2026-06-01')).toBe(
    '#N/A RENEWALS_DUE: no contract ends from 2026-06-01 to 2026-07-31, 60 days ahead',
  )
})

test('headers and rows without an id or an end are left out, wrong cells are named', () => {
  const some = compute(renewalsDue, column('Id', 'Ann', null, 'Cleo'), column('End', 46100, 46101, ' '))
  expect(some).toEqual([header, ['Ann', 46100, '']])
  expect(failure(renewalsDue, ids, ends, -1)).toBe('#VALUE! RENEWALS_DUE: days_ahead is -1, outside 0 to 36500')
  expect(failure(renewalsDue, ids, column(46100, 46101))).toBe(
    '#VALUE! RENEWALS_DUE: ids has 4 rows and end_dates has 2, select the same rows in both',
  )
  expect(failure(renewalsDue, ids, ends, 60, null, column(1, '2k', 3, 4))).toBe(
    '#VALUE! RENEWALS_DUE: values row 2 has “2k”, write it out in full, as a number',
  )
  expect(compute(renewalsDue, ids, ends, 60, null, column(1, '2 €', 3, 4))).toEqual(
    compute(renewalsDue, ids, ends, 60, null, column(1, 2, 3, 4)),
  )
  expect(failure(renewalsDue, ids, ends, 60, 'today')).toBe(
    '#VALUE! RENEWALS_DUE: as_of has “today”, use a date cell or text such as 2026-03-01',
  )
})
