import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roas } from '../../../../core/metrics/value/roas.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is revenue over spend, not profit over spend (Farris and others, “Marketing Metrics”)', () => {
  expect(compute(roas, 240000, 60000)).toBe(4)
})

test('ranges are added up: it is not the mean of the ratios of the campaigns', () => {
  expect(compute(roas, column(100, 50), column(20, 30))).toBe(3)
})

test('it depends on the sums alone', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(amounts, amounts, (revenue, spend) => {
      const total = (list: number[]) => list.reduce((sum, amount) => sum + amount, 0)
      expectClose(compute(roas, column(...revenue), [spend]), total(revenue) / total(spend))
    }),
  )
})

test('refunds and credits count against their side', () => {
  expect(compute(roas, column(100, -10), column(40, -10))).toBe(3)
})

test('no spend is #DIV/0!', () => {
  expect(failure(roas, 100, column(0, 0))).toBe('#DIV/0! ROAS: ad_spend is 0')
})

test('headers, blanks and words are skipped, wrong cells are named', () => {
  expect(compute(roas, column('Revenue', 90, '', null), column('Spend', '-', 30))).toBe(3)
  expect(failure(roas, column(90, '1,200'), 30)).toBe(
    '#VALUE! ROAS: attributed_revenue row 2 has “1,200”, which may be 1.2 or 1200: turn it into a number, as Data in the sidebar does',
  )
  expect(compute(roas, column(90, '1,200', '$10.00'), 13)).toBe(100)
  // WooCommerce writes refunds so.
  expect(compute(roas, column(50, 80, 60, "'-60"), 100)).toBe(1.3)
  expect(failure(roas, 90, ' ')).toBe('#N/A ROAS: ad_spend has no numbers')
})
