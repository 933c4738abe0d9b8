import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cac } from '../../../../core/metrics/value/cac.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('fully loaded it is every cost over every new customer (Skok, “SaaS Metrics 2.0”)', () => {
  expect(compute(cac, column(90000, 45000, 12000, 8000, 5000), 64)).toBe(2500)
  expect(compute(cac, 90000, 64, column(45000, 12000, 8000, 5000))).toBe(2500)
})

test('paid and blended differ (a16z, “16 Startup Metrics”, 2015)', () => {
  expect(compute(cac, 90000, 40)).toBe(2250)
  expect(compute(cac, 160000, 64)).toBe(2500)
  expect(compute(cac, 90000, 64)).toBe(1406.25)
})

test('credits count against the cost', () => {
  expect(compute(cac, column(1000, -200), 4)).toBe(200)
})

test('the order and the split of ranges do not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 2, maxLength: 20 }), (costs) => {
      const whole = compute(cac, column(...costs), 7)
      expectClose(compute(cac, column(...costs.slice().reverse()), 7), whole)
      expectClose(compute(cac, column(...costs.slice(0, 1)), 7, column(...costs.slice(1))), whole)
    }),
  )
})

test('cents of a long column add up', () => {
  expect(compute(cac, column(...new Array<number>(10_000).fill(0.1)), 1)).toBe(1000)
})

test('nobody won is #DIV/0!', () => {
  expect(failure(cac, 1000, 0)).toBe('#DIV/0! CAC: new_customers is 0, so nobody was won for the cost')
})

test('blank cells are nothing, headers and words are skipped, wrong cells are named', () => {
  expect(compute(cac, column('Cost', 100, null, 'n/a', 50), column('New', 3))).toBe(50)
  expect(compute(cac, 90, 3, null)).toBe(30)
  expect(failure(cac, column(100, '50+'), 3)).toBe(
    '#VALUE! CAC: paid_costs row 2 has “50+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(cac, column(100, 'R$ 50,00'), '3')).toBe(50)
  expect(failure(cac, column(null), 3)).toBe('#N/A CAC: paid_costs has no numbers')
  expect(failure(cac, 100, -3)).toBe('#VALUE! CAC: new_customers has -3, below 0')
})
