import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Keys } from '../../../../core/arguments/index.ts'
import { MOST_CHARACTERS, wrongValue } from '../../../../core/cell.ts'
import {
  conversionValues,
  journeysOf,
  misread,
  pathText,
  readPaths,
  totals,
  type Journeys,
} from '../../../../core/statistics/journeys/touchPaths.ts'

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

describe('paths as other programs write them', () => {
  test.each([
    { says: '“x 2” is two touches', path: 'Direct x 2 > mail', touches: ['Direct', 'Direct', 'mail'] },
    { says: 'the times may be a × without a space', path: ' a ×3 ', touches: ['a', 'a', 'a'] },
    {
      says: 'a name of several words may be repeated',
      path: 'paid search x 2',
      touches: ['paid search', 'paid search'],
    },
    { says: 'a repeat of twelve has two digits', path: 'a x 12', touches: Array<string>(12).fill('a') },
    { says: 'a number of four digits is part of the name', path: 'a x 1000', touches: ['a x 1000'] },
    { says: 'an x without a number belongs to the name', path: 'space x > b', touches: ['space x', 'b'] },
    { says: 'an x without a name before it is a name', path: 'x 2', touches: ['x 2'] },
    { says: 'what follows the number belongs to the name', path: 'a x 2 off', touches: ['a x 2 off'] },
    { says: 'a letter before the x belongs to the name', path: 'max 2', touches: ['max 2'] },
    { says: 'a hyphen in a name is no arrow', path: 'e-mail > pay-per-click', touches: ['e-mail', 'pay-per-click'] },
  ])('$says', ({ path, touches }) => {
    expect(named(readPaths([path]).journeys)).toEqual([touches])
  })

  test.each(['a | b', 'a ^ b', 'a; b', 'a, b'])(
    'no arrow tells the touches of “%s” apart, so the user is asked to write one',
    (path) => {
      expect(() => readPaths(['mail', path])).toThrow(
        wrongValue('paths', 1, `has “${path}”, write > between the touches, as =SUBSTITUTE() does for a whole column`),
      )
    },
  )

  test('beside paths with arrows one comma belongs to a name, two stand between touches', () => {
    expect(named(readPaths(['search > shop', 'Smith, Inc']).journeys)).toEqual([['search', 'shop'], ['Smith, Inc']])
    expect(() => readPaths(['search > shop', 'a, b, c'])).toThrow('has “a, b, c”, write > between the touches')
    expect(() => readPaths(['search > shop', 'a | b'])).toThrow('has “a | b”, write > between the touches')
  })

  test('a path with arrows may have other marks in its names', () => {
    expect(named(readPaths(['a | b > c; d, e, f']).journeys)).toEqual([['a | b', 'c; d, e, f']])
  })

  test('a path that was too long for its cell is refused, and its row is named', () => {
    const tooLong = pathText(Array.from({ length: 10_000 }, (_, i) => `channel ${i}`))
    expect(() => readPaths(['a > b', 'a', tooLong])).toThrow(
      wrongValue(
        'paths',
        2,
        'has a path that is too long for a cell; leave out this row, or use ATTRIBUTION_EVENTS, which takes the touches themselves',
      ),
    )
  })
})

