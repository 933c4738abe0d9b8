import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tco } from '../../../../core/metrics/value/tco.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('without discount it is the sum of all payments, three years when left out', () => {
  expect(compute(tco, 120000, 30000)).toBe(210000)
  expect(compute(tco, 120000, 30000, 5, 0, 20000)).toBe(250000)
})

test('costs at the end of each year are worth less today (exact rational arithmetic)', () => {
  expectClose(compute(tco, 120000, column(30000, 31500, 33075), 3, 0.08, 10000), 193101.629578824)
  expectClose(compute(tco, 20000, 62000, 3, 0.08), 179780.013209368)
})

test('it is the present value of Microsoft’s example of NPV: 1,922.06', () => {
  expectClose(compute(tco, -40000, column(8000, 9200, 10000, 12000, 14500), 5, 0.08), 1922.0615549323722)
})

test('one cost for all years is the same as that cost in each', () => {
  const years = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(
      years,
      fc.integer({ min: 0, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (n, cost, rate) => {
        const each = compute(tco, 500, [new Array<number>(n).fill(cost)], n, rate)
        expect(compute(tco, 500, cost, n, rate)).toBe(each)
        // The sum of an annuity in closed form.
        const annuity = rate < 1e-3 ? null : (1 - (1 + rate) ** -n) / rate
        if (annuity !== null) expectClose(each, 500 + cost * annuity, 1e-9)
      },
    ),
  )
})

test('what it is worth at the end counts against it, discounted as well', () => {
  expectClose(compute(tco, 1000, 0, 2, 0.1, 121), 900)
})

test('another number of costs than of years is refused', () => {
  expect(failure(tco, 120000, column(30000, 31500), 3)).toBe(
    '#VALUE! TCO: annual_costs has 2 costs, years is 3: give one cost, or one for each year (0 if none)',
  )
})

test('a blank year is not the same cost every year', () => {
  expect(failure(tco, 120000, column(30000, null, null), 3)).toBe(
    '#VALUE! TCO: annual_costs row 2 has no number, write 0 if there is none',
  )
})

test('a header is skipped, blank options are left out, wrong cells are named', () => {
  expect(compute(tco, 100, column('Cost', 10, 20, 30), null, '', null)).toBe(160)
  expect(failure(tco, 100, 10, 0)).toBe('#VALUE! TCO: years is 0, outside 1 to 100')
  expect(failure(tco, 100, 10, 2.5)).toBe('#VALUE! TCO: years is 2.5, not a whole number')
  expect(failure(tco, 100, 10, 3, -0.1)).toBe('#VALUE! TCO: discount_rate is -0.1, outside 0 to 1')
  expect(failure(tco, 100, column('n/a'))).toBe('#N/A TCO: annual_costs has no numbers')
  expect(failure(tco, 'free', 10)).toBe('#VALUE! TCO: upfront_cost is the text “free”, not a number')
})
