import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costPerUse } from '../../../../core/metrics/value/costPerUse.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is everything paid over the uses', () => {
  expect(compute(costPerUse, column(150, 30), 120)).toBe(1.5)
  expect(compute(costPerUse, 180, 120)).toBe(1.5)
})

test('twice the uses halve it, the order of the costs does not matter', () => {
  const costs = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 })
  fc.assert(
    fc.property(costs, fc.integer({ min: 1, max: 1e6 }), (list, uses) => {
      const cost = compute(costPerUse, column(...list), uses) as number
      expectClose(compute(costPerUse, [list.slice().reverse()], uses * 2), cost / 2)
    }),
  )
})

test('never used is #DIV/0!', () => {
  expect(failure(costPerUse, 180, 0)).toBe('#DIV/0! COST_PER_USE: uses is 0, so there is no cost per use')
})

test('headers and blanks are skipped, wrong cells are named', () => {
  expect(compute(costPerUse, column('Cost', 150, null, 30), 120)).toBe(1.5)
  expect(failure(costPerUse, 180, -1)).toBe('#VALUE! COST_PER_USE: uses is -1, below 0')
  expect(failure(costPerUse, column('180+'), 120)).toBe(
    '#VALUE! COST_PER_USE: total_cost has “180+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(costPerUse, column('180'), '120')).toBe(1.5)
  expect(failure(costPerUse, ' ', 120)).toBe('#N/A COST_PER_USE: total_cost has no numbers')
})
