import { describe, expect, test } from 'vitest'
import { bgnbdExpected } from '../../../../core/metrics/prediction/bgnbdExpected.ts'
import { bgnbdFit } from '../../../../core/metrics/prediction/bgnbdFit.ts'
import { clvBacktest } from '../../../../core/metrics/prediction/clvBacktest.ts'
import { clvInputs } from '../../../../core/metrics/prediction/clvInputs.ts'
import { pnbdExpected } from '../../../../core/metrics/prediction/pnbdExpected.ts'
import { pnbdFit } from '../../../../core/metrics/prediction/pnbdFit.ts'
import { spendExpected } from '../../../../core/metrics/prediction/spendExpected.ts'
import { spendFit } from '../../../../core/metrics/prediction/spendFit.ts'
import type { Scalar } from '../../../../core/metric.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { draws } from '../../../simulated.ts'

type Order = readonly [id: string, day: number, amount: number]

/** A shop whose customers order, leave and spend as the models say, from day 46000 to day 46730. */
function shop(customers: number, seed: number): Order[] {
  const random = draws(seed)
  return Array.from({ length: customers }, (_, i) => {
    const orders: Order[] = []
    const rate = random.gamma(0.8) / 60
    const chance = random.beta(0.8, 2.5)
    const scale = 20 / random.gamma(4)
    let day = 46000 + Math.floor(random.uniform() * 500)
    do {
      orders.push([`c${i}`, Math.floor(day), Math.round(random.gamma(5) * scale * 100) / 100])
      day += random.exponential() / rate
    } while (day < 46731 && (orders.length < 2 || random.uniform() > chance))
    return orders
  }).flat()
}
const cut = 46400
const end = 46730
const orders = shop(400, 9)
const columns = (rows: readonly Order[]) => [0, 1, 2].map((k) => column(...rows.map((order) => order[k])))
const run = (rows: readonly Order[], ...options: unknown[]) =>
  compute(clvBacktest, ...columns(rows), ...options) as Scalar[][]
const rowOf = (table: Scalar[][], label: Scalar) => table.find(([first]) => first === label)!

