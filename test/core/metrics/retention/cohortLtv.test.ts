import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sbgFit } from '../../../../core/metrics/prediction/sbgFit.ts'
import { sbgRetention } from '../../../../core/metrics/prediction/sbgRetention.ts'
import { cohortLtv } from '../../../../core/metrics/retention/cohortLtv.ts'
import { cohortRetention } from '../../../../core/metrics/retention/cohortRetention.ts'
import { cohortRevenue } from '../../../../core/metrics/retention/cohortRevenue.ts'
import { civil, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string | number, date: string | number, amount: number]

const cellsOf = (list: readonly Order[]) => [0, 1, 2].map((part) => column(...list.map((order) => order[part])))
const run = (list: readonly Order[], margin: unknown, ...options: unknown[]) =>
  compute(cohortLtv, ...cellsOf(list), margin, ...options) as unknown[][]
const header = ['age', 'customers', 'margin', 'cumulative', 'observed']

const orders: readonly Order[] = [
  ['Ann', '2026-01-05', 40],
  ['Ben', '2026-01-31', 60],
  ['Ann', '2026-02-01', 20],
  ['Ann', '2026-02-20', 10],
  ['Cleo', '2026-02-28', 50],
  ['Ben', '2026-04-01', 15],
  ['Dan', '2026-04-30', 0],
]

