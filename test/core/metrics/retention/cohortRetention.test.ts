import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohortRetention } from '../../../../core/metrics/retention/cohortRetention.ts'
import { civil, parseIso, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string | number, date: string]

const orders: readonly Order[] = [
  ['Ann', '2026-01-05'],
  ['Ben', '2026-01-31'],
  ['Ann', '2026-02-01'],
  ['Ann', '2026-02-20'],
  ['Cleo', '2026-02-28'],
  ['Ben', '2026-04-01'],
]
const run = (list: readonly Order[], ...options: unknown[]) =>
  compute(cohortRetention, column(...list.map(([id]) => id)), column(...list.map(([, date]) => date)), ...options)

describe('the triangle', () => {
  test('customers are grouped by the month of their first order', () => {
    expect(run(orders)).toEqual([
      ['cohort', 'customers', 0, 1, 2, 3],
      [serialOf(2026, 1, 1), 2, 1, 0.5, 0, 0.5],
      [serialOf(2026, 2, 1), 1, 1, 0, 0, ''],
    ])
  })

  test('a customer counts once a period, however many orders', () => {
    expect(run(orders, 'month', 'exact', 'count')).toEqual([
      ['cohort', 'customers', 0, 1, 2, 3],
      [serialOf(2026, 1, 1), 2, 2, 1, 0, 1],
      [serialOf(2026, 2, 1), 1, 1, 0, 0, ''],
    ])
  })

  test('on-or-after counts who is active then or later', () => {
    expect(run(orders, 'month', 'on-or-after')).toEqual([
      ['cohort', 'customers', 0, 1, 2, 3],
      [serialOf(2026, 1, 1), 2, 1, 1, 0.5, 0.5],
      [serialOf(2026, 2, 1), 1, 1, 0, 0, ''],
    ])
  })

  test('the future is blank, an inactive past is 0', () => {
    expect(run(orders.slice(0, 2), 'month', 'exact', 'rate', '2026-03-15')).toEqual([
      ['cohort', 'customers', 0, 1, 2],
      [serialOf(2026, 1, 1), 2, 1, 0, 0],
    ])
  })

  test('orders after as_of are not known yet', () => {
    expect(run(orders, 'month', 'exact', 'rate', '2026-02-01')).toEqual([
      ['cohort', 'customers', 0, 1],
      [serialOf(2026, 1, 1), 2, 1, 0.5],
    ])
    expect(failure(cohortRetention, column('a'), column('2026-03-01'), null, null, null, '2026-02-01')).toBe(
      '#N/A COHORT_RETENTION: there is no order up to as_of (2026-02-01)',
    )
  })

  test('the whole day of as_of counts', () => {
    expect(run([['Ann', '2026-01-05T23:59']], 'month', 'exact', 'count', '2026-01-05')).toHaveLength(2)
  })

  test.each([
    ['day', '2026-01-05', '2026-01-06', serialOf(2026, 1, 5)],
    ['week', '2026-01-11', '2026-01-12', serialOf(2026, 1, 5)],
    ['month', '2026-01-31', '2026-02-01', serialOf(2026, 1, 1)],
    ['quarter', '2026-03-31', '2026-04-01', serialOf(2026, 1, 1)],
    ['year', '2026-12-31', '2027-01-01', serialOf(2026, 1, 1)],
  ])('a %s ends between %s and %s', (period, last, next, start) => {
    expect(
      run(
        [
          ['Ann', last],
          ['Ann', next],
        ],
        period,
      ),
    ).toEqual([
      ['cohort', 'customers', 0, 1],
      [start, 1, 1, 1],
    ])
  })

  test('periods in which nobody started have no row', () => {
    expect(
      run([
        ['a', '2026-01-01'],
        ['b', '2026-04-01'],
      ]),
    ).toHaveLength(3)
  })
})

