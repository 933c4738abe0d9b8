import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runningSums } from '../../../core/statistics/runningSums.ts'
import { sum } from '../../../core/statistics/sum.ts'

test('each sum is what sum() gives for its values, in whatever turns they come', () => {
  const item = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.double({ min: -1e12, max: 1e12, noNaN: true }))
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const sums = runningSums(5)
      for (const [at, value] of items) sums.add(at, value)
      const expected = [0, 1, 2, 3, 4].map((at) => sum(items.filter(([own]) => own === at).map(([, value]) => value)))
      expect(Array.from(sums.totals(), (total) => total + 0)).toEqual(expected.map((total) => total + 0))
    }),
  )
})

test('cents add up, and a large amount does not swallow a small one', () => {
  const sums = runningSums(2)
  for (let i = 0; i < 10_000; i++) sums.add(0, 0.1)
  for (const value of [1e16, 1, -1e16]) sums.add(1, value)
  expect(Array.from(sums.totals())).toEqual([1000, 1])
  expect([sums.total(0), sums.total(1)]).toEqual([1000, 1])
})
