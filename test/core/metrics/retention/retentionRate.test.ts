import fc from 'fast-check'
import { expect, test } from 'vitest'
import { churnRate } from '../../../../core/metrics/retention/churnRate.ts'
import { retentionRate } from '../../../../core/metrics/retention/retentionRate.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is who stayed over who was there', () => {
  expect(compute(retentionRate, 500, 480, 130)).toBe(0.7)
  expect(compute(retentionRate, 500, 450, 0)).toBe(0.9)
})

test('new customers do not hide who left', () => {
  expect(compute(retentionRate, 500, 950, 600)).toBe(0.7)
})

test('nobody left is 1, everybody left is 0', () => {
  expect(compute(retentionRate, 500, 520, 20)).toBe(1)
  expect(compute(retentionRate, 500, 20, 20)).toBe(0)
})

test('with churn it makes 1', () => {
  const count = fc.integer({ min: 0, max: 1e6 })
  fc.assert(
    fc.property(count, count, count, (stayed, lost, won) => {
      fc.pre(stayed + lost > 0)
      const kept = compute(retentionRate, stayed + lost, stayed + won, won) as number
      expectClose(kept + (compute(churnRate, stayed + lost, lost) as number), 1)
    }),
  )
})

test('more kept than there were is refused, and so are more new ones than there are', () => {
  expect(failure(retentionRate, 500, 620, 100)).toBe(
    '#VALUE! RETENTION_RATE: end_customers less new_customers is 520, more than start_customers (500)',
  )
  expect(failure(retentionRate, 500, 20, 30)).toBe(
    '#VALUE! RETENTION_RATE: new_customers is 30, more than end_customers (20), which include them',
  )
})

test('nobody to keep is #DIV/0!', () => {
  expect(failure(retentionRate, 0, 20, 20)).toBe('#DIV/0! RETENTION_RATE: there were no customers to keep')
})

test('every number is needed: a blank one would be a guess', () => {
  expect(failure(retentionRate, 500, 480)).toBe('#VALUE! RETENTION_RATE: new_customers is missing')
  expect(failure(retentionRate, 500, '  ', 0)).toBe('#VALUE! RETENTION_RATE: end_customers is blank')
  expect(failure(retentionRate, -1, 480, 0)).toBe('#VALUE! RETENTION_RATE: start_customers is -1, below 0')
  expect(failure(retentionRate, 500, 'all', 0)).toBe(
    '#VALUE! RETENTION_RATE: end_customers is the text “all”, not a number',
  )
})
