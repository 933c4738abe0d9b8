import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clvInputs } from '../../../../core/metrics/prediction/clvInputs.ts'
import { spendFit } from '../../../../core/metrics/prediction/spendFit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string, date: string | number, amount: number]
const run = (orders: readonly Order[], ...options: unknown[]) =>
  compute(
    clvInputs,
    column(...orders.map(([id]) => id)),
    column(...orders.map(([, date]) => date)),
    column(...orders.map(([, , amount]) => amount)),
    ...options,
  ) as unknown[][]
const header = ['id', 'frequency', 'recency', 'age', 'mean_spend']

// Customer 1 of CDNOW, whose row in the published summary is 2, 30.43, 38.86 and 22.35 on 30 September 1997.
const orders: Order[] = [
  ['1', '1997-01-01', 29.33],
  ['1', '1997-01-18', 29.73],
  ['1', '1997-08-02', 14.96],
  ['1', '1997-12-12', 26.48],
]

test('customer 1 of CDNOW as Fader, Hardie and Lee (2005) publish them', () => {
  const [title, row] = run(orders, '1997-09-30', 'week')
  expect(title).toEqual(header)
  expectClose(row, ['1', 2, 213 / 7, 272 / 7, 22.345])
})

test('in weeks unless days are asked for', () => {
  expect(run(orders, '1997-09-30')).toEqual(run(orders, '1997-09-30', 'week'))
  expectClose(run(orders, '1997-09-30', 'day')[1], ['1', 2, 213, 272, 22.345])
})

test('as_of left out is the latest date', () => {
  expect(run(orders)).toEqual(run(orders, '1997-12-12'))
  expectClose(run(orders, null, 'day')[1], ['1', 3, 345, 345, (29.73 + 14.96 + 26.48) / 3])
})

test('it agrees with a count over sets of days, in any order of rows', () => {
  const order = fc.tuple(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.integer({ min: 46000, max: 46030 }),
    fc.integer({ min: -30, max: 90 }),
  )
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 46000, max: 46035 }),
      (all, now) => {
        const past = all.filter(([, day]) => day <= now)
        const expected = [...new Set(all.map(([id]) => id))].flatMap((id) => {
          const own = past.filter(([other]) => other === id)
          const days = [...new Set(own.filter(([, , amount]) => amount >= 0).map(([, day]) => day))].sort(
            (a, b) => a - b,
          )
          if (days.length === 0) return []
          // Each amount goes to the latest order day that is not after it.
          const spend = own.reduce((total, [, day, amount]) => {
            const at = days.filter((other) => other <= day).length
            return at > 1 ? total + amount : total
          }, 0)
          const repeats = days.length - 1
          const last = days[repeats]! - days[0]!
          return [[id, repeats, last, now - days[0]!, repeats === 0 ? 0 : spend / repeats]]
        })
        fc.pre(expected.length > 0)
        expectClose(run(all, now, 'day').slice(1), expected)
        const byId = (table: unknown[][]) => table.slice(1).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
        expectClose(byId(run([...all].reverse(), now, 'day')), byId(run(all, now, 'day')))
      },
    ),
  )
})

test('money scales mean_spend and nothing else', () => {
  const scaled = run(orders.map(([id, date, amount]) => [id, date, amount * 7]))[1]!
  const plain = run(orders)[1]!
  expectClose(scaled, [...plain.slice(0, 4), (plain[4] as number) * 7])
})

test('headers, blank rows and rows with a blank are left out', () => {
  expect(
    compute(
      clvInputs,
      column('Customer', 'a', null, 'a', 'a', ''),
      column('Date', '2026-01-05', '2026-01-06', '2026-01-12', '2026-01-19', null),
      column('Amount', 80, 10, 60, ' ', null),
      '2026-01-19',
    ),
  ).toEqual([header, ['a', 1, 1, 2, 60]])
  expect(compute(clvInputs, 'a', '2026-01-05', 80)).toEqual([header, ['a', 0, 0, 0, 0]])
})

test('ids stay as they stand, numbers too', () => {
  expect(compute(clvInputs, column(7, '007'), column('2026-01-05', '2026-01-05'), column(1, 1))).toEqual([
    header,
    [7, 0, 0, 0, 0],
    ['007', 0, 0, 0, 0],
  ])
})

test('wrong cells and options are named', () => {
  expect(failure(clvInputs, column('a', 'b'), column('2026-01-05', 'soon'), column(1, 2))).toBe(
    '#VALUE! CLV_INPUTS: dates row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(clvInputs, column('a', 'b'), column('2026-01-05', '2026-01-06'), column(1, '2+'))).toBe(
    '#VALUE! CLV_INPUTS: amounts row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(clvInputs, column('a', 'b'), column('5 Jan 2026', '2026-01-06'), column(1, '2 €'))).toEqual(
    compute(clvInputs, column('a', 'b'), column('2026-01-05', '2026-01-06'), column(1, 2)),
  )
  expect(failure(clvInputs, 'a', '2026-01-05', 80, '2026-01-01')).toBe(
    '#N/A CLV_INPUTS: there is no order up to as_of (2026-01-01)',
  )
  expect(failure(clvInputs, 'a', '2026-01-05', 80, null, 'month')).toBe(
    '#VALUE! CLV_INPUTS: unit is the text “month”, use week or day',
  )
  expect(failure(clvInputs, column('a', 'b'), column('2026-01-05'), column(1, 2))).toContain(
    'ids has 2 rows and dates has 1',
  )
})

test('a customer whose repeat orders were refunded in full spent 0 on them, and SPEND_FIT learns nothing from them', () => {
  const others = Array.from({ length: 60 }, (_, i) => [
    [`c${i}`, 46000, 30],
    [`c${i}`, 46010 + (i % 7), 12.5 + ((i * 37) % 90)],
    [`c${i}`, 46030 + (i % 5), 20.01 + ((i * 53) % 70)],
  ]).flat()
  const refunded = [40, 80.29, 10.13, -90.42].map((amount, i) => ['r', 46000 + i, amount])
  const spendOf = (orders: (string | number)[][]) => {
    const cells = [0, 1, 2].map((part) => column(...orders.map((order) => order[part])))
    return (compute(clvInputs, ...cells) as number[][]).slice(1)
  }
  const fitOf = (rows: number[][]) =>
    compute(spendFit, column(...rows.map((row) => row[1])), column(...rows.map((row) => row[4])))
  const rows = spendOf([...others, ...refunded])
  expect(rows[60]).toEqual(['r', 2, 2 / 7, 34 / 7, 0])
  expect(fitOf(rows)).toEqual(fitOf(spendOf(others)))
})