describe('the definition', () => {
  const table = run(orders, cut, end)
  const classes = table.slice(1, 9)

  test.each(['bgnbd', 'pnbd'] as const)('forecasts are those of the functions, class by class: %s', (model) => {
    const inputs = (compute(clvInputs, ...columns(orders), cut, 'day') as Scalar[][]).slice(1)
    const [frequency, recency, age, spend] = [1, 2, 3, 4].map((k) => column(...inputs.map((row) => row[k])))
    const histories = [frequency, recency, age]
    const [fit, forecast] = model === 'bgnbd' ? [bgnbdFit, bgnbdExpected] : [pnbdFit, pnbdExpected]
    const counts = compute(forecast, compute(fit, ...histories), ...histories, end - cut) as number[][]
    const spends = compute(spendExpected, compute(spendFit, frequency, spend), frequency, spend) as number[][]
    const rows = run(orders, cut, end, model)
    for (let repeats = 0; repeats <= 7; repeats++) {
      const own = inputs.map((_, i) => i).filter((i) => Math.min(7, inputs[i]![1] as number) === repeats)
      const total = (of: (i: number) => number) => own.reduce((sum, i) => sum + of(i), 0)
      const [label, customers, , predicted, , , , , money] = rows[repeats + 1]!
      expect([label, customers]).toEqual([repeats < 7 ? repeats : '7+', own.length])
      expectClose(
        [predicted, money],
        [total((i) => counts[i]![0]!), total((i) => counts[i]![0]! * spends[i]![0]!)],
        1e-9,
      )
    }
  })

  test('what came is counted by days and added up, for customers who had ordered by cut_date', () => {
    const first = new Map<string, number>()
    for (const [id, day] of orders) first.set(id, Math.min(day, first.get(id) ?? Infinity))
    const came = orders.filter(([id, day]) => day > cut && first.get(id)! <= cut)
    const [, customers, actual, , , , , money] = rowOf(table, 'All')
    expect(customers).toBe([...first.values()].filter((day) => day <= cut).length)
    expect(actual).toBe(new Set(came.map(([id, day]) => `${id} ${day}`)).size)
    expectClose(
      money,
      came.reduce((sum, [, , amount]) => sum + amount, 0),
      1e-9,
    )
    const fresh = orders.filter(([id]) => first.get(id)! > cut)
    expectClose(
      rowOf(table, 'New after cut_date').slice(1, 8),
      [
        new Set(fresh.map(([id]) => id)).size,
        new Set(fresh.map(([id, day]) => `${id} ${day}`)).size,
        ...['', '', '', ''],
        fresh.reduce((sum, [, , amount]) => sum + amount, 0),
      ],
      1e-9,
    )
  })

  test('errors are predicted over actual less 1, shares are of all, and All is the sum of the classes', () => {
    const all = rowOf(table, 'All') as number[]
    for (const [, , actual, predicted, error, share, , money, foreseen, moneyError, moneyShare] of [
      ...classes,
      all,
    ] as number[][]) {
      expectClose(error, actual === 0 ? '' : predicted! / actual! - 1)
      expectClose(moneyError, money === 0 ? '' : foreseen! / money! - 1)
      expectClose([share, moneyShare], [actual! / all[2]!, money! / all[7]!])
    }
    for (const at of [1, 2, 3, 7, 8]) {
      expectClose(
        classes.reduce((sum, row) => sum + (row[at] as number), 0),
        all[at],
        1e-9,
      )
    }
    const off = classes.reduce((sum, row) => sum + (row[1] as number) * (row[6] === '' ? 0 : (row[6] as number)), 0)
    expectClose(off / all[1]!, all[6], 1e-9)
  })

  test('the best fifth is that of the forecast, beside the best there was', () => {
    const [, customers, actual, predicted, , share, , , , , moneyShare] = rowOf(table, 'Top 20% predicted') as number[]
    const [, , most, , , mostShare, , , , , mostMoney] = rowOf(table, 'Top 20% in fact') as number[]
    const all = rowOf(table, 'All') as number[]
    expect(customers).toBe(Math.ceil(all[1]! / 5))
    expect(actual! <= most! && predicted! <= all[3]!).toBe(true)
    expectClose([share, mostShare], [actual! / all[2]!, most! / all[2]!])
    // They foretell better than chance, and no better than can be.
    expect(share! > 0.3 && share! <= mostShare! && moneyShare! > 0.3 && moneyShare! <= mostMoney!).toBe(true)
  })

  test('the last row says it in words', () => {
    const [sentence, ...rest] = table[table.length - 1]!
    expect(rest.every((cell) => cell === '')).toBe(true)
    const [, , actual, predicted, error] = rowOf(table, 'All') as number[]
    const off = Number((100 * Math.abs(error!)).toFixed(1))
    expect(sentence).toContain(
      `BG/NBD predicts ${Math.round(predicted!)} orders from 2027-01-14 to 2027-12-09 where ${actual} came, ${off}% too ${error! < 0 ? 'few' : 'many'}; `,
    )
    expect(sentence).toMatch(
      /; the 20% of customers that it puts first brought \d+% of the money, where \d+% is the most possible and 20% is chance; /,
    )
    expect(sentence).toMatch(/; \d+ customers first ordered later, without a forecast$/)
    expect(String(run(orders, cut, end, 'pnbd').pop()![0])).toMatch(/^Pareto\/NBD predicts /)
  })
})

test('until is the latest date when left out, and orders after it do not count', () => {
  const latest = Math.max(...orders.map(([, day]) => day))
  expect(run(orders, cut)).toEqual(run(orders, cut, latest))
  const until = run(orders, cut, 46500)
  expect(until).toEqual(
    run(
      orders.filter(([, day]) => day <= 46500),
      cut,
      46500,
    ),
  )
})

test('forecasts of customers drawn from the model are right in total and in each large class', () => {
  const table = run(shop(6000, 31), cut, end)
  for (const [label, customers, actual, , error] of table.slice(1, 10) as number[][]) {
    // Four standard errors of a count that is spread some three times as much as Poisson’s.
    if (customers! > 100)
      expect(Math.abs(error!), `class ${label}`).toBeLessThan((4 * Math.sqrt(3)) / Math.sqrt(actual!))
  }
})

test('the order of rows does not matter, nor do blank rows, nor a title', () => {
  const table = run(orders, cut, end)
  expectClose(run([...orders].reverse(), cut, end), table, 1e-9)
  const blanks: unknown[][] = [[null], [''], ['  ']]
  const cells = columns(orders).map((cells, k) => [[['Customer', 'Date', 'Amount'][k]], ...cells, ...blanks])
  expect(compute(clvBacktest, ...cells, cut, end)).toEqual(table)
  const tall = columns(orders).map((cells) => [...cells, ...Array.from({ length: 5000 }, () => [null])])
  expect(compute(clvBacktest, ...tall, cut, end)).toEqual(table)
})

test('money scales money, and nothing else', () => {
  const dear = run(
    orders.map(([id, day, amount]) => [id, day, 100 * amount]),
    cut,
    end,
  )
  const times = (row: Scalar[]) =>
    row.map((cell, k) => ((k === 7 || k === 8) && cell !== '' ? 100 * (cell as number) : cell))
  expectClose(dear.slice(1, -1), run(orders, cut, end).slice(1, -1).map(times), 1e-8)
})

