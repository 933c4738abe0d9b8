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

test('decimals that add up to 0 leave nothing behind, and a cent of a hundred thousand million is there', () => {
  expect(sum([80.29, 10.13, -90.42])).toBe(0)
  expect(sum([0.1, 0.2, -0.3])).toBe(0)
  expect(sum([1e11 + 0.01, -1e11])).toBeCloseTo(0.01, 4)
  expect(sum([1e16, 1, -1e16])).toBe(1)
  expect(sum([1e-300, 2e-300])).toBe(3e-300)
})

test('a sum of cents is 0 where that of the whole cents is, and only there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e7, max: 1e7 }), { maxLength: 60 }), fc.boolean(), (cents, balanced) => {
      const all = balanced ? [...cents, -cents.reduce((total, cent) => total + cent, 0)] : cents
      const whole = all.reduce((total, cent) => total + cent, 0)
      const total = sum(all.map((cent) => cent / 100))
      expect(Math.abs(total - whole / 100)).toBeLessThan(1e-9)
      expect(total === 0).toBe(whole === 0)
    }),
  )
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
