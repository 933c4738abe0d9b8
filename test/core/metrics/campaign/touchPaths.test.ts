import { expect, test } from 'vitest'
import { attribution } from '../../../../core/metrics/campaign/attribution.ts'
import { touchPaths } from '../../../../core/metrics/campaign/touchPaths.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Touch = readonly [id: string | number, date: string, channel: string | number, conversion?: string | null]

const log: readonly Touch[] = [
  ['Ann', '2026-01-05T09:00', 'shop', '2026-01-07'],
  ['Ben', '2026-01-03', 'mail'],
  ['Ann', '2026-01-02', 'search', '2026-01-07'],
  ['Ann', '2026-01-09', 'mail', '2026-01-07'],
  ['Ann', '2026-01-05T08:00', 'mail', '2026-01-07'],
]
const cells = (touches: readonly Touch[]): unknown[] => [
  column(...touches.map(([id]) => id)),
  column(...touches.map(([, date]) => date)),
  column(...touches.map(([, , channel]) => channel)),
]
const conversions = (touches: readonly Touch[]) => column(...touches.map(([, , , conversion]) => conversion ?? null))
const run = (touches: readonly Touch[], ...options: unknown[]) =>
  (compute(touchPaths, ...cells(touches), conversions(touches), ...options) as unknown[][]).slice(1)

test('one path per customer in order of time, up to the conversion', () => {
  expect(run(log)).toEqual([
    ['Ann', 'search > mail > shop', 3, 1],
    ['Ben', 'mail', 1, 0],
  ])
})

test('customers come in the order of the log, whatever the order of their touches', () => {
  expect(run([...log].reverse())).toEqual([
    ['Ann', 'search > mail > shop', 3, 1],
    ['Ben', 'mail', 1, 0],
  ])
  expect(run([log[1]!, ...log]).map(([id]) => id)).toEqual(['Ben', 'Ann'])
})

test('touches at the same time keep the order of the rows', () => {
  const same: Touch[] = ['b', 'a', 'c', 'a'].map((channel) => ['Ann', '2026-01-05', channel])
  expect(run([...same, ['Ann', '2026-01-04', 'z']])).toEqual([['Ann', 'z > b > a > c > a', 5, 0]])
})

test('without conversion dates nobody has converted and nothing is left out', () => {
  const table = compute(touchPaths, ...cells(log)) as unknown[][]
  expect(table).toEqual([
    ['id', 'path', 'touches', 'converted'],
    ['Ann', 'search > mail > shop > mail', 4, 0],
    ['Ben', 'mail', 1, 0],
  ])
})

test('a conversion date alone is the whole day, with a time of day it ends the path to the minute', () => {
  const day = (conversion: string): Touch[] => [
    ['Ann', '2026-01-05', 'a', conversion],
    ['Ann', '2026-01-05T09:00', 'b', conversion],
    ['Ann', '2026-01-05T18:00', 'c', conversion],
    ['Ann', '2026-01-06', 'd', conversion],
  ]
  expect(run(day('2026-01-05'))[0]![1]).toBe('a > b > c')
  expect(run(day('2026-01-05T09:00'))[0]![1]).toBe('a > b')
})

test('of several conversion dates of a customer the earliest counts, and one row with it will do', () => {
  const twice: Touch[] = [
    ['Ann', '2026-01-02', 'a', '2026-01-20'],
    ['Ann', '2026-01-04', 'b', '2026-01-03'],
    ['Ann', '2026-01-03', 'c', null],
  ]
  expect(run(twice)).toEqual([['Ann', 'a > c', 2, 1]])
})

test('lookback counts whole days back from the conversion, its last day included', () => {
  const far: Touch[] = [
    ['Ann', '2025-12-08T23:00', 'a', '2026-01-08'],
    ['Ann', '2025-12-09T01:00', 'b', '2026-01-08'],
    ['Ann', '2026-01-08T12:00', 'c', '2026-01-08'],
  ]
  expect(run(far, 30)[0]!.slice(1)).toEqual(['b > c', 2, 1])
  expect(run(far, 31)[0]!.slice(1)).toEqual(['a > b > c', 3, 1])
  expect(run(far, 0)[0]!.slice(1)).toEqual(['c', 1, 1])
})

test('lookback counts from the last touch of a customer who did not convert', () => {
  const idle: Touch[] = [
    ['Ben', '2025-11-01', 'a'],
    ['Ben', '2026-01-01', 'b'],
    ['Ben', '2026-01-08', 'c'],
  ]
  expect(run(idle, 7)).toEqual([['Ben', 'b > c', 2, 0]])
})

test('a converted customer without a touch in time has an empty path, which ATTRIBUTION leaves unattributed', () => {
  const late: Touch[] = [
    ['Ann', '2026-01-09', 'mail', '2026-01-07'],
    ['Ben', '2026-01-02', 'mail', '2026-01-07'],
  ]
  const rows = run(late)
  expect(rows).toEqual([
    ['Ann', '', 0, 1],
    ['Ben', 'mail', 1, 1],
  ])
  const [, ...credits] = compute(
    attribution,
    column(...rows.map(([, path]) => path)),
    column(...rows.map(([, , , converted]) => converted)),
  ) as unknown[][]
  expect(credits).toEqual([
    ['(unattributed)', 1, 0.5],
    ['mail', 1, 0.5],
  ])
})

