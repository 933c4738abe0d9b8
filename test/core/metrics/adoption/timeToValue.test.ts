import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeToValue } from '../../../../core/metrics/adoption/timeToValue.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const START = 46023

/** The answer for customers who all started on one day: how long each has waited, and whether they have arrived. */
const after = (waits: readonly (readonly [days: number, arrived: boolean])[], statistic?: string) => {
  // Seen from one day, those still waiting have started later.
  const last = START + Math.max(...waits.map(([days]) => days))
  return [
    column(...waits.map(([days, arrived]) => (arrived ? START : last - days))),
    column(...waits.map(([days, arrived]) => (arrived ? START + days : null))),
    statistic ?? null,
    last,
  ]
}

test('the median is Kaplan and Meier’s: 23 weeks for the 6-MP patients of Freireich and others (R survival)', () => {
  const steps = [
    [6, 3, 1],
    [7, 1, 1],
    [10, 1, 2],
    [13, 1, 0],
    [16, 1, 3],
    [22, 1, 0],
    [23, 1, 5],
  ]
  // Events at each time, then how many left observation from there on.
  const waits = steps.flatMap(([time, events, left]) => [
    ...new Array<[number, boolean]>(events!).fill([time!, true]),
    ...new Array<[number, boolean]>(left!).fill([time!, false]),
  ])
  expect(compute(timeToValue, ...after(waits))).toBe(23)
})

test('those still waiting count, so it is not the median of those who have arrived', () => {
  const waits: [number, boolean][] = [
    [3, true],
    [7, true],
    [14, true],
    [20, false],
    [20, false],
  ]
  expect(compute(timeToValue, ...after(waits))).toBe(14)
  expect(compute(timeToValue, ...after(waits, 'mean'))).toBe(8)
})

test('nine of ten and nineteen of twenty are Kaplan and Meier’s too: 25 and 30 days', () => {
  // Rscript -e 'library(survival); t <- c(1:18, 25, 30, 3, 9); e <- c(rep(1, 20), 0, 0)
  //   quantile(survfit(Surv(t, e) ~ 1), c(.5, .9, .95))$quantile'
  const arrived = [...Array.from({ length: 18 }, (_, i) => i + 1), 25, 30].map((day): [number, boolean] => [day, true])
  const waits: [number, boolean][] = [...arrived, [3, false], [9, false]]
  expect(['median', 'p90', 'p95'].map((statistic) => compute(timeToValue, ...after(waits, statistic)))).toEqual([
    11, 25, 30,
  ])
})

test('the longest is known unless somebody who waits has waited as long', () => {
  const waits = (...waiting: number[]): [number, boolean][] => [
    [3, true],
    [10, true],
    ...waiting.map((days): [number, boolean] => [days, false]),
  ]
  expect(compute(timeToValue, ...after(waits(9, 4), 'longest'))).toBe(10)
  expect(failure(timeToValue, ...after(waits(10), 'longest'))).toBe(
    '#N/A TIME_TO_VALUE: 2 of 3 have reached value by as_of (2026-01-11), and one still waits after 10 days, so the longest is not known yet',
  )
  expect(failure(timeToValue, ...after(waits(4, 30), 'longest'))).toContain(
    '2 of 4 have reached value by as_of (2026-01-31), and one still waits after 30 days,',
  )
  expect(failure(timeToValue, column('2026-01-01'), column(null), 'longest', '2026-01-02')).toContain(
    '0 of 1 have reached value by as_of (2026-01-02), and one still waits after 1 day,',
  )
})

test('when all have arrived, half and nine of ten of them are plain counts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1 }), (days) => {
      const sorted = days.slice().sort((a, b) => a - b)
      const waits = days.map((day): [number, boolean] => [day, true])
      const at = (share: number) => sorted[Math.ceil(share * days.length - 1e-9) - 1]
      expect(compute(timeToValue, ...after(waits))).toBe(at(0.5))
      expect(compute(timeToValue, ...after(waits, 'p90'))).toBe(at(0.9))
      expect(compute(timeToValue, ...after(waits, 'p95'))).toBe(at(0.95))
      expect(compute(timeToValue, ...after(waits, 'longest'))).toBe(sorted[sorted.length - 1])
      expectClose(compute(timeToValue, ...after(waits, 'mean')), days.reduce((sum, day) => sum + day, 0) / days.length)
      expect(compute(timeToValue, ...after(waits.reverse()))).toBe(at(0.5))
    }),
  )
})

test('days are whole, whatever the time of day', () => {
  expect(compute(timeToValue, '2026-01-01T23:00', '2026-01-02T01:00')).toBe(1)
})

test('what comes after as_of has not happened', () => {
  const starts = column('2026-01-01', '2026-01-01', '2026-03-01')
  const values = column('2026-01-05', '2026-02-20', '2026-03-02')
  expect(compute(timeToValue, starts, values, 'mean', '2026-01-31')).toBe(4)
  expect(compute(timeToValue, starts, values, 'median', '2026-01-31')).toBe(4)
  expect(failure(timeToValue, starts, values, 'p90', '2026-01-31')).toBe(
    '#N/A TIME_TO_VALUE: fewer than nine of ten have reached value by as_of (2026-01-31): 1 of 2',
  )
})

test('a median not reached is #N/A in words', () => {
  const starts = column('2026-01-01', '2026-01-01', '2026-01-05')
  expect(failure(timeToValue, starts, column('2026-01-04', null, null), null, '2026-01-31')).toBe(
    '#N/A TIME_TO_VALUE: fewer than half have reached value by as_of (2026-01-31): 1 of 3',
  )
})

test('who has just started says nothing about how long it takes', () => {
  const starts = column('2026-01-01', '2026-01-01', '2026-01-05')
  expect(compute(timeToValue, starts, column('2026-01-04', null, null), null, '2026-01-05')).toBe(3)
})

test('nobody there or nobody arrived is #N/A', () => {
  expect(failure(timeToValue, column('2026-01-01'), column(null), 'mean')).toBe(
    '#N/A TIME_TO_VALUE: needs 1 customer who reached value by as_of (2026-01-01), has 0',
  )
  expect(failure(timeToValue, column('2026-02-01'), column(null), null, '2026-01-01')).toBe(
    '#N/A TIME_TO_VALUE: start_dates has no date up to as_of (2026-01-01)',
  )
})

test('a header and rows without a start are left out', () => {
  const starts = column('Start', '2026-01-01', null, '2026-01-01', null)
  expect(compute(timeToValue, starts, column('Value', '2026-01-04', '2026-01-05', '', null), 'mean')).toBe(3)
})

test('wrong cells are named', () => {
  expect(failure(timeToValue, column('2026-01-02', '2026-01-02'), column('2026-01-02', '2026-01-01'))).toBe(
    '#VALUE! TIME_TO_VALUE: value_dates row 2 has 2026-01-01, before the date in start_dates (2026-01-02)',
  )
  expect(failure(timeToValue, '2026-01-02', null, 'mode')).toBe(
    '#VALUE! TIME_TO_VALUE: statistic is the text “mode”, use median, mean, p90, p95 or longest',
  )
  expect(failure(timeToValue, column('2026-01-02', 5e6), column(null, null))).toBe(
    '#VALUE! TIME_TO_VALUE: start_dates row 2 has 5000000, use a date cell or text such as 2026-03-01',
  )
})
