import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribution } from '../../../../core/metrics/campaign/attribution.ts'
import { attributionEvents } from '../../../../core/metrics/campaign/attributionEvents.ts'
import { touchPaths } from '../../../../core/metrics/campaign/touchPaths.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Touch = readonly [id: string, day: number, channel: string, conversion: number | null]
type Credits = Record<string, number>

const run = (log: readonly Touch[], ...options: unknown[]): Credits =>
  byChannel(compute(attributionEvents, ...cells(log), ...options))
const cells = (log: readonly Touch[]): unknown[] =>
  [0, 1, 2, 3].map((place) => column(...log.map((touch) => touch[place as 0 | 1 | 2 | 3])))
const byChannel = (table: unknown): Credits =>
  Object.fromEntries((table as [string, number][]).slice(1).map(([channel, credit]) => [channel, credit]))

/** One customer who converted on day 46100, with touches so many days before. */
const before = (touches: [string, number][]): Touch[] =>
  touches.map(([channel, days]) => ['Ann', 46100 - days, channel, 46100])

test('decay halves in 7 days, as in Google Ads and Analytics: 1/15, 2/15, 4/15 and 8/15', () => {
  const touches = before([
    ['search', 21],
    ['email', 14],
    ['display', 7],
    ['direct', 0],
  ])
  const expected = { search: 1 / 15, email: 2 / 15, display: 4 / 15, direct: 8 / 15 }
  const credits = run(touches, 'decay')
  for (const [channel, credit] of Object.entries(expected)) expectClose(credits[channel], credit)
  expectClose(run(touches, 'decay', null, 14).direct, 1 / (1 + 2 ** -0.5 + 2 ** -1 + 2 ** -1.5))
})

test('decay goes by the time that passed: of two touches twelve hours apart the later has twice the credit', () => {
  const log = [column('a', 'a'), column('2026-03-01T08:00', '2026-03-01T20:00'), column('x', 'y')]
  const paidAt = (time: string) => column(time, time)
  const credits = (time: string) =>
    byChannel(compute(attributionEvents, ...log, paidAt(time), 'decay', null, 0.5)) as { x: number; y: number }
  for (const time of ['2026-03-01T21:00', '2026-03-01', '2026-03-09T03:30']) {
    expectClose(credits(time).x, 1 / 3)
    expectClose(credits(time).y, 2 / 3)
  }
})

test('with decay each touch has 2 to the power of minus the half-lives that passed until the conversion', () => {
  const moment = fc.integer({ min: 0, max: 40 * 1440 }).map((minutes) => minutes / 1440)
  const moments = fc.uniqueArray(moment, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(moments, fc.double({ min: 0.05, max: 30, noNaN: true }), (moments, halfLife) => {
      const touches = moments.map((days, i): [string, number] => [`c${i}`, days])
      const weights = moments.map((days) => 2 ** (-(days - Math.min(...moments)) / halfLife))
      const total = weights.reduce((sum, weight) => sum + weight)
      const credits = run(before(touches), 'decay', null, halfLife)
      weights.forEach((weight, i) => expect(Math.abs(credits[`c${i}`]! - weight / total)).toBeLessThan(1e-9))
    }),
  )
})

test('touches and conversions without a time decay by days, whatever the time of the conversion', () => {
  const touches = (conversion: number): Touch[] => [
    ['Ann', 46090, 'a', conversion],
    ['Ann', 46097, 'b', conversion],
  ]
  for (const conversion of [46100, 46100.9]) {
    expectClose(run(touches(conversion), 'decay').a, 1 / 3)
    expectClose(run(touches(conversion), 'decay').b, 2 / 3)
  }
})

test('the lookback counts days of the calendar, so it is a whole number', () => {
  const [ids, days, channels, conversions] = cells(before([['a', 2]]))
  expect(failure(attributionEvents, ids, days, channels, conversions, 'last', 0.5)).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: lookback_days is 0.5, not a whole number',
  )
})

test('linear is the default, and each customer converts once', () => {
  const log: Touch[] = [
    ['Ann', 46001, 'search', 46010],
    ['Ann', 46002, 'mail', 46010],
    ['Ben', 46001, 'mail', 46020],
    ['Cleo', 46001, 'shop', null],
  ]
  expect(compute(attributionEvents, ...cells(log))).toEqual([
    ['channel', 'credit', 'share'],
    ['mail', 1.5, 0.75],
    ['search', 0.5, 0.25],
    ['shop', 0, 0],
  ])
})

