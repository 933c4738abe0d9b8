import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohortActivity, periodChoices, revenueByAge } from '../../../../core/statistics/customers/cohorts.ts'
import { periodOf, periods, serialOf, type Period } from '../../../../core/statistics/time/calendar.ts'
import { runs } from '../../../properties.ts'

const day = (month: number, day: number, time = 0) => serialOf(2026, month, day) + time
type Order = readonly [customer: number, date: number]

function follow(orders: readonly Order[], period: Period = 'month', asOf: number | null = null) {
  const customers = Math.max(...orders.map(([customer]) => customer)) + 1
  const labels = Array.from({ length: customers }, (_, i) => `c${i}`)
  const codes = Int32Array.from(orders, ([customer]) => customer)
  const { cohorts, lastPeriod } = cohortActivity(
    { codes, labels },
    Float64Array.from(orders, ([, date]) => date),
    period,
    asOf,
  )
  return {
    lastPeriod,
    cohorts: cohorts.map(({ active, lastActive, ...cohort }) => ({
      ...cohort,
      active: [...active],
      lastActive: [...lastActive],
    })),
  }
}

const january = periodOf(day(1, 1), 'month')

describe('customers by the period of their first order', () => {
  test('are followed up to the last period, in which they may have none', () => {
    const { cohorts, lastPeriod } = follow([
      [0, day(1, 5)],
      [1, day(1, 31)],
      [0, day(2, 11)],
      [2, day(2, 1)],
      [0, day(4, 30)],
    ])
    expect(lastPeriod).toBe(january + 3)
    expect(cohorts).toEqual([
      { period: january, customers: 2, active: [2, 1, 0, 1], lastActive: [1, 0, 0, 1] },
      { period: january + 1, customers: 1, active: [1, 0, 0], lastActive: [1, 0, 0] },
    ])
  })

  test('several orders in a period are one, in whatever order they stand', () => {
    const { cohorts } = follow([
      [0, day(3, 2)],
      [0, day(1, 9, 0.99)],
      [0, day(3, 31, 0.5)],
      [0, day(1, 2)],
    ])
    expect(cohorts).toEqual([{ period: january, customers: 1, active: [1, 0, 1], lastActive: [0, 0, 1] }])
  })

  test('a customer without an order up to then is in no cohort', () => {
    const { cohorts } = follow(
      [
        [1, day(1, 9)],
        [2, day(3, 1)],
      ],
      'month',
      day(2, 15),
    )
    expect(cohorts).toEqual([{ period: january, customers: 1, active: [1, 0], lastActive: [1, 0] }])
  })

  test('more than 32 periods are followed', () => {
    const months = [0, 31, 32, 33, 63, 64, 70]
    const { cohorts } = follow(months.map((month) => [0, serialOf(2026, 1 + month, 1)] as const))
    expect(cohorts).toHaveLength(1)
    expect(cohorts[0]!.active.flatMap((active, age) => (active ? [age] : []))).toEqual(months)
    expect(cohorts[0]!.lastActive.indexOf(1)).toBe(70)
    const late = follow([
      [0, day(1, 1)],
      [1, serialOf(2026, 1 + 40, 1)],
      [1, serialOf(2026, 1 + 66, 1)],
    ]).cohorts[1]!
    expect([late.period - january, late.active.length, late.active[26], late.lastActive[26]]).toEqual([40, 27, 1, 1])
  })

  test.each([
    ['day', 4],
    ['week', 2],
    ['month', 2],
    ['quarter', 2],
    ['year', 1],
  ] as const)('a period may be a %s', (period, cohorts) => {
    // Sunday and Monday, the last of a quarter and the first of the next.
    const orders = [serialOf(2025, 6, 28), serialOf(2025, 6, 29), serialOf(2025, 6, 30), serialOf(2025, 7, 1)]
    expect(
      follow(
        orders.map((date, i) => [i, date] as const),
        period,
      ).cohorts,
    ).toHaveLength(cohorts)
    expect(Object.keys(periodChoices)).toEqual([...periods])
  })
})

