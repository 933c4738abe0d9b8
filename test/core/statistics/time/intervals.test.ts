import fc from 'fast-check'
import { expect, test } from 'vitest'
import { union } from '../../../../core/statistics/time/intervals.ts'

const unionOf = (...intervals: [number, number][]): [number, number][] => {
  const { starts, ends } = union({
    starts: Float64Array.from(intervals, ([start]) => start),
    ends: Float64Array.from(intervals, ([, end]) => end),
  })
  return Array.from(starts, (start, i) => [start, ends[i]!])
}

test('what overlaps, touches or lies inside becomes one', () => {
  expect(unionOf([5, 8], [1, 3], [2, 4])).toEqual([
    [1, 4],
    [5, 8],
  ])
  expect(unionOf([1, 3], [3, 4])).toEqual([[1, 4]])
  expect(unionOf([1, 9], [2, 3], [4, 5])).toEqual([[1, 9]])
  expect(unionOf([2, 2], [2, 2], [5, 5], [4, 6])).toEqual([
    [2, 2],
    [4, 6],
  ])
})

test('an interval may go on for ever, and there may be none', () => {
  expect(unionOf([5, Infinity], [1, 2], [7, 8])).toEqual([
    [1, 2],
    [5, Infinity],
  ])
  expect(unionOf()).toEqual([])
})

test('it covers the very minutes that the intervals cover, and leaves its input as it is', () => {
  const interval = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 15 }), (drawn) => {
      const intervals = drawn.map(([start, length]): [number, number] => [start, start + length])
      const covers = (list: [number, number][], at: number) => list.some(([start, end]) => start <= at && at <= end)
      const merged = unionOf(...intervals)
      // Halves tell a gap of one from two that touch.
      for (let at = 0; at <= 80; at += 0.5) expect(covers(merged, at)).toBe(covers(intervals, at))
      for (let i = 1; i < merged.length; i++) expect(merged[i]![0]).toBeGreaterThan(merged[i - 1]![1])
      expect(unionOf(...intervals.slice().reverse())).toEqual(merged)
      expect(unionOf(...merged)).toEqual(merged)
      const starts = Float64Array.from(intervals, ([start]) => start)
      union({ starts, ends: starts })
      expect(Array.from(starts)).toEqual(intervals.map(([start]) => start))
    }),
  )
})
