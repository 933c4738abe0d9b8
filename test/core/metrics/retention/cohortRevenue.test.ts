import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rfm } from '../../../../core/metrics/prediction/rfm.ts'
import { cohortRetention } from '../../../../core/metrics/retention/cohortRetention.ts'
import { cohortRevenue } from '../../../../core/metrics/retention/cohortRevenue.ts'
import { civil, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string | number, date: string | number, amount: number]

const orders: readonly Order[] = [
  ['Ann', '2026-01-05', 40],
  ['Ben', '2026-01-31', 60],
  ['Ann', '2026-02-01', 20],
  ['Ann', '2026-02-20', 10],
  ['Cleo', '2026-02-28', 50],
  ['Ben', '2026-04-01', 15],
]
const cellsOf = (list: readonly Order[]) => [0, 1, 2].map((part) => column(...list.map((order) => order[part])))
const run = (list: readonly Order[], ...options: unknown[]) =>
  compute(cohortRevenue, ...cellsOf(list), ...options) as unknown[][]

const header = ['cohort', 'customers', 0, 1, 2, 3]
const january = serialOf(2026, 1, 1)
const february = serialOf(2026, 2, 1)

describe('the triangle', () => {
  test('total is what the customers of a month bring in each month since', () => {
    expect(run(orders)).toEqual([header, [january, 2, 100, 30, 0, 15], [february, 1, 50, 0, 0, '']])
  })

  test('per-customer divides by the customers the cohort began with', () => {
    expect(run(orders, 'month', 'per-customer')).toEqual([
      header,
      [january, 2, 50, 15, 0, 7.5],
      [february, 1, 50, 0, 0, ''],
    ])
  })

  test('cumulative is what a customer has brought so far', () => {
    expect(run(orders, 'month', 'cumulative')).toEqual([
      header,
      [january, 2, 50, 65, 65, 72.5],
      [february, 1, 50, 50, 50, ''],
    ])
  })

  test('retention is the share of period 0', () => {
    expect(run(orders, 'month', 'retention')).toEqual([
      header,
      [january, 2, 1, 0.3, 0, 0.15],
      [february, 1, 1, 0, 0, ''],
    ])
  })

  test('refunds count against the period they fall in', () => {
    expect(run([...orders, ['Ben', '2026-02-02', -60]])[1]).toEqual([january, 2, 100, -30, 0, 15])
  })

  test('a refund is no order: it founds no cohort, makes no customer, and needs an order before it', () => {
    const refunds: Order[] = [
      ['a', '2026-01-10', -5],
      ['a', '2026-02-10', 20],
      ['r', '2026-01-20', -8],
    ]
    const table = [
      ['cohort', 'customers', 0],
      [february, 1, 20],
    ]
    expect(run(refunds)).toEqual(table)
    expect(run([...refunds, ['a', '2026-02-10T00:00', -6], ['a', '2026-02-09', -7]])[1]).toEqual([february, 1, 14])
    expect(run([...refunds, ['r', '2026-03-01', -1]])).toEqual([
      ['cohort', 'customers', 0, 1],
      [february, 1, 20, 0],
    ])
    expect(failure(cohortRevenue, ...cellsOf(refunds.filter(([, , amount]) => amount < 0)))).toBe(
      '#N/A COHORT_REVENUE: there is no order up to as_of (2026-01-20)',
    )
  })

  test('its customers are those of RFM, whatever was refunded', () => {
    const log = [...orders, ['Eve', '2026-02-02', -9], ['Ben', '2026-01-01', -1], ['Fay', '2026-03-03', 0]] as Order[]
    const customers = (run(log) as number[][]).slice(1).reduce((total, row) => total + row[1]!, 0)
    expect((compute(rfm, ...cellsOf(log)) as unknown[]).length - 1).toBe(customers)
  })

  test('what was paid and refunded in full is 0, and so is what came of it so far', () => {
    const refunded: Order[] = [
      ['Ann', '2026-01-05', 80.29],
      ['Ann', '2026-02-05', 10.13],
      ['Ann', '2026-02-07', 5.6],
      ['Ann', '2026-02-09', -5.6],
      ['Ann', '2026-03-05', -90.42],
      ['Ann', '2026-04-05', 0.1],
      ['Ann', '2026-04-06', 0.2],
      ['Ann', '2026-04-07', -0.3],
    ]
    expect(run(refunded, 'month', 'cumulative')[1]).toEqual([january, 1, 80.29, 90.42, 0, 0])
    expect(run(refunded)[1]).toEqual([january, 1, 80.29, 10.13, -90.42, 0])
  })

  test('where period 0 brought nothing there is no retention', () => {
    const free: Order[] = [
      ['Ann', '2026-01-05', 0],
      ['Ann', '2026-02-05', 10],
    ]
    expect(run(free, 'month', 'retention')[1]).toEqual([january, 1, '', ''])
    expect(run(free)[1]).toEqual([january, 1, 0, 10])
  })

  test('orders after as_of are not known yet, those of its day are', () => {
    expect(run([...orders, ['Dan', '2026-02-01T23:59', 5]], 'month', 'total', '2026-02-01')).toEqual([
      ['cohort', 'customers', 0, 1],
      [january, 2, 100, 20],
      [february, 1, 5, ''],
    ])
    expect(failure(cohortRevenue, ...cellsOf(orders), null, null, '2025-12-31')).toBe(
      '#N/A COHORT_REVENUE: there is no order up to as_of (2025-12-31)',
    )
  })

  test('as_of after the last order adds periods of 0', () => {
    expect(run([['Ann', '2026-01-05', 40]], 'month', 'total', '2026-03-15')[1]).toEqual([january, 1, 40, 0, 0])
  })
})

