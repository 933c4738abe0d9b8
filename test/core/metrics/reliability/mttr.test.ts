import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mttr } from '../../../../core/metrics/reliability/mttr.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('repairs of 5, 10, 15, 8 and 12 hours take 10 on average (R package ReliaLearnR)', () => {
  const hours = [5, 10, 15, 8, 12]
  const starts = hours.map((_, i) => 46023 + 3 * i)
  const ends = starts.map((start, i) => start + hours[i]! / 24)
  expect(compute(mttr, column(...starts), column(...ends))).toBe(10)
})

test('seconds count', () => {
  expect(compute(mttr, column('2026-03-01T09:00:00'), column('2026-03-01T09:00:36'))).toBe(0.01)
})

test('incidents that are still going on are left out', () => {
  expect(compute(mttr, column('2026-03-01T09:00', '2026-03-02T09:00'), column('2026-03-01T12:00', null))).toBe(3)
})

test('an incident may be over at once', () => {
  expect(compute(mttr, column('2026-03-01T09:00'), column('2026-03-01T09:00'))).toBe(0)
})

test('it agrees with a mean of minutes, whatever the order and wherever it is split', () => {
  const incident = fc.tuple(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 5000 }))
  fc.assert(
    fc.property(fc.array(incident, { minLength: 1 }), (incidents) => {
      const run = (list: typeof incidents) =>
        compute(
          mttr,
          column(...list.map(([start]) => 46023 + start / 1440)),
          column(...list.map(([start, took]) => 46023 + (start + took) / 1440)),
        ) as number
      const minutes = incidents.reduce((total, [, took]) => total + took, 0)
      expectClose(run(incidents), minutes / incidents.length / 60)
      expect(run(incidents.slice().reverse())).toBe(run(incidents))
    }),
  )
})

test('an end before its start is refused, its row named', () => {
  const starts = column('Start', '2026-03-01T09:00', '2026-03-01T10:00')
  expect(failure(mttr, starts, column('End', '2026-03-01T09:30', '2026-03-01T09:45'))).toBe(
    '#VALUE! MTTR: end_times row 3 has 2026-03-01T09:45, before the time in start_times (2026-03-01T10:00)',
  )
})

test('nothing that is over is #N/A, wrong cells are named', () => {
  expect(failure(mttr, column('2026-03-01'), column(' '))).toBe(
    '#N/A MTTR: start_times and end_times have no complete row',
  )
  expect(failure(mttr, column('2026-03-01', '9:00'), column('2026-03-01', '2026-03-01'))).toBe(
    '#VALUE! MTTR: start_times row 2 has “9:00”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(mttr, column('2026-03-01', '2026-03-02'), column('2026-03-01'))).toBe(
    '#VALUE! MTTR: start_times has 2 rows and end_times has 1, select the same rows in both',
  )
})
