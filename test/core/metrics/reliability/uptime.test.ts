import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uptime } from '../../../../core/metrics/reliability/uptime.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const march = ['2026-03-01', '2026-04-01']

test('overlaps count once, and only what lies in the period: 180 minutes of a leap February', () => {
  const starts = column(
    '2024-02-03T10:00',
    '2024-02-03T10:30',
    '2024-02-10T23:50',
    '2024-01-31T23:30',
    '2024-02-29T23:00',
    '2024-02-15T08:00',
    '2024-02-03T10:35',
  )
  const ends = column(
    '2024-02-03T10:45',
    '2024-02-03T11:15',
    '2024-02-11T00:20',
    '2024-02-01T00:15',
    '2024-03-01T02:00',
    '2024-02-15T08:00',
    '2024-02-03T10:40',
  )
  const rate = compute(uptime, starts, ends, '2024-02-01', '2024-03-01') as number
  expectClose(rate, 0.9956896551724138)
  expectClose((1 - rate) * 29 * 1440, 180, 1e-10)
})

test('a blank end is still down at the end of the period', () => {
  expect(compute(uptime, column('2026-03-31'), column(null), ...march)).toBe(30 / 31)
  expect(compute(uptime, column('2026-03-05', '2026-03-20'), column(null, null), ...march)).toBe(4 / 31)
})

test('no outages is 100 %', () => {
  for (const none of [column(null, null), column('', ' '), null, column('Down from', null)]) {
    expect(compute(uptime, none, none, ...march)).toBe(1)
  }
  expect(compute(uptime, column('2026-04-02'), column('2026-04-03'), ...march)).toBe(1)
})

test('down all the time is 0, and never less', () => {
  expect(compute(uptime, column('2026-02-01', '2026-03-04'), column(null, '2026-03-09'), ...march)).toBe(0)
})

test('it agrees with minutes one by one, whatever the order and however an outage is split', () => {
  const outage = fc.tuple(fc.integer({ min: -60, max: 300 }), fc.integer({ min: 0, max: 90 }))
  fc.assert(
    fc.property(fc.array(outage, { minLength: 1, maxLength: 10 }), (outages) => {
      const at = (minute: number) => 46082 + minute / 1440
      const run = (list: [number, number][]) =>
        compute(
          uptime,
          column(...list.map(([start]) => at(start))),
          column(...list.map(([start, took]) => at(start + took))),
          at(0),
          at(240),
        ) as number
      let up = 0
      for (let minute = 0; minute < 240; minute++) {
        if (!outages.some(([start, took]) => start <= minute && minute < start + took)) up++
      }
      expectClose(run(outages), up / 240)
      expect(run(outages.slice().reverse())).toBe(run(outages))
      const halves = outages.flatMap(([start, took]): [number, number][] => {
        const half = took >> 1
        return [
          [start, half],
          [start + half, took - half],
        ]
      })
      expect(run(halves)).toBe(run(outages))
    }),
  )
})

test('an end before its start and an end without one are refused, their rows named', () => {
  expect(failure(uptime, column('From', '2026-03-05'), column('To', '2026-03-04'), ...march)).toBe(
    '#VALUE! UPTIME: down_ends row 2 has 2026-03-04, before the time in down_starts (2026-03-05)',
  )
  expect(failure(uptime, column('2026-03-05', null), column('2026-03-06', '2026-03-08'), ...march)).toBe(
    '#VALUE! UPTIME: down_starts row 2 is blank, but the outage has an end in down_ends',
  )
})

test('a period must have a length', () => {
  expect(failure(uptime, column(null), column(null), '2026-04-01', '2026-03-01')).toBe(
    '#VALUE! UPTIME: to_time (2026-03-01) is not after from_time (2026-04-01)',
  )
  expect(failure(uptime, column(null), column(null), '2026-03-01', '2026-03-01')).toContain('is not after from_time')
  expect(failure(uptime, column(null), column(null), '2026-03-01')).toBe('#VALUE! UPTIME: to_time is missing')
})

test('rows that are blank altogether are left out, wrong cells are named', () => {
  const starts = column('Down from', null, '2026-03-05', ' ')
  expect(compute(uptime, starts, column('Down to', null, '2026-03-06', ''), ...march)).toBe(30 / 31)
  expect(failure(uptime, column('2026-03-05', 'noon'), column(null, null), ...march)).toBe(
    '#VALUE! UPTIME: down_starts row 2 has “noon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(uptime, column('2026-03-05', '2026-03-06'), column('2026-03-05', null, '2026-03-07'), ...march)).toBe(
    '#VALUE! UPTIME: down_starts has 2 rows and down_ends has 3, select the same rows in both',
  )
})