test('it agrees with a sum over filters, for any orders', () => {
  const order = fc.tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 45658, max: 46058 }),
    fc.integer({ min: -50, max: 500 }),
  )
  const until = 45958
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 50 }), (all) => {
      const known = all.filter(([, date]) => date <= until)
      fc.pre(known.length > 0)
      const monthOf = (date: number) => civil(date).year * 12 + civil(date).month - 1
      const first = new Map<number, number>()
      const ordered = known.filter(([, , amount]) => amount >= 0)
      fc.pre(ordered.length > 0)
      for (const [id, date] of ordered) first.set(id, Math.min(first.get(id) ?? Infinity, monthOf(date)))
      const firstDay = (of: number) => Math.min(...ordered.filter(([id]) => id === of).map(([, date]) => date))
      const starts = [...new Set(first.values())].sort((a, b) => a - b)
      const expected = starts.map((start) => {
        const members = [...first].filter(([, month]) => month === start).map(([id]) => id)
        const cells = Array.from({ length: monthOf(until) - starts[0]! + 1 }, (_, age) => {
          if (start + age > monthOf(until)) return ''
          const own = known.filter(
            ([id, date]) => members.includes(id) && monthOf(date) === start + age && date >= firstDay(id),
          )
          return own.reduce((total, [, , amount]) => total + amount, 0)
        })
        return [serialOf(Math.floor(start / 12), (start % 12) + 1, 1), members.length, ...cells]
      })
      const [, ...rows] = run(all, 'month', 'total', until)
      expect(rows).toEqual(expected)
      const [, ...again] = run(all.slice().reverse(), 'month', 'total', until)
      expect(again).toEqual(expected)
      const [, ...counted] = compute(
        cohortRetention,
        ...cellsOf(all.filter(([, , amount]) => amount >= 0)).slice(0, 2),
        'month',
        'exact',
        'rate',
        until,
      ) as unknown[][]
      expect(counted.map((row) => row.slice(0, 2))).toEqual(rows.map((row) => row.slice(0, 2)))
    }),
  )
})

const order = fc.tuple(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.integer({ min: 45658, max: 46058 }),
  fc.double({ min: 0.01, max: 1000, noNaN: true }),
)
const anyOrders = fc.array(order, { minLength: 1, maxLength: 40 })

test('no money is lost: all cells add up to all amounts', () => {
  fc.assert(
    fc.property(anyOrders, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (all, period) => {
      const cells = run(all, period)
        .slice(1)
        .flatMap((row) => row.slice(2) as (number | '')[])
      const total = cells.reduce<number>((sum, cell) => sum + (cell === '' ? 0 : cell), 0)
      expectClose(
        total,
        all.reduce((sum, [, , amount]) => sum + amount, 0),
        1e-9,
      )
    }),
  )
})