describe('the margin of a customer by age', () => {
  test('is what the cohorts that have reached the age brought then, for each customer they began with', () => {
    expect(run(orders, 0.5)).toEqual([
      header,
      [0, 4, 18.75, 18.75, 'observed'],
      [1, 3, 5, 23.75, 'observed'],
      [2, 3, 0, 23.75, 'observed'],
      [3, 2, 3.75, 27.5, 'observed'],
    ])
  })

  test('leaves out the period that is not over: neither its orders nor its customers count', () => {
    const march = run(orders, 0.5, null, null, '2026-03-31')
    expect(march).toEqual([header, [0, 3, 25, 25, 'observed'], [1, 3, 5, 30, 'observed'], [2, 2, 0, 30, 'observed']])
    expect(run(orders, 0.5, null, null, '2026-04-29')).toEqual(march)
    const more: Order[] = [...orders, ['Eve', '2026-05-02', 500], ['Ann', '2026-05-30', 900]]
    expect(run(more, 0.5)).toEqual(run(orders, 0.5))
    expect(run(more, 0.5, null, null, '2026-04-30T12:00')).toEqual(run(orders, 0.5))
  })

  test('is lowered by refunds, which are no orders: they make no customer, and need an order before them', () => {
    const refunds: Order[] = [
      ['Ann', '2026-01-04', -7],
      ['Ann', '2026-01-05', 40],
      ['Ann', '2026-02-28', -10],
      ['Ben', '2026-02-01', -5],
    ]
    expect(run(refunds, 1)).toEqual([header, [0, 1, 40, 40, 'observed'], [1, 1, -10, 30, 'observed']])
  })

  test('what was paid and refunded in full is 0', () => {
    const refunded: Order[] = [
      ['Ann', '2026-01-05', 80.29],
      ['Ann', '2026-02-05', 10.13],
      ['Ann', '2026-03-31', -90.42],
    ]
    expect(
      run(refunded, 1)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual([80.29, 90.42, 0])
  })

  test('can be counted in other periods', () => {
    expect(run(orders, 1, null, 'quarter', '2026-06-30')).toEqual([
      header,
      [0, 4, 45, 45, 'observed'],
      [1, 3, 5, 50, 'observed'],
    ])
    expect(run(orders, 1, null, 'day')).toHaveLength(1 + 116)
    expect(run(orders, 1, null, 'year', '2026-12-31')[1]).toEqual([0, 4, 48.75, 48.75, 'observed'])
  })
})

describe('what it cost to win a customer', () => {
  const lastOf = (table: unknown[][]) => table[table.length - 1]

  test('stands beside what came in, and the last row says when it is earned back', () => {
    expect(run(orders, 0.5, 20)).toEqual([
      [...header, 'cac', 'after_cac'],
      [0, 4, 18.75, 18.75, 'observed', 20, -1.25],
      [1, 3, 5, 23.75, 'observed', 20, 3.75],
      [2, 3, 0, 23.75, 'observed', 20, 3.75],
      [3, 2, 3.75, 27.5, 'observed', 20, 7.5],
      ['CAC of 20 is earned back at age 1, in month 2 (observed)', '', '', '', '', '', ''],
    ])
    expect(lastOf(run(orders, 0.5, 100 / 3))![0]).toBe(
      'CAC of 33.33 is not earned back within 4 months; give periods to look further',
    )
    expect(lastOf(run(orders.slice(0, 2), 0.5, 100, 'day', '2026-01-05'))![0]).toBe(
      'CAC of 100 is not earned back within 1 day; give periods to look further',
    )
    expect(lastOf(run(orders, 0.5, 20, 'day'))![0]).toBe('CAC of 20 is earned back at age 27, on day 28 (observed)')
    expect(lastOf(run(orders, 0.5, 0))![0]).toBe('CAC of 0 is earned back at age 0, in month 1 (observed)')
  })

  test('is earned back where the sum reaches it but for rounding', () => {
    const cents = Array.from({ length: 3 }, (_, i): Order => ['Ann', serialOf(2026, 1 + i, 1), 0.7])
    const table = run([...cents, ['Ann', '2026-03-31', 0]], 0.1, 0.21)
    expect(table[3]![6]).toBe(0)
    expect(table[4]![0]).toBe('CAC of 0.21 is earned back at age 2, in month 3 (observed)')
  })
})

const order = fc.tuple(
  fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fc.integer({ min: 45658, max: 46058 }),
  fc.integer({ min: -50, max: 500 }),
)
const monthOf = (date: number) => civil(date).year * 12 + civil(date).month - 1
const firstDayOf = (month: number) => serialOf(Math.floor(month / 12), (month % 12) + 1, 1)

test('it agrees with filters for each age, in any order of rows, and money scales it', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 45700, max: 46100 }),
      (all, asOf) => {
        const last = monthOf(asOf + 1) - 1
        const known = all.filter(([, date]) => monthOf(date) <= last)
        const customers = [...new Set(known.map(([id]) => id))].flatMap((id) => {
          const days = known.filter((row) => row[0] === id && row[2] >= 0).map(([, date]) => date)
          return days.length > 0 ? [{ id, day: Math.min(...days), month: monthOf(Math.min(...days)) }] : []
        })
        fc.pre(customers.length > 0)
        const ages = last - Math.min(...customers.map(({ month }) => month)) + 1
        let cumulative = 0
        const expected = Array.from({ length: ages }, (_, age) => {
          const old = customers.filter(({ month }) => month + age <= last)
          const brought = old.flatMap(({ id, day, month }) =>
            known
              .filter((row) => row[0] === id && row[1] >= day && monthOf(row[1]) === month + age)
              .map((row) => row[2]),
          )
          const margin = (0.4 * brought.reduce((sum, amount) => sum + amount, 0)) / old.length
          cumulative += margin
          return [age, old.length, margin, cumulative, 'observed'] as const
        })
        const same = (table: unknown[][], scale: number) => {
          expect(table).toHaveLength(ages + 1)
          expected.forEach(([age, count, margin, cumulative], i) => {
            const row = table[i + 1]!
            expect(row.slice(0, 2)).toEqual([age, count])
            expect(Math.abs((row[2] as number) - margin * scale)).toBeLessThan(1e-9)
            expect(Math.abs((row[3] as number) - cumulative * scale)).toBeLessThan(1e-9)
          })
        }
        same(run(all, 0.4, null, null, asOf), 1)
        same(run([...all].reverse(), 0.4, null, null, asOf), 1)
        same(
          run(
            all.map(([id, date, amount]): Order => [id, date, amount * 8]),
            0.4,
            null,
            null,
            asOf,
          ),
          8,
        )
      },
    ),
  )
})