test('it agrees with a count over sets, for any orders', () => {
  const order = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 400 }))
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 60 }), (pairs) => {
      const base = serialOf(2025, 1, 1)
      const ids = pairs.map(([id]) => id)
      const months = pairs.map(([, day]) => {
        const { year, month } = civil(base + day)
        return year * 12 + month - 1
      })
      const last = Math.max(...months)
      const first = new Map<number, number>()
      ids.forEach((id, i) => first.set(id, Math.min(first.get(id) ?? Infinity, months[i]!)))
      const starts = [...new Set(first.values())].sort((a, b) => a - b)
      const expected = starts.map((start) => {
        const members = [...first].filter(([, month]) => month === start).map(([id]) => id)
        const cells = Array.from({ length: last - starts[0]! + 1 }, (_, age) => {
          if (start + age > last) return ''
          return new Set(ids.filter((id, i) => members.includes(id) && months[i] === start + age)).size
        })
        return [serialOf(Math.floor(start / 12), (start % 12) + 1, 1), members.length, ...cells]
      })
      const dates = pairs.map(([, day]) => base + day)
      const [, ...rows] = compute(
        cohortRetention,
        column(...ids),
        column(...dates),
        'month',
        'exact',
        'count',
      ) as unknown[][]
      expect(rows).toEqual(expected)
      const mixed = pairs.map((_, i) => i).reverse()
      const [, ...again] = compute(
        cohortRetention,
        column(...mixed.map((i) => ids[i])),
        column(...mixed.map((i) => dates[i])),
        'month',
        'exact',
        'count',
      ) as unknown[][]
      expect(again).toEqual(expected)
    }),
  )
})

test('no rate grows along on-or-after, and none exceeds 1', () => {
  const order = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 45000, max: 46000 }))
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), (pairs) => {
      const ids = column(...pairs.map(([id]) => id))
      const dates = column(...pairs.map(([, date]) => date))
      const [, ...rows] = compute(cohortRetention, ids, dates, 'quarter', 'on-or-after') as unknown[][]
      for (const [, , ...rates] of rows) {
        const known = rates.filter((rate) => rate !== '') as number[]
        expect(known[0]).toBe(1)
        known.forEach((rate, i) => expect(rate).toBeLessThanOrEqual(known[i - 1] ?? 1))
      }
    }),
  )
})

test('headers, blank rows and half-filled rows are left out', () => {
  const ids = column('Customer', 'Ann', null, 'Ben', 'Cleo', '', null)
  const dates = column('Date', '2026-01-05', '2026-01-06', '', '2026-01-07', null, null)
  expect(compute(cohortRetention, ids, dates)).toEqual([
    ['cohort', 'customers', 0],
    [serialOf(2026, 1, 1), 2, 1],
  ])
})

test('ids differ only when they read differently', () => {
  const [, row] = run([
    [7, '2026-01-05'],
    ['7', '2026-01-06'],
    ["O'Neil", '2026-01-06'],
    ['007', '2026-01-06'],
  ]) as unknown[][]
  expect(row![1]).toBe(3)
})

test('one customer on one day is a triangle of one cell', () => {
  expect(compute(cohortRetention, 'Ann', 46030)).toEqual([
    ['cohort', 'customers', 0],
    [serialOf(2026, 1, 1), 1, 1],
  ])
})

test('a date typed into the wrong century does not make a triangle of thousands of columns', () => {
  expect(failure(cohortRetention, column('a', 'b'), column('1951-01-01', '2051-01-01'), 'day')).toBe(
    '#VALUE! COHORT_RETENTION: the dates span 36526 periods of a day, more than 2000; use a longer period',
  )
})

test('wrong cells are named', () => {
  expect(failure(cohortRetention, column('a', 'b'), column('2026-01-05'))).toBe(
    '#VALUE! COHORT_RETENTION: ids has 2 rows and dates has 1, select the same rows in both',
  )
  expect(failure(cohortRetention, column('a', 'b'), column('2026-01-05', '05/02/2026'))).toBe(
    '#VALUE! COHORT_RETENTION: dates row 2 has “05/02/2026”, which may be 2026-02-05 or 2026-05-02: turn the column into dates, as Data in the sidebar does',
  )
  expect(failure(cohortRetention, column('a', 'b'), column('2026-01-05', '32.1.2026'))).toBe(
    '#VALUE! COHORT_RETENTION: dates row 2 has “32.1.2026”, use a date cell or text such as 2026-03-01',
  )
  expect(compute(cohortRetention, column('a', 'b', 'a'), column('5.1.2026', '13/02/2026', '05/02/2026'))).toEqual(
    compute(cohortRetention, column('a', 'b', 'a'), column('2026-01-05', '2026-02-13', '2026-02-05')),
  )
  expect(failure(cohortRetention, column('a'), column('2026-01-05'), 'decade')).toBe(
    '#VALUE! COHORT_RETENTION: period is the text “decade”, use day, week, month, quarter or year',
  )
  expect(failure(cohortRetention, column(null), column(null))).toBe(
    '#N/A COHORT_RETENTION: ids and dates have no complete row',
  )
})

test('serials of the calendar agree with Microsoft’s: 39448 is 1 January 2008', () => {
  expect(parseIso('2008-01-01')).toBe(39448)
})
