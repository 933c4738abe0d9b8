import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessHours } from '../../../../core/metrics/experience/businessHours.ts'
import { slaCompliance } from '../../../../core/metrics/experience/slaCompliance.ts'
import { slaDue } from '../../../../core/metrics/experience/slaDue.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

/** Nine tickets of three priorities; the expected rates were also computed with SQLite. */
const tickets = [
  ['P1', '2024-05-01 09:00', '2024-05-01 12:30'],
  ['P1', '2024-05-01 10:00', '2024-05-01 14:00'],
  ['P1', '2024-05-02 08:00', '2024-05-02 12:00:01'],
  ['P2', '2024-05-01 09:00', '2024-05-02 08:59'],
  ['P2', '2024-05-03 17:00', '2024-05-06 09:00'],
  ['P2', '2024-05-07 09:00', null],
  ['P3', '2024-05-01 09:00', '2024-05-03 09:00'],
  ['P3', '2024-05-08 09:00', null],
  ['P1', '2024-05-08 09:00', null],
] as const
const targets: Record<string, number> = { P1: 4, P2: 24, P3: 72 }
const AS_OF = '2024-05-08 12:00'
const cellsOf = (rows: readonly (typeof tickets)[number][]) => [
  column(...rows.map(([, start]) => start)),
  column(...rows.map(([, , end]) => end)),
]

test.each([
  ['P1', 2 / 3],
  ['P2', 1 / 3],
  ['P3', 1],
])('tickets of %s: open past the target is missed, open inside it left out', (priority, rate) => {
  const rows = tickets.filter(([p]) => p === priority)
  expectClose(compute(slaCompliance, ...cellsOf(rows), targets[priority], AS_OF), rate)
})

test('all at once with a target for each row: 4 of 7', () => {
  const hours = column(...tickets.map(([priority]) => targets[priority]))
  expectClose(compute(slaCompliance, ...cellsOf(tickets), hours, AS_OF), 4 / 7)
  const priorities = column(...tickets.map(([priority]) => priority))
  const table = compute(metricBy, 'SLA_COMPLIANCE', priorities, ...cellsOf(tickets), hours, AS_OF) as unknown[][]
  expectClose(table.slice(1), [
    ['P1', 4, 2 / 3],
    ['P2', 3, 1 / 3],
    ['P3', 2, 1],
  ])
})

test('exactly at the target is met, a second more is missed', () => {
  // 8.2 and 20.6 hours have no exact serial.
  for (const [hours, end] of [
    [4, '13:00'],
    [0.2, '09:12'],
    [8.2, '17:12'],
    [1 / 3, '09:20'],
  ] as const) {
    expect(compute(slaCompliance, '2026-03-02T09:00', `2026-03-02T${end}`, hours), end).toBe(1)
    expect(compute(slaCompliance, '2026-03-02T09:00', `2026-03-02T${end}:01`, hours), end).toBe(0)
  }
})

test('an open case exactly at its target is still inside', () => {
  const at = (asOf: string) =>
    compute(slaCompliance, column('2026-03-02T09:00', '2026-03-01'), column(null, '2026-03-01'), 4, asOf)
  expect(at('2026-03-02T13:00')).toBe(1)
  expect(at('2026-03-02T13:00:01')).toBe(0.5)
})

test('what comes after as_of has not happened', () => {
  const started = column('2026-03-02T09:00', '2026-03-02T10:00', '2026-03-05T09:00')
  const finished = column('2026-03-02T12:00', '2026-03-04T10:00', '2026-03-05T10:00')
  const at = (asOf: string | null) => compute(slaCompliance, started, finished, 24, asOf)
  expectClose(at(null), 2 / 3)
  expect(at('2026-03-03T10:00')).toBe(1)
  expect(at('2026-03-03T10:01')).toBe(0.5)
})

test('a date without a time is the end of that day', () => {
  const started = column('2026-03-02T09:00', '2026-03-02T10:00', '2026-03-02T20:00')
  const finished = column('2026-03-02T12:00', null, null)
  expect(compute(slaCompliance, started, finished, 4, '2026-03-02')).toBe(0.5)
  expectClose(compute(slaCompliance, started, finished, 4, '2026-03-03'), 1 / 3)
  expect(compute(slaCompliance, started, finished, 4, '2026-03-02', 9, 12)).toBe(1)
  expect(compute(slaCompliance, '2026-03-02', '2026-03-03', 24, '2026-03-03')).toBe(1)
  expect(failure(slaCompliance, '2026-03-02', null, 24, '2026-03-02')).toContain('has 0')
})

test('as_of is the latest time in both columns when left out', () => {
  const started = column('2026-03-02T09:00', '2026-03-02T09:00')
  expect(compute(slaCompliance, started, column('2026-03-02T12:00', null), 4)).toBe(1)
  expect(compute(slaCompliance, started, column('2026-03-02T14:00', null), 5)).toBe(1)
  expect(compute(slaCompliance, started, column('2026-03-02T14:00', null), 4)).toBe(0)
})

