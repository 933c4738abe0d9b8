import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backlog } from '../../../../core/metrics/experience/backlog.ts'
import { column, compute, failure } from '../../../compute.ts'

const opened = column('2026-03-02T09:00', '2026-03-02T11:00', '2026-03-03T15:30')
const closed = column('2026-03-02T16:00', null, '2026-03-04T10:00')

test('open is what was opened by then and not closed by then', () => {
  const at = (asOf: string) => compute(backlog, opened, closed, asOf)
  expect(at('2026-03-02T08:59')).toBe(0)
  expect(at('2026-03-02T09:00')).toBe(1)
  expect(at('2026-03-02T11:00')).toBe(2)
  expect(at('2026-03-02T15:59:59')).toBe(2)
  expect(at('2026-03-02T16:00')).toBe(1)
  expect(at('2026-03-03T15:30')).toBe(2)
  expect(at('2030-01-01')).toBe(1)
})

test('a date without a time is the beginning of that day', () => {
  expect(compute(backlog, opened, closed, '2026-03-03')).toBe(1)
  expect(compute(backlog, opened, closed, '2026-03-04')).toBe(2)
})

test('as_of is the latest time in both columns when left out', () => {
  expect(compute(backlog, opened, closed)).toBe(1)
  expect(compute(backlog, column(...opened.flat(), '2026-03-05T10:00'), column(...closed.flat(), null))).toBe(2)
})

test('a time that a serial cannot hold exactly is still the same moment', () => {
  // 10:20 is 31/72 of a day.
  const moment = 46082 + 31 / 72
  expect(compute(backlog, moment, null, '2026-03-01T10:20')).toBe(1)
  expect(compute(backlog, '2026-03-01', moment + 4e-10, '2026-03-01T10:20')).toBe(0)
})

test('it is what has come in minus what has gone out, in any order, and two teams add up', () => {
  const time = fc.integer({ min: 0, max: 500 }).map((hours) => 46000 + hours / 24)
  const one = fc.tuple(time, fc.option(fc.integer({ min: 0, max: 300 })))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1 }), time, (cases, asOf) => {
      const end = ([start, wait]: (typeof cases)[number]) => (wait === null ? null : start + wait / 24)
      const count = (list: typeof cases) =>
        list.length === 0
          ? 0
          : (compute(backlog, column(...list.map(([start]) => start)), column(...list.map(end)), asOf) as number)
      const rounded = (serial: number) => Math.round(serial * 24)
      const came = cases.filter(([start]) => rounded(start) <= rounded(asOf)).length
      const went = cases.filter((one) => end(one) !== null && rounded(end(one)!) <= rounded(asOf)).length
      expect(count(cases)).toBe(came - went)
      expect(count(cases.slice().reverse())).toBe(came - went)
      expect(count(cases.slice(0, 3)) + count(cases.slice(3))).toBe(came - went)
    }),
  )
})

test('a header, blank rows and rows without an opening are left out', () => {
  const starts = column('Opened', '2026-03-02', null, '2026-03-02', ' ', null)
  expect(compute(backlog, starts, column('Closed', '', null, '  ', '', null))).toBe(2)
  expect(compute(backlog, '2026-03-02', null)).toBe(1)
})

test('wrong cells are named', () => {
  expect(
    failure(backlog, column('Opened', '2026-03-02', '2026-03-02T10:00'), column('', '2026-03-03', '2026-03-02')),
  ).toBe('#VALUE! BACKLOG: closed row 3 has 2026-03-02, before the time in opened (2026-03-02T10:00)')
  expect(failure(backlog, column('2026-03-02', 5), column(null, null))).toBe(
    '#VALUE! BACKLOG: opened row 2 has 5, use a date cell or text such as 2026-03-01',
  )
  expect(failure(backlog, opened, column('2026-03-05'))).toBe(
    '#VALUE! BACKLOG: opened has 3 rows and closed has 1, select the same rows in both',
  )
  expect(failure(backlog, opened, closed, 'now')).toBe(
    '#VALUE! BACKLOG: as_of has “now”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(backlog, column(null), column(null))).toBe('#N/A BACKLOG: opened and closed have no complete row')
})