test('headers, blank rows and half-filled rows are left out', () => {
  const table = compute(
    touchPaths,
    column('Customer', 7, null, 'Ben', 8, ''),
    column('Date', '2026-01-05', '2026-01-06', ' ', '2026-01-06', null),
    column('Channel', 'a', 'b', 'c', 4711, null),
    column('Converted on', null, null, null, '2026-01-06', null),
  )
  expect(table).toEqual([
    ['id', 'path', 'touches', 'converted'],
    [7, 'a', 1, 0],
    [8, '4711', 1, 1],
  ])
})

test('one cell of each is one path', () => {
  expect(compute(touchPaths, 'Ann', 46030, 'mail', 46030)).toEqual([
    ['id', 'path', 'touches', 'converted'],
    ['Ann', 'mail', 1, 1],
  ])
})

/** A visitor who comes so often, round and round these channels. */
const visitor = (id: string, times: number, ...channels: string[]): Touch[] =>
  Array.from({ length: times }, (_, i) => [id, '2026-01-05', channels[i % channels.length]!, '2026-01-07'])
const credits = (rows: unknown[][]) =>
  compute(attribution, column(...rows.map(([, path]) => path)), column(...rows.map((row) => row[3])))

test('a path that is too long for a cell counts its repeats, and ATTRIBUTION reads the same touches', () => {
  const channel = 'a channel of thirty characters'
  const touches = [...visitor('bot', 2500, channel), ...visitor('bot', 1, 'mail'), ...visitor('Ann', 2, 'mail')]
  const rows = run(touches)
  expect(rows).toEqual([
    ['bot', `${channel} x 999 > ${channel} x 999 > ${channel} x 502 > mail`, 2501, 1],
    ['Ann', 'mail > mail', 2, 1],
  ])
  expectClose(credits(rows), [
    ['channel', 'credit', 'share'],
    ['mail', 1 + 1 / 2501, (1 + 1 / 2501) / 2],
    [channel, 2500 / 2501, 2500 / 2501 / 2],
  ])
})

test('a path of 32,767 characters is written out, of one more it is not', () => {
  const [fits, over] = [32767, 32768].map((length) => {
    const channel = 'c'.repeat((length - 3) / 2)
    return run([...visitor('bot', 1, channel), ...visitor('bot', 1, channel + 'c'.repeat((length - 3) % 2))])
  })
  expect(fits![0]![1]).toHaveLength(32767)
  expect(over![0]![1]).toBe('(too long for a cell: set lookback_days, or use ATTRIBUTION_EVENTS)')
})

test('where repeats do not shorten a path the rest of the table stands, and ATTRIBUTION does not take it for a channel', () => {
  const rows = run([...visitor('Ann', 1, 'mail'), ...visitor('bot', 9000, 'shop', 'mail', 'web')])
  expect(rows).toEqual([
    ['Ann', 'mail', 1, 1],
    ['bot', '(too long for a cell: set lookback_days, or use ATTRIBUTION_EVENTS)', 9000, 1],
  ])
  expect(() => credits(rows)).toThrow(
    'ATTRIBUTION: paths row 2 has a path that is too long for a cell; leave out this row, or use ATTRIBUTION_EVENTS, which takes the touches themselves',
  )
})

test('wrong cells are named', () => {
  expect(failure(touchPaths, column('a', 'b'), column(46030, 46031), column('mail', 'shop > web'))).toBe(
    '#VALUE! TOUCH_PATHS: channels row 2 has “shop > web”, but > stands between the touches of a path; rename the channel',
  )
  expect(failure(touchPaths, column('a', 'b'), column(46030, 46031), column('mail'))).toBe(
    '#VALUE! TOUCH_PATHS: ids has 2 rows and channels has 1, select the same rows in both',
  )
  expect(failure(touchPaths, column('a', 'b'), column(46030, 46031), column('x', 'y'), column(46030, 'soon'))).toBe(
    '#VALUE! TOUCH_PATHS: conversion_dates row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(touchPaths, column('a'), column(46030), column('x'), null, -1)).toBe(
    '#VALUE! TOUCH_PATHS: lookback_days is -1, below 0',
  )
  expect(failure(touchPaths, column('a'), column(null), column('x'))).toBe(
    '#N/A TOUCH_PATHS: needs 1 touch with a date and a channel, has 0',
  )
})

test.each([
  ['Home » Shop', '“Home » Shop”, but » stands between the touches of a path'],
  ['a → b', '“a → b”, but → stands between the touches of a path'],
  ['Deal x 2', '“Deal x 2”, which a path reads as touches of “Deal”'],
])('a channel %s, which a path would not keep, is refused', (channel, problem) => {
  expect(failure(touchPaths, column('Ann'), column('2026-01-02'), column(channel))).toContain(
    `has ${problem}; rename the channel`,
  )
})
