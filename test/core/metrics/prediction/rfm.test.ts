import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rfm } from '../../../../core/metrics/prediction/rfm.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string | number, date: string | number, amount: number]
type Row = [id: string, recency: number, orders: number, revenue: number, r: number, f: number, m: number, name: string]

const run = (list: readonly Order[], ...options: unknown[]): Row[] =>
  (
    compute(
      rfm,
      column(...list.map(([id]) => id)),
      column(...list.map(([, date]) => date)),
      column(...list.map(([, , amount]) => amount)),
      ...options,
    ) as Row[]
  ).slice(1)

const orders: readonly Order[] = [
  ['Ann', '2026-01-05', 80],
  ['Ben', '2026-01-20', 25],
  ['Ann', '2026-02-11', 60],
  ['Cleo', '2026-03-01', 40],
  ['Ann', '2026-03-02', 100],
  ['Dan', '2025-11-30', 30],
]

describe('what is counted', () => {
  test('days since the last order, orders and revenue of each customer, in the order the customers came', () => {
    expect(run(orders).map((row) => row.slice(0, 4))).toEqual([
      ['Ann', 0, 3, 240],
      ['Ben', 41, 1, 25],
      ['Cleo', 1, 1, 40],
      ['Dan', 92, 1, 30],
    ])
  })

  test('recency counts whole days back from as_of, whatever the hour', () => {
    const late: Order[] = [['Ann', '2026-03-02T23:00', 1]]
    expect(run(late, '2026-03-03T01:00', 5)[0]![1]).toBe(1)
    expect(run(late)[0]![1]).toBe(0)
  })

  test('orders after as_of have not happened yet, and a customer without another is not there', () => {
    expect(run(orders, '2026-02-28', 5).map((row) => row.slice(0, 4))).toEqual([
      ['Ann', 17, 2, 140],
      ['Ben', 39, 1, 25],
      ['Dan', 90, 1, 30],
    ])
  })

  test('every row is an order, two on a day as well', () => {
    expect(run([orders[0]!, orders[0]!])[0]!.slice(0, 4)).toEqual(['Ann', 0, 2, 160])
  })
})

