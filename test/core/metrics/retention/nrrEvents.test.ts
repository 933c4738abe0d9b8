import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grr } from '../../../../core/metrics/retention/grr.ts'
import { mrrMovements } from '../../../../core/metrics/retention/mrrMovements.ts'
import { nrr } from '../../../../core/metrics/retention/nrr.ts'
import { nrrEvents } from '../../../../core/metrics/retention/nrrEvents.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Bill = readonly [id: string, date: string | number, amount: number]

const cellsOf = (list: readonly Bill[]) => [0, 1, 2].map((part) => column(...list.map((bill) => bill[part])))
const names = [
  'from_month',
  'to_month',
  'customers',
  'lost_customers',
  'opening',
  'expansion',
  'contraction',
  'churned',
  'closing',
  'nrr',
  'grr',
] as const
type Row = Record<(typeof names)[number], number>

function named(table: unknown): Row {
  const [header, values, ...others] = table as [string[], number[]]
  expect(header).toEqual(names)
  expect(others).toEqual([])
  return Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Row
}
const run = (list: readonly Bill[], ...options: unknown[]): Row =>
  named(compute(nrrEvents, ...cellsOf(list), ...options))

const month = (index: number) => serialOf(2025, 1 + index, 1)

describe('the definition', () => {
  const bills: Bill[] = [
    ['Ann', '2025-03-01', 100],
    ['Ben', '2025-03-05', 80],
    ['Cleo', '2025-03-31', 50],
    ['Dan', '2025-03-31', 20],
    ['Eve', '2025-04-01', 500],
    ['Ann', '2026-03-01', 150],
    ['Ben', '2026-03-01', 60],
    ['Dan', '2026-03-31', 20],
    ['Eve', '2026-03-01', 700],
    ['Fay', '2026-03-01', 900],
  ]

  test('one cohort is followed over twelve months: who paid then, and what those same customers pay now', () => {
    expect(run(bills)).toEqual({
      from_month: serialOf(2025, 3, 1),
      to_month: serialOf(2026, 3, 1),
      customers: 4,
      lost_customers: 1,
      opening: 250,
      expansion: 50,
      contraction: 20,
      churned: 50,
      closing: 230,
      nrr: 230 / 250,
      grr: 180 / 250,
    })
  })

  test('flows of the months between are not summed: who left and came back is kept, with what they pay at the end', () => {
    const back: Bill[] = [
      ['Ann', '2025-03-01', 100],
      ['Ben', '2025-03-01', 100],
      ...Array.from({ length: 11 }, (_, i): Bill => ['Ben', month(3 + i), 100 + 50 * i]),
      ['Ann', '2026-03-01', 90],
      ['Ben', '2026-03-01', 100],
    ]
    expect(run(back)).toMatchObject({
      customers: 2,
      lost_customers: 0,
      opening: 200,
      closing: 190,
      nrr: 0.95,
      grr: 0.95,
    })
  })

  test('months says how far apart the two are', () => {
    expect(run(bills, null, 11)).toMatchObject({ from_month: serialOf(2025, 4, 1), customers: 1, nrr: 1.4, grr: 1 })
    expect(run(bills, null, ' ')).toEqual(run(bills, null, 12))
  })

  test('as_of ends the log with its day, and its month is the last', () => {
    const later: Bill[] = [
      ...bills,
      ['Ann', '2026-04-01', 10],
      ['Cleo', '2026-03-31T18:00', 5],
      ['Ben', '2026-04-30', 1],
    ]
    expect(run(later, '2026-03-30')).toEqual(
      run(
        bills.filter(([id, date]) => id !== 'Dan' || date < '2026'),
        '2026-03-30',
      ),
    )
    expect(run(later, '2026-03-31')).toMatchObject({ closing: 235, lost_customers: 0 })
    expect(run(later)).toMatchObject({ from_month: serialOf(2025, 4, 1), to_month: serialOf(2026, 4, 1), nrr: 0 })
  })

  test('several rows of a month add up; 0 and a credit alone are no revenue; a credit beside a bill lowers it', () => {
    const credits: Bill[] = [
      ['Ann', '2025-03-01', 60],
      ['Ann', '2025-03-20', 40],
      ['Ben', '2025-03-01', 0],
      ['Cleo', '2025-03-01', -30],
      ['Dan', '2025-03-01', 70],
      ['Ann', '2026-03-01', 100],
      ['Ann', '2026-03-09', -25],
      ['Ben', '2026-03-01', 10],
      ['Cleo', '2026-03-01', 10],
      ['Dan', '2026-03-01', -5],
    ]
    expect(run(credits)).toMatchObject({ customers: 2, lost_customers: 1, opening: 170, contraction: 25, churned: 70 })
  })

  test('rounding of sums is no movement, and all of it kept is 1', () => {
    const cents: Bill[] = [
      ['Ann', '2025-03-01', 0.3],
      ['Ben', '2025-03-01', 0.1],
      ['Ann', '2026-03-01', 0.1],
      ['Ann', '2026-03-02', 0.2],
      ['Ben', '2026-03-01', 0.1],
    ]
    expect(run(cents)).toMatchObject({ expansion: 0, contraction: 0, churned: 0, nrr: 1, grr: 1 })
  })
})

