import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import type { Scalar } from '../../../../core/metric.ts'
import { mrrMovements } from '../../../../core/metrics/retention/mrrMovements.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Bill = readonly [id: string, date: string | number, amount: number]

const cellsOf = (list: readonly Bill[]) => [0, 1, 2].map((part) => column(...list.map((bill) => bill[part])))
const run = (list: readonly Bill[], ...options: unknown[]) =>
  compute(mrrMovements, ...cellsOf(list), ...options) as unknown[][]

const header = ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing']
const day = (month: number) => serialOf(2026, month, 1)

describe('each movement', () => {
  test('the first period has nothing but new customers', () => {
    expect(run([['Ann', '2026-01-15', 100]])).toEqual([header, [day(1), 0, 100, 0, 0, 0, 0, 100]])
  })

  test('paying more is expansion, paying less contraction', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 100],
      ['Ben', '2026-01-01', 100],
      ['Cleo', '2026-01-01', 100],
      ['Ann', '2026-02-01', 130],
      ['Ben', '2026-02-01', 80],
      ['Cleo', '2026-02-01', 100],
    ]
    expect(run(bills)[2]).toEqual([day(2), 300, 0, 30, 20, 0, 0, 310])
  })

  test('no row and a row of 0 are churn, of all that was paid before', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 100],
      ['Ben', '2026-01-01', 40],
      ['Cleo', '2026-01-01', 10],
      ['Ben', '2026-02-01', 0],
      ['Cleo', '2026-02-01', 10],
    ]
    expect(run(bills)[2]).toEqual([day(2), 150, 0, 0, 0, 140, 0, 10])
  })

  test('who comes back is reactivated with all they pay, also after a long time', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 100],
      ['Ben', '2026-02-01', 40],
      ['Ann', '2026-05-01', 120],
    ]
    expect(run(bills).slice(1)).toEqual([
      [day(1), 0, 100, 0, 0, 0, 0, 100],
      [day(2), 100, 40, 0, 0, 100, 0, 40],
      [day(3), 40, 0, 0, 0, 40, 0, 0],
      [day(4), 0, 0, 0, 0, 0, 0, 0],
      [day(5), 0, 0, 0, 0, 0, 120, 120],
    ])
  })

  test('a customer who has only had rows of 0 is new when the first payment comes', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 0],
      ['Ann', '2026-02-01', 50],
    ]
    expect(run(bills).slice(1)).toEqual([
      [day(1), 0, 0, 0, 0, 0, 0, 0],
      [day(2), 0, 50, 0, 0, 0, 0, 50],
    ])
  })

  test('rows of one customer in one period add up, a credit among them too', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 100],
      ['Ann', '2026-01-31', 50],
      ['Ann', '2026-02-01', 200],
      ['Ann', '2026-02-28', -50],
    ]
    expect(run(bills).slice(1)).toEqual([
      [day(1), 0, 150, 0, 0, 0, 0, 150],
      [day(2), 150, 0, 0, 0, 0, 0, 150],
    ])
  })

  test('rounding is no movement', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 0.3],
      ['Ann', '2026-02-01', 0.1],
      ['Ann', '2026-02-02', 0.2],
      ['Ann', '2026-03-01', 0.3],
      ['Ann', '2026-03-02', -0.1],
      ['Ann', '2026-03-03', -0.2],
    ]
    const rows = run(bills).slice(1) as number[][]
    expect(rows[1]!.slice(2, 7)).toEqual([0, 0, 0, 0, 0])
    expect(rows[2]!.slice(2)).toEqual([0, 0, 0, expect.closeTo(0.3, 12), 0, 0])
  })
})

test('it agrees with the ten accounts of the net revenue retention example', () => {
  const accounts = { A: [1000, 1200], B: [500, 500], C: [800, 0], D: [300, 150], E: [0, 400] } as const
  const others = { F: [250, 0], G: [2000, 2600], H: [0, 300], I: [450, 450], J: [700, 650] } as const
  const bills = Object.entries({ ...accounts, ...others }).flatMap(([id, [start, end]]): Bill[] => [
    [id, '2026-01-01', start],
    [id, '2026-02-01', end],
  ])
  expect(run(bills)[2]).toEqual([day(2), 6000, 700, 800, 200, 1050, 0, 6250])
})

test('quarters add up what is billed in them', () => {
  const bills: Bill[] = [
    ['Ann', '2026-01-01', 100],
    ['Ann', '2026-03-31', 100],
    ['Ann', '2026-04-01', 250],
  ]
  expect(run(bills, 'quarter').slice(1)).toEqual([
    [day(1), 0, 200, 0, 0, 0, 0, 200],
    [day(4), 200, 0, 50, 0, 0, 0, 250],
  ])
})

