import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grr } from '../../../../core/metrics/retention/grr.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is what is left without any expansion', () => {
  expect(compute(grr, 100000, 0, 10000)).toBe(0.9)
  expect(compute(grr, 100, 10, 20)).toBe(0.7)
})

test('it agrees with capping every account at what it paid at the start', () => {
  const money = fc.integer({ min: 0, max: 10000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(money, money), { minLength: 1, maxLength: 30 }), (accounts) => {
      const known = accounts.filter(([start]) => start > 0)
      fc.pre(known.length > 0)
      const total = (of: (start: number, end: number) => number) => known.reduce((sum, [a, b]) => sum + of(a, b), 0)
      const start = total((before) => before)
      const contraction = total((before, after) => (after > 0 && after < before ? before - after : 0))
      const churned = total((before, after) => (after === 0 ? before : 0))
      const value = compute(grr, start, contraction, churned) as number
      expectClose(value, total(Math.min) / start)
      expect(value).toBeLessThanOrEqual(1)
    }),
  )
})

test('it agrees with the ten accounts of the net revenue retention example: 79.2 %', () => {
  expectClose(compute(grr, 6000, 200, 1050), 0.7916666666666666)
})

test('more lost than there was is refused, nothing to keep is #DIV/0!', () => {
  expect(failure(grr, 6000, 200, 6000)).toBe(
    '#VALUE! GRR: contraction_mrr and churned_mrr together are 6200, more than start_mrr (6000)',
  )
  expect(failure(grr, 0, 0, 0)).toBe('#DIV/0! GRR: start_mrr is 0, so there was nothing to keep')
})

test('every amount is needed, wrong cells are named', () => {
  expect(failure(grr, 100, 10)).toBe('#VALUE! GRR: churned_mrr is missing')
  expect(failure(grr, '', 10, 10)).toBe('#VALUE! GRR: start_mrr is blank')
  expect(failure(grr, 100, 10, true)).toBe('#VALUE! GRR: churned_mrr is TRUE, not a number')
})
