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

test.each([
  { says: 'a small amount before a large one is not lost either', values: [1, 1e17, -1e17], total: 1 },
  { says: 'decimals that cancel out leave 0', values: [80.29, 10.13, -90.42], total: 0 },
  { says: 'refunds of decimals that cancel out leave 0', values: [-80.29, -10.13, 90.42], total: 0 },
  { says: 'a cent that remains of a million remains', values: [1_000_000.5, 0.01, -1_000_000.5], total: 0.01 },
  { says: 'nothing adds up to 0', values: [], total: 0 },
])('$says', ({ values, total }) => {
  const sums = runningSums(1)
  for (const value of values) sums.add(0, value)
  expect(sums.total(0)).toBe(total)
})

test('what is left of decimals in one sum is nothing to the others', () => {
  const sums = runningSums(2)
  for (const value of [80.29, 10.13, -90.42]) sums.add(0, value)
  sums.add(1, 2 ** -60)
  expect(Array.from(sums.totals())).toEqual([0, 2 ** -60])
})