const anyBills = (unit: number) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 50000 }),
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) => list.map(([id, month, amount]): Bill => [id, serialOf(2026, month + 1, 10), amount * unit]))
    .filter(isLog)

/** Where nobody has rows in two months, it is no log of more than one. */
function isLog(bills: readonly Bill[]): boolean {
  const pairs = new Set(bills.map(([id, date]) => `${id} ${date}`))
  return pairs.size > new Set(bills.map(([id]) => id)).size || new Set(bills.map(([, date]) => date)).size === 1
}

test('it agrees with comparing every customer in every two months', () => {
  fc.assert(
    fc.property(anyBills(0.01), (bills) => {
      const months = bills.map(([, date]) => date as number)
      const all = Array.from({ length: 8 }, (_, month) => serialOf(2026, month + 1, 10)).filter(
        (date) => date >= Math.min(...months) && date <= Math.max(...months),
      )
      const ids = [...new Set(bills.map(([id]) => id))]
      const mrr = (id: string, date: number | undefined) =>
        bills.reduce((sum, [own, when, amount]) => sum + (own === id && when === date ? amount : 0), 0)
      const expected = all.map((date, i) => {
        const row = [0, 0, 0, 0, 0, 0, 0]
        const add = (at: number, value: number) => (row[at]! += value)
        for (const id of ids) {
          const [was, is] = [mrr(id, all[i - 1]), mrr(id, date)]
          const known = all.slice(0, i).some((earlier) => mrr(id, earlier) > 0)
          add(0, was)
          if (was === 0) add(known ? 5 : 1, is)
          else if (is === 0) add(4, was)
          else add(is > was ? 2 : 3, Math.abs(is - was))
          add(6, is)
        }
        return row
      })
      const rows = run(bills).slice(1) as number[][]
      expect(rows.map(([start]) => start)).toEqual(all.map((date) => date - 9))
      rows.forEach(([, ...row], i) =>
        row.forEach((value, at) => expect(Math.abs(value - expected[i]![at]!)).toBeLessThan(1e-8)),
      )
    }),
  )
})

test('opening and movements make the closing, which is the next opening', () => {
  fc.assert(
    fc.property(anyBills(0.01), (bills) => {
      let before = 0
      for (const row of run(bills).slice(1) as number[][]) {
        const [, opening, won, expansion, contraction, churned, reactivated, closing] = row as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ]
        expect(opening).toBe(before)
        const end = opening + won + expansion - contraction - churned + reactivated
        expect(Math.abs(end - closing)).toBeLessThanOrEqual(1e-9 * Math.max(opening, closing))
        expect(Math.min(...row)).toBeGreaterThanOrEqual(0)
        before = closing
      }
    }),
  )
})

test('losses may be below zero: opening and the movements then add up to closing, as a waterfall draws them', () => {
  const log = [
    column('Ann', 'Ben', 'Ann', 'Cleo', 'Ann', 'Ben'),
    column('2026-01-01', '2026-01-01', '2026-02-01', '2026-02-01', '2026-03-01', '2026-03-01'),
    column(100, 50, 80, 30, 80, 20),
  ]
  const given = (losses: unknown) => compute(mrrMovements, ...log, 'month', undefined, undefined, losses) as Scalar[][]
  const [header, ...rows] = given(' Negative ')
  expect(rows.map((row) => row.slice(1))).toEqual([
    [0, 150, 0, 0, 0, 0, 150],
    [150, 30, 0, -20, -50, 0, 110],
    [110, 0, 0, 0, -30, 20, 100],
  ])
  for (const [, opening, ...moved] of rows as number[][]) {
    const closing = moved.pop()!
    expect(moved.reduce((all, one) => all + one, opening!)).toBe(closing)
    // Nothing lost is 0, which -0 would not be in every host.
    expect(moved.some((one) => Object.is(one, -0))).toBe(false)
  }
  const positive = given(undefined)
  expect(positive[0]).toEqual(header)
  expect(positive.map((row) => row.map((cell) => (typeof cell === 'number' ? Math.abs(cell) : cell)))).toEqual(
    [header, ...rows].map((row) => row!.map((cell) => (typeof cell === 'number' ? Math.abs(cell) : cell))),
  )
  expect(given('positive')).toEqual(positive)
  expect(failure(mrrMovements, ...log, 'month', undefined, undefined, 'below')).toBe(
    '#VALUE! MRR_MOVEMENTS: losses is the text “below”, use positive or negative',
  )
})

