import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quickRatio } from '../../../../core/metrics/value/quickRatio.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is revenue won over revenue lost (Hamid): 70,000 over 17,500', () => {
  expect(compute(quickRatio, 50000, 20000, 5500, 12000)).toBe(4)
})

test('only the sums of won and lost matter', () => {
  const money = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(money, money, money, money, (won, expansion, contraction, churned) => {
      const ratio = compute(quickRatio, won, expansion, contraction, churned) as number
      expect(compute(quickRatio, won + expansion, 0, 0, contraction + churned)).toBe(ratio)
      expectClose(compute(quickRatio, won * 8, expansion * 8, contraction * 8, churned * 8), ratio)
    }),
  )
})

test('nothing won is 0', () => {
  expect(compute(quickRatio, 0, 0, 100, 0)).toBe(0)
})

test('nothing lost is #DIV/0!', () => {
  expect(failure(quickRatio, 700, 800, 0, 0)).toBe(
    '#DIV/0! QUICK_RATIO: nothing was lost, so there is nothing to compare with',
  )
})

test('a loss written as a negative number is caught, blanks are missed', () => {
  expect(failure(quickRatio, 700, 800, 0, -100)).toBe('#VALUE! QUICK_RATIO: churned_mrr is -100, below 0')
  expect(failure(quickRatio, 700, 800, null, 100)).toBe('#VALUE! QUICK_RATIO: contraction_mrr is blank')
})
