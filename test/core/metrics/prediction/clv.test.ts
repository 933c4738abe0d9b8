import { describe, expect, test } from 'vitest'
import { bgnbdExpected } from '../../../../core/metrics/prediction/bgnbdExpected.ts'
import { bgnbdFit } from '../../../../core/metrics/prediction/bgnbdFit.ts'
import { clv } from '../../../../core/metrics/prediction/clv.ts'
import { clvInputs } from '../../../../core/metrics/prediction/clvInputs.ts'
import { pAlive } from '../../../../core/metrics/prediction/pAlive.ts'
import { spendExpected } from '../../../../core/metrics/prediction/spendExpected.ts'
import { spendFit } from '../../../../core/metrics/prediction/spendFit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { draws } from '../../../simulated.ts'

type Order = readonly [id: string, day: number, amount: number]

/** A shop whose customers order, leave and spend as the models say, until day 46730. */
function shop(customers: number, seed: number): Order[] {
  const random = draws(seed)
  return Array.from({ length: customers }, (_, i) => {
    const orders: Order[] = []
    const rate = random.gamma(0.8) / 60
    const chance = random.beta(0.8, 2.5)
    const scale = 20 / random.gamma(4)
    let day = 46000 + Math.floor(random.uniform() * 700)
    // Nobody leaves after the first order.
    do {
      orders.push([`c${i}`, Math.floor(day), Math.round(random.gamma(5) * scale * 100) / 100])
      day += random.exponential() / rate
    } while (day < 46731 && (orders.length < 2 || random.uniform() > chance))
    return orders
  }).flat()
}
const columns = (orders: readonly Order[]) => [0, 1, 2].map((k) => column(...orders.map((order) => order[k])))
const run = (orders: readonly Order[], ...options: unknown[]) =>
  (compute(clv, ...columns(orders), ...options) as unknown[][]).slice(1) as [string, number, number, number, number][]

const orders = shop(300, 12)
const now = 46730

/** The same, cell by cell, by the functions it is made of. */
function stepByStep(margin: number, months: number, yearly: number): unknown[][] {
  const inputs = (compute(clvInputs, ...columns(orders), now, 'week') as unknown[][]).slice(1)
  const [ids, frequency, recency, age, spend] = [0, 1, 2, 3, 4].map((k) => column(...inputs.map((row) => row[k])))
  const histories = [frequency, recency, age]
  const model = compute(bgnbdFit, ...histories)
  const alive = compute(pAlive, model, ...histories) as number[][]
  const spends = compute(spendExpected, compute(spendFit, frequency, spend), frequency, spend) as number[][]
  const until = Array.from(
    { length: months + 1 },
    (_, month) => compute(bgnbdExpected, model, ...histories, (month * 30.4375) / 7) as number[][],
  )
  return ids!.map(([id], i) => {
    let value = 0
    for (let month = 1; month <= months; month++) {
      value += (until[month]![i]![0]! - until[month - 1]![i]![0]!) / ((1 + yearly) ** (1 / 12)) ** month
    }
    const spend = spends[i]![0]!
    return [id, alive[i]![0], until[months]![i]![0], spend, margin * spend * value]
  })
}

test('it is the chain of CLV_INPUTS, the two fits and their forecasts, in weeks as in days', () => {
  expectClose(run(orders, 0.4, 6, 0.1, now), stepByStep(0.4, 6, 0.1), 1e-8)
})

test('12 months, no discount and the latest date when left out: margin x orders x spend', () => {
  const rows = run(orders, 0.4)
  expect(rows).toEqual(run(orders, 0.4, 12, 0, Math.max(...orders.map(([, day]) => day))))
  for (const [, , expectedOrders, spend, value] of rows) expectClose(value, 0.4 * expectedOrders * spend)
})

test('the header names the columns, customers come in the order in which they first stand', () => {
  const table = compute(clv, ...columns(orders), 0.4) as unknown[][]
  expect(table[0]).toEqual(['id', 'p_alive', 'expected_orders', 'expected_spend', 'clv'])
  expect(table.slice(1).map(([id]) => id)).toEqual([...new Set(orders.map(([id]) => id))])
})

