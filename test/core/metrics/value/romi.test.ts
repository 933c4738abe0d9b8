import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roas } from '../../../../core/metrics/value/roas.ts'
import { romi } from '../../../../core/metrics/value/romi.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it counts the margin, not the revenue, and takes the cost off (Farris and others, “Marketing Metrics”)', () => {
  expectClose(compute(romi, 240000, 0.45, 60000), 0.8)
})

test('a campaign that earns its cost is 0, one that earns nothing loses it all', () => {
  expect(compute(romi, 120000, 0.5, 60000)).toBe(0)
  expect(compute(romi, 0, 0.5, 60000)).toBe(-1)
})

test('it is ROAS times margin, less 1', () => {
  const money = fc.integer({ min: 1000, max: 1e6 })
  fc.assert(
    fc.property(money, money, (revenue, cost) => {
      const expected = (compute(roas, revenue, cost) as number) * 0.45
      expectClose((compute(romi, revenue, 0.45, cost) as number) + 1, expected, 1e-9)
    }),
  )
})

test('no cost is #DIV/0!', () => {
  expect(failure(romi, 100000, 0.5, 0)).toBe('#DIV/0! ROMI: campaign_cost is 0')
})

test('wrong cells are named', () => {
  expect(failure(romi, 100000, 45, 60000)).toBe('#VALUE! ROMI: gross_margin is 45, above 1, write 45% or 0.45')
  expect(failure(romi, 100000, 0.45, -1)).toBe('#VALUE! ROMI: campaign_cost is -1, below 0')
  expect(failure(romi, '', 0.45, 60000)).toBe('#VALUE! ROMI: incremental_revenue is blank')
})
