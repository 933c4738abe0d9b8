import fc from 'fast-check'
import { expect, test } from 'vitest'
import { referralRate } from '../../../../core/metrics/retention/referralRate.ts'
import { compute, failure } from '../../../compute.ts'

test('it is the referred ones over all new customers', () => {
  expect(compute(referralRate, 12, 80)).toBe(0.15)
  expect(compute(referralRate, 80, 80)).toBe(1)
  expect(compute(referralRate, 0, 80)).toBe(0)
})

test('it stays within 0 and 1, and twice as many of both change nothing', () => {
  const count = fc.integer({ min: 0, max: 1e6 })
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [referred, all] = [Math.min(a, b), Math.max(a, b) + 1]
      const rate = compute(referralRate, referred, all) as number
      expect(rate).toBeGreaterThanOrEqual(0)
      expect(rate).toBeLessThan(1)
      expect(compute(referralRate, 2 * referred, 2 * all)).toBe(rate)
    }),
  )
})

test('more referred than new is refused, nobody new is #DIV/0!', () => {
  expect(failure(referralRate, 90, 80)).toBe(
    '#VALUE! REFERRAL_RATE: referred_customers is 90, more than new_customers (80), which include them',
  )
  expect(failure(referralRate, 0, 0)).toBe('#DIV/0! REFERRAL_RATE: there were no new customers')
})

test('wrong cells are named', () => {
  expect(failure(referralRate, null, 80)).toBe('#VALUE! REFERRAL_RATE: referred_customers is blank')
  expect(failure(referralRate, 12)).toBe('#VALUE! REFERRAL_RATE: new_customers is missing')
  expect(failure(referralRate, -1, 80)).toBe('#VALUE! REFERRAL_RATE: referred_customers is -1, below 0')
})
