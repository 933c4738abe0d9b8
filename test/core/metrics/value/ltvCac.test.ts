import { expect, test } from 'vitest'
import { ltvCac } from '../../../../core/metrics/value/ltvCac.ts'
import { compute, failure } from '../../../compute.ts'

test('it is one over the other (Skok: 3 is healthy)', () => {
  expect(compute(ltvCac, 1600, 400)).toBe(4)
  expect(compute(ltvCac, -100, 400)).toBe(-0.25)
})

test('a cost of 0 is #DIV/0!', () => {
  expect(failure(ltvCac, 1600, 0)).toBe('#DIV/0! LTV_CAC: cac is 0')
})

test('blank and wrong cells are named', () => {
  expect(failure(ltvCac, 1600, ' ')).toBe('#VALUE! LTV_CAC: cac is blank')
  expect(failure(ltvCac, 'x', 400)).toBe('#VALUE! LTV_CAC: ltv is the text “x”, not a number')
})
