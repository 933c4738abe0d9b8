import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pctChange } from '../../../../core/metrics/value/pctChange.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is the change as a share of the old value', () => {
  expect(compute(pctChange, 120, 100)).toBe(0.2)
  expect(compute(pctChange, 80, 100)).toBe(-0.2)
  expect(compute(pctChange, 0, 100)).toBe(-1)
  expect(compute(pctChange, -50, 100)).toBe(-1.5)
})

test('changes one after the other multiply', () => {
  const value = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      const growth = (now: number, before: number) => 1 + (compute(pctChange, now, before) as number)
      expectClose(growth(b, a) * growth(c, b), growth(c, a), 1e-9)
    }),
  )
})

test('from 0 it is #DIV/0!, from a negative value #NUM!', () => {
  expect(failure(pctChange, 120, 0)).toBe('#DIV/0! PCT_CHANGE: before is 0, and any change from 0 is without measure')
  expect(failure(pctChange, 120, -100)).toBe(
    '#NUM! PCT_CHANGE: before is -100, and a relative change from a negative value says nothing',
  )
})

test('wrong cells are named', () => {
  expect(failure(pctChange, ' ', 100)).toBe('#VALUE! PCT_CHANGE: now is blank')
  expect(failure(pctChange, 120, '100+')).toBe('#VALUE! PCT_CHANGE: before is the text “100+”, not a number')
  expect(failure(pctChange, 120, '1,000')).toBe(
    '#VALUE! PCT_CHANGE: before is the text “1,000”, which may be 1 or 1000: turn it into a number',
  )
  expect(compute(pctChange, 120, '100')).toBe(compute(pctChange, 120, 100))
})
