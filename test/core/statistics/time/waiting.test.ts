import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import { lastDay, reachedWithin, waitingTimes } from '../../../../core/statistics/time/waiting.ts'

const starts = (...days: number[]) => ({ name: 'starts', dates: Float64Array.from(days) })
const events = (...days: number[]) => ({ name: 'events', dates: Float64Array.from(days) })

function failure(act: () => unknown): CellError {
  try {
    act()
  } catch (error) {
    if (error instanceof CellError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

/** Starts in the first 60 days, with the event up to 60 days later or not at all. */
const cases = fc.array(fc.tuple(fc.integer({ min: 100, max: 160 }), fc.option(fc.integer({ min: 0, max: 60 }))), {
  minLength: 1,
})
const columns = (pairs: readonly (readonly [number, number | null])[]) =>
  [
    starts(...pairs.map(([start]) => start)),
    events(...pairs.map(([start, wait]) => (wait === null ? NaN : start + wait))),
  ] as const

test('the last day is the latest in both columns, or the one given', () => {
  expect(lastDay(Float64Array.of(10, 12.5), Float64Array.of(NaN, 11), null)).toBe(12)
  expect(lastDay(Float64Array.of(10, 12), Float64Array.of(30.75, NaN), null)).toBe(30)
  expect(lastDay(Float64Array.of(10), Float64Array.of(30), 20.5)).toBe(20)
})

test('the last day of the window counts, the day after does not', () => {
  expect(reachedWithin(starts(100, 100), events(107, 108), 7, 200, 'trials')).toEqual({
    part: 1,
    whole: 2,
    of: 'trials',
    pending: 0,
  })
})

test('a start counts from the day its window ends, and is pending before', () => {
  expect(reachedWithin(starts(100, 101), events(NaN, NaN), 7, 107, 'trials')).toEqual({
    part: 0,
    whole: 1,
    of: 'trials',
    pending: 1,
  })
})

test('times of day do not matter, also not within one day', () => {
  expect(reachedWithin(starts(100.9, 100.9), events(107.95, 100), 7, 107, 'trials')).toMatchObject({
    part: 2,
    whole: 2,
  })
  expect(waitingTimes(starts(100.9), events(103.1), 110)).toEqual({
    durations: Float64Array.of(3),
    ended: Uint8Array.of(1),
  })
})

test('a wait that goes on is known up to the last day; starts after it are not there yet', () => {
  expect(waitingTimes(starts(100, 105, 120), events(NaN, 115, 121), 110)).toEqual({
    durations: Float64Array.of(10, 5),
    ended: Uint8Array.of(0, 0),
  })
})

test('it agrees with a count day by day', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 130, max: 200 }), (pairs, days, until) => {
      const whole = pairs.filter(([start]) => start <= until - days)
      fc.pre(whole.length > 0)
      const lived = whole.map(([start]) => new Set(Array.from({ length: days + 1 }, (_, day) => start + day)))
      const reached = whole.filter(([start, wait], i) => wait !== null && lived[i]!.has(start + wait)).length
      expect(reachedWithin(...columns(pairs), days, until, 'trials')).toMatchObject({
        part: reached,
        whole: whole.length,
        pending: pairs.length - whole.length,
      })
      const { durations, ended } = waitingTimes(...columns(pairs), until)
      let seen = 0
      for (const [start, wait] of pairs) {
        if (start > until) continue
        let day = start
        while (day < until && !(wait !== null && day === start + wait)) day++
        expect([durations[seen], ended[seen]]).toEqual([day - start, wait !== null && day === start + wait ? 1 : 0])
        seen++
      }
      expect(durations).toHaveLength(seen)
    }),
  )
})

test('an event before its start is wrong, and says in which value', () => {
  const pair = [starts(46023, 46024), events(46023, 46023)] as const
  for (const count of [() => reachedWithin(...pair, 0, 46100, 'trials'), () => waitingTimes(...pair, 46100)]) {
    const { code, message, where } = failure(count)
    expect([code, message]).toEqual(['#VALUE!', 'has 2026-01-01, before the date in starts (2026-01-02)'])
    expect(where).toEqual({ argument: 'events', index: 1 })
  }
})

test('nothing old enough is #N/A', () => {
  const until = parseIso('2026-01-31')
  expect(failure(() => reachedWithin(starts(until), events(NaN), 1, until, 'trials')).message).toBe(
    'needs a date in starts that is 1 day or more before as_of (2026-01-31), has none',
  )
  const error = failure(() => waitingTimes(starts(until + 1), events(NaN), until))
  expect([error.code, error.message]).toEqual(['#N/A', 'starts has no date up to as_of (2026-01-31)'])
})