test('the order of rows does not matter, splitting one does not, and money scales it', () => {
  // Sums of quarters are exact in any order.
  fc.assert(
    fc.property(anyBills(0.25), (bills) => {
      const rows = run(bills)
      expectClose(run(bills.slice().reverse()), rows)
      const halves = bills.flatMap(([id, date, amount]): Bill[] => [
        [id, date, amount / 2],
        [id, date, amount / 2],
      ])
      expectClose(run(halves), rows)
      const dearer = bills.map(([id, date, amount]): Bill => [id, date, amount * 4])
      const [, ...scaled] = rows.map(([start, ...cells]) => [start, ...cells.map((cell) => (cell as number) * 4)])
      expectClose(run(dearer).slice(1), scaled)
    }),
  )
})

test('a customer with less than nothing is refused, the row named', () => {
  const bills: Bill[] = [
    ['Ann', '2026-01-01', 100],
    ['Ben', '2026-02-01', 100],
    ['Ben', '2026-02-15', -120],
  ]
  expect(failure(mrrMovements, ...cellsOf(bills))).toBe(
    '#VALUE! MRR_MOVEMENTS: amounts row 3 has -120, which leaves “Ben” with a negative MRR (-20) in the month from 2026-02-01; date a credit in the period that it is for',
  )
})

test('headers, blank rows and rows without an amount are left out', () => {
  const ids = column('Customer', 'Ann', null, 'Ben', 'Cleo', '')
  const dates = column('Date', '2026-01-05', '2026-01-06', '', '2026-01-07', null)
  const amounts = column('MRR', 40, 10, 20, ' ', null)
  expect(compute(mrrMovements, ids, dates, amounts)).toEqual([header, [day(1), 0, 40, 0, 0, 0, 0, 40]])
  expect(compute(mrrMovements, 7, 46030, 5)).toEqual([header, [day(1), 0, 5, 0, 0, 0, 0, 5]])
})

test('wrong cells are named', () => {
  const ids = column('a', 'b')
  const dates = column('2026-01-01', '2026-02-01')
  expect(failure(mrrMovements, ids, dates, column(1, '2+'))).toBe(
    '#VALUE! MRR_MOVEMENTS: amounts row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  const same = column('a', 'a')
  expect(compute(mrrMovements, same, dates, column(1, '$2'))).toEqual(compute(mrrMovements, same, dates, column(1, 2)))
  expect(failure(mrrMovements, ids, column('2026-01-01'), column(1, 2))).toBe(
    '#VALUE! MRR_MOVEMENTS: ids has 2 rows and dates has 1, select the same rows in both',
  )
  expect(failure(mrrMovements, ids, dates, column(1, 2), 'decade')).toBe(
    '#VALUE! MRR_MOVEMENTS: period is the text “decade”, use day, week, month, quarter or year',
  )
  expect(failure(mrrMovements, ids, column('1951-01-01', '2051-01-01'), column(1, 2), 'day')).toBe(
    '#VALUE! MRR_MOVEMENTS: the dates span 36526 periods of a day, more than 2000; use a longer period',
  )
  expect(failure(mrrMovements, column(null), column(null), column(null))).toBe(
    '#N/A MRR_MOVEMENTS: ids, dates and amounts have no complete row',
  )
})

describe('a credit', () => {
  test('alone in a period is no recurring revenue of it', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', 100],
      ['Ben', '2026-01-01', 50],
      ['Ben', '2026-02-01', 50],
      ['Ann', '2026-02-11', -100],
      ['Ben', '2026-03-01', 50],
      ['Ann', '2026-03-01', -5],
    ]
    expect(run(bills).slice(1)).toEqual([
      [day(1), 0, 150, 0, 0, 0, 0, 150],
      [day(2), 150, 0, 0, 0, 100, 0, 50],
      [day(3), 50, 0, 0, 0, 0, 0, 50],
    ])
  })

  test('in the first period makes nobody a customer', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-01', -20],
      ['Ann', '2026-02-01', 100],
    ]
    expect(run(bills).slice(1)).toEqual([
      [day(1), 0, 0, 0, 0, 0, 0, 0],
      [day(2), 0, 100, 0, 0, 0, 0, 100],
    ])
  })
})

