import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lostRevenue } from '../../../../core/statistics/customers/lostRevenue.ts'

test('it is contraction and churn together', () => {
  expect(lostRevenue(6000, 200, 1050)).toBe(1250)
  expect(lostRevenue(0, 0, 0)).toBe(0)
})

test('everything lost is exactly everything, whatever the rounding', () => {
  expect(0.1 + 0.2).toBeGreaterThan(0.3)
  expect(lostRevenue(0.3, 0.1, 0.2)).toBe(0.3)
  const money = fc.double({ min: 0, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(money, money, (a, b) => {
      expect(lostRevenue(a + b, a, b)).toBe(a + b)
    }),
  )
})

test('more lost than there was is refused, and says what was lost', () => {
  expect(() => lostRevenue(100, 60, 50)).toThrow(
    'contraction_mrr and churned_mrr together are 110, more than start_mrr (100)',
  )
  expect(() => lostRevenue(100, 0, 110)).toThrow(/^churned_mrr is 110, more than start_mrr \(100\)$/)
  expect(() => lostRevenue(100, 110, 0)).toThrow(/^contraction_mrr is 110, more than start_mrr \(100\)$/)
  expect(() => lostRevenue(100, 0, 100.01)).toThrow('more than start_mrr')
})
