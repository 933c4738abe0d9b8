import fc from 'fast-check'
import { expect, test } from 'vitest'
import { churnRate } from '../../../../core/metrics/retention/churnRate.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is a fraction of the customers at the start', () => {
  expect(compute(churnRate, 500, 50)).toBe(0.1)
  expect(compute(churnRate, 500, 50, 300)).toBe(0.1)
})

test('it agrees with the IBM telco sample: 1,869 of 7,043 customers', () => {
  expectClose(compute(churnRate, 7043, 1869), 0.2653698707936959)
})

test('average divides by the mean of start and end', () => {
  // 500 at the start, 600 at the end.
  expectClose(compute(churnRate, 500, 50, 150, 'average'), 50 / 550)
})

test('exposure counts a new customer as half a period at risk', () => {
  expectClose(compute(churnRate, 500, 50, 100, 'exposure'), 50 / 550)
})

test('without new customers start and exposure agree', () => {
  const count = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [lost, start] = [Math.min(a, b), Math.max(a, b)]
      expectClose(compute(churnRate, start, lost, 0, 'exposure'), compute(churnRate, start, lost))
    }),
  )
})

test('more lost than there were is refused', () => {
  expect(failure(churnRate, 50, 60)).toBe('#VALUE! CHURN_RATE: lost_customers is 60, more than start_customers (50)')
  expect(failure(churnRate, 50, 90, 30, 'average')).toBe(
    '#VALUE! CHURN_RATE: lost_customers is 90, more than start_customers and new_customers together (80)',
  )
})

test('nobody to lose is #DIV/0!', () => {
  expect(failure(churnRate, 0, 0)).toBe('#DIV/0! CHURN_RATE: there were no customers to lose')
})

test('blank options are left out, wrong cells are named', () => {
  expect(compute(churnRate, 500, 50, null, null)).toBe(0.1)
  expect(failure(churnRate, null, 50)).toBe('#VALUE! CHURN_RATE: start_customers is blank')
  expect(failure(churnRate, 500, -1)).toBe('#VALUE! CHURN_RATE: lost_customers is -1, below 0')
  expect(failure(churnRate, 500, 50, 0, 'mean')).toBe(
    '#VALUE! CHURN_RATE: method is the text “mean”, use start, average or exposure',
  )
})