test('the outputs tell the same story, and money scales it', () => {
  fc.assert(
    fc.property(anyOrders, (all) => {
      const [, ...totals] = run(all) as number[][]
      const [, ...shares] = run(all, 'month', 'per-customer') as number[][]
      const [, ...sums] = run(all, 'month', 'cumulative') as number[][]
      const [, ...kept] = run(all, 'month', 'retention') as number[][]
      totals.forEach(([cohort, customers, ...cells], i) => {
        const known = cells.filter((cell) => (cell as unknown) !== '')
        const blanks = cells.slice(known.length)
        const running = known.map((_, age) => known.slice(0, age + 1).reduce((sum, cell) => sum + cell, 0) / customers!)
        expectClose(shares[i], [cohort, customers, ...known.map((cell) => cell / customers!), ...blanks])
        expectClose(sums[i], [cohort, customers, ...running, ...blanks])
        expectClose(kept[i], [cohort, customers, ...known.map((cell) => cell / known[0]!), ...blanks])
      })
      const dearer = all.map(([id, date, amount]): Order => [id, date, amount * 8])
      expect(run(dearer, 'month', 'retention').slice(1)).toEqual(kept)
    }),
  )
})

test('an order split in two is the same order', () => {
  fc.assert(
    fc.property(anyOrders, (all) => {
      const split = all.flatMap(([id, date, amount]): Order[] => [
        [id, date, amount / 4],
        [id, date, amount - amount / 4],
      ])
      expectClose(run(split), run(all))
    }),
  )
})

test('cents of many orders add up', () => {
  const many = Array.from({ length: 10_000 }, (): Order => ['Ann', january, 0.1])
  expect(run(many)[1]).toEqual([january, 1, 1000])
})

test('headers, blank rows and rows without an amount are left out', () => {
  const ids = column('Customer', 'Ann', null, 'Ben', 'Cleo', '')
  const dates = column('Date', '2026-01-05', '2026-01-06', '', '2026-01-07', null)
  const amounts = column('Amount', 40, 10, 20, ' ', null)
  expect(compute(cohortRevenue, ids, dates, amounts)).toEqual([
    ['cohort', 'customers', 0],
    [january, 1, 40],
  ])
  expect(compute(cohortRevenue, 'Ann', 46030, 5)).toEqual([
    ['cohort', 'customers', 0],
    [january, 1, 5],
  ])
})

test('wrong cells are named', () => {
  const [ids, dates, amounts] = cellsOf(orders)
  expect(failure(cohortRevenue, ids, dates, column(1, 2, '3+', 4, 5, 6))).toBe(
    '#VALUE! COHORT_REVENUE: amounts row 3 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(cohortRevenue, ids, dates, column(1, 2, '1,200', 4, 5, 6))).toBe(
    '#VALUE! COHORT_REVENUE: amounts row 3 has “1,200”, which may be 1.2 or 1200: turn it into a number, as Data in the sidebar does',
  )
  expect(compute(cohortRevenue, ids, dates, column(1, '2', '$3.50', '1,200', 5, '6.00'))).toEqual(
    compute(cohortRevenue, ids, dates, column(1, 2, 3.5, 1200, 5, 6)),
  )
  expect(failure(cohortRevenue, ids, dates, column(1, 2))).toBe(
    '#VALUE! COHORT_REVENUE: ids has 6 rows and amounts has 2, select the same rows in both',
  )
  expect(failure(cohortRevenue, ids, dates, amounts, 'month', 'per customer')).toBe(
    '#VALUE! COHORT_REVENUE: output is the text “per customer”, use total, per-customer, cumulative or retention',
  )
  expect(failure(cohortRevenue, column('a', 'b'), column('1951-01-01', '2051-01-01'), column(1, 2), 'day')).toBe(
    '#VALUE! COHORT_REVENUE: the dates span 36526 periods of a day, more than 2000; use a longer period',
  )
})
