import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBelow } from '../../../core/statistics/sorted.ts'

test('the limit itself is not below it', () => {
  expect([0, 1, 2, 3, 9, 10].map((limit) => countBelow([1, 3, 3, 9], limit))).toEqual([0, 0, 1, 1, 3, 4])
})

test('it is a count of the values one by one, repeated or not', () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 })).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(values, fc.integer({ min: -25, max: 25 }), (sorted, limit) => {
      expect(countBelow(Int32Array.from(sorted), limit)).toBe(sorted.filter((value) => value < limit).length)
    }),
  )
})
