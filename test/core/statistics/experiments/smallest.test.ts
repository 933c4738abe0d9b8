import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallestEnough, smallestFound } from '../../../../core/statistics/experiments/smallest.ts'

test('the smallest number is found to the last digit, upwards and downwards', () => {
  expect(smallestFound((x) => x >= 0.3, 1)).toBe(0.3)
  expect(smallestFound((x) => x <= -1 / 3, -1)).toBe(-1 / 3)
  expect(smallestFound((x) => x >= 1e-300, 1)).toBe(1e-300)
})

test('what is not found at the end is nowhere', () => {
  expect(smallestFound(() => false, 1)).toBe(NaN)
})

test('the smallest whole number is found, wherever the search begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (enough, start) => {
      expect(smallestEnough((n) => n >= enough, 2, start)).toBe(enough)
    }),
  )
})