test('the order of rows does not matter', () => {
  const byId = (rows: unknown[][]) => [...rows].sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
  expectClose(byId(run([...orders].reverse(), 0.4)), byId(run(orders, 0.4)), 1e-9)
})

test('margin scales clv, money scales spend and clv, discount lowers clv, more months raise it', () => {
  const plain = run(orders, 0.4, 12, 0.1)
  expectClose(
    run(orders, 0.8, 12, 0.1),
    plain.map(([id, alive, count, spend, value]) => [id, alive, count, spend, 2 * value]),
    1e-9,
  )
  expectClose(
    run(
      orders.map(([id, day, amount]) => [id, day, amount * 100]),
      0.4,
      12,
      0.1,
    ),
    plain.map(([id, alive, count, spend, value]) => [id, alive, count, spend * 100, value * 100]),
    1e-8,
  )
  const discounted = run(orders, 0.4, 12, 0.3)
  const longer = run(orders, 0.4, 24, 0.1)
  plain.forEach(([, alive, count, , value], i) => {
    expect(discounted[i]![4]).toBeLessThan(value)
    expect(longer[i]![2]).toBeGreaterThan(count)
    expect(longer[i]![4]).toBeGreaterThan(value)
    expect(alive >= 0 && alive <= 1).toBe(true)
  })
})

test('the orders of the next year are foretold in sum', () => {
  const half = 46400
  const random = shop(4000, 77)
  const before = random.filter(([, day]) => day <= half)
  const known = new Set(before.map(([id]) => id))
  const days = new Set(random.filter(([id, day]) => day > half && known.has(id)).map(([id, day]) => `${id} ${day}`))
  const expected = run(before, 0.4, 10, 0, half).reduce((total, [, , count]) => total + count, 0)
  // 10 months and 25 days are 330 days; the spread of such a count is about 3 %.
  expect(Math.abs(expected / ((days.size * 304.375) / 330) - 1)).toBeLessThan(0.1)
})