test('working hours count when a calendar is given, for open cases too', () => {
  const friday = column('2026-03-06T16:00', '2026-03-06T16:00')
  const ends = column('2026-03-09T10:00', null)
  const at = (asOf: string, ...calendar: unknown[]) => compute(slaCompliance, friday, ends, 2, asOf, ...calendar)
  expect(at('2026-03-09T10:00')).toBe(0)
  expect(at('2026-03-09T10:00', 9)).toBe(1)
  expect(at('2026-03-09T10:01', 9)).toBe(0.5)
  expect(at('2026-03-09T10:01', null, null, 'Mon,Tue')).toBe(1)
  expect(at('2026-03-09T15:00', null, null, null, '2026-03-09')).toBe(1)
})

test('a case is missed when its end, or as_of while it is open, is after SLA_DUE; order and joining do not matter', () => {
  const hour = fc.integer({ min: 0, max: 400 }).map((hours) => 46082 + hours / 24)
  const ticket = fc.tuple(hour, fc.option(fc.integer({ min: 0, max: 150 })), fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(fc.array(ticket, { minLength: 1, maxLength: 12 }), hour, fc.boolean(), (list, asOf, isClock) => {
      const calendar = isClock ? [] : ['9:00', '17:00', 'Mon-Fri', column('2026-03-05')]
      const allDay = isClock ? [0, 24, 'all'] : calendar
      // A date is the last second of its day.
      const seen = Number.isInteger(asOf) ? asOf + 86399 / 86400 : asOf
      const verdicts = list.map(([start, wait, target]) => {
        const whole = (serial: number) => Math.round(serial * 86400)
        const end = wait === null || whole(start + wait / 24) > whole(seen) ? null : start + wait / 24
        if (whole(start) > whole(seen)) return 'later'
        const due = compute(slaDue, start, target, ...calendar) as number
        // Past its last working second nothing more is worked until the next opening: that is still inside.
        const over = compute(businessHours, start, Math.max(start, end ?? seen), ...allDay) as number
        if (whole(end ?? seen) <= whole(due) || over <= target) return end === null ? 'open' : 'met'
        return 'missed'
      })
      const count = (verdict: string) => verdicts.filter((one) => one === verdict).length
      fc.pre(count('met') + count('missed') > 0)
      const cells = (rows: typeof list) => [
        column(...rows.map(([start]) => start)),
        column(...rows.map(([start, wait]) => (wait === null ? null : start + wait / 24))),
        column(...rows.map(([, , target]) => target)),
        asOf,
        ...calendar,
      ]
      const rate = count('met') / (count('met') + count('missed'))
      expect(compute(slaCompliance, ...cells(list))).toBe(rate)
      expect(compute(slaCompliance, ...cells(list.slice().reverse()))).toBe(rate)
      expect(compute(slaCompliance, ...cells([...list, ...list]))).toBe(rate)
    }),
    { numRuns: 300 },
  )
})

test('a header, blank rows and rows without a start or a target are left out', () => {
  const started = column('From', '2026-03-02', null, '2026-03-02', '2026-03-02', ' ', null)
  const finished = column('To', '2026-03-03', '2026-03-05', '2026-03-04', '2026-03-09', '', null)
  expect(compute(slaCompliance, started, finished, column('Target', 24, 24, 24, '', 1, null))).toBe(0.5)
  expectClose(compute(slaCompliance, started, finished, 24), 1 / 3)
})

test('nothing decided is #N/A in words', () => {
  expect(failure(slaCompliance, '2026-03-02T09:00', null, 4, '2026-03-02T12:30')).toBe(
    '#N/A SLA_COMPLIANCE: needs 1 case that is finished or past its target by as_of (2026-03-02T12:30), has 0',
  )
  expect(failure(slaCompliance, '2026-03-02T09:00', null, 4, '2026-03-01')).toBe(
    '#N/A SLA_COMPLIANCE: needs 1 case that is finished or past its target by as_of (2026-03-01), has 0',
  )
})

test('wrong cells are named', () => {
  const pair = [column('2026-03-02T09:00', '2026-03-02T10:00'), column(null, '2026-03-02T09:30')]
  expect(failure(slaCompliance, ...pair, 4)).toBe(
    '#VALUE! SLA_COMPLIANCE: finished row 2 has 2026-03-02T09:30, before the time in started (2026-03-02T10:00)',
  )
  expect(failure(slaCompliance, ...pair, -4)).toBe('#VALUE! SLA_COMPLIANCE: target_hours has -4, below 0')
  expect(failure(slaCompliance, ...pair, column(4, '4+'))).toBe(
    '#VALUE! SLA_COMPLIANCE: target_hours row 2 has “4+”, keep only the number, or clear the cell if there is none',
  )
  const mended = [pair[0], column('2026-03-02T12:00', '2026-03-02T18:00')]
  expect(compute(slaCompliance, ...mended, column('4', '4'))).toBe(0.5)
  expect(compute(slaCompliance, ...mended, '8')).toBe(1)
  expect(failure(slaCompliance, ...pair, column(4, 4, 4))).toBe(
    '#VALUE! SLA_COMPLIANCE: started has 2 rows and target_hours has 3, select the same rows in both',
  )
  expect(failure(slaCompliance, ...pair)).toBe('#VALUE! SLA_COMPLIANCE: target_hours is missing')
  expect(failure(slaCompliance, ...pair, 4, null, null, null, 'Mon-Fri-Sun')).toContain('workdays has “Mon-Fri-Sun”')
})
