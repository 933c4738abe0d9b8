import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backlog } from '../../../../core/metrics/experience/backlog.ts'
import { backlogAge } from '../../../../core/metrics/experience/backlogAge.ts'
import { column, compute, failure } from '../../../compute.ts'

const rows = (...cells: unknown[]): unknown[][] => (compute(backlogAge, ...cells) as unknown[][]).slice(1)
const counts = (...cells: unknown[]): unknown[] => rows(...cells).map(([, count]) => count)

test('an age at the limit belongs to the younger band, a second more to the older', () => {
  const opened = column('2026-03-09T09:00', '2026-03-09T08:59:59', '2026-03-07T09:00', '2026-03-07T08:59:59')
  const closed = column(null, null, null, null)
  expect(rows(opened, closed, '2026-03-10T09:00')).toEqual([
    ['up to 1 day', 1, 0.25],
    ['over 1 to 3 days', 2, 0.5],
    ['over 3 to 7 days', 1, 0.25],
    ['over 7 to 14 days', 0, 0],
    ['over 14 to 30 days', 0, 0],
    ['over 30 days', 0, 0],
    ['All', 4, 1],
  ])
})

test('closed cases and those not opened yet have no age', () => {
  const opened = column('2026-03-01', '2026-03-01', '2026-03-01', '2026-03-20')
  const closed = column('2026-03-05', '2026-03-15', null, null)
  expect(counts(opened, closed, '2026-03-10', column(5, 20))).toEqual([0, 2, 0, 2])
})

test('dates without times are whole days old, and what is opened on the day of as_of is new', () => {
  const opened = column('2026-03-10', '2026-03-09', '2026-03-07', '2026-03-10T15:00', '2026-03-09T15:00', '2026-03-08')
  const closed = column(null, null, null, null, null, '2026-03-10T09:00')
  expect(counts(opened, closed, '2026-03-10', column(0.5, 1, 2))).toEqual([3, 1, 0, 1, 5])
  expect(counts(opened, closed, '2026-03-10T16:00', column(0.5, 1, 2))).toEqual([1, 1, 2, 1, 5])
})

test('as_of is the latest time in both columns when left out', () => {
  expect(counts(column('2026-03-01', '2026-03-02T12:00'), column(null, null), null, 1)).toEqual([1, 1, 2])
})

test('limits may be parts of a day, and one limit makes two bands', () => {
  const table = rows(column(46000, 46000.75), column(null, null), 46001, column(0.5))
  expect(table).toEqual([
    ['up to 0.5 days', 1, 0.5],
    ['over 0.5 days', 1, 0.5],
    ['All', 2, 1],
  ])
  expect(rows(46000, null, 46001, 1).map(([band]) => band)).toEqual(['up to 1 day', 'over 1 day', 'All'])
})

test('limits may lie in a row, with blanks and a title', () => {
  expect(counts(46000, null, 46001, [[1, null, 3]])).toEqual([1, 0, 0, 1])
  expect(counts(46000, null, 46001, column('Days', 1, '', 3))).toEqual([1, 0, 0, 1])
  expect(counts(46000, null, 46001, null)).toHaveLength(7)
})

test('without open cases there are no shares', () => {
  expect(rows('2026-03-01', '2026-03-02', null, 7)).toEqual([
    ['up to 7 days', 0, ''],
    ['over 7 days', 0, ''],
    ['All', 0, ''],
  ])
})

test('the bands agree with a count of each case, add up to BACKLOG, and shares to 1, in any order', () => {
  const hours = fc.integer({ min: 0, max: 1000 })
  const one = fc.tuple(hours, fc.option(fc.integer({ min: 0, max: 600 })))
  const limits = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), limits, hours, (cases, days, until) => {
      const bands = days.sort((a, b) => a - b)
      const serial = (hour: number) => 46000 + hour / 24
      const cells = (list: typeof cases) => [
        column(...list.map(([start]) => serial(start))),
        column(...list.map(([start, wait]) => (wait === null ? null : serial(start + wait)))),
        serial(until),
      ]
      const seen = until % 24 === 0 ? until + 23 : until
      const open = cases.filter(([start, wait]) => start <= seen && (wait === null || start + wait > seen))
      const expected = [0, ...bands].map((low, i) => {
        const high = bands[i] ?? Infinity
        return open.filter(([start]) => {
          const age = Math.max(0, until - start) / 24
          return (age > low || (i === 0 && age === 0)) && age <= high
        }).length
      })
      const found = counts(...cells(cases), column(...bands))
      expect(found).toEqual([...expected, open.length])
      expect(counts(...cells(cases.slice().reverse()), column(...bands))).toEqual(found)
      expect(found[found.length - 1]).toBe(compute(backlog, ...cells(cases)))
      for (const [, count, share] of rows(...cells(cases), column(...bands))) {
        expect(share).toBe(open.length === 0 ? '' : (count as number) / open.length)
      }
    }),
  )
})

test('limits that do not go up are refused', () => {
  expect(failure(backlogAge, 46000, null, null, column(7, 3))).toBe(
    '#VALUE! BACKLOG_AGE: bands has 3 after 7, write them smallest first',
  )
  expect(failure(backlogAge, 46000, null, null, column(1, 1))).toBe(
    '#VALUE! BACKLOG_AGE: bands has 1 after 1, write them smallest first',
  )
  expect(failure(backlogAge, 46000, null, null, column(0, 1))).toBe(
    '#VALUE! BACKLOG_AGE: bands has 0, write days above 0',
  )
  expect(failure(backlogAge, 46000, null, null, column(1, -1))).toBe('#VALUE! BACKLOG_AGE: bands row 2 has -1, below 0')
  expect(failure(backlogAge, 46000, null, null, column(1, '3+'))).toBe(
    '#VALUE! BACKLOG_AGE: bands row 2 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(backlogAge, 46000, null, 46002, column(1, '3'))).toEqual(
    compute(backlogAge, 46000, null, 46002, column(1, 3)),
  )
})

test('a header, blank rows and rows without an opening are left out, wrong cells are named', () => {
  const opened = column('Opened', 46000, null, 46000, ' ', null)
  expect(counts(opened, column('Closed', '', null, '  ', '', null), 46001, 1)).toEqual([2, 0, 2])
  expect(failure(backlogAge, column(46000, 46001), column(46000, 46000.5))).toBe(
    '#VALUE! BACKLOG_AGE: closed row 2 has 2025-12-09T12:00, before the time in opened (2025-12-10)',
  )
  expect(failure(backlogAge, column(46000, 46001), column(46002))).toBe(
    '#VALUE! BACKLOG_AGE: opened has 2 rows and closed has 1, select the same rows in both',
  )
})
