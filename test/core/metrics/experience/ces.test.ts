import { expect, test } from 'vitest'
import { ces } from '../../../../core/metrics/experience/ces.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is the mean effort, low is good (Dixon and others, 2010)', () => {
  expectClose(compute(ces, column(1, 2, 2, 3, 1, 4, 2, 2, null, 3)), 20 / 9)
})

test('the 7-point question is the mean as well, and is not turned round', () => {
  expectClose(compute(ces, column(7, 6, 5, 5, 3, 7, 2, 6, 4, 7), 7), 5.2)
})

test('the help says which way is good', () => {
  expect(ces.spec.summary).toContain('Low is good')
})

test('an answer outside the scale is named', () => {
  expect(failure(ces, column(3, 7))).toBe(
    '#VALUE! CES: scores row 2 has 7, outside 1 to 5, give scale_max 7 if that is the scale',
  )
  expect(failure(ces, column('n/a', ''))).toBe('#N/A CES: scores has no numbers')
})