test('for a single cohort it is the cumulative revenue of COHORT_REVENUE times the margin', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 46023, max: 46300 }),
      (all, asOf) => {
        const founding = ['a', 'b', 'c', 'd', 'e'].map((id): Order => [id, 45658, 10])
        const finished = firstDayOf(monthOf(asOf)) - 1
        const log = [...founding, ...all]
        const [, [, customers, ...cells]] = compute(
          cohortRevenue,
          ...cellsOf(log),
          'month',
          'cumulative',
          finished,
        ) as [unknown, number[]]
        const rows = run(log, 0.35, null, null, finished).slice(1)
        expect(rows.map((row) => row[1])).toEqual(cells.map(() => customers))
        rows.forEach((row, age) => expect(Math.abs((row[3] as number) - 0.35 * cells[age]!)).toBeLessThan(1e-9))
      },
    ),
  )
})

describe('the projection', () => {
  /** A cohort of subscribers who pay 1 in every year until they leave. */
  const subscribers = (survivors: readonly number[], from: number, name = 's', amount = 1): Order[] =>
    survivors.flatMap((count, year) =>
      Array.from({ length: count }, (_, i): Order => [`${name}${i}`, serialOf(from + year, 7, 1), amount]),
    )
  const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491]

  test('is the survival of the sBG model times what who is left brings: High End of Fader and Hardie (2007)', () => {
    // python3 -c "from scipy.special import betaln; import numpy as np; a,b=0.6680883511064518,3.806094964058311;
    // print([float(np.exp(betaln(a,b+t)-betaln(a,b))) for t in range(8,13)])"; a and b by scipy's Nelder-Mead as well
    const survival = [
      0.4604396718204393, 0.43577959000517935, 0.4141723978717059, 0.39505534315829727, 0.37799907159740864,
    ]
    const table = run(subscribers(highEnd, 2010, 's', 250), 0.4, null, 'year', '2017-12-31', 5)
    const projected = table.filter((row) => row[4] === 'projected')
    expect(projected.map((row) => row.slice(0, 2))).toEqual([8, 9, 10, 11, 12].map((age) => [age, '']))
    expectClose(
      projected.map((row) => row[2]),
      survival.map((share) => 100 * share),
      1e-9,
    )
    const cumulative = table.slice(1).map((row) => row[3] as number)
    expectClose(
      cumulative[7],
      highEnd.reduce((sum, count) => sum + count / 10, 0),
    )
    expectClose(
      cumulative[12],
      survival.reduce((sum, share) => sum + 100 * share, cumulative[7]!),
      1e-9,
    )
  })

  test('learns from all cohorts as SBG_FIT does from COHORT_RETENTION, and spends what who is left does at the last three ages', () => {
    const log = [
      ...subscribers([60, 48, 40, 35, 33], 2016),
      ...subscribers([80, 60, 51], 2018, 't', 2),
      ...subscribers([30], 2020, 'u', 5),
    ]
    const until = '2020-12-31'
    const triangle = compute(cohortRetention, ...cellsOf(log).slice(0, 2), 'year', 'on-or-after', 'rate', until)
    const [, ...curve] = compute(sbgRetention, compute(sbgFit, triangle), 7) as number[][]
    const mean = (51 * 2 + 40 + 35 + 33) / (51 + 40 + 35 + 33)
    const table = run(log, 1, null, 'year', until, 3)
    expectClose(
      table.slice(-3).map((row) => row[2]),
      [5, 6, 7].map((age) => curve[age - 1]![2]! * mean),
      1e-9,
    )
  })

  test('goes on with who leaves at one rate, where the model has no best fit but a limit', () => {
    // Half of them leave in every year: survival goes on halving.
    const table = run(subscribers([64, 32, 16, 8], 2016), 1, null, 'year', '2019-12-31', 3)
    expectClose(
      table.slice(-3).map((row) => row[2]),
      [1 / 16, 1 / 32, 1 / 64],
      1e-4,
    )
  })

  test('tells whether the cost is earned back in what was observed or in what is projected, or not at all', () => {
    const words = (cac: number, periods: number) => {
      const table = run(subscribers([6, 3, 2], 2018, 's', 30), 0.5, cac, 'year', '2020-12-31', periods)
      expect(table.map((row) => row.length)).toEqual(table.map(() => 7))
      return table[table.length - 1]![0]
    }
    expect(words(15, 2)).toBe('CAC of 15 is earned back at age 0, in year 1 (observed)')
    expect(words(30, 2)).toBe('CAC of 30 is earned back at age 3, in year 4 (projected)')
    expect(words(40, 2)).toBe('CAC of 40 is not earned back within 5 years')
    expect(words(30, 0)).toBe('CAC of 30 is not earned back within 3 years; give periods to look further')
  })

  test('changes nothing that was observed', () => {
    const log = subscribers([6, 3, 2], 2018)
    const observed = run(log, 0.5, null, 'year', '2020-12-31')
    expect(run(log, 0.5, null, 'year', '2020-12-31', 4).slice(0, 4)).toEqual(observed)
    expect(run(log, 0.5, null, 'year', '2020-12-31', 0)).toEqual(observed)
  })

  test('is none where nothing can be learnt, and the table says why', () => {
    const why = (log: readonly Order[], period = 'year', asOf: string | null = '2020-12-31') => {
      const table = run(log, 0.5, 100, period, asOf, 12)
      expect(table.every((row) => row[4] !== 'projected')).toBe(true)
      expect(table[table.length - 1]![0]).toMatch(/^CAC of 100 is not earned back within \d+ (month|year)s?$/)
      return table[table.length - 2]![0]
    }
    expect(why(subscribers([6, 3], 2019))).toBe('No projection: needs 2 periods after the start, has 1')
    expect(why(subscribers([6, 6, 6], 2018))).toBe(
      'No projection: needs customers who left, the number of survivors never falls',
    )
    expect(why(subscribers([6, 3, 0, 0, 0], 2016))).toBe('No projection: no customer is left at the last ages observed')
    // A contract of three years, after which half of them leave.
    expect(why(subscribers([40, 40, 40, 20], 2017))).toBe(
      'No projection: the curve of SBG_FIT has 83% of customers left at age 1, and 100% were',
    )
  })

  test('is none where customers come and go: who is silent may not have left', () => {
    const visits = [
      ['a', 1, 4, 6],
      ['b', 1, 2, 6],
      ['c', 1, 3, 5],
      ['d', 1, 2],
    ] as const
    const log = visits.flatMap(([id, ...months]) => months.map((month): Order => [id, serialOf(2026, month, 3), 10]))
    // Between first and last: one of four months, one of four, one of three.
    const table = run(log, 1, null, 'month', '2026-06-30', 6)
    expect(table).toHaveLength(8)
    expect(table[7]).toEqual([
      'No projection: customers order in 27% of the periods between their first and their last order, and only who orders in 80% or more is known to have left; use CLV',
      '',
      '',
      '',
      '',
    ])
    expect(run(log, 1, null, 'month', '2026-06-30')).toEqual(table.slice(0, 7))
  })
})