describe('a log', () => {
  const signUps: Bill[] = [
    ['Ann', '2026-01-05', 100],
    ['Ben', '2026-02-05', 50],
  ]

  test('in which nobody has rows in two periods is a list of something else', () => {
    expect(failure(mrrMovements, ...cellsOf(signUps))).toBe(
      '#VALUE! MRR_MOVEMENTS: no customer has rows in two periods, as if all had left after the first; for a list with one row a subscription give end_dates, blank while it runs, and in a billing log a row of 0 to who has left',
    )
    expect(failure(mrrMovements, 'Ann', '2026-01-05', 100, 'month', null, '2026-02-01')).toContain('give end_dates')
  })

  test('of a single period, or with a row of 0 for who has left, is one', () => {
    expect(run(signUps, 'year').slice(1)).toEqual([[day(1), 0, 150, 0, 0, 0, 0, 150]])
    expect(run([...signUps, ['Ann', '2026-02-05', 0]]).slice(1)).toEqual([
      [day(1), 0, 100, 0, 0, 0, 0, 100],
      [day(2), 100, 50, 0, 0, 100, 0, 50],
    ])
  })

  test('goes up to as_of, the later rows left out', () => {
    const bills: Bill[] = [
      ['Ann', '2026-01-05', 100],
      ['Ann', '2026-02-05', 120],
      ['Ann', '2026-02-20', 30],
      ['Ann', '2026-03-05', 120],
    ]
    expect(run(bills, 'month', null, '2026-02-19').slice(1)).toEqual([
      [day(1), 0, 100, 0, 0, 0, 0, 100],
      [day(2), 100, 0, 20, 0, 0, 0, 120],
    ])
    expect(run(bills, 'month', null, '2026-04-01').slice(4)).toEqual([[day(4), 120, 0, 0, 0, 120, 0, 0]])
    expect(failure(mrrMovements, ...cellsOf(bills), 'month', null, '2025-12-31')).toBe(
      '#N/A MRR_MOVEMENTS: there is no date up to as_of (2025-12-31)',
    )
  })
})

type Subscription = readonly [id: string, start: string | number, amount: number, end: string | number | null]

