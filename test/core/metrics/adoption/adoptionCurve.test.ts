import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adoptionCurve } from '../../../../core/metrics/adoption/adoptionCurve.ts'
import { timeToValue } from '../../../../core/metrics/adoption/timeToValue.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Row = [period: number, atRisk: number, adopted: number, adoption: number | '']
const curve = (...cells: unknown[]) => (compute(adoptionCurve, ...cells) as Row[]).slice(1)

test('by day it is one minus the survival of the 6-MP patients of Freireich and others (R survival)', () => {
  const steps = [
    [6, 3, 1, 0.857142857142857],
    [7, 1, 1, 0.80672268907563],
    [10, 1, 2, 0.752941176470588],
    [13, 1, 0, 0.690196078431372],
    [16, 1, 3, 0.627450980392157],
    [22, 1, 0, 0.53781512605042],
    [23, 1, 0, 0.448179271708683],
    [35, 0, 5, 0.448179271708683],
  ] as const
  const waits = steps.flatMap(([time, events, left]) => [
    ...new Array<[number, boolean]>(events).fill([time, true]),
    ...new Array<[number, boolean]>(left).fill([time, false]),
  ])
  const until = 46100
  const rows = curve(
    column(...waits.map(([days]) => until - days)),
    column(...waits.map(([, adopted]) => (adopted ? until : null))),
    until,
    'day',
  )
  expect(rows).toHaveLength(36)
  for (const [time, events, , survival] of steps) {
    expect(rows[time]!.slice(0, 3)).toEqual([time, waits.filter(([days]) => days >= time).length, events])
    expectClose(1 - (rows[time]![3] as number), survival, 1e-11)
  }
})

test('when everyone has been there long enough it is the plain share', () => {
  const adoptions = column(46000, 46030, 46031, 46061, null)
  const rows = curve(column(46000, 46000, 46000, 46000, 46000), adoptions, 46091)
  expectClose(rows, [
    [0, 5, 2, 0.4],
    [1, 3, 1, 0.6],
    [2, 2, 1, 0.8],
  ])
})

test('the period that nobody has completed is blank, unless everyone has adopted', () => {
  const week = (until: number, ...adoptions: unknown[]) =>
    curve(column(...adoptions.map(() => 46000)), column(...adoptions), until, 'week')
  expect(week(46005, null, 46001)).toEqual([[0, 2, 1, '']])
  expect(week(46006, null, 46001)).toEqual([[0, 2, 1, 0.5]])
  expect(week(46007, null, 46001)).toEqual([
    [0, 2, 1, 0.5],
    [1, 1, 0, ''],
  ])
  expect(week(46005, 46002, 46001)).toEqual([[0, 2, 2, 1]])
})

test('periods begin at each customer’s own start: 7 days, 30.4375, 91.3125, 365.25', () => {
  const lengths = { day: [0, 1], week: [6, 7], month: [30, 31], quarter: [91, 92], year: [365, 366] }
  for (const [period, [last, next]] of Object.entries(lengths)) {
    expect(curve(46000, 46000 + last!, null, period), period).toEqual([[0, 1, 1, 1]])
    expect(curve(46000, 46000 + next!, null, period), period).toEqual([
      [0, 1, 0, 0],
      [1, 1, 1, 1],
    ])
  }
})

test('the counts add up, the curve never falls, and crosses a half on the day of the median', () => {
  const customer = fc.tuple(fc.integer({ min: 46000, max: 46060 }), fc.option(fc.integer({ min: 0, max: 60 })))
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1 }), (customers) => {
      const cells = (list: typeof customers) => [
        column(...list.map(([start]) => start)),
        column(...list.map(([start, wait]) => (wait === null ? null : start + wait))),
      ]
      const rows = curve(...cells(customers), 46070, 'day')
      const adopted = customers.filter(([start, wait]) => wait !== null && start + wait <= 46070).length
      expect(rows.reduce((sum, [, , count]) => sum + count, 0)).toBe(adopted)
      expect(rows.every(([, , , adoption]) => adoption !== '')).toBe(true)
      const shares = rows.map(([, , , adoption]) => adoption as number)
      shares.forEach((share, i) => expect(share).toBeGreaterThanOrEqual(shares[i - 1] ?? 0))
      expect(shares[shares.length - 1]).toBeLessThanOrEqual(1)
      const half = shares.findIndex((share) => share >= 0.5 - 1e-12)
      if (half < 0) expect(failure(timeToValue, ...cells(customers), null, 46070)).toContain('fewer than half')
      else expect(half).toBe(compute(timeToValue, ...cells(customers), null, 46070))
      expect(curve(...cells(customers.slice().reverse()), 46070, 'day')).toEqual(rows)
    }),
  )
})

test('an adoption after as_of has not happened, a header and rows without a start are left out', () => {
  const starts = column('Start', '2026-01-01', null, '2026-01-01', '2026-03-01')
  expect(curve(starts, column('Adopted', '2026-01-03', '2026-01-05', '2026-02-01', ''), '2026-01-07', 'week')).toEqual([
    [0, 2, 1, 0.5],
  ])
})

test('a date typed into the wrong century does not make a table of thousands of rows', () => {
  expect(failure(adoptionCurve, column('1951-01-01'), column('2051-01-01'), null, 'day')).toBe(
    '#VALUE! ADOPTION_CURVE: the longest wait has 36526 periods of a day, more than 5000; use a longer period',
  )
})

test('wrong cells are named', () => {
  expect(failure(adoptionCurve, column('2026-01-02', '2026-01-02'), column('2026-01-02', '2026-01-01'))).toBe(
    '#VALUE! ADOPTION_CURVE: adoption_dates row 2 has 2026-01-01, before the date in start_dates (2026-01-02)',
  )
  expect(failure(adoptionCurve, '2026-01-02', null, null, 'hour')).toBe(
    '#VALUE! ADOPTION_CURVE: period is the text “hour”, use day, week, month, quarter or year',
  )
  expect(failure(adoptionCurve, '2026-01-02', null, '2026-01-01')).toBe(
    '#N/A ADOPTION_CURVE: start_dates has no date up to as_of (2026-01-01)',
  )
})
