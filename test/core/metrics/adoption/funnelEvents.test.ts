import fc from 'fast-check'
import { expect, test } from 'vitest'
import { funnelEvents } from '../../../../core/metrics/adoption/funnelEvents.ts'
import { column, compute, failure } from '../../../compute.ts'

type Event = readonly [id: string | number, stage: string | number, date: string | number]

const order = ['Visit', 'Sign-up', 'Paid']
const run = (events: readonly Event[], stages: readonly (string | number)[] = order, ...window: unknown[]) =>
  compute(
    funnelEvents,
    column(...events.map(([id]) => id)),
    column(...events.map(([, stage]) => stage)),
    column(...events.map(([, , date]) => date)),
    column(...stages),
    ...window,
  ) as unknown[][]
const counts = (...call: Parameters<typeof run>) =>
  run(...call)
    .slice(1)
    .map(([, count]) => count)

test('a customer has reached a stage when the ones before came first', () => {
  const events: Event[] = [
    ['Ann', 'Visit', '2026-01-01'],
    ['Ann', 'Sign-up', '2026-01-02'],
    ['Ann', 'Paid', '2026-01-03'],
    ['Ben', 'Sign-up', '2026-01-01'],
    ['Ben', 'Visit', '2026-01-02'],
    ['Cleo', 'Visit', '2026-01-01'],
    ['Cleo', 'Paid', '2026-01-05'],
    ['Dan', 'Paid', '2026-01-05'],
  ]
  expect(run(events)).toEqual([
    ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
    ['Visit', 3, '', 1, ''],
    ['Sign-up', 1, 1 / 3, 1 / 3, 2],
    ['Paid', 1, 1, 1 / 3, 0],
  ])
})

test('events of one date count in the order of the stages, those with times in the order of time', () => {
  expect(
    counts([
      ['Ann', 'Paid', '2026-01-01'],
      ['Ann', 'Sign-up', '2026-01-01'],
      ['Ann', 'Visit', '2026-01-01'],
    ]),
  ).toEqual([1, 1, 1])
  expect(
    counts([
      ['Ann', 'Sign-up', '2026-01-01T09:00'],
      ['Ann', 'Visit', '2026-01-01T10:00'],
    ]),
  ).toEqual([1, 0, 0])
})

test('the last day of the window counts, the day after does not', () => {
  const events: Event[] = [
    ['Ann', 'Visit', '2026-01-01T20:00'],
    ['Ann', 'Sign-up', '2026-01-08T23:00'],
    ['Ben', 'Visit', '2026-01-01T20:00'],
    ['Ben', 'Sign-up', '2026-01-09T01:00'],
  ]
  expect(counts(events, order, 7)).toEqual([2, 1, 0])
  expect(counts(events, order, 8)).toEqual([2, 2, 0])
  expect(counts(events, order, null)).toEqual([2, 2, 0])
})

test('the window runs from the first stage, and a later try may succeed where the first came too late', () => {
  const slow: Event[] = [
    ['Ann', 'Visit', '2026-01-01'],
    ['Ann', 'Sign-up', '2026-01-06'],
    ['Ann', 'Paid', '2026-01-11'],
  ]
  expect(counts(slow, order, 7)).toEqual([1, 1, 0])
  expect(counts([...slow, ['Ann', 'Visit', '2026-01-05']], order, 7)).toEqual([1, 1, 1])
  expect(counts([...slow, ['Ann', 'Visit', '2026-01-07']], order, 7)).toEqual([1, 1, 0])
})

test('stages that are not in the order are ignored, those nobody reached count 0', () => {
  const events: Event[] = [
    ['Ann', 1, 46000],
    ['Ann', 'Help', 46001],
    ['Ann', '2', 46002],
  ]
  expect(run(events, [1, 2, 3]).slice(1)).toEqual([
    ['1', 1, '', 1, ''],
    ['2', 1, 1, 1, 0],
    ['3', 0, 0, 0, 1],
  ])
})

test('it agrees with trying every sequence of events, whatever the order of the rows', () => {
  const event = fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('a', 'b', 'c', 'other'),
    fc.integer({ min: 0, max: 24 }).map((halves) => 46000 + halves / 2),
  )
  const window = fc.option(fc.integer({ min: 0, max: 8 }))
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 25 }), window, (events, days) => {
      fc.pre(events.some(([, stage]) => stage === 'a'))
      const stages = ['a', 'b', 'c']
      /** Whether events of one customer, one for each stage, go up in time from `before` and end within the window. */
      const reaches = (own: typeof events, upTo: number, stage = 0, before = 0, first = 0): boolean =>
        own.some(([, name, date]) => {
          if (name !== stages[stage] || date < before) return false
          const start = stage === 0 ? Math.floor(date) : first
          if (days !== null && Math.floor(date) - start > days) return false
          return stage === upTo || reaches(own, upTo, stage + 1, date, start)
        })
      const expected = stages.map(
        (_, i) =>
          [1, 2, 3].filter((id) =>
            reaches(
              events.filter((event) => event[0] === id),
              i,
            ),
          ).length,
      )
      expect(counts(events, stages, days)).toEqual(expected)
      expect(counts(events.slice().reverse(), stages, days)).toEqual(expected)
    }),
  )
})

test('headers, blank rows and half-filled rows are left out', () => {
  expect(
    compute(
      funnelEvents,
      column('Customer', 'Ann', null, 'Ann', 'Ben', null),
      column('Stage', 'Visit', 'Visit', 'Paid', 'Visit', ''),
      column('Date', '2026-01-01', '2026-01-01', '2026-01-02', ' ', null),
      [['Visit', null, 'Paid']],
    ),
  ).toEqual([
    ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
    ['Visit', 1, '', 1, ''],
    ['Paid', 1, 1, 1, 0],
  ])
})

test('wrong cells are named', () => {
  const [ids, stages, dates] = [column('a', 'b'), column('Visit', 'Paid'), column(46000, 46001)]
  expect(failure(funnelEvents, ids, stages, dates, 'Trial')).toBe(
    '#N/A FUNNEL_EVENTS: stages has none of the names in stage_order',
  )
  expect(failure(funnelEvents, ids, stages, dates, null)).toBe('#N/A FUNNEL_EVENTS: stage_order has no names')
  expect(failure(funnelEvents, ids, stages, dates, 'Visit', -1)).toBe(
    '#VALUE! FUNNEL_EVENTS: window_days is -1, below 0',
  )
  expect(failure(funnelEvents, ids, stages, column(46000, '1/2/2026'), 'Visit')).toBe(
    '#VALUE! FUNNEL_EVENTS: dates row 2 has “1/2/2026”, which may be 2026-02-01 or 2026-01-02: turn the column into dates, as Data in the sidebar does',
  )
  expect(compute(funnelEvents, ids, stages, column(46000, '1.2.2026'), 'Visit')).toEqual(
    compute(funnelEvents, ids, stages, column(46000, '2026-02-01'), 'Visit'),
  )
  expect(failure(funnelEvents, ids, column('Visit'), dates, 'Visit')).toBe(
    '#VALUE! FUNNEL_EVENTS: ids has 2 rows and stages has 1, select the same rows in both',
  )
})
