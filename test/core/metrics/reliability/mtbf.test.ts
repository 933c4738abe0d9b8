import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mtbf } from '../../../../core/metrics/reliability/mtbf.ts'
import { mttr } from '../../../../core/metrics/reliability/mttr.ts'
import { uptime } from '../../../../core/metrics/reliability/uptime.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const march = ['2026-03-01', '2026-04-01']
const HOUR = 1 / 24

test('45,000 hours up and 5 failures are 9,000 hours each (R package ReliaLearnR)', () => {
  const from = 40000
  const repairs = [5, 10, 15, 8, 12]
  const starts = repairs.map((_, i) => from + 300 * i)
  const ends = starts.map((start, i) => start + repairs[i]! * HOUR)
  expectClose(compute(mtbf, column(...starts), column(...ends), from, from + 45_050 * HOUR), 9000)
})

test('outages that overlap or follow each other at once are one failure', () => {
  const starts = column('2026-03-03', '2026-03-04', '2026-03-05', '2026-03-20')
  const ends = column('2026-03-04T12:00', '2026-03-05', '2026-03-06', '2026-03-21')
  expect(compute(mtbf, starts, ends, ...march)).toBe((27 * 24) / 2)
})

test('an outage that touches the period counts, one outside does not', () => {
  const starts = column('2026-02-20', '2026-03-31', '2026-04-10', '2026-02-01')
  const ends = column('2026-03-02', null, '2026-04-11', '2026-02-02')
  expect(compute(mtbf, starts.slice(0, 1), ends.slice(0, 1), ...march)).toBe(30 * 24)
  expect(compute(mtbf, [starts[0], starts[3]], [ends[0], ends[3]], ...march)).toBe(30 * 24)
  expect(compute(mtbf, column('2026-03-31', '2026-04-10'), column(null, '2026-04-11'), ...march)).toBe(30 * 24)
})

test('an outage that is over at once is a failure', () => {
  expect(compute(mtbf, column('2026-03-10T08:00'), column('2026-03-10T08:00'), ...march)).toBe(31 * 24)
})

test('MTBF / (MTBF + MTTR) is the uptime, for outages apart from each other and inside the period', () => {
  const outage = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 300 }))
  fc.assert(
    fc.property(fc.array(outage, { minLength: 1, maxLength: 20 }), (gaps) => {
      let at = 0
      const minutes = gaps.map(([gap, took]) => [(at += gap), (at += took)] as const)
      const starts = column(...minutes.map(([start]) => 46082 + start / 1440))
      const ends = column(...minutes.map(([, end]) => 46082 + end / 1440))
      const period = [46082, 46092 + at / 1440]
      const between = compute(mtbf, starts, ends, ...period) as number
      const repair = compute(mttr, starts, ends) as number
      expectClose(between / (between + repair), compute(uptime, starts, ends, ...period), 1e-10)
      expect(compute(mtbf, starts.slice().reverse(), ends.slice().reverse(), ...period)).toBe(between)
    }),
  )
})

test('no failures is #DIV/0!', () => {
  const none = '#DIV/0! MTBF: there was no outage from 2026-03-01 to 2026-04-01'
  expect(failure(mtbf, column(null), column(null), ...march)).toBe(none)
  expect(failure(mtbf, column('2026-05-01'), column(null), ...march)).toBe(none)
})

test('rows that are blank altogether are left out, wrong cells are named', () => {
  const starts = column('Down from', '2026-03-03', null, ' ')
  expect(compute(mtbf, starts, column('Down to', '2026-03-04', null, ''), ...march)).toBe(30 * 24)
  expect(failure(mtbf, column('2026-03-05'), column('2026-03-04'), ...march)).toBe(
    '#VALUE! MTBF: down_ends has 2026-03-04, before the time in down_starts (2026-03-05)',
  )
  expect(failure(mtbf, column(null, '2026-03-05'), column('2026-03-04', null), ...march)).toBe(
    '#VALUE! MTBF: down_starts row 1 is blank, but the outage has an end in down_ends',
  )
  expect(failure(mtbf, column(null), column(null), '2026-03-01', '2026-02-01')).toBe(
    '#VALUE! MTBF: to_time (2026-02-01) is not after from_time (2026-03-01)',
  )
})
