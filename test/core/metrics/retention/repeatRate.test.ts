import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatRate } from '../../../../core/metrics/retention/repeatRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Order = readonly [id: string | number, date: string | number]
const run = (orders: readonly Order[], ...options: unknown[]) =>
  compute(repeatRate, column(...orders.map(([id]) => id)), column(...orders.map(([, date]) => date)), ...options)

test('it is the customers with a later order in the window over all whose window has passed', () => {
  const orders: Order[] = [
    ['Ann', '2025-01-05'],
    ['Ben', '2025-01-20'],
    ['Ann', '2025-11-30'],
    ['Cleo', '2025-02-03'],
  ]
  expect(run(orders, 365, '2026-03-01')).toBe(1 / 3)
})

test('the last day of the window counts, the day after does not', () => {
  const orders: Order[] = [
    ['Ann', '2026-01-01'],
    ['Ann', '2026-01-31'],
    ['Ben', '2026-01-01'],
    ['Ben', '2026-02-01'],
  ]
  expect(run(orders, 30)).toBe(0.5)
  expect(run(orders, 31)).toBe(1)
  expect(run(orders, 29)).toBe(0)
})

test('two orders on one day are one purchase', () => {
  const orders: Order[] = [
    ['Ann', '2026-01-01T09:00'],
    ['Ann', '2026-01-01T21:00'],
    ['Ben', '2026-01-01T21:00'],
    ['Ben', '2026-01-02T07:00'],
  ]
  expect(run(orders, 1)).toBe(0.5)
})

test('customers too new for the window are left out, even when they bought again', () => {
  const orders: Order[] = [
    ['Ann', '2026-01-01'],
    ['Ben', '2026-02-20'],
    ['Ben', '2026-02-25'],
  ]
  expect(run(orders, 30)).toBe(0)
  expect(run(orders, 5)).toBe(0.5)
})

test('as_of is the latest date when left out, and its whole day counts', () => {
  const orders: Order[] = [
    ['Ann', '2026-01-01'],
    ['Ben', '2026-01-11T10:00'],
  ]
  expect(run(orders, 10)).toBe(0)
  expect(run([...orders, ['Ann', '2026-01-11T23:00']], 10, '2026-01-11')).toBe(1)
})

test('orders after as_of are not known yet', () => {
  const orders: Order[] = [
    ['Ann', '2026-01-01'],
    ['Ann', '2026-02-25'],
    ['Ben', '2026-03-01'],
  ]
  expect(run(orders, 30, '2026-01-31')).toBe(0)
})

test('it agrees with a count over sets of days, whatever the order of rows', () => {
  const order = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 46000, max: 46080 }))
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 46040, max: 46090 }),
      (orders, window, until) => {
        const known = orders.filter(([, day]) => day <= until)
        const buyers = [...new Set(known.map(([id]) => id))].map((id) =>
          [...new Set(known.filter(([other]) => other === id).map(([, day]) => day))].sort((a, b) => a - b),
        )
        const mature = buyers.filter(([first]) => until - first! >= window)
        fc.pre(mature.length > 0)
        const repeaters = mature.filter(([first, second]) => second !== undefined && second - first! <= window)
        expectClose(run(orders, window, until), repeaters.length / mature.length)
        expect(run(orders.slice().reverse(), window, until)).toBe(run(orders, window, until))
      },
    ),
  )
})

test('nobody observed long enough is #N/A in words', () => {
  expect(failure(repeatRate, column('Ann', 'Ann'), column('2026-01-05', '2026-02-11'))).toBe(
    '#N/A REPEAT_RATE: needs a customer whose first order is 365 days or more before as_of (2026-02-11), or a smaller window_days; has none',
  )
  expect(failure(repeatRate, 'Ann', 46030, 1)).toContain('is 1 day or more before as_of')
})

test('a header and rows with a blank are left out', () => {
  const ids = column('Customer', 'Ann', null, 'Ann', 'Ann', '')
  const dates = column('Date', '2026-01-01', '2026-01-02', ' ', '2026-03-01', null)
  expect(compute(repeatRate, ids, dates, 30)).toBe(0)
})

test('wrong cells are named', () => {
  const ids = column('Ann', 'Ben')
  const dates = column('2026-01-01', '2026-02-01')
  expect(failure(repeatRate, ids, dates, 0)).toBe('#VALUE! REPEAT_RATE: window_days is 0, below 1')
  expect(failure(repeatRate, ids, column('2026-01-01', 'later'))).toBe(
    '#VALUE! REPEAT_RATE: dates row 2 has “later”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(repeatRate, ids, column('2026-01-01'))).toBe(
    '#VALUE! REPEAT_RATE: ids has 2 rows and dates has 1, select the same rows in both',
  )
})