describe('scores', () => {
  /** One order per customer, so that recency and amount say it all. */
  const buyers = (days: number[], amounts: number[]): Order[] =>
    days.map((day, i) => [`c${i}`, serialOf(2026, 1, 31) - day, amounts[i]!])

  test('five customers with five amounts score 1 to 5, the latest order scores best', () => {
    const rows = run(buyers([0, 10, 20, 30, 40], [1, 2, 3, 4, 5]))
    expect(rows.map(([, , , , r]) => r)).toEqual([5, 4, 3, 2, 1])
    expect(rows.map(([, , , , , , m]) => m)).toEqual([1, 2, 3, 4, 5])
  })

  test('a value on a cut point belongs below it: 1 plus the number of cut points strictly below', () => {
    // Cut points of 0, 10, … 50 at 20, 40, 60 and 80 % are 10, 20, 30 and 40.
    const rows = run(buyers([0, 0, 0, 0, 0, 0], [0, 10, 20, 30, 40, 50]))
    expect(rows.map(([, , , , , , m]) => m)).toEqual([1, 1, 2, 3, 4, 5])
    const days = run(buyers([0, 10, 20, 30, 40, 50], [1, 1, 1, 1, 1, 1]))
    expect(days.map(([, , , , r]) => r)).toEqual([5, 5, 4, 3, 2, 1])
  })

  test('customers who are all alike score alike: 5 for recency, 1 for orders and revenue', () => {
    for (const row of run(buyers([3, 3, 3], [7, 7, 7]))) expect(row.slice(4, 7)).toEqual([5, 1, 1])
    expect(run([['Ann', '2026-01-05', 9]])).toEqual([['Ann', 0, 1, 9, 5, 1, 1, 'New']])
  })

  test('a refund lowers the revenue, and is no order', () => {
    const list: Order[] = [
      ['a', '2026-01-05', 80],
      ['a', '2026-03-01', -80],
      ['b', '2026-02-01', 50],
      ['c', '2026-02-01', -5],
    ]
    expect(run(list, '2026-03-02').map((row) => row.slice(0, 4))).toEqual([
      ['a', 56, 1, 0],
      ['b', 29, 1, 50],
    ])
  })

  test('they agree with a count of type-7 cut points below, for any orders and bins, in any order of rows', () => {
    const order = fc.tuple(
      fc.integer({ min: 1, max: 15 }),
      fc.integer({ min: 46000, max: 46100 }),
      fc.integer({ min: -20, max: 99 }),
    )
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 60 }), fc.integer({ min: 2, max: 10 }), (list, bins) => {
        const now = Math.max(...list.map(([, day]) => day))
        const of = (id: number) => list.filter(([other]) => other === id)
        // What is negative was paid back, and was no order.
        const ordersOf = (id: number) => of(id).filter(([, , amount]) => amount >= 0)
        const ids = [...new Set(list.map(([id]) => id))].filter((id) => ordersOf(id).length > 0)
        fc.pre(ids.length > 0)
        const recency = ids.map((id) => now - Math.max(...ordersOf(id).map(([, day]) => day)))
        const count = ids.map((id) => ordersOf(id).length)
        const money = ids.map((id) => of(id).reduce((total, [, , amount]) => total + amount, 0))
        // Values are whole numbers: times bins, the cut points are too.
        const score = (values: number[], value: number) => {
          const sorted = [...values].sort((a, b) => a - b)
          let below = 0
          for (let k = 1; k < bins; k++) {
            const position = (sorted.length - 1) * k
            const low = sorted[Math.floor(position / bins)]!
            const high = sorted[Math.ceil(position / bins)]!
            if (low * bins + (high - low) * (position % bins) < value * bins) below++
          }
          return 1 + below
        }
        const expected = ids.map((id, i) => [
          id,
          recency[i]!,
          count[i]!,
          money[i]!,
          bins + 1 - score(recency, recency[i]!),
          score(count, count[i]!),
          score(money, money[i]!),
        ])
        expect(run(list, null, bins).map((row) => row.slice(0, 7))).toEqual(expected)
        const byId = (rows: Row[]) => [...rows].sort((a, b) => Number(a[0]) - Number(b[0]))
        expect(byId(run([...list].reverse(), null, bins))).toEqual(byId(run(list, null, bins)))
      }),
    )
  })

  test('a sum of cents is not above the same sum written at once', () => {
    // In binary 17.45 + 44.17 is a little more than 61.62.
    expect(17.45 + 44.17).toBeGreaterThan(61.62)
    const day = '2026-01-05'
    const rows = run([
      ['a', day, 17.45],
      ['a', day, 44.17],
      ['b', day, 61.62],
      ['c', day, 61.62],
    ])
    expect(rows.map(([, , , , , , m]) => m)).toEqual([1, 1, 1])
  })

  test('a cut point that falls on a customer does not slip below through rounding: 90 x 0.7 is 63', () => {
    expect(90 * 0.7).toBeLessThan(63)
    const rows = run(
      buyers(
        Array.from({ length: 91 }, () => 0),
        Array.from({ length: 91 }, (_, i) => i),
      ),
      null,
      10,
    )
    expect(rows[63]!.slice(3, 7)).toEqual([63, 10, 1, 7])
    expect(rows[64]!.slice(3, 7)).toEqual([64, 10, 1, 8])
  })

  test('ten orders of 0.10 are 1, not 0.9999999999999999', () => {
    expect(run(Array.from({ length: 10 }, (): Order => ['a', '2026-01-05', 0.1]))[0]![3]).toBe(1)
  })

  test('money scales revenue and leaves the scores', () => {
    const scaled = run(orders.map(([id, date, amount]) => [id, date, amount * 7]))
    expectClose(
      scaled,
      run(orders).map(([id, days, count, revenue, ...rest]) => [id, days, count, revenue * 7, ...rest]),
    )
  })
})

