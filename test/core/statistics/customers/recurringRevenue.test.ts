import { describe, expect, test } from 'vitest'
import { ledgerOf, movements, revenueKept, sameAs } from '../../../../core/statistics/customers/recurringRevenue.ts'

/** What happens while customers, by number, pay these amounts period after period; those not named pay on. */
function history(customers: number, ...periods: Readonly<Record<number, number>>[]) {
  const ledger = ledgerOf(customers)
  return periods.map((period) => {
    for (const [customer, mrr] of Object.entries(period)) ledger.book(Number(customer), mrr)
    const row = ledger.close()
    expect(row).toHaveLength(movements.length)
    return Object.fromEntries(movements.map((name, i) => [name, row[i]]).filter(([, amount]) => amount !== 0))
  })
}

describe('what happens to recurring revenue', () => {
  test('the first payment is new', () => {
    expect(history(2, { 0: 100, 1: 50 })).toEqual([{ new: 150, closing: 150 }])
  })

  test('more is an expansion, less a contraction, nothing is churned', () => {
    expect(history(3, { 0: 100, 1: 50, 2: 30 }, { 0: 120, 1: 35, 2: 0 })[1]).toEqual({
      expansion: 20,
      contraction: 15,
      churned: 30,
      closing: 155,
    })
  })

  test('who comes back is reactivated, however often', () => {
    const moved = history(1, { 0: 100 }, { 0: 0 }, { 0: 70 }, { 0: 0 }, { 0: 90 })
    expect(moved).toEqual([
      { new: 100, closing: 100 },
      { churned: 100 },
      { reactivated: 70, closing: 70 },
      { churned: 70 },
      { reactivated: 90, closing: 90 },
    ])
  })

  test('who is not booked pays on, and nothing moves', () => {
    expect(history(2, { 0: 100, 1: 50 }, {}, { 1: 60 })).toEqual([
      { new: 150, closing: 150 },
      { closing: 150 },
      { expansion: 10, closing: 160 },
    ])
  })

  test('the same again is no movement', () => {
    expect(history(1, { 0: 100 }, { 0: 100 })[1]).toEqual({ closing: 100 })
  })

  test('nothing for who never paid is nothing, and they are new once they pay', () => {
    expect(history(1, { 0: 0 }, { 0: 40 })).toEqual([{}, { new: 40, closing: 40 }])
  })

  test('booked twice in a period, what was booked last is what is paid', () => {
    expect(history(1, { 0: 100 }, { 0: 80 }, { 0: 90 }).map(({ closing }) => closing)).toEqual([100, 80, 90])
  })

  test('when all have left nothing at all is left, whatever was lost to rounding', () => {
    const tenths = { 0: 0.1, 1: 0.2, 2: 0.3, 3: 0.7 }
    const [, gone, back] = history(4, tenths, { 0: 0, 1: 0, 2: 0, 3: 0 }, { 2: 5 })
    expect(gone).toEqual({ churned: 1.3 })
    expect(back).toEqual({ reactivated: 5, closing: 5 })
  })

  test('one who stays keeps what they pay to the last digit', () => {
    const [, after] = history(3, { 0: 0.1, 1: 0.2, 2: 1e9 + 0.7 }, { 0: 0, 2: 0 })
    expect(after!.closing).toBe(0.2)
  })

  test('what only rounding tells apart is the same', () => {
    const [, after] = history(1, { 0: 0.3 }, { 0: 0.1 + 0.2 })
    expect(after!.expansion).toBeUndefined()
    expect(after!.closing).toBeCloseTo(0.3, 12)
  })
})

test.each([
  [0.3, 0.1 + 0.2, 0.3, 0.3],
  [0.3, 0.31, 0.3, 0.31],
  [100, 100 + 9e-11, 100, 100],
  [100, 100 - 9e-11, 100, 100],
  [100, 100 + 2e-10, 100, 100 + 2e-10],
  [0, 1e-12, 1, 0],
  [0, 2e-12, 1, 2e-12],
  [0, 1e-15, 0, 1e-15],
])('beside %d, %d of sums of %d is %d', (other, value, size, same) => {
  expect(sameAs(other, value, size)).toBe(same)
})

test('what is kept of revenue: customers who paid before, by what they pay now', () => {
  expect(revenueKept(Float64Array.of(100, 50, 40, 0, 10), Float64Array.of(130, 20, 0, 90, 10))).toEqual({
    customers: 4,
    lost: 1,
    opening: 200,
    expansion: 30,
    contraction: 30,
    churned: 40,
    closing: 160,
    kept: 130,
  })
  expect(revenueKept(Float64Array.of(0.3), Float64Array.of(0.1 + 0.2))).toMatchObject({ expansion: 0, closing: 0.3 })
  expect(revenueKept(Float64Array.of(0), Float64Array.of(5))).toMatchObject({ customers: 0, opening: 0, closing: 0 })
})