test('the ten accounts of the net revenue retention example: 0.925 and 0.791666…, as NRR and GRR say', () => {
  // A, B, … J of test/core/metrics/retention/mrrMovements.test.ts, a year apart.
  const accounts = { A: [1000, 1200], B: [500, 500], C: [800, 0], D: [300, 150], E: [0, 400] } as const
  const others = { F: [250, 0], G: [2000, 2600], H: [0, 300], I: [450, 450], J: [700, 650] } as const
  const bills = Object.entries({ ...accounts, ...others }).flatMap(([id, [start, end]]): Bill[] => [
    [id, '2025-01-01', start],
    [id, '2026-01-01', end],
  ])
  const row = run(bills)
  expect(row).toMatchObject({
    customers: 8,
    lost_customers: 2,
    opening: 6000,
    expansion: 800,
    contraction: 200,
    churned: 1050,
  })
  expectClose(row.nrr, compute(nrr, 6000, 800, 200, 1050))
  expectClose(row.grr, compute(grr, 6000, 200, 1050))
})

type DatedBill = readonly [id: string, date: number, amount: number]

const anyBills = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: 500 }),
    ),
    { minLength: 1, maxLength: 80 },
  )
  .map((list) => list.map(([id, at, amount]): DatedBill => [id, month(at) + (amount % 28), amount / 10]))

/** What a customer is billed in a month. */
const billed = (bills: readonly DatedBill[], of: string, at: number) =>
  bills
    .filter(([id, date]) => id === of && date >= month(at) && date < month(at + 1))
    .reduce((sum, [, , amount]) => sum + amount, 0)

test('it agrees with two filters for each customer, in any order of rows', () => {
  fc.assert(
    fc.property(anyBills, fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 15 }), (bills, months, to) => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f']
      const pairs = ids
        .map((id) => [billed(bills, id, to - months), billed(bills, id, to)] as const)
        .filter(([before]) => before > 0)
      const active = (id: string) =>
        Array.from({ length: to + 1 }, (_, at) => at).filter((at) =>
          bills.some((bill) => bill[0] === id && bill[1] >= month(at) && bill[1] < month(at + 1)),
        )
      fc.pre(to >= months && pairs.length > 0 && ids.some((id) => active(id).length > 1))
      const add = (part: (before: number, now: number) => number) =>
        pairs.reduce((sum, [before, now]) => sum + part(before, now), 0)
      const opening = add((before) => before)
      const row = run(bills, month(to + 1) - 1, months)
      const close = (actual: number, expected: number) => expect(Math.abs(actual - expected)).toBeLessThan(1e-9)
      expect([row.customers, row.from_month, row.to_month]).toEqual([pairs.length, month(to - months), month(to)])
      expect(row.lost_customers).toBe(pairs.filter(([, now]) => now === 0).length)
      close(row.opening, opening)
      close(
        row.closing,
        add((_, now) => now),
      )
      close(row.nrr, add((_, now) => now) / opening)
      close(row.grr, add((before, now) => Math.min(before, now)) / opening)
      close(
        row.churned,
        add((before, now) => (now === 0 ? before : 0)),
      )
      close(row.opening + row.expansion - row.contraction - row.churned, row.closing)
      expect(row.grr).toBeLessThanOrEqual(Math.min(1, row.nrr) + 1e-12)
      const mixed = run([...bills].reverse(), month(to + 1) - 1, months)
      for (const name of names) close(mixed[name], row[name])
    }),
  )
})

test('over one month it is the last row of MRR_MOVEMENTS', () => {
  fc.assert(
    fc.property(anyBills, (bills) => {
      let movements: number[][]
      try {
        movements = (compute(mrrMovements, ...cellsOf(bills)) as number[][]).slice(1)
      } catch {
        fc.pre(false)
        return
      }
      const [, opening, , expansion, contraction, churned] = movements[movements.length - 1]!
      fc.pre(movements.length > 1 && opening! > 0)
      const row = run(bills, null, 1)
      const all = [row.opening, row.expansion, row.contraction, row.churned]
      all.forEach((amount, i) =>
        expect(Math.abs(amount - [opening, expansion, contraction, churned][i]!)).toBeLessThan(1e-9),
      )
      expectClose(row.nrr, compute(nrr, ...all), 1e-9)
    }),
  )
})

