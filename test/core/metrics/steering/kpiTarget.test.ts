import { expect, test } from 'vitest'
import { kpiStatus } from '../../../../core/metrics/steering/kpiStatus.ts'
import { kpiTarget } from '../../../../core/metrics/steering/kpiTarget.ts'
import { compute, failure } from '../../../compute.ts'

const own = [
  ['Metric', 'Segment', 'Target', 'Owner'],
  ['CSAT', '', '>= 85%', 'Ana'],
  ['csat', 'Spain', 0.8, 'Ben'],
  ['Packaging score', null, 'at least 4 of 5', ''],
  [null, null, null, null],
]

test.each([
  ['CSAT', '85%-90%'],
  ['CES', '< 2.5 of 5'],
  ['FCR', '70%-85%'],
  ['ON_TIME_RATE', '>= 95%'],
  ['ERROR_RATE', '< 1% a month'],
  ['NPS', '>= 50'],
  ['REPEAT_RATE', '60%-70% in 12 months'],
  ['RETENTION_RATE', '60%-70% in 12 months'],
  ['TCO_SAVING', '15%-25% over 3 years'],
  ['TIME_TO_VALUE', 'within 7-14 days'],
])('the usual target of %s is %s', (name, target) => {
  expect(compute(kpiTarget, name)).toBe(target)
})

test('a response is expected at a speed that depends on the channel', () => {
  expect(compute(kpiTarget, 'RESPONSE_TIME', 'Chat')).toBe('< 5 min')
  expect(compute(kpiTarget, 'RESPONSE_TIME', 'email')).toBe('< 24 h')
  expect(failure(kpiTarget, 'RESPONSE_TIME')).toMatch(
    /^#N\/A KPI_TARGET: the target of RESPONSE_TIME depends on the segment, use chat, e-mail, guarantee, or give your own/,
  )
  expect(failure(kpiTarget, 'RESPONSE_TIME', 'fax')).toContain('has none for “fax”')
})

test('a target of your own goes before the usual one, and one of the segment before the one for all', () => {
  expect(compute(kpiTarget, 'CSAT', null, own)).toBe('>= 85%')
  expect(compute(kpiTarget, 'CSAT', 'France', own)).toBe('>= 85%')
  expect(compute(kpiTarget, ' =csat() ', 'SPAIN', own)).toBe(0.8)
  expect(compute(kpiTarget, 'packaging score', '', own)).toBe('at least 4 of 5')
  expect(compute(kpiTarget, 'NPS', null, own)).toBe('>= 50')
})

test('“All” in the table is the row for every segment', () => {
  const table = [
    ['segment', 'metric', 'target'],
    ['All', 'NPS', 40],
  ]
  expect(compute(kpiTarget, 'NPS', 'North', table)).toBe(40)
})

test('what it gives goes into KPI_STATUS', () => {
  expect(compute(kpiStatus, 0.81, compute(kpiTarget, 'CSAT', 'Spain', own))).toBe('green')
  expect(compute(kpiStatus, 0.06, compute(kpiTarget, 'RESPONSE_TIME', 'chat'))).toBe('green')
})

test('two rows that differ are refused, two that agree are not', () => {
  const rows = (second: string) => [
    ['metric', 'target'],
    ['NPS', '>= 40'],
    ['nps', second],
  ]
  expect(failure(kpiTarget, 'NPS', null, rows('>= 45'))).toBe(
    '#VALUE! KPI_TARGET: targets rows 2 and 3 differ: target is “>= 40” and “>= 45”',
  )
  expect(compute(kpiTarget, 'NPS', null, rows('>= 40'))).toBe('>= 40')
})

