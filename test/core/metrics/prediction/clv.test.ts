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

describe('with detail', () => {
  const detail = (rows: readonly Order[], margin: number, months = 12, yearly = 0, asOf?: number) =>
    compute(clv, ...columns(rows), margin, months, yearly, asOf, 'detail') as (string | number)[][]
  const table = detail(orders, 0.4, 6, 0.1, now)
  const customers = table.slice(1, 301)

  test('the table stands as it does without, with limits beside', () => {
    const plain = compute(clv, ...columns(orders), 0.4, 6, 0.1, now, 'table') as unknown[][]
    expect(table[0]).toEqual([...plain[0]!, 'low', 'high'])
    expect(customers.map((row) => row.slice(0, 5))).toEqual(plain.slice(1))
    expect(compute(clv, ...columns(orders), 0.4, 6, 0.1, now)).toEqual(plain)
    for (const [, , , , value, low, high] of customers as number[][]) {
      expect(low! >= 0 && low! <= high! && low! <= value!).toBe(true)
    }
  })

  test('All is the share that is still there, the orders, the spend per order and the worth of all', () => {
    const [label, alive, count, spend, value, low, high] = table[301]! as [string, ...number[]]
    const total = (of: (row: number[]) => number) => (customers as number[][]).reduce((sum, row) => sum + of(row), 0)
    expect(label).toBe('All')
    expectClose(
      [alive, count, spend, value],
      [
        total((row) => row[1]!) / 300,
        total((row) => row[2]!),
        total((row) => row[2]! * row[3]!) / total((row) => row[2]!),
        total((row) => row[4]!),
      ],
      1e-9,
    )
    expect(low! < value! && value! < high!).toBe(true)
    expect(low!).toBeGreaterThan(total((row) => row[5]!))
    expect(high!).toBeLessThan(total((row) => row[6]!))
  })

  test('of customers who come as the models say, 95 in 100 bring what lies between their limits, and all together too', () => {
    const half = 46400
    const random = shop(4000, 78)
    const before = random.filter(([, day]) => day <= half)
    const rows = detail(before, 1, 10, 0, half)
    const brought = new Map<string, number>()
    // 10 months are 304 days.
    for (const [id, day, amount] of random) {
      if (day > half && day <= half + 304) brought.set(id, amount + (brought.get(id) ?? 0))
    }
    const known = rows.slice(1, -2) as [string, ...number[]][]
    const within = known.filter(([id, , , , , low, high]) => {
      const money = brought.get(id) ?? 0
      return money >= low! && money <= high!
    })
    expect(Math.abs(within.length / known.length - 0.95)).toBeLessThan(0.015)
    const ids = new Set(before.map(([id]) => id))
    const money = [...brought].reduce((sum, [id, amount]) => (ids.has(id) ? sum + amount : sum), 0)
    const [, , , , , low, high] = rows[rows.length - 2] as number[]
    expect(money > low! && money < high!).toBe(true)
  })

  test('the last row tells what the limits mean, and that few customers are few', () => {
    expect(table).toHaveLength(303)
    expect(table[302]![0]).toMatch(/^if the models are right, 95 of 100 such customers will be between low and high: /)
    expect(table[302]!.slice(1)).toEqual(['', '', '', '', '', ''])
    const few = detail(shop(99, 4), 0.4)
    expect(few[few.length - 1]![0]).toBe('99 customers are few: below about 100 all of this is a rough guess')
    expect(few).toHaveLength(103)
    expect(detail(shop(100, 4), 0.4)).toHaveLength(103)
  })

  test('margin and money scale the limits, a loss turns them round, no margin is nothing', () => {
    const limits = (rows: (string | number)[][]) => rows.slice(1, 302).map((row) => row.slice(5))
    const times = (factor: number) => (limits(table) as number[][]).map((pair) => pair.map((limit) => limit * factor))
    expectClose(limits(detail(orders, 0.8, 6, 0.1, now)), times(2), 1e-9)
    const cents = orders.map(([id, day, amount]): Order => [id, day, amount * 100])
    expectClose(limits(detail(cents, 0.4, 6, 0.1, now)), times(100), 1e-5)
    const turned = times(-1).map(([low, high]) => [high! + 0, low! + 0])
    expectClose(limits(detail(orders, -0.4, 6, 0.1, now)), turned, 1e-9)
    expect(new Set(limits(detail(orders, 0, 6, 0.1, now)).flat())).toEqual(new Set([0]))
  })

  test('the order of rows does not matter', () => {
    const byId = (rows: (string | number)[][]) => rows.slice(1, 301).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
    const other = detail([...orders].reverse(), 0.4, 6, 0.1, now)
    expectClose(byId(other), byId(table), 1e-8)
    expectClose(other.slice(301), table.slice(301), 1e-8)
  })

  test('where spend is not known the limits are not either, and where only the spread has no end those of All', () => {
    const log: Order[] = [
      ['a', 46000, 5],
      ['b', 46010, 5],
      ['c', 46011, 6],
      ['a', 46020, 7],
    ]
    const [, a, , , all, why, how, few, ...rest] = detail(log, 0.4)
    expect(rest).toEqual([])
    expect(a!.slice(3)).toEqual(['', '', '', ''])
    expect([all![0], ...all!.slice(3)]).toEqual(['All', '', '', '', ''])
    expect(all![2]).toBeGreaterThan(0)
    expect(why![0]).toContain('expected_spend and clv are blank: a model of spend needs 2 customers')
    expect(how![0]).toContain('between low and high')
    expect(few![0]).toContain('3 customers are few')
    const uneven = orders.map(([id, day, amount]): Order => [id, day, amount * 2 ** ((7 * Number(id.slice(1))) % 5)])
    const rows = detail(uneven, 0.4)
    expect(rows[301]!.slice(5)).toEqual(['', ''])
    expect(rows[301]![4]).toBeGreaterThan(0)
    expect(rows[1]!.slice(5).every((limit) => typeof limit === 'number')).toBe(true)
    expect(rows[303]![0]).toBe(
      'low and high of All are blank: amounts differ so much that the spread of their sum has no end',
    )
  })

  test('one spend for all is told beside whole numbers of orders', () => {
    const days = new Map(orders.map((order) => [`${order[0]} ${order[1]}`, order]))
    const rows = detail(
      [...days.values()].map(([id, day]): Order => [id, day, 20]),
      1,
    )
    for (const [, , , spend, , low, high] of rows.slice(1, 301) as number[][]) {
      expect([spend, low! % 20, high! % 20]).toEqual([20, 0, 0])
    }
    expect(rows[302]![0]).toMatch(/^one expected_spend for all: /)
  })

  test('another word is refused', () => {
    expect(failure(clv, ...columns(orders), 0.4, 12, 0, null, 'all')).toBe(
      '#VALUE! CLV: output is the text “all”, use table or detail',
    )
  })
})

test('customers whose own orders differ as much as those of others all get the mean spend, and the last row says so', () => {
  // The means of nine orders differ a third as much as single orders do, as those of one and the same customer would.
  const ids: string[][] = []
  const dates: number[][] = []
  const amounts: number[][] = []
  const repeats = [60, 90, 110, 140].map((amount) => [amount])
  const many = [88, 97, 104, 112].map((amount) => Array.from({ length: 9 }, () => amount))
  ;[...repeats, ...many].forEach((own, customer) =>
    [90, ...own].forEach((amount, order) => {
      ids.push([`C${customer}`])
      dates.push([45000 + 7 * customer + 20 * order])
      amounts.push([amount])
    }),
  )
  const table = compute(clv, ids, dates, amounts, 0.4) as unknown[][]
  const body = table.slice(1, -1)
  const given = body.map(([, , , spend]) => Number(spend))
  expect(Math.max(...given) / Math.min(...given)).toBeLessThan(1.001)
  expect(table[table.length - 1]![0]).toBe(
    'one expected_spend for all: the orders of one customer differ as much as those of several, so that nobody is known to spend more than others',
  )
})