describe('the text of a path', () => {
  test('has > between the touches, and repeats stand as they are', () => {
    expect(pathText(['search', 'search', 'mail'])).toBe('search > search > mail')
    expect(pathText(['mail'])).toBe('mail')
    expect(pathText([])).toBe('')
  })

  test('may be as long as a cell can hold, 32,767 characters, before anything is counted', () => {
    // The two touches before it and their arrows have 8 characters.
    const name = 'c'.repeat(32_767 - 8)
    expect(MOST_CHARACTERS).toBe(32_767)
    expect(pathText(['a', 'a', name])).toBe(`a > a > ${name}`)
    expect(pathText(['a', 'b', name])).toBe(`a > b > ${name}`)
    expect(pathText(['a', 'b', `${name}c`])).toBe('(too long for a cell: set lookback_days, or use ATTRIBUTION_EVENTS)')
  })

  test('counts repeats where it would be too long, 999 at a time', () => {
    const channels = ['b', ...Array<string>(20_000).fill('a'), 'b', 'b', 'a']
    // 20,000 is 20 times 999 and 20 more.
    const text = `b > ${'a x 999 > '.repeat(20)}a x 20 > b x 2 > a`
    expect(pathText(channels)).toBe(text)
    expect(named(readPaths([text]).journeys)).toEqual([channels])
  })

  test('with repeats counted may be as long as a cell can hold', () => {
    // “cc… > cc…” becomes “cc… x 2”: the name has all but the four characters of “ x 2”.
    const name = 'c'.repeat(32_763)
    expect(pathText([name, name])).toBe(`${name} x 2`)
    expect(pathText([`${name}c`, `${name}c`])).toMatch(/^\(too long for a cell:/)
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

  test('touches at the same time keep the order of the log', () => {
    const { journeys } = build([
      ['Ann', 101, 'c', NaN],
      ['Ann', 100, 'b', NaN],
      ['Ann', 101, 'a', NaN],
      ['Ann', 100, 'a', NaN],
    ])
    expect(named(journeys)).toEqual([['b', 'a', 'c', 'a']])
  })

  test('a conversion date without a time stands for the whole day, one with a time for that time', () => {
    const touches = (conversion: number) =>
      named(
        build([
          ['Ann', 100.25, 'morning', conversion],
          ['Ann', 100.75, 'evening', NaN],
          ['Ann', 101, 'next day', NaN],
        ]).journeys,
      )
    expect(touches(100)).toEqual([['morning', 'evening']])
    expect(touches(100.5)).toEqual([['morning']])
    expect(touches(100.75)).toEqual([['morning', 'evening']])
  })

  test('of two conversions the earlier ends the journey, wherever it stands', () => {
    const { journeys } = build([
      ['Ann', 100, 'a', 110],
      ['Ann', 105, 'b', 102],
    ])
    expect(named(journeys)).toEqual([['a']])
    expect(Array.from(journeys.distance)).toEqual([2])
  })

  test('a row without a date or a channel is no touch, but its conversion counts', () => {
    const log = {
      ids: { labels: ['Ann', 'Ben', 'Cid'], codes: Int32Array.of(0, 0, 1, 0, 1, 2) },
      dates: Float64Array.of(102, 100, 101, NaN, 100, NaN),
      channels: { labels: ['search', 7], codes: Int32Array.of(0, 1, 0, 1, -1, -1) },
      conversions: Float64Array.of(NaN, NaN, NaN, 103, 101, 105),
    }
    const { journeys, converted } = journeysOf(log.ids, log.dates, log.channels, log.conversions, Infinity)
    expect(named(journeys)).toEqual([['7', 'search'], ['search'], []])
    expect(Array.from(journeys.distance)).toEqual([3, 1, 0])
    expect(Array.from(converted)).toEqual([1, 1, 1])
  })

  test('without conversion dates nobody has converted, and journeys end with their last touch', () => {
    const ids = { labels: ['Ann'], codes: Int32Array.of(0, 0, 0) }
    const channels = { labels: ['a', 'b', 'c'], codes: Int32Array.of(0, 1, 2) }
    const { journeys, converted } = journeysOf(ids, Float64Array.of(100, 107, 108), channels, null, 7)
    expect(named(journeys)).toEqual([['b', 'c']])
    expect(Array.from(journeys.distance)).toEqual([1, 0])
    expect(Array.from(converted)).toEqual([0])
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

test.each([
  ['mail', undefined],
  ['Smith, Inc', undefined],
  ['x 2', undefined],
  ['Deal x', undefined],
  ['a-b', undefined],
  ['a->b', 'but > stands between the touches of a path'],
  ['Home » Shop', 'but » stands between the touches of a path'],
  ['a→b', 'but → stands between the touches of a path'],
  ['Deal x 2', 'which a path reads as touches of “Deal”'],
  [' Deal ×12 ', 'which a path reads as touches of “Deal”'],
])('a channel named “%s” is read back from a path, or it is said why not', (channel, problem) => {
  expect(misread(channel)).toBe(problem)
  if (problem === undefined) expect(readPaths([`${channel} > other`]).journeys.channels).toEqual([channel, 'other'])
  else expect(readPaths([`${channel} > other`]).journeys.channels[0]).not.toBe(channel.trim())
})

describe('the value of each customer’s conversion', () => {
  const ids = coded(['a', 'b', 'a', 'a', 'c'])
  const valuesOf = (dates: number[], values: number[]) =>
    Array.from(conversionValues(ids, Float64Array.from(dates), Float64Array.from(values)))

  test('stands beside the earliest date or in a row without one; without a date there is none', () => {
    expect(valuesOf([5, 7, 4, NaN, NaN], [9, 2, 3, NaN, 8])).toEqual([3, 2, 0])
    expect(valuesOf([5, 7, 4, NaN, NaN], [9, 2, NaN, 3, 8])).toEqual([3, 2, 0])
    expect(valuesOf([4, 7, 4, NaN, NaN], [3, 2, 0, 3, 8])).toEqual([3, 2, 0])
  })

  test('is one', () => {
    expect(() => valuesOf([4, 7, 4, NaN, NaN], [3, 2, 1, NaN, NaN])).toThrow(
      wrongValue(
        'values',
        2,
        'has 1, and another row of “a” has 3 for the same conversion; a customer converts once, so give one value',
      ),
    )
  })
})