describe('what the models cannot use', () => {
  test('a customer whose repeat orders were all paid back counts as one who spent 0', () => {
    const refunded: Order[] = [
      ['back', 46100, 50],
      ['back', 46150, 50],
      ['back', 46160, -80],
    ]
    const rows = run([...orders, ...refunded], 0.4)
    const [, , , spend, value] = rows[rows.length - 1]!
    expect(spend).toBeGreaterThan(0)
    // Who never came back has the mean spend of all.
    expect(spend).toBeLessThan(rows.find(([, chance]) => chance === 1)![3])
    expect(value).toBeGreaterThan(0)
  })

  test('too little is said in words', () => {
    const log = (...rows: Order[]) => columns(rows)
    expect(failure(clv, ...log(['a', 46000, 5], ['a', 46010, 5]), 0.4)).toBe('#N/A CLV: needs 2 customers, has 1')
    expect(failure(clv, ...log(['a', 46000, 5], ['b', 46010, 5]), 0.4)).toBe(
      '#N/A CLV: needs customers who ordered again, none of the 2 did',
    )
    const twins = ['a', 'b'].flatMap((id): Order[] => [
      [id, 46000, 5],
      [id, 46010, 5],
    ])
    expect(failure(clv, ...log(...twins), 0.4)).toBe(
      '#N/A CLV: needs customers who differ, all 2 have the same frequency, recency and age',
    )
    expect(failure(clv, ...log(...twins), 0.4, 12, 0, '2020-01-01')).toBe(
      '#N/A CLV: there is no order up to as_of (2020-01-01)',
    )
  })

  describe('where spend is not known, what is known of the orders is given, and why', () => {
    const blank = (table: unknown[][]) => table.map(([id, alive, count]) => [id, alive, count, '', ''])
    const known: Order[] = [
      ['a', 46000, 5],
      ['b', 46010, 5],
      ['c', 46011, 6],
      ['a', 46020, 7],
    ]

    test('one customer who ordered again tells nothing of how they differ', () => {
      const rows = run(known, 0.4)
      expect(rows[3]).toEqual([
        'expected_spend and clv are blank: a model of spend needs 2 customers whose repeat orders came to more than 0, has 1',
        ...['', '', '', ''],
      ])
      const others = run([...known, ['b', 46020, 9], ['a', 46021, 3]], 0.4)
      expect(rows.slice(0, 3)).toEqual(blank(rows.slice(0, 3)))
      expect(others).toHaveLength(3)
      for (const [, alive, count] of rows.slice(0, 3)) {
        expect(alive > 0 && alive <= 1).toBe(true)
        expect(count).toBeGreaterThan(0)
      }
    })

    test('where all spend the same it is that amount', () => {
      const days = new Map(orders.map((order) => [`${order[0]} ${order[1]}`, order]))
      const priced = [...days.values()].map(([id, day]): Order => [id, day, 9.99])
      const [words, ...rows] = run(priced, 0.4, 12, 0.1).reverse()
      expect(words![0]).toMatch(
        /^one expected_spend for all: all \d+ customers who ordered again spend 9.99 per order$/,
      )
      const other = run(orders, 0.4, 12, 0.1).reverse()
      rows.forEach((row, i) => {
        expect(row.slice(0, 4)).toEqual([...other[i]!.slice(0, 3), 9.99])
        // Worth and spend of the one as of the other: the orders are the same.
        expectClose(row[4] / 9.99, other[i]![4] / other[i]![3], 1e-12)
      })
    })

    test('a mean of all customers that has no end leaves out those who ordered seldom', () => {
      const wild = orders.map(([id, day]): Order => [id, day, 2 ** ((7 * Number(id.slice(1))) % 40)])
      const rows = run(wild, 0.4)
      const words = rows.pop()![0]
      const unknown = rows.filter(([, , , spend]) => (spend as unknown) === '')
      expect(words).toMatch(/^expected_spend and clv are blank for \d+ customers: with q at 0\.\d+, not above 1, /)
      expect(words).toContain(` ${unknown.length} customers`)
      expect(unknown.length > 0 && unknown.length < rows.length).toBe(true)
      expect(unknown).toEqual(blank(unknown))
    })
  })

  test('customers of whom none seems to leave are forecast all the same, by the model’s limit', () => {
    const loyal = [9, 17, 31, 50].flatMap((gap, i) =>
      Array.from({ length: 70 }, (_, k): Order => [`c${i}`, 46000 + k * gap, 10 * (i + 1) + (k % 3)]).filter(
        ([, day]) => day <= 46600,
      ),
    )
    for (const [, alive, count, spend] of run(loyal, 0.4)) {
      expect(alive).toBeGreaterThan(0.9)
      expect(count).toBeGreaterThan(4)
      expect(spend).toBeGreaterThan(9)
    }
  })
})

test('wrong options are named', () => {
  const cells = columns(orders)
  expect(failure(clv, ...cells, 40)).toBe('#VALUE! CLV: gross_margin is 40, above 1, write 40% or 0.4')
  expect(failure(clv, ...cells, 0.4, 0)).toBe('#VALUE! CLV: horizon_months is 0, outside 1 to 240')
  expect(failure(clv, ...cells, 0.4, 1.5)).toBe('#VALUE! CLV: horizon_months is 1.5, not a whole number')
  expect(failure(clv, ...cells, 0.4, 12, 10)).toContain('discount_rate is 10, outside 0 to 1, write 10% or 0.1')
  expect(failure(clv, ...cells)).toBe('#VALUE! CLV: gross_margin is missing')
})

test('thousands of customers over twenty years have what each month brings', () => {
  const many = columns(shop(3000, 5))
  const rows = (months: number, yearly: number) =>
    (compute(clv, ...many, 0.4, months, yearly, now) as [string, number, number, number, number][]).slice(1)
  const value = rows(3, 0.1).map(([, , , , worth]) => worth)
  const until = [1, 2, 3].map((months) => rows(months, 0).map(([, , , , worth]) => worth))
  const monthly = 1.1 ** (-1 / 12)
  const [one, two, three] = until as [number[], number[], number[]]
  const expected = one.map(
    (first, i) => first * monthly + (two[i]! - first) * monthly ** 2 + (three[i]! - two[i]!) * monthly ** 3,
  )
  expectClose(value, expected, 1e-10)
  rows(240, 0.1).forEach(([, , , , worth], i) => expect(worth).toBeGreaterThanOrEqual(value[i]!))
})