describe('what cannot be known is blank, and said', () => {
  test('of money where no model of spend fits', () => {
    const log: Order[] = [
      ['a', 46000, 5],
      ['b', 46010, 5],
      ['a', 46020, 7],
      ['c', 46030, 7],
      ['b', 46100, 5],
    ]
    const table = run(log, 46050)
    expect(table[1]!.slice(7)).toEqual([5, '', '', 1])
    expect(rowOf(table, 'Top 20% predicted').slice(7)).toEqual(['', '', '', ''])
    const sentence = table[table.length - 1]![0]
    expect(sentence).toContain(
      '; predicted_money is blank: a model of spend needs 2 customers whose repeat orders came to more than 0, has 1; ',
    )
    expect(sentence).toMatch(
      / of the orders, where 100% is the most possible and 33% is chance; 3 customers are few to learn from: /,
    )
  })

  test('of a class without customers, or without orders later, and of all where nothing came', () => {
    const table = run(
      orders.filter(([, day]) => day <= cut),
      cut,
      end,
    )
    for (const row of table.slice(1, 10))
      expect([row[2], row[4], row[5], row[7], row[9], row[10]]).toEqual([0, '', '', 0, '', ''])
    const { length } = table.slice(1, 9).filter(([, customers]) => customers === 0)
    expect(table.slice(1, 9).filter((row) => row[6] === '')).toHaveLength(length)
    expect(table[table.length - 1]![0]).toMatch(
      / where none came; the data end on \d{4}-\d\d-\d\d: the days after it count as days without orders; [\d,]+ of money where 0 came in$/,
    )
  })

  test('one amount for all is said', () => {
    const days = new Map(orders.map((order) => [`${order[0]} ${order[1]}`, order]))
    const priced = [...days.values()].map(([id, day]): Order => [id, day, 20])
    const table = run(priced, cut, end)
    const all = rowOf(table, 'All') as number[]
    expectClose([all[7], all[8]], [20 * all[2]!, 20 * all[3]!], 1e-9)
    expect(table[table.length - 1]![0]).toMatch(/ \(all \d+ customers who ordered again spend 20 per order\); /)
  })
})

test('a refund after cut_date of an order before it is no money of the forecast’s time', () => {
  const [plain, refunded] = [orders, [...orders, [orders[0]![0], 46401, -500] as const]].map((log) =>
    rowOf(
      run(
        log.filter(([id, day]) => id !== orders[0]![0] || day <= 46401),
        cut,
        end,
      ),
      'All',
    ),
  )
  expect(refunded).toEqual(plain)
})

test('wrong arguments are named', () => {
  const cells = columns(orders)
  expect(failure(clvBacktest, ...cells)).toBe('#VALUE! CLV_BACKTEST: cut_date is missing')
  expect(failure(clvBacktest, ...cells, 'soon')).toBe(
    '#VALUE! CLV_BACKTEST: cut_date has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(clvBacktest, ...cells, '2027-01-14', '2027-01-14')).toBe(
    '#VALUE! CLV_BACKTEST: until (2027-01-14) is not after cut_date (2027-01-14)',
  )
  expect(failure(clvBacktest, ...cells, '2030-01-01')).toMatch(
    /^#N\/A CLV_BACKTEST: cut_date \(2030-01-01\) is not before the latest date \(2027-12-\d\d\), so there are no orders to hold against the forecast; give an earlier one$/,
  )
  expect(failure(clvBacktest, ...cells, '2020-01-01')).toBe(
    '#N/A CLV_BACKTEST: there is no order up to cut_date (2020-01-01)',
  )
  expect(failure(clvBacktest, ...cells, cut, end, 'nbd')).toBe(
    '#VALUE! CLV_BACKTEST: model is the text “nbd”, use bgnbd or pnbd',
  )
  expect(failure(clvBacktest, column('a', 'b'), column(46000, 46100), column(1, 2), 46050)).toBe(
    '#N/A CLV_BACKTEST: needs 2 customers, has 1',
  )
  expect(failure(clvBacktest, column('a', 'b', 'c'), column(46000, 46001, 46100), column(1, 2, 3), 46050)).toBe(
    '#N/A CLV_BACKTEST: needs customers who ordered again, none of the 2 did',
  )
  expect(failure(clvBacktest, column('a', 'b'), column(46000, 'soon'), column(1, 2), 46050)).toBe(
    '#VALUE! CLV_BACKTEST: dates row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(clvBacktest, column('a', 'b'), column(46000, 46001), column(1, '2+'), 46050)).toContain(
    'CLV_BACKTEST: amounts row 2 has “2+”',
  )
  expect(failure(clvBacktest, column('a', 'b'), column(46000), column(1, 2), 46050)).toContain(
    'ids has 2 rows and dates has 1',
  )
})