describe('a list of subscriptions', () => {
  test('counts what runs at the end of a month, and a customer hands over from one to the next', () => {
    const ids = column('Ann', 'Ben', 'Cleo', 'Ann', 'Dan')
    const starts = column('2025-01-10', '2025-03-31', '2025-02-01', '2025-09-01', '2025-04-01')
    const amounts = column(100, 50, 30, 140, 70)
    const ends = column('2025-08-31', null, '2026-03-31', ' ', null)
    expect(named(compute(nrrEvents, ids, starts, amounts, '2026-03-31', null, ends))).toMatchObject({
      customers: 3,
      lost_customers: 1,
      opening: 180,
      expansion: 40,
      churned: 30,
      closing: 190,
    })
  })

  test('is recognised where it is taken for a log', () => {
    const rows = column('Ann', 'Ben')
    expect(failure(nrrEvents, rows, column('2025-01-10', '2026-03-31'), column(100, 50))).toBe(
      '#VALUE! NRR_EVENTS: no customer has rows in two periods, as if all had left after the first; for a list with one row a subscription give end_dates, blank while it runs, and in a billing log a row of 0 to who has left',
    )
  })
})

describe('where there is nothing to compare', () => {
  const bills: Bill[] = [
    ['Ann', '2026-01-01', 100],
    ['Ann', '2026-03-01', 120],
  ]

  test('the log does not reach back so far', () => {
    expect(failure(nrrEvents, ...cellsOf(bills))).toBe(
      '#N/A NRR_EVENTS: needs revenue from 2025-03 on, 12 months before 2026-03, and the first month is 2026-01; give fewer months',
    )
    expect(run(bills, null, 2)).toMatchObject({ nrr: 1.2 })
    expect(failure(nrrEvents, 'Ann', '2026-01-01', 100, null, 1)).toBe(
      '#N/A NRR_EVENTS: needs revenue from 2025-12 on, 1 month before 2026-01, and the first month is 2026-01; give fewer months',
    )
  })

  test('nobody paid in the month at the start', () => {
    expect(failure(nrrEvents, ...cellsOf(bills), null, 1)).toBe(
      '#DIV/0! NRR_EVENTS: nobody had recurring revenue in the month from 2026-02-01, so there was nothing to keep',
    )
  })

  test('there is no date up to as_of', () => {
    expect(failure(nrrEvents, ...cellsOf(bills), '2025-12-31')).toBe(
      '#N/A NRR_EVENTS: there is no date up to as_of (2025-12-31)',
    )
    expect(failure(nrrEvents, column(null, ' '), column(null, null), column(null, ''))).toBe(
      '#N/A NRR_EVENTS: ids, dates and amounts have no complete row',
    )
  })
})

test('titles, blank rows and whole columns with thousands of them are no rows', () => {
  const blanks = new Array<null>(5000).fill(null)
  const ids = column('Customer', 'Ann', null, 'Ben', 'Ann', '', ...blanks)
  const dates = column('Month', '2025-03-01', '2025-03-01', '2025-03-01', '2026-03-01', ' ', ...blanks)
  const amounts = column('MRR', 100, 999, ' ', 80, null, ...blanks)
  expect(named(compute(nrrEvents, ids, dates, amounts))).toMatchObject({ customers: 1, nrr: 0.8 })
})

test('wrong cells are named', () => {
  const bills: Bill[] = [
    ['Ann', '2025-03-01', 100],
    ['Ann', '2026-03-01', 120],
  ]
  const [ids, dates, amounts] = cellsOf(bills)
  expect(failure(nrrEvents, ids, dates, column(100, '120+'))).toBe(
    '#VALUE! NRR_EVENTS: amounts row 2 has “120+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(nrrEvents, ids, column('2025-03-01', 'soon'), amounts)).toContain('NRR_EVENTS: dates row 2 has “soon”')
  expect(failure(nrrEvents, ids, dates, column(1))).toBe(
    '#VALUE! NRR_EVENTS: ids has 2 rows and amounts has 1, select the same rows in both',
  )
  expect(failure(nrrEvents, ids, dates, amounts, 12)).toBe(
    '#VALUE! NRR_EVENTS: as_of has 12, use a date cell or text such as 2026-03-01',
  )
  expect(failure(nrrEvents, ids, dates, amounts, null, 0)).toBe('#VALUE! NRR_EVENTS: months is 0, below 1')
  expect(failure(nrrEvents, ids, dates, amounts, null, 1.5)).toBe(
    '#VALUE! NRR_EVENTS: months is 1.5, not a whole number',
  )
  expect(failure(nrrEvents, ids, dates, column(100, -20), '2026-03-31', 12, column('2025-02-01', null))).toBe(
    '#VALUE! NRR_EVENTS: end_dates row 1 has 2025-02-01, before the date in dates (2025-03-01)',
  )
  const credit: Bill[] = [...bills, ['Ben', '2026-03-01', 10], ['Ben', '2026-03-02', -15]]
  expect(failure(nrrEvents, ...cellsOf(credit))).toBe(
    '#VALUE! NRR_EVENTS: amounts row 4 has -15, which leaves “Ben” with a negative MRR (-5) in the month from 2026-03-01; date a credit in the period that it is for',
  )
})
