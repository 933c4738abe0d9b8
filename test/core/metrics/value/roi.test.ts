import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roi } from '../../../../core/metrics/value/roi.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is what came back beyond the cost, as a share of the cost', () => {
  expect(compute(roi, 1500, 1000)).toBe(0.5)
  expect(compute(roi, 800, 1000)).toBe(-0.2)
})

test('the money just back is 0, nothing back is -1', () => {
  expect(compute(roi, 1000, 1000)).toBe(0)
  expect(compute(roi, 0, 1000)).toBe(-1)
})

test('it does not depend on the currency', () => {
  const money = fc.integer({ min: 1, max: 1e9 })
  fc.assert(
    fc.property(money, money, (gain, cost) => expectClose(compute(roi, gain * 8, cost * 8), compute(roi, gain, cost))),
  )
})

test('no cost is #DIV/0!', () => {
  expect(failure(roi, 800, 0)).toBe('#DIV/0! ROI: cost is 0')
})

test('wrong cells are named', () => {
  expect(failure(roi, 800, -5)).toBe('#VALUE! ROI: cost is -5, below 0')
  expect(failure(roi, null, 5)).toBe('#VALUE! ROI: gain is blank')
  expect(failure(roi, '800+', 5)).toBe('#VALUE! ROI: gain is the text “800+”, not a number')
  expect(compute(roi, '$800', '5')).toBe(compute(roi, 800, 5))
})