test('what cannot be read or is not there is said', () => {
  expect(
    failure(kpiTarget, 'NPS', null, [
      ['metric', 'target'],
      ['NPS', 'high'],
    ]),
  ).toBe(
    '#VALUE! KPI_TARGET: targets row 2: target “high” cannot be read: write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"',
  )
  expect(
    failure(kpiTarget, 'NPS', null, [
      ['KPI', 'goal'],
      ['NPS', 50],
    ]),
  ).toBe('#VALUE! KPI_TARGET: targets needs a header row with metric, segment and target, it has kpi, goal')
  expect(failure(kpiTarget, 'NOPE')).toBe(
    '#N/A KPI_TARGET: metric is the text “NOPE”, which is no function of ours and in no row of targets',
  )
  expect(failure(kpiTarget, 'ARPU')).toMatch(/^#N\/A KPI_TARGET: ARPU has no usual target, give your own in targets/)
  expect(failure(kpiTarget, null)).toBe('#VALUE! KPI_TARGET: metric is blank')
  expect(compute(kpiTarget, 'NPS', '', null)).toBe('>= 50')
})

test('a table that says its targets or its segments under another title is refused, not passed over', () => {
  const goals = [
    ['metric', 'segment', 'goal'],
    ['NPS', '', '>= 40'],
  ]
  expect(failure(kpiTarget, 'NPS', null, goals)).toBe(
    '#VALUE! KPI_TARGET: targets has no column target, only metric, segment, goal: title the one you mean target',
  )
  const channels = [
    ['metric', 'channel', 'target'],
    ['CSAT', 'chat', '90%'],
  ]
  expect(failure(kpiTarget, 'CSAT', 'mail', channels)).toBe(
    '#VALUE! KPI_TARGET: targets has no column segment, only metric, channel, target: title the one you mean segment, or leave out segment',
  )
})

test('a target in another unit than the metric is refused', () => {
  const table = [
    ['metric', 'target'],
    ['RESOLUTION_TIME', 'within 2 days'],
    ['TIME_TO_VALUE', '2 weeks'],
    ['CSAT', 85],
    ['Refund speed', '2 days'],
    ['NPS', 'TBD'],
  ]
  expect(failure(kpiTarget, 'RESOLUTION_TIME', null, table)).toBe(
    '#VALUE! KPI_TARGET: targets row 2: target “within 2 days”, but RESOLUTION_TIME counts hours: write the target in hours too',
  )
  expect(compute(kpiTarget, 'TIME_TO_VALUE', null, table)).toBe('2 weeks')
  expect(failure(kpiTarget, 'CSAT', null, table)).toBe(
    '#VALUE! KPI_TARGET: targets row 4: target 85, but CSAT is a share: write the target in per cent, such as 85%',
  )
  expect(compute(kpiTarget, 'refund speed', null, table)).toBe('2 days')
  expect(compute(kpiTarget, 'NPS', null, table)).toBe('>= 50')
})

test('where lower is better a number alone is the most that is allowed, and rates may be above 100 %', () => {
  const table = [
    ['metric', 'target'],
    ['CHURN_RATE', 0.05],
    ['BACKLOG', '25'],
    ['RESPONSE_TIME', '4 h'],
    ['NRR', 1.1],
    ['ROMI', 3],
    ['CES', 2.375],
    ['ERROR_RATE', 1e-7],
  ]
  const own = (name: string) => compute(kpiTarget, name, null, table)
  expect([own('CHURN_RATE'), own('BACKLOG'), own('RESPONSE_TIME')]).toEqual(['<= 0.05', '<= 25', '4 h'])
  expect([own('NRR'), own('ROMI')]).toEqual([1.1, 3])
  // 2.375 alone might be 2,375 in a text, which a number is not.
  expect([own('CES'), own('ERROR_RATE')]).toEqual(['<= 2.3750', '<= 0.0000001'])
  expect(compute(kpiStatus, 2.375, own('CES'))).toBe('green')
  expect(compute(kpiStatus, 0.06, own('CHURN_RATE'))).toBe('red')
  expect(compute(kpiStatus, 0.04, own('CHURN_RATE'), 'lower')).toBe('green')
})