describe('as of a day', () => {
  const orders: Order[] = [
    [0, day(1, 5)],
    [0, day(3, 10, 0.75)],
    [1, day(3, 11)],
  ]

  test('orders of that day count with their time, those of the next do not', () => {
    const { cohorts, lastPeriod } = follow(orders, 'month', day(3, 10))
    expect(lastPeriod).toBe(january + 2)
    expect(cohorts).toEqual([{ period: january, customers: 1, active: [1, 0, 1], lastActive: [0, 0, 1] }])
    expect(follow(orders, 'month', day(3, 11)).cohorts).toHaveLength(2)
    expect(follow(orders, 'month', day(3, 9)).cohorts[0]!.lastActive).toEqual([1, 0, 0])
  })

  test('a time of that day stands for all of it', () => {
    expect(follow(orders, 'month', day(3, 10, 0.25))).toEqual(follow(orders, 'month', day(3, 10)))
  })

  test('later than all orders, periods without any follow', () => {
    const { cohorts, lastPeriod } = follow(orders, 'month', day(5, 1))
    expect(lastPeriod).toBe(january + 4)
    expect(cohorts.map(({ active }) => active)).toEqual([
      [1, 0, 1, 0, 0],
      [1, 0, 0],
    ])
  })

  test('before all orders there is nothing to follow', () => {
    expect(() => follow(orders, 'month', day(1, 4))).toThrow('there is no order up to as_of (2026-01-04)')
    expect(follow(orders, 'month', day(1, 5)).cohorts).toHaveLength(1)
  })
})

test('as many periods as one could still read are followed, and no more', () => {
  const first = day(1, 1)
  const span = (days: number) =>
    follow(
      [
        [0, first],
        [0, first + days - 1],
      ],
      'day',
    )
  expect(span(2000).cohorts[0]!.lastActive[1999]).toBe(1)
  expect(() => span(2001)).toThrow('the dates span 2001 periods of a day, more than 2000; use a longer period')
  expect(
    follow(
      [
        [0, first],
        [0, first + 2000],
      ],
      'week',
    ).cohorts,
  ).toHaveLength(1)
})

test('it agrees with looking at every customer in every period', () => {
  const anyOrders = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 46000, max: 46500 })), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(anyOrders, fc.constantFrom(...periods.slice(1)), (orders, period) => {
      const { cohorts, lastPeriod } = follow(orders, period)
      const last = Math.max(...orders.map(([, date]) => periodOf(date, period)))
      const periodsOf = (customer: number) =>
        new Set(orders.filter(([one]) => one === customer).map(([, date]) => periodOf(date, period)))
      const starts = new Map<number, Set<number>[]>()
      for (const customer of new Set(orders.map(([one]) => one))) {
        const own = periodsOf(customer)
        const start = Math.min(...own)
        starts.set(start, [...(starts.get(start) ?? []), own])
      }
      const expected = [...starts]
        .sort(([a], [b]) => a - b)
        .map(([start, own]) => {
          const ages = Array.from({ length: last - start + 1 }, (_, age) => start + age)
          return {
            period: start,
            customers: own.length,
            active: ages.map((at) => own.filter((seen) => seen.has(at)).length),
            lastActive: ages.map((at) => own.filter((seen) => Math.max(...seen) === at).length),
          }
        })
      expect([cohorts, lastPeriod]).toEqual([expected, last])
    }),
    { numRuns: runs(200) },
  )
})

test('revenue stands by first period and age; refunds lower it, and rows before the first order or after the last day have none', () => {
  const rows = [
    [0, day(1, 9), 40],
    [0, day(1, 2), -3],
    [0, day(3, 31), 25],
    [0, day(3, 31, 0.5), -5],
    [1, day(2, 1), 70],
    [1, day(4, 1), 999],
  ] as const
  const ids = { codes: Int32Array.from(rows, ([customer]) => customer), labels: ['a', 'b'] }
  const [dates, amounts] = [1, 2].map((part) => Float64Array.from(rows, (row) => row[part]!)) as [
    Float64Array,
    Float64Array,
  ]
  const table = revenueByAge(ids, dates, amounts, 'month', january, january + 2, day(3, 31))
  expect(Array.from(table)).toEqual([40, 0, 20, 70, 0, 0, 0, 0, 0])
})