describe('where there is nothing to compute', () => {
  test('no period is over', () => {
    expect(failure(cohortLtv, ...cellsOf(orders.slice(0, 1)), 0.5)).toBe(
      '#N/A COHORT_LTV: needs a month that is over: the first order is of 2026-01-05, and the month of as_of (2026-01-05) ends on 2026-01-31',
    )
  })

  test('there is no order up to as_of, or nothing but refunds', () => {
    expect(failure(cohortLtv, ...cellsOf(orders), 0.5, null, null, '2025-12-31')).toBe(
      '#N/A COHORT_LTV: there is no order up to as_of (2025-12-31)',
    )
    expect(failure(cohortLtv, 'Ann', '2026-01-31', -5, 0.5)).toBe(
      '#N/A COHORT_LTV: there is no order up to as_of (2026-01-31)',
    )
    expect(failure(cohortLtv, column(null, ''), column(' ', null), column(null, null), 0.5)).toBe(
      '#N/A COHORT_LTV: ids, dates and amounts have no complete row',
    )
  })
})

test('titles, blank rows and whole columns with thousands of them are no rows', () => {
  const blanks = new Array<null>(5000).fill(null)
  const ids = column('Customer', 'Ann', null, 'Ben', 'Cleo', '', ...blanks)
  const dates = column('Date', '2026-01-05', '2026-01-06', '', '2026-01-31', null, ...blanks)
  const amounts = column('Amount', 40, 10, 20, ' ', null, ...blanks)
  const table = [header, [0, 1, 20, 20, 'observed']]
  expect(compute(cohortLtv, ids, dates, amounts, 0.5, '', null, '2026-01-31', ' ')).toEqual(table)
  expect(compute(cohortLtv, 'Ann', '2026-01-31', 40, '50%')).toEqual(table)
})

