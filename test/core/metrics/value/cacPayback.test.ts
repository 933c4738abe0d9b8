import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cacPayback } from '../../../../core/metrics/value/cacPayback.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('without churn it is the cost over the monthly margin (Skok)', () => {
  expect(compute(cacPayback, 6000, 500, 0.8)).toBe(15)
})

test('it is not rounded up', () => {
  expect(compute(cacPayback, 100, 80, 0.5)).toBe(2.5)
})

test('with churn, the payments of that many months add up to the cost exactly', () => {
  const churn = 0.03
  const months = compute(cacPayback, 6000, 500, 0.8, churn) as number
  // Margin of n months of shrinking payments, from the first one at once.
  const earned = (n: number) => (400 * (1 - (1 - churn) ** n)) / churn
  expectClose(earned(months), 6000)
  let sum = 0
  for (let month = 0; month < Math.floor(months); month++) sum += 400 * 0.97 ** month
  expect(sum).toBeLessThan(6000)
  expect(sum + 400 * 0.97 ** Math.floor(months)).toBeGreaterThan(6000)
})

test('it grows with churn, and goes to the plain figure as churn goes to 0', () => {
  expectClose(compute(cacPayback, 6000, 500, 0.8, 1e-12), 15, 1e-10)
  const rate = fc.double({ min: 0.0001, max: 0.06, noNaN: true })
  fc.assert(
    fc.property(rate, (churn) => {
      const more = compute(cacPayback, 6000, 500, 0.8, churn + 0.001) as number
      expect(more).toBeGreaterThan(compute(cacPayback, 6000, 500, 0.8, churn) as number)
    }),
  )
})

test('a cost that is never earned back is #NUM! in words', () => {
  expect(failure(cacPayback, 6000, 500, 0.8, 0.07)).toBe(
    '#NUM! CAC_PAYBACK: customers leave before the cost is earned back: cac is not below arpa x gross_margin / churn_rate',
  )
  expect(failure(cacPayback, 6000, 500, -0.1)).toBe(
    '#NUM! CAC_PAYBACK: a customer brings a loss every month, so the cost is never earned back',
  )
})

test('no margin is #DIV/0!', () => {
  expect(failure(cacPayback, 6000, 500, 0)).toBe(
    '#DIV/0! CAC_PAYBACK: arpa times gross_margin is 0, so nothing is earned back',
  )
})

test('no cost is earned back at once', () => {
  expect(compute(cacPayback, 0, 500, 0.8)).toBe(0)
  expect(Object.is(compute(cacPayback, 0, 500, 0.8, 0.05), 0)).toBe(true)
})

test('a blank churn rate is 0, other wrong cells are named', () => {
  expect(compute(cacPayback, 6000, 500, 0.8, null)).toBe(15)
  expect(failure(cacPayback, '', 500, 0.8)).toBe('#VALUE! CAC_PAYBACK: cac is blank')
  expect(failure(cacPayback, -1, 500, 0.8)).toBe('#VALUE! CAC_PAYBACK: cac is -1, below 0')
})