describe('a list of subscriptions', () => {
  const list = (rows: readonly Subscription[], asOf?: unknown, period = 'month') => {
    const [ids, starts, amounts, ends] = [0, 1, 2, 3].map((part) => column(...rows.map((row) => row[part])))
    return (compute(mrrMovements, ids, starts, amounts, period, ends, asOf) as unknown[][]).slice(1)
  }

  test('counts each from the period of its start until the one in which it ends', () => {
    const rows: Subscription[] = [
      ['Ann', '2026-01-31', 100, null],
      ['Ben', '2026-01-01', 50, '2026-03-01'],
      ['Cleo', '2026-02-28', 30, '2026-03-31'],
    ]
    expect(list(rows)).toEqual([
      [day(1), 0, 150, 0, 0, 0, 0, 150],
      [day(2), 150, 30, 0, 0, 0, 0, 180],
      [day(3), 180, 0, 0, 0, 80, 0, 100],
    ])
  })

  test('goes up to the latest start or end, or to as_of: later starts and ends are ignored', () => {
    const rows: Subscription[] = [
      ['Ann', '2026-01-10', 100, '2026-02-20'],
      ['Ben', '2026-02-10', 50, null],
      ['Cleo', '2026-03-10', 50, null],
    ]
    expect(list(rows)).toHaveLength(3)
    expect(list(rows, '2026-02-19')).toEqual([
      [day(1), 0, 100, 0, 0, 0, 0, 100],
      [day(2), 100, 50, 0, 0, 0, 0, 150],
    ])
    expect(list(rows, '2026-05-01').slice(3)).toEqual([
      [day(4), 100, 0, 0, 0, 0, 0, 100],
      [day(5), 100, 0, 0, 0, 0, 0, 100],
    ])
  })

  test('several of one customer add up: a second one is expansion, its end contraction', () => {
    const rows: Subscription[] = [
      ['Ann', '2026-01-10', 100, null],
      ['Ann', '2026-02-10', 50, '2026-03-10'],
    ]
    expect(list(rows).slice(1)).toEqual([
      [day(2), 100, 0, 50, 0, 0, 0, 150],
      [day(3), 150, 0, 0, 50, 0, 0, 100],
    ])
  })

  test('a new one on the day of the end, or on the day after, takes over without churn', () => {
    for (const end of ['2026-01-31', '2026-02-01', '2026-01-31T23:59:59']) {
      expect(
        list([
          ['Ann', '2025-12-10', 100, end],
          ['Ann', '2026-02-01', 120, null],
        ]).slice(1),
      ).toEqual([
        [day(1), 100, 0, 0, 0, 0, 0, 100],
        [day(2), 100, 0, 20, 0, 0, 0, 120],
      ])
    }
  })

  test('a later one is reactivation, and one that ends where it began never counts', () => {
    const rows: Subscription[] = [
      ['Ann', '2026-01-10', 100, '2026-01-20'],
      ['Ben', '2026-01-10', 40, '2026-02-10'],
      ['Ben', '2026-03-10', 60, null],
    ]
    expect(list(rows)).toEqual([
      [day(1), 0, 40, 0, 0, 0, 0, 40],
      [day(2), 40, 0, 0, 0, 40, 0, 0],
      [day(3), 0, 0, 0, 0, 0, 60, 60],
    ])
  })

  test('rounding is no movement', () => {
    const rows: Subscription[] = [
      ['Ann', '2026-01-01', 0.3, '2026-02-01'],
      ['Ann', '2026-02-01', 0.1, '2026-03-01'],
      ['Ann', '2026-02-01', 0.2, '2026-03-02'],
    ]
    const table = list(rows) as number[][]
    expect(table[1]!.slice(2, 7)).toEqual([0, 0, 0, 0, 0])
    expect(table[2]!.slice(2)).toEqual([0, 0, 0, expect.closeTo(0.3, 12), 0, 0])
  })

  const subscriptions = fc.array(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.integer({ min: 2, max: 200 })),
      )
      // Even days only: none begins on the day after another one ends.
      .map(([id, start, amount, stay]): Subscription => {
        const from = day(1) + 2 * start
        return [id, from, amount / 4, stay === null ? null : from + 2 * stay]
      }),
    { minLength: 1, maxLength: 30 },
  )

  test('the closing is the MRR of those that run at the end of each period, and a log of these gives the same', () => {
    fc.assert(
      fc.property(subscriptions, (rows) => {
        const asOf = Math.max(
          ...rows.map(([, start]) => start as number),
          ...rows.map(([, , , end]) => (end as number) ?? 0),
        )
        const table = list(rows) as number[][]
        const lastDays = table.map((_, i) => Math.min(asOf, (table[i + 1]?.[0] ?? Infinity) - 1))
        const runs = ([, start, , end]: Subscription, on: number) =>
          (start as number) <= on && ((end as number) ?? Infinity) > on
        const sumOf = (list: readonly Subscription[]) => list.reduce((sum, [, , amount]) => sum + amount, 0)
        expect(table.map((row) => row[7])).toEqual(lastDays.map((on) => sumOf(rows.filter((row) => runs(row, on)))))
        const log = lastDays.flatMap((on, i) =>
          rows.map((row): Bill => [row[0], table[i]![0]!, runs(row, on) ? row[2] : 0]),
        )
        expect(table).toEqual(run(log).slice(1))
      }),
    )
  })

  test('blank ends in three spellings mean that it runs, a header and blank rows are left out', () => {
    const ids = column('Customer', 'Ann', 'Ben', 'Cleo', null)
    const starts = column('Start', '2026-01-05', '2026-01-06', '2026-02-07', '')
    const amounts = column('MRR', 40, 10, 20, null)
    const ends = column('End', null, '', '  ', null)
    expect(compute(mrrMovements, ids, starts, amounts, null, ends)).toEqual([
      header,
      [day(1), 0, 50, 0, 0, 0, 0, 50],
      [day(2), 50, 20, 0, 0, 0, 0, 70],
    ])
  })

  test('wrong cells are named', () => {
    const [ids, starts, amounts] = [column('a', 'b'), column('2026-01-05', '2026-02-01'), column(1, 2)]
    const refused = (...ends: unknown[]) => failure(mrrMovements, ids, starts, amounts, 'month', column(...ends))
    expect(refused(null, '2026-01-31')).toBe(
      '#VALUE! MRR_MOVEMENTS: end_dates row 2 has 2026-01-31, before the date in dates (2026-02-01)',
    )
    expect(refused(null)).toBe(
      '#VALUE! MRR_MOVEMENTS: ids has 2 rows and end_dates has 0, select the same rows in both',
    )
    expect(refused(null, new CellError('#REF!', ''))).toBe('#REF! MRR_MOVEMENTS: end_dates row 2 is #REF!')
    expect(failure(mrrMovements, ids, starts, column(1, -2), 'month', column(null, null))).toBe(
      '#VALUE! MRR_MOVEMENTS: amounts row 2 has -2, which leaves “b” with a negative MRR (-2) in the month from 2026-02-01; date a credit in the period that it is for',
    )
    expect(
      failure(
        mrrMovements,
        column('b', 'b'),
        column('2026-01-05', '2026-01-06'),
        column(2, -1),
        'month',
        column('2026-02-10', null),
        '2026-03-31',
      ),
    ).toBe(
      '#VALUE! MRR_MOVEMENTS: amounts row 2 has -1, which leaves “b” with a negative MRR (-1) in the month from 2026-02-01; date a credit in the period that it is for',
    )
  })
})