test('wrong cells are named', () => {
  const [ids, dates, amounts] = cellsOf(orders)
  expect(failure(cohortLtv, ids, dates, column(1, 2, '3+', 4, 5, 6, 7), 0.5)).toBe(
    '#VALUE! COHORT_LTV: amounts row 3 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(cohortLtv, ids, dates, column(1, 2), 0.5)).toBe(
    '#VALUE! COHORT_LTV: ids has 7 rows and amounts has 2, select the same rows in both',
  )
  expect(failure(cohortLtv, ids, dates, amounts)).toBe('#VALUE! COHORT_LTV: gross_margin is missing')
  expect(failure(cohortLtv, ids, dates, amounts, 80)).toBe(
    '#VALUE! COHORT_LTV: gross_margin is 80, above 1, write 80% or 0.8',
  )
  expect(failure(cohortLtv, ids, dates, amounts, 0.5, -1)).toBe('#VALUE! COHORT_LTV: cac is -1, below 0')
  expect(failure(cohortLtv, ids, dates, amounts, 0.5, 20, 'fortnight')).toBe(
    '#VALUE! COHORT_LTV: period is the text “fortnight”, use day, week, month, quarter or year',
  )
  expect(failure(cohortLtv, ids, dates, amounts, 0.5, 20, null, null, 1.5)).toBe(
    '#VALUE! COHORT_LTV: periods is 1.5, not a whole number',
  )
  expect(failure(cohortLtv, ids, dates, amounts, 0.5, 20, null, null, -1)).toBe(
    '#VALUE! COHORT_LTV: periods is -1, outside 0 to 1000',
  )
  expect(failure(cohortLtv, column('a', 'b'), column('1951-01-01', '2051-01-01'), column(1, 2), 1, null, 'day')).toBe(
    '#VALUE! COHORT_LTV: the dates span 36526 periods of a day, more than 2000; use a longer period',
  )
})

test('what refunds take away again is not earned back', () => {
  const table = compute(
    cohortLtv,
    column('a', 'a', 'a', 'a'),
    column('2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05'),
    column(50, 60, -70, 10),
    1,
    100,
    null,
    '2026-04-30',
  ) as unknown[][]
  expect(table[table.length - 1]![0]).toBe(
    'CAC of 100 is not earned back within 4 months, as refunds take it away again: it was back at age 1, in month 2 (observed); give periods to look further',
  )
})
