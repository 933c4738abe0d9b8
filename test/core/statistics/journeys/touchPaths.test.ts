import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Keys } from '../../../../core/arguments/index.ts'
import { journeysOf, readPaths, totals, type Journeys } from '../../../../core/statistics/journeys/touchPaths.ts'

/** The touches of each journey by name. */
const named = ({ channels, touches, start }: Journeys): string[][] =>
  Array.from({ length: start.length - 1 }, (_, j) =>
    Array.from(touches.subarray(start[j], start[j + 1]), (code) => channels[code]!),
  )

const coded = (cells: string[]): Keys => {
  const labels = [...new Set(cells)]
  return { labels, codes: Int32Array.from(cells, (cell) => labels.indexOf(cell)) }
}

describe('paths in words', () => {
  test('touches stand between > signs; spaces round them and empty ones are dropped', () => {
    expect(named(readPaths(['a > b >a', 'paid search', '', ' > b']).journeys)).toEqual([
      ['a', 'b', 'a'],
      ['paid search'],
      [],
      ['b'],
    ])
  })

  test('arrows of other shapes stand between touches as well', () => {
    expect(named(readPaths(['a -> b', 'a => b', 'a → b', 'a » b']).journeys)).toEqual(Array(4).fill(['a', 'b']))
  })

  test('equal texts share a journey', () => {
    const { journeys, journeyOf } = readPaths(['a > b', 'b', 'a > b'])
    expect(journeys.start).toHaveLength(3)
    expect(Array.from(journeyOf)).toEqual([0, 1, 0])
    expect(Array.from(totals(Float64Array.of(1, 2, 4), journeyOf, 2))).toEqual([5, 2])
  })

  test('a blank adds nothing', () => {
    expect(Array.from(totals(Float64Array.of(1, NaN, 4), Int32Array.of(0, 0, 1), 2))).toEqual([1, 4])
  })

  test('the distance of a touch counts the touches after it', () => {
    expect(Array.from(readPaths(['a > b > c', 'd']).journeys.distance)).toEqual([2, 1, 0, 0])
  })
})

describe('a log of touches', () => {
  type Touch = readonly [id: string, date: number, channel: string, conversion: number]
  const build = (log: readonly Touch[], lookback = Infinity) =>
    journeysOf(
      coded(log.map(([id]) => id)),
      Float64Array.from(log, ([, date]) => date),
      coded(log.map(([, , channel]) => channel)),
      Float64Array.from(log, ([, , , conversion]) => conversion),
      lookback,
    )

  test('is one journey for each customer in order of time', () => {
    const { journeys, converted } = build([
      ['Ann', 102, 'shop', 103],
      ['Ben', 101, 'mail', NaN],
      ['Ann', 100, 'search', 103],
    ])
    expect(named(journeys)).toEqual([['search', 'shop'], ['mail']])
    expect(Array.from(journeys.distance)).toEqual([3, 1, 0])
    expect(Array.from(converted)).toEqual([1, 0])
  })

  test('agrees with filtering and sorting the touches of each customer, for any log', () => {
    const day = fc.integer({ min: 200, max: 260 }).map((quarters) => quarters / 4)
    const touch = fc.tuple(
      fc.constantFrom('x', 'y', 'z'),
      day,
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.oneof(fc.constant(NaN), day),
    )
    fc.assert(
      fc.property(
        fc.array(touch, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 12 }),
        (log, lookback) => {
          const { journeys, converted } = build(log, lookback)
          const ids = [...new Set(log.map(([id]) => id))]
          const expected = ids.map((id) => {
            const own = log.filter(([other]) => other === id)
            const conversions = own.map(([, , , date]) => date).filter((date) => !Number.isNaN(date))
            const conversion = conversions.length > 0 ? Math.min(...conversions) : Infinity
            // A date alone lasts until midnight.
            const until = Number.isInteger(conversion) ? conversion + 0.99 : conversion
            const before = own.filter(([, date]) => date <= until).sort((a, b) => a[1] - b[1])
            const end = conversion < Infinity ? conversion : (before[before.length - 1]?.[1] ?? 0)
            return before.filter(([, date]) => Math.floor(end) - Math.floor(date) <= lookback).map(([, , name]) => name)
          })
          expect(named(journeys)).toEqual(expected)
          const anyDate = ids.map((id) => (log.some(([other, , , date]) => other === id && date > 0) ? 1 : 0))
          expect(Array.from(converted)).toEqual(anyDate)
        },
      ),
    )
  })
})
