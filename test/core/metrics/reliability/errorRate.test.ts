import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorRate } from '../../../../core/metrics/reliability/errorRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('7 faults in 1,200 deliveries are 0.58 %', () => {
  expectClose(compute(errorRate, 7, 1200), 0.005833333333333334)
})

test('a delivery can have several faults', () => {
  expect(compute(errorRate, 5, 4)).toBe(1.25)
})

test('no faults is 0', () => {
  expect(compute(errorRate, 0, 1200)).toBe(0)
})

test('the order and the split of ranges do not matter', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(counts, (faults) => {
      const whole = faults.reduce((total, count) => total + count, 0)
      expectClose(compute(errorRate, column(...faults), column(30, 40)), whole / 70)
      expectClose(compute(errorRate, [faults.slice().reverse()], 70), whole / 70)
    }),
  )
})

test('no deliveries is #DIV/0!', () => {
  expect(failure(errorRate, 0, 0)).toBe('#DIV/0! ERROR_RATE: deliveries is 0, so nothing could go wrong')
})

test('blank cells are nothing, headers and words are skipped, wrong cells are named', () => {
  expect(compute(errorRate, column('Faults', 1, null, ' ', 'n/a', 2), column('Deliveries', 300))).toBe(0.01)
  expect(failure(errorRate, column(null), 100)).toBe('#N/A ERROR_RATE: faults has no numbers')
  expect(failure(errorRate, column(1, '2+'), 100)).toBe(
    '#VALUE! ERROR_RATE: faults row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(errorRate, column(1, '2'), '300')).toBe(0.01)
  expect(failure(errorRate, -1, 100)).toBe('#VALUE! ERROR_RATE: faults has -1, below 0')
  expect(failure(errorRate, 1, column(100, -1))).toBe('#VALUE! ERROR_RATE: deliveries row 2 has -1, below 0')
  expect(failure(errorRate, 1)).toBe('#VALUE! ERROR_RATE: deliveries is missing')
})
