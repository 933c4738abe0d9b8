import { describe, expect, test } from 'vitest'
import { laterOrders, ordersOf, summariseOrders } from '../../../../core/statistics/customers/orderLog.ts'

type Order = readonly [id: string, day: number, amount: number]
const DAY = 46000

function summary(orders: readonly Order[], asOf: number | null = null) {
  const labels = [...new Set(orders.map(([id]) => id))]
  const codes = Int32Array.from(orders, ([id]) => labels.indexOf(id))
  const dates = Float64Array.from(orders, ([, day]) => DAY + day)
  const amounts = Float64Array.from(orders, ([, , amount]) => amount)
  const found = summariseOrders({ codes, labels }, dates, amounts, asOf === null ? null : DAY + asOf)
  return found.ids.map((id, i) => [id, found.frequency[i], found.recency[i], found.age[i], found.meanSpend[i]])
}

test('repeat order days, days to the last one, days until now, and the mean of a repeat day', () => {
  const orders: Order[] = [
    ['a', 0, 80],
    ['b', 15, 25],
    ['a', 30, 60],
    ['a', 50, 100],
  ]
  expect(summary(orders, 70)).toEqual([
    ['a', 2, 50, 70, 80],
    ['b', 0, 0, 55, 0],
  ])
  expect(summary(orders)).toEqual([
    ['a', 2, 50, 50, 80],
    ['b', 0, 0, 35, 0],
  ])
})

test('all orders of a day are one, of their sum, the first day too', () => {
  expect(
    summary([
      ['a', 0.2, 80],
      ['a', 0.9, 5],
      ['a', 30.1, 60],
      ['a', 30.8, 40],
    ]),
  ).toEqual([['a', 1, 30, 30, 100]])
})

test('later orders have not happened, and a customer without another is not there', () => {
  expect(
    summary(
      [
        ['a', 0, 80],
        ['b', 41, 1],
        ['a', 40.9, 60],
        ['a', 41, 70],
      ],
      40,
    ),
  ).toEqual([['a', 1, 40, 40, 60]])
  expect(() => summary([['b', 41, 1]], 40)).toThrow('there is no order up to as_of')
})

describe('a refund is no order and lowers the spend of the latest order before it', () => {
  const order: Order[] = [
    ['a', 0, 80],
    ['a', 30, 60],
  ]
  test.each([
    ['after the last order', 35, 1, 30, 45],
    ['on the day of a repeat order', 30, 1, 30, 45],
    ['after the first order, whose spend is not looked at', 10, 1, 30, 60],
    ['on the day of the first order', 0, 1, 30, 60],
    ['before any order', -5, 1, 30, 60],
  ])('%s', (_, day, frequency, recency, mean) => {
    expect(summary([...order, ['a', day, -15]], 40)).toEqual([['a', frequency, recency, 40, mean]])
  })

  test('a customer with refunds alone is not there, and a free order is an order', () => {
    expect(
      summary([
        ['b', 0, -5],
        ['c', 0, 0],
        ['c', 9, 0],
      ]),
    ).toEqual([['c', 1, 9, 9, 0]])
  })
})

test('ten repeat days of 0.10 have the mean 0.1', () => {
  const orders = Array.from({ length: 11 }, (_, i): Order => ['a', i, 0.1])
  expect(summary(orders)[0]![4]).toBe(0.1)
})

test('repeat orders refunded in full have the mean 0, whatever decimals leave behind', () => {
  const refunded = (amounts: number[]) => amounts.map((amount, i): Order => ['a', i, amount])
  expect(summary(refunded([40, 80.29, 10.13, -90.42]))[0]![4]).toBe(0)
  expect(summary(refunded([40, 0.1, 0.2, -0.3]))[0]![4]).toBe(0)
  expect(summary(refunded([40, 19.99, 19.99, 19.99, -59.97]))[0]![4]).toBe(0)
})

test('orders are the rows that are no refunds; a free one is an order', () => {
  const ids = { codes: Int32Array.of(0, 1, 0, 1), labels: ['a', 'b'] }
  const orders = ordersOf(ids, Float64Array.of(1, 2, 3, 4), Float64Array.of(10, -5, 0, 7))
  expect(Array.from(orders.ids.codes)).toEqual([0, 0, 1])
  expect(orders.ids.labels).toBe(ids.labels)
  expect(Array.from(orders.dates)).toEqual([1, 3, 4])
})

describe('what came later', () => {
  const later = (orders: readonly Order[], after: number, until: number) => {
    const labels = [...new Set(orders.map(([id]) => id))]
    const codes = Int32Array.from(orders, ([id]) => labels.indexOf(id))
    const dates = Float64Array.from(orders, ([, day]) => DAY + day)
    const amounts = Float64Array.from(orders, ([, , amount]) => amount)
    const found = laterOrders({ codes, labels }, dates, amounts, { after: DAY + after, until: DAY + until })
    return labels.map((id, i) => [id, found.orders[i]!, found.money[i]!] as const)
  }

  test('days with an order after one day and until another, of everybody in the log', () => {
    const orders: Order[] = [
      ['a', 10, 80],
      ['a', 11, 1],
      ['a', 11.5, 2],
      ['b', 20, 4],
      ['c', 20.9, 8],
      ['c', 21, 16],
      ['d', 3, 32],
    ]
    expect(later(orders, 10, 20)).toEqual([
      ['a', 1, 3],
      ['b', 1, 4],
      ['c', 1, 8],
      ['d', 0, 0],
    ])
  })

  test('a refund lowers what came in since the first order after that day, one before it belongs to the past', () => {
    const orders: Order[] = [
      ['a', 5, 80],
      ['a', 12, -50],
      ['a', 14, 30],
      ['a', 14, -1],
      ['a', 19, -9],
      ['a', 21, -20],
      ['b', 5, 80],
      ['b', 12, -80],
    ]
    expect(later(orders, 10, 20)).toEqual([
      ['a', 1, 20],
      ['b', 0, 0],
    ])
  })

  test('past and later orders are all the days but the first, whatever the day between', () => {
    const orders = Array.from({ length: 60 }, (_, i): Order => [`c${i % 7}`, (i * 37) % 50, 1 + (i % 9)])
    for (const day of [20, 30, 40, 49]) {
      const rest = new Map<unknown, number>(later(orders, day, 50).map(([id, count]) => [id, count]))
      const whole = new Map(summary(orders, 50).map(([id, count]) => [id, count]))
      for (const [id, count] of summary(orders, day)) expect(Number(count) + rest.get(id)!).toBe(whole.get(id))
    }
  })
})
