import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { backlog } from '../../../../core/metrics/experience/backlog.ts'
import { casesFromEvents } from '../../../../core/metrics/experience/casesFromEvents.ts'
import { fcr } from '../../../../core/metrics/experience/fcr.ts'
import { resolutionTime } from '../../../../core/metrics/experience/resolutionTime.ts'
import { responseTime } from '../../../../core/metrics/experience/responseTime.ts'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import { column, compute, failure } from '../../../compute.ts'

type Event = readonly [id: unknown, time: unknown, kind?: unknown]

const at = (iso: string) => parseIso(iso)
const log = (events: readonly Event[]) => [0, 1, 2].map((part) => column(...events.map((event) => event[part])))
const run = (events: readonly Event[], ...options: unknown[]) =>
  compute(casesFromEvents, ...log(events), ...options) as unknown[][]

const desk: readonly Event[] = [
  ['T2', '2026-03-02T10:00', 'opened'],
  ['T1', '2026-03-02T09:00', 'opened'],
  ['T1', '2026-03-02T09:30', 'Replied'],
  ['T1', '2026-03-03T09:00', 'closed'],
  ['T1', '2026-03-04T09:00', 'opened'],
  ['T2', '2026-03-02T12:00', 'replied'],
  ['T1', '2026-03-05T09:00', 'closed'],
  ['T3', '2026-03-05T08:00', 'opened'],
]

test('a case is one row: first and last time, the number of events, the first time of each kind', () => {
  expect(run(desk)).toEqual([
    ['id', 'first', 'last', 'events', 'opened', 'Replied', 'closed'],
    [
      'T1',
      at('2026-03-02T09:00'),
      at('2026-03-05T09:00'),
      5,
      at('2026-03-02T09:00'),
      at('2026-03-02T09:30'),
      at('2026-03-03T09:00'),
    ],
    ['T2', at('2026-03-02T10:00'), at('2026-03-02T12:00'), 2, at('2026-03-02T10:00'), at('2026-03-02T12:00'), ''],
    ['T3', at('2026-03-05T08:00'), at('2026-03-05T08:00'), 1, at('2026-03-05T08:00'), '', ''],
  ])
})

test('without kinds there are four columns', () => {
  const [ids, times] = log(desk)
  expect((compute(casesFromEvents, ids, times) as unknown[][]).map((row) => row.length)).toEqual([4, 4, 4, 4])
})

test('kind_order chooses the columns, in any case; events of other kinds still count', () => {
  const [header, first] = run(desk, column('CLOSED', 'opened', 'escalated'))
  expect(header).toEqual(['id', 'first', 'last', 'events', 'CLOSED', 'opened', 'escalated'])
  expect(first!.slice(3)).toEqual([5, at('2026-03-03T09:00'), at('2026-03-02T09:00'), ''])
})

test('the last time of a kind is that of a case which was opened again', () => {
  const [, first] = run(desk, 'closed', 'last')
  expect(first![4]).toBe(at('2026-03-05T09:00'))
})

test('cases stand in order of their first time, equal ones as they come in the log', () => {
  const rows = run([
    ['b', 46030],
    ['c', 46031],
    ['a', 46030],
    ['c', 46029.5],
  ])
  expect(rows.slice(1).map(([id]) => id)).toEqual(['c', 'b', 'a'])
})

test('the order of the log changes nothing but that of its kinds', () => {
  expect(run([...desk].reverse(), column('opened', 'replied', 'closed'))).toEqual(
    run(desk, column('opened', 'replied', 'closed')),
  )
})

describe('its columns feed', () => {
  const table = run(desk, column('opened', 'replied', 'closed'), 'last')
  const of = (title: string) => column(...table.map((row) => row[table[0]!.indexOf(title)]))

  test('RESPONSE_TIME and RESOLUTION_TIME', () => {
    expect(compute(responseTime, of('first'), of('replied'), 'mean')).toBeCloseTo(1.25, 9)
    expect(compute(resolutionTime, of('first'), of('closed'))).toBeCloseTo(72, 9)
  })

  test('BACKLOG and FCR', () => {
    expect(compute(backlog, of('first'), of('closed'), '2026-03-05')).toBe(2)
    expect(compute(fcr, of('events'))).toBeCloseTo(1 / 3, 12)
  })
})

test('an event without a kind counts, one without a case or a time does not; titles and blank rows are left out', () => {
  const events: Event[] = [
    ['Ticket', 'Time', 'Event'],
    ['T1', '2026-03-02', 'opened'],
    ['T1', '2026-03-03', null],
    ['T1', '2026-03-04', '  '],
    [null, '2026-03-05', 'closed'],
    ['T1', '', 'closed'],
    ['', null, null],
  ]
  expect(run(events)).toEqual([
    ['id', 'first', 'last', 'events', 'opened', 'closed'].slice(0, 5),
    ['T1', at('2026-03-02'), at('2026-03-04'), 3, at('2026-03-02')],
  ])
})

test('numbers as kinds have titles in words, as they would be read as times; one cell is a log', () => {
  expect(compute(casesFromEvents, 7, 46030, 8)).toEqual([
    ['id', 'first', 'last', 'events', 'kind 8'],
    [7, 46030, 46030, 1, 46030],
  ])
})

test('wrong cells are named', () => {
  const [ids, times, kinds] = log(desk)
  expect(failure(casesFromEvents, ids, times!.slice(1))).toBe(
    '#VALUE! CASES_FROM_EVENTS: ids has 8 rows and times has 7, select the same rows in both',
  )
  expect(failure(casesFromEvents, column('a', 'a'), column('2026-03-02', new CellError('#REF!', '')))).toBe(
    '#REF! CASES_FROM_EVENTS: times row 2 is #REF!',
  )
  expect(failure(casesFromEvents, ids, times, null, 'opened')).toBe(
    '#VALUE! CASES_FROM_EVENTS: kind_order is given without kinds',
  )
  expect(failure(casesFromEvents, ids, times, kinds, column('solved'))).toBe(
    '#N/A CASES_FROM_EVENTS: kinds has none of the names in kind_order',
  )
  const comments = Array.from({ length: 101 }, (_, i) => [`comment ${i}`])
  const days = comments.map(() => [46030])
  expect(failure(casesFromEvents, days, days, comments)).toBe(
    '#VALUE! CASES_FROM_EVENTS: kinds has 101 different values, more than 100 columns; name those that you want in kind_order',
  )
})