test('touches after the conversion and before the lookback get nothing', () => {
  const touches = before([
    ['old', 31],
    ['good', 30],
    ['late', -1],
  ])
  expect(run(touches, 'linear', 30)).toEqual({ old: 0, good: 1, late: 0 })
  expect(run(touches)).toEqual({ old: 0.5, good: 0.5, late: 0 })
})

test('who converted without a touch in time is unattributed', () => {
  expect(run(before([['late', -1]]))).toEqual({ '(unattributed)': 1, late: 0 })
})

test('it gives the credits of TOUCH_PATHS and ATTRIBUTION, and those who did not convert are the nulls', () => {
  const day = fc.integer({ min: 46000, max: 46040 })
  const touch = fc.tuple(
    fc.constantFrom('u', 'v', 'w', 'x', 'y'),
    day,
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day }),
  )
  const logs = fc
    .array(touch, { minLength: 1, maxLength: 25 })
    .filter((log) => log.some(([, , , date]) => date !== null))
  const model = fc.constantFrom('first', 'last', 'linear', 'position', 'markov', 'shapley')
  fc.assert(
    fc.property(logs, model, fc.integer({ min: 0, max: 30 }), (log, model, lookback) => {
      const [, ...paths] = compute(touchPaths, ...cells(log), lookback) as [string, string, number, 0 | 1][]
      const path = column(...paths.map(([, path]) => path))
      const converted = paths.map(([, , , converted]) => converted)
      const nulls = column(...converted.map((yes) => 1 - yes))
      const expected = byChannel(compute(attribution, path, column(...converted), model, nulls))
      for (const [channel, credit] of Object.entries(run(log, model, lookback))) {
        expect(Math.abs(credit - (expected[channel] ?? 0))).toBeLessThan(1e-12)
      }
    }),
  )
})

test('the order of the rows does not matter where times differ', () => {
  const log = before([
    ['a', 5],
    ['b', 3],
    ['a', 2],
    ['c', 1],
  ])
  for (const model of ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley']) {
    const [credits, mixed] = [run(log, model), run([...log].reverse(), model)]
    for (const channel of ['a', 'b', 'c']) expectClose(mixed[channel], credits[channel])
  }
})

test('a row without a date is no touch, but tells a conversion; headers and rows without a customer are left out', () => {
  const table = compute(
    attributionEvents,
    column('Customer', 'Ann', null, 'Ben', null),
    column('Date', '2026-01-05', '2026-01-05', '', null),
    column('Channel', 'mail', 'shop', 'web', ' '),
    column('Converted on', '2026-01-06', '2026-01-06', '2026-01-06', null),
  )
  expect(table).toEqual([
    ['channel', 'credit', 'share'],
    ['(unattributed)', 1, 0.5],
    ['mail', 1, 0.5],
    ['web', 0, 0],
  ])
})

test('a conversion may stand in a row of its own, without a channel', () => {
  const log = [column('Ann', 'Ann', 'Ben', 'Cleo'), column('2026-01-02', '2026-01-07', '2026-01-03', '2026-01-04')]
  const conversions = column(null, '2026-01-07', '2026-01-08', null)
  expect(compute(attributionEvents, ...log, column('search', null, 'mail', 'mail'), conversions)).toEqual([
    ['channel', 'credit', 'share'],
    ['mail', 1, 0.5],
    ['search', 1, 0.5],
  ])
})

test('without anyone who converted there is nothing to credit', () => {
  expect(failure(attributionEvents, column('a', 'b'), column(46001, 46002), column('x', 'y'), column(null, ''))).toBe(
    '#N/A ATTRIBUTION_EVENTS: needs 1 customer who converted, has 0',
  )
})

test('wrong cells are named', () => {
  const [ids, days, channels, conversions] = cells(before([['a', 2]]))
  expect(failure(attributionEvents, ids, days, channels)).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: conversion_dates is missing',
  )
  expect(failure(attributionEvents, ids, column('05/01/2026'), channels, conversions)).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: dates has “05/01/2026”, which may be 2026-01-05 or 2026-05-01: write the one that is meant',
  )
  expect(compute(attributionEvents, ids, column('5.1.2026'), channels, '2026-01-07')).toEqual(
    compute(attributionEvents, ids, column('2026-01-05'), channels, '2026-01-07'),
  )
  expect(failure(attributionEvents, ids, days, channels, conversions, 'data-driven')).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: model is the text “data-driven”, use first, last, linear, position, decay, markov or shapley',
  )
  expect(failure(attributionEvents, ids, days, channels, conversions, 'decay', -1)).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: lookback_days is -1, below 0',
  )
  expect(failure(attributionEvents, ids, days, channels, conversions, 'decay', null, 0)).toBe(
    '#VALUE! ATTRIBUTION_EVENTS: half_life_days is 0, below 0.01',
  )
})

