import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arpu } from '../../../../core/metrics/value/arpu.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is revenue over the mean of opening and closing customers: 126,000 over 1,050', () => {
  expect(compute(arpu, 126000, column(1000, 1100))).toBe(120)
})

test('with one count it is revenue over that', () => {
  expect(compute(arpu, 126000, 1050)).toBe(120)
})

test('a column of bills over the number of customers is their mean: 64.76 in the IBM telco sample', () => {
  // 7,043 customers who pay 456,116.60 a month together.
  expectClose(compute(arpu, column(456000, 116.6), 7043), 64.76169246059918)
})

test('money scales it, the order and the split of the bills do not matter', () => {
  const bills = fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 1 })
  fc.assert(
    fc.property(bills, fc.integer({ min: 1, max: 1000 }), (revenue, customers) => {
      const whole = compute(arpu, column(...revenue), customers) as number
      expectClose(compute(arpu, column(...revenue.slice().reverse()), customers), whole)
      expectClose(compute(arpu, [revenue.map((bill) => bill * 4)], customers), whole * 4)
      expectClose(compute(arpu, column(...revenue), column(customers - 1, customers + 1)), whole)
    }),
  )
})

test('no customers is #DIV/0!', () => {
  expect(failure(arpu, 100, column(0, 0))).toBe('#DIV/0! ARPU: active_customers is 0, so nobody paid the revenue')
})

test('headers, blanks and words are skipped, wrong cells are named', () => {
  expect(compute(arpu, column('Revenue', 60, null, 'n/a', 60), column('Customers', 10, null, 14))).toBe(10)
  expect(failure(arpu, column(60, '€60k'), 10)).toBe(
    '#VALUE! ARPU: revenue row 2 has “€60k”, write it out in full, as a number',
  )
  expect(compute(arpu, column(60, '€60'), '10')).toBe(12)
  expect(failure(arpu, 60, column(10, -1))).toBe('#VALUE! ARPU: active_customers row 2 has -1, below 0')
  expect(failure(arpu, null, 10)).toBe('#N/A ARPU: revenue has no numbers')
  expect(failure(arpu, 60)).toBe('#VALUE! ARPU: active_customers is missing')
})
