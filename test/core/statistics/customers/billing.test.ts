import { describe, expect, test } from 'vitest'
import { billing, periodsOf } from '../../../../core/statistics/customers/billing.ts'
import { periodOf, serialOf } from '../../../../core/statistics/time/calendar.ts'

type Row = readonly [customer: number, day: number, amount: number, end?: number]

const day = (month: number, day: number) => serialOf(2026, month, day)

/** What each customer pays, month after month. */
function paidBy(customers: number, rows: readonly Row[], asOf: number | null = null): number[][] {
  const ids = {
    codes: Int32Array.from(rows, ([customer]) => customer),
    labels: Array.from({ length: customers }, (_, i) => `c${i}`),
  }
  const [dates, amounts] = [1, 2].map((part) => Float64Array.from(rows, (row) => row[part]!)) as [
    Float64Array,
    Float64Array,
  ]
  const ends = rows.some((row) => row.length > 3) ? Float64Array.from(rows, (row) => row[3] ?? NaN) : null
  const calendar = periodsOf(dates, ends, 'month', asOf)
  const paid = new Float64Array(customers)
  const book = billing(ids, dates, amounts, ends, calendar, { book: (customer, mrr) => (paid[customer] = mrr) })
  return Array.from({ length: calendar.count }, (_, at) => {
    book(at, `month ${at}`)
    return Array.from(paid)
  })
}

describe('what customers pay by a billing log', () => {
  test('is what their rows of the month add up to, and nothing without one', () => {
    const rows: Row[] = [
      [0, day(1, 5), 60],
      [0, day(1, 31), 40],
      [1, day(2, 1), 70],
      [0, day(3, 9), 90],
      [1, day(3, 9), -5],
    ]
    expect(paidBy(2, rows)).toEqual([
      [100, 0],
      [0, 70],
      [90, 0],
    ])
    expect(paidBy(2, rows, day(4, 1))[3]).toEqual([0, 0])
  })

  test('is refused below 0, by the row of the credit', () => {
    const rows: Row[] = [
      [0, day(1, 5), 60],
      [0, day(1, 6), -70],
    ]
    expect(() => paidBy(1, rows)).toThrow(
      'has -70, which leaves “c0” with a negative MRR (-10) in month 0; date a credit in the period that it is for',
    )
  })
})

test('what customers pay by a list of subscriptions is what runs at the end of the month', () => {
  const rows: Row[] = [
    [0, day(1, 5), 60, day(2, 15)],
    [1, day(1, 5), 30, NaN],
    [0, day(2, 16), 80, NaN],
    [1, day(2, 1), 5, day(3, 1)],
  ]
  expect(paidBy(2, rows)).toEqual([
    [60, 30],
    [80, 35],
    [80, 30],
  ])
})

test('the periods run from the earliest date to as_of, or to the latest date or end', () => {
  const dates = Float64Array.of(day(2, 3), day(4, 1.5))
  const calendar = periodsOf(dates, null, 'month', null)
  expect([calendar.first, calendar.count]).toEqual([periodOf(day(2, 1), 'month'), 3])
  expect([day(2, 3), day(3, 31), day(4, 1), day(4, 2)].map(calendar.of)).toEqual([0, 1, 2, 3])
  expect(periodsOf(dates, Float64Array.of(NaN, day(6, 1)), 'month', null).count).toBe(5)
  expect(periodsOf(dates, null, 'month', day(3, 1)).count).toBe(2)
  expect(() => periodsOf(dates, null, 'month', day(1, 31))).toThrow('there is no date up to as_of (2026-01-31)')
})