describe('the value of a conversion', () => {
  const log: Touch[] = [
    ['Ann', 46001, 'search', 46010],
    ['Ben', 46001, 'mail', 46020],
    ['Ann', 46002, 'mail', 46010],
    ['Cleo', 46001, 'shop', null],
    ['Dan', 46030, 'shop', 46020],
  ]
  const valued = (values: unknown[], model = 'linear') =>
    compute(attributionEvents, ...cells(log), model, null, null, column(...values)) as unknown[][]

  test('is shared out as the conversion is, once for each customer, whether on every row or on one', () => {
    const expected = [
      ['channel', 'credit', 'share', 'value'],
      ['mail', 1.5, 0.5, 90],
      ['(unattributed)', 1, 1 / 3, 7],
      ['search', 0.5, 1 / 6, 60],
      ['shop', 0, 0, 0],
    ]
    expectClose(valued([120, 30, 120, null, 7]), expected)
    expectClose(valued([null, 30, 120, ' ', 7]), expected)
    expectClose(valued([120, 30, 0, '', 7]), expected)
    expectClose(valued([120, 30, 120, 999, 7]), expected)
    expectClose(valued(['$120', '30.00', 120, null, 7]), expected)
  })

  test('is that of the earliest conversion: a later one does not count, a row without a date does', () => {
    const later: Touch[] = [
      ['Ann', 46001, 'search', 46010],
      ['Ann', 46002, 'mail', 46030],
      ['Ann', 46002, 'mail', null],
    ]
    const value = (...values: unknown[]) =>
      (compute(attributionEvents, ...cells(later), 'first', null, null, column(...values)) as unknown[][])[1]![3]
    expect(value(50, 80, null)).toBe(50)
    expect(value(null, 80, 50)).toBe(50)
    expect(value(null, 80, null)).toBe(0)
    expect(value(-50, 80, -50)).toBe(-50)
  })

  test('is one: rows that differ are named', () => {
    expect(failure(attributionEvents, ...cells(log), null, null, null, column(120, 30, 100, null, 7))).toBe(
      '#VALUE! ATTRIBUTION_EVENTS: values row 3 has 100, and another row of “Ann” has 120 for the same conversion; a customer converts once, so give one value',
    )
  })

  test('changes no credit, and left out there is no column', () => {
    for (const model of ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley']) {
      const without = compute(attributionEvents, ...cells(log), model) as unknown[][]
      expect(valued([120, 30, 120, null, 7], model).map((row) => row.slice(0, 3))).toEqual(without)
      const values = valued([120, 30, 120, null, 7], model).slice(1)
      expectClose(
        values.reduce((sum, row) => sum + (row[3] as number), 0),
        157,
      )
    }
  })

  test('agrees with TOUCH_PATHS and ATTRIBUTION, each customer a path with a value', () => {
    const worth: Record<string, number> = { Ann: 120, Ben: 30, Cleo: 0, Dan: 7 }
    const [, ...paths] = compute(touchPaths, ...cells(log)) as [string, string, number, number][]
    for (const model of ['first', 'last', 'linear', 'position', 'markov', 'shapley']) {
      const table = compute(
        attribution,
        column(...paths.map(([, path]) => path)),
        column(...paths.map((row) => row[3])),
        model,
        column(...paths.map((row) => 1 - row[3])),
        column(...paths.map(([id]) => worth[id])),
      )
      expectClose(valued([120, 30, 120, null, 7], model), table)
    }
  })

  test('wrong cells are named', () => {
    expect(failure(attributionEvents, ...cells(log), null, null, null, column(120, '30+', 100, null, 7))).toBe(
      '#VALUE! ATTRIBUTION_EVENTS: values row 2 has “30+”, keep only the number, or clear the cell if there is none',
    )
    expect(failure(attributionEvents, ...cells(log), null, null, null, column(1))).toBe(
      '#VALUE! ATTRIBUTION_EVENTS: ids has 5 rows and values has 1, select the same rows in both',
    )
  })
})
