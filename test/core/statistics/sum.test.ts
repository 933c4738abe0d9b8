import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum } from '../../../core/statistics/sum.ts'
import { expectClose } from '../../close.ts'

test('cents of a long column add up', () => {
  expect(sum(new Float64Array(1_000_000).fill(0.1))).toBe(100_000)
  expect(sum([0.1, 0.2, 0.3])).toBe(0.6)
})

test('what is small is not lost beside what is large (Neumaier’s example)', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2)
})

test('whole numbers are exact, nothing is 0', () => {
  expect(sum([])).toBe(0)
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      expect(BigInt(sum(values))).toBe(values.reduce((total, value) => total + BigInt(value), 0n))
    }),
  )
})

test('the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
      expectClose(sum(values.slice().sort((a, b) => a - b)), sum(values), 1e-15)
    }),
  )
})
