import fc from 'fast-check'
import { expect, test } from 'vitest'
import { burnMultiple } from '../../../../core/metrics/value/burnMultiple.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is net burn over net new yearly recurring revenue (Sacks, 2020)', () => {
  expect(compute(burnMultiple, 2500000, 1250000)).toBe(2)
})

test('a firm that earns cash has a negative one', () => {
  expect(compute(burnMultiple, -500000, 1000000)).toBe(-0.5)
})

test('it does not depend on the currency', () => {
  const money = fc.integer({ min: 1, max: 1e9 })
  fc.assert(
    fc.property(money, money, (burn, arr) =>
      expectClose(compute(burnMultiple, burn * 8, arr * 8), compute(burnMultiple, burn, arr)),
    ),
  )
})

test('no new revenue is #DIV/0!, shrinking revenue #NUM!', () => {
  expect(failure(burnMultiple, 2500000, 0)).toBe(
    '#DIV/0! BURN_MULTIPLE: net_new_arr is 0, so the burn bought no growth',
  )
  expect(failure(burnMultiple, 2500000, -100000)).toBe(
    '#NUM! BURN_MULTIPLE: net_new_arr is negative: recurring revenue shrank, so no burn bought growth',
  )
})

test('wrong cells are named', () => {
  expect(failure(burnMultiple, ' ', 1)).toBe('#VALUE! BURN_MULTIPLE: net_burn is blank')
  expect(failure(burnMultiple, 1, 'much')).toBe('#VALUE! BURN_MULTIPLE: net_new_arr is the text “much”, not a number')
})
