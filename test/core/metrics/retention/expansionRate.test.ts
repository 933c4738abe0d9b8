import { expect, test } from 'vitest'
import { expansionRate } from '../../../../core/metrics/retention/expansionRate.ts'
import { nrr } from '../../../../core/metrics/retention/nrr.ts'
import { grr } from '../../../../core/metrics/retention/grr.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is the expansion over the revenue at the start', () => {
  expect(compute(expansionRate, 500000, 65000)).toBe(0.13)
  expect(compute(expansionRate, 500000, 0)).toBe(0)
})

test('it may exceed 1', () => {
  expect(compute(expansionRate, 100, 250)).toBe(2.5)
})

test('it is what net revenue retention has above gross revenue retention', () => {
  const gap = (compute(nrr, 6000, 800, 200, 1050) as number) - (compute(grr, 6000, 200, 1050) as number)
  expectClose(compute(expansionRate, 6000, 800), gap)
})

test('nothing to expand is #DIV/0!, wrong cells are named', () => {
  expect(failure(expansionRate, 0, 10)).toBe('#DIV/0! EXPANSION_RATE: start_mrr is 0, so there was nothing to expand')
  expect(failure(expansionRate, 100, -10)).toBe('#VALUE! EXPANSION_RATE: expansion_mrr is -10, below 0')
  expect(failure(expansionRate, 100, '')).toBe('#VALUE! EXPANSION_RATE: expansion_mrr is blank')
  expect(failure(expansionRate, 'x', 10)).toBe('#VALUE! EXPANSION_RATE: start_mrr is the text “x”, not a number')
})