describe('segments', () => {
  /** The grid as people know it: recency 5 to 1 downwards, frequency and money 1 to 5 to the right. */
  const grid: Record<number, string[]> = {
    5: ['New', 'Potential loyalist', 'Potential loyalist', 'Champions', 'Champions'],
    4: ['Promising', 'Potential loyalist', 'Potential loyalist', 'Loyal', 'Loyal'],
    3: ['About to sleep', 'About to sleep', 'Needs attention', 'Loyal', 'Loyal'],
    2: ['Hibernating', 'Hibernating', 'At risk', 'At risk', "Can't lose"],
    1: ['Lost', 'Hibernating', 'At risk', 'At risk', "Can't lose"],
  }

  /** One customer for each combination of scores. */
  const everyCombination = (bins: number): Order[] => {
    const list: Order[] = []
    for (let r = 1; r <= bins; r++) {
      for (let f = 1; f <= bins; f++) {
        for (let m = 1; m <= bins; m++) {
          for (let i = 0; i < f; i++) list.push([`${r}/${f}/${m}`, 46000 + r * 10, i === 0 ? m * 100 : 0])
        }
      }
    }
    return list
  }

  test('every combination of scores has one segment, by r and the mean of f and m, halves rounded up', () => {
    const rows = run(everyCombination(5))
    expect(rows).toHaveLength(125)
    for (const [id, , , , r, f, m, segment] of rows) {
      expect(id).toBe(`${r}/${f}/${m}`)
      expect(segment, id).toBe(grid[r]![Math.ceil((f + m) / 2) - 1])
    }
    expect(new Set(rows.map((row) => row[7])).size).toBe(11)
  })

  test.each([2, 3, 4, 9, 10])('with %i bins the scores are stretched to 1 to 5 first', (bins) => {
    const rows = run(everyCombination(bins), null, bins)
    expect(rows).toHaveLength(bins ** 3)
    for (const [id, , , , r, f, m, segment] of rows) {
      expect(id).toBe(`${r}/${f}/${m}`)
      const stretched = (score: number) => Math.floor(1.5 + (4 * (score - 1)) / (bins - 1) + 1e-9)
      expect(segment, id).toBe(grid[stretched(r)]![stretched((f + m) / 2) - 1])
    }
    expect(rows[0]![7]).toBe('Lost')
    expect(rows[rows.length - 1]![7]).toBe('Champions')
  })
})

test('headers, blank rows and half-filled rows are left out', () => {
  const table = compute(
    rfm,
    column('Customer', 'Ann', null, 'Ben', 'Cleo', ' '),
    column('Date', '2026-01-05', '2026-01-06', '', '2026-01-07', null),
    column('Amount', 10, 20, 30, 40, null),
  ) as unknown[][]
  expect(table.map(([id]) => id)).toEqual(['id', 'Ann', 'Cleo'])
})

test('one cell of each is one customer', () => {
  expect(compute(rfm, 'Ann', '2026-01-05', 10)).toEqual([
    ['id', 'recency_days', 'orders', 'revenue', 'r', 'f', 'm', 'segment'],
    ['Ann', 0, 1, 10, 5, 1, 1, 'New'],
  ])
})

test('wrong cells are named', () => {
  const [ids, dates, amounts] = [column('a', 'b'), column('2026-01-05', '2026-01-06'), column(1, 2)]
  expect(failure(rfm, ids, dates, column(1))).toBe(
    '#VALUE! RFM: ids has 2 rows and amounts has 1, select the same rows in both',
  )
  expect(failure(rfm, ids, dates, column(1, '2 pcs'))).toBe(
    '#VALUE! RFM: amounts row 2 has “2 pcs”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(rfm, ids, dates, column(1, '2 €'))).toEqual(compute(rfm, ids, dates, amounts))
  expect(failure(rfm, ids, column('2026-01-05', 'soon'), amounts)).toBe(
    '#VALUE! RFM: dates row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(rfm, ids, dates, amounts, null, 1)).toBe('#VALUE! RFM: bins is 1, outside 2 to 10')
  expect(failure(rfm, ids, dates, amounts, '2025-12-31', 5)).toBe(
    '#N/A RFM: there is no order up to as_of (2025-12-31)',
  )
  expect(failure(rfm, ids, dates, column(null, null))).toBe('#N/A RFM: ids, dates and amounts have no complete row')
})

test('a customer whose orders were refunded in full brought 0', () => {
  const refunded = [80.29, 10.13, -90.42].map((amount, i): Order => ['r', 46000 + i, amount])
  expect(run(refunded)[0]!.slice(0, 4)).toEqual(['r', 1, 2, 0])
})
