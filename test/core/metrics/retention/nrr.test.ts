import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grr } from '../../../../core/metrics/retention/grr.ts'
import { nrr } from '../../../../core/metrics/retention/nrr.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

// MRR of ten accounts at the start and at the end; two of them are new.
const accounts = [
  [1000, 1200],
  [500, 500],
  [800, 0],
  [300, 150],
  [0, 400],
  [250, 0],
  [2000, 2600],
  [0, 300],
  [450, 450],
  [700, 650],
] as const
const total = (of: (start: number, end: number) => number) =>
  accounts.filter(([start]) => start > 0).reduce((sum, [start, end]) => sum + of(start, end), 0)

test('it is what the accounts of the start pay at the end, over what they paid', () => {
  const start = total((before) => before)
  const movements = [
    total((before, after) => Math.max(0, after - before)),
    total((before, after) => (after > 0 ? Math.max(0, before - after) : 0)),
    total((before, after) => (after > 0 ? 0 : before)),
  ]
  expect([start, ...movements]).toEqual([6000, 800, 200, 1050])
  expectClose(compute(nrr, start, ...movements), total((_, after) => after) / start)
  expectClose(compute(nrr, start, ...movements), 0.925)
})

test('100,000 with 30,000 more and 10,000 lost is 120 %', () => {
  expect(compute(nrr, 100000, 30000, 0, 10000)).toBe(1.2)
})

test('without expansion it is gross revenue retention, which it is never below', () => {
  const money = fc.double({ min: 0.01, max: 1e7, noNaN: true })
  fc.assert(
    fc.property(money, money, money, money, (rest, expansion, contraction, churned) => {
      const start = rest + contraction + churned
      const gross = compute(grr, start, contraction, churned) as number
      expectClose(compute(nrr, start, 0, contraction, churned), gross)
      expect(compute(nrr, start, expansion, contraction, churned)).toBeGreaterThanOrEqual(gross)
    }),
  )
})

test('all lost is 0, and only expansion is left of it', () => {
  expect(compute(nrr, 100, 0, 0, 100)).toBe(0)
  expect(compute(nrr, 0.3, 0, 0.1, 0.2)).toBe(0)
})

test('more lost than there was is refused, nothing to keep is #DIV/0!', () => {
  expect(failure(nrr, 100, 0, 0, 110)).toBe('#VALUE! NRR: churned_mrr is 110, more than start_mrr (100)')
  expect(failure(nrr, 0, 300, 0, 0)).toBe('#DIV/0! NRR: start_mrr is 0, so there was nothing to keep')
})

test('every amount is needed, wrong cells are named', () => {
  expect(failure(nrr, 100, 10, 5)).toBe('#VALUE! NRR: churned_mrr is missing')
  expect(failure(nrr, 100, null, 5, 5)).toBe('#VALUE! NRR: expansion_mrr is blank')
  expect(failure(nrr, 100, 10, -5, 5)).toBe('#VALUE! NRR: contraction_mrr is -5, below 0')
  expect(failure(nrr, 100, 10, 5, [[1], [2]])).toBe(
    '#VALUE! NRR: churned_mrr must be one cell, not 2: add them up with SUM',
  )
})
