import { expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { natives } from '../../core/catalogue/natives.ts'
import { cohortRetention } from '../../core/metrics/retention/cohortRetention.ts'
import { nps } from '../../core/metrics/experience/nps.ts'
import { metricBy } from '../../core/metrics/steering/metricBy.ts'
import { uptime } from '../../core/metrics/reliability/uptime.ts'
import { ltv } from '../../core/metrics/value/ltv.ts'
import { reference } from '../../core/sheet/sheetReference.ts'
import { callText, circular, firstCell, inSheet, missing, unreadable } from '../../core/sidebar/functions/call.ts'

test('options left out at the end are cut, in the middle they stay open', () => {
  const filled = { arpa: '100', gross_margin: '80%', churn_rate: 'B4' }
  expect(callText(ltv.spec, filled, 'Sheet1')).toBe('=LTV(100, 80%, B4)')
  expect(callText(ltv.spec, { ...filled, max_periods: '12' }, 'Sheet1')).toBe('=LTV(100, 80%, B4, , 12)')
})

test('what is no function of ours is written as its formula, with names for what is still empty', () => {
  const { spec } = natives.find(({ spec }) => spec.name === 'DSO')!
  expect(callText(spec, { receivables: 'Books!B:B', days: '90' }, 'Books')).toBe('=SUM(B:B)/SUM(sales)*90')
})

test('a function of ours is written as one, though a formula gives the same', () => {
  expect(callText(nps.spec, { scores: 'B:B' }, '')).toBe('=NPS(B:B)')
  expect(nps.spec.native).toBeDefined()
})

test('a choice and a word stand in quotes, a reference does not', () => {
  const fields = { ids: 'A2:A9', dates: 'B2:B9', period: 'week' }
  expect(callText(cohortRetention.spec, fields, 'Sheet1')).toBe('=COHORT_RETENTION(A2:A9, B2:B9, "week")')
  expect(callText(metricBy.spec, { metric: 'CSAT', groups: 'A:A', data_ranges: 'B:B, 4' }, '')).toBe(
    '=METRIC_BY("CSAT", A:A, B:B, 4)',
  )
  expect(callText(metricBy.spec, { metric: 'D1' }, '')).toBe('=METRIC_BY(D1)')
  expect(callText(metricBy.spec, { metric: '"CSAT"' }, '')).toBe('=METRIC_BY("CSAT")')
  expect(callText(metricBy.spec, { metric: 'a "b"' }, '')).toBe('=METRIC_BY("a ""b""")')
})

test('a decimal comma becomes a point', () => {
  expect(callText(ltv.spec, { arpa: '49,90', gross_margin: '80,5%' }, '')).toBe('=LTV(49.90, 80.5%)')
})

test('the sheet is named only where it is another one, in quotes where its name needs them', () => {
  expect(reference({ sheet: 'Survey', address: 'C2:C9' })).toBe('Survey!C2:C9')
  expect(reference({ sheet: 'Survey 2026', address: 'C2' })).toBe("'Survey 2026'!C2")
  expect(reference({ sheet: "Ann's", address: 'C2' })).toBe("'Ann''s'!C2")
  expect(reference({ sheet: 'Q1', address: 'C2' })).toBe("'Q1'!C2")
  expect(callText(nps.spec, { scores: 'Survey!C2:C9' }, 'Survey')).toBe('=NPS(C2:C9)')
  expect(callText(nps.spec, { scores: "'Survey 2026'!C2:C9" }, 'Survey 2026')).toBe('=NPS(C2:C9)')
  expect(callText(nps.spec, { scores: 'Survey!C2:C9' }, 'Start')).toBe('=NPS(Survey!C2:C9)')
})

test('a date typed without quotes is a date, not a subtraction', () => {
  const fields = { down_starts: 'B:B', down_ends: 'C:C', from_time: '2026-02-01', to_time: '2026-03-01T09:30' }
  expect(callText(uptime.spec, fields, '')).toBe('=UPTIME(B:B, C:C, "2026-02-01", "2026-03-01T09:30")')
  expect(callText(uptime.spec, { ...fields, from_time: '"2026-02-01"', to_time: 'D1' }, '')).toBe(
    '=UPTIME(B:B, C:C, "2026-02-01", D1)',
  )
})

test('what is still empty is named', () => {
  expect(missing(ltv.spec, { arpa: '1', gross_margin: ' ' })).toEqual(['gross_margin', 'churn_rate'])
  expect(missing(nps.spec, { scores: 'A1' })).toEqual([])
})

test.each([
  ['C2:C9', 'C5', true],
  ['C2:C9', 'C10', false],
  ['C2:C9', 'D5', false],
  ['C:C', 'C99', true],
  ['C2:C', 'C1', false],
  ['C2:C', 'C99', true],
  ['2:4', 'Z3', true],
  ['$C$2:$D$9', 'D9', true],
  ['C2', 'C2', true],
  ['C2', 'C3', false],
  ['Other!C2:C9', 'C5', false],
  ['80%', 'C5', false],
])('a formula over %s in %s feeds on itself: %s', (range, cell, expected) => {
  expect(circular(nps.spec, { scores: range }, 'Survey', cell) !== undefined).toBe(expected)
  if (!range.includes('!')) {
    expect(circular(nps.spec, { scores: `Survey!${range}` }, 'Survey', cell) !== undefined).toBe(expected)
  }
})

test('a formula goes into the first cell of what is selected', () => {
  expect(['C2', '$C$2:$D$9', 'C:C', '3:5', 'AB12:AC13'].map(firstCell)).toEqual(['C2', 'C2', 'C1', 'A3', 'AB12'])
})

test('a range of no sheet is meant in the sheet that someone looks at', () => {
  const { spec } = findMetric('SLA_COMPLIANCE')!
  const typed = { started: 'B2:B99', finished: '$C:$C', target_hours: ' D1 ', as_of: '2026-03-01', workdays: 'Mon-Fri' }
  expect(inSheet(spec, typed, 'Müller & Söhne')).toMatchObject({
    started: "'Müller & Söhne'!B2:B99",
    finished: "'Müller & Söhne'!$C:$C",
    target_hours: "'Müller & Söhne'!D1",
    as_of: '2026-03-01',
    workdays: 'Mon-Fri',
  })
  expect(inSheet(spec, { started: 'Log!B:B', finished: 'E', target_hours: '24' }, 'Here')).toMatchObject({
    started: 'Log!B:B',
    finished: 'E',
    target_hours: '24',
  })
})

test.each([
  ['Survey!E:E', ''],
  ['Signals!E:E', ''],
  ['FILTER(Survey!E:E, Survey!B:B="North")', ''],
  ['{5,4}', ''],
  ['Scores', ''],
  ['Answers[Score]', ''],
  ['E2:E99', 'ratings: E2:E99 names no sheet. Write it as Survey!E2:E99, with the name of the sheet.'],
  ['E', 'ratings: “E” cannot be read. Write a range such as Survey!E:E.'],
  ['=E:E', 'ratings: “=E:E” cannot be read. Write a range such as Survey!E:E.'],
  [
    'Survey-2026!E:E',
    "ratings: Survey-2026!E:E wants quotes around the name of its sheet. Write it as 'Survey-2026'!E:E.",
  ],
])('whether %s would compute is known before it is written', (ratings, problem) => {
  expect(unreadable(findMetric('CSAT')!.spec, { ratings })).toBe(problem)
})

test('what is no number is told of an option too', () => {
  const { spec } = findMetric('CSAT')!
  expect(unreadable(spec, { ratings: 'Survey!E:E', satisfied_from: '=4' })).toBe(
    'satisfied_from: “=4” cannot be read. Write a number, a date in quotes or a cell.',
  )
  expect(unreadable(spec, { ratings: 'Survey!E:E', satisfied_from: '3+1' })).toBe('')
})

test('weekdays are words', () => {
  const { spec } = findMetric('BUSINESS_HOURS')!
  const text = callText(spec, { start_times: 'A:A', end_times: 'B:B', workdays: 'Mon-Thu' }, 'Here')
  expect(text).toMatch(/, "Mon-Thu"\)$/)
})

test.each([
  ['12,5', '12.5'],
  ['-0,05', '-0.05'],
  ['12,5%', '12.5%'],
  ['1,234.50', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1,200,000', '1200000'],
  ["1'200,5", '1200.5'],
  ['0,125', '0.125'],
  ['1200.5', '1200.5'],
  ['SUM(A1,B1)', 'SUM(A1,B1)'],
])('the number %s is written as %s', (typed, written) => {
  const { spec } = findMetric('LTV')!
  const fields = { arpa: typed, gross_margin: '80%', churn_rate: '4%' }
  expect(unreadable(spec, fields)).toBe('')
  expect(callText(spec, fields, 'Here')).toBe(`=LTV(${written}, 80%, 4%)`)
})

test.each([
  ['1,200', 1200, 1.2],
  ['-24,500', -24500, -24.5],
  ['12,345', 12345, 12.345],
])('%s is asked about: it may be %d or %d', (typed, point, comma) => {
  const problem = `arpa: “${typed}” may be ${point} or ${comma}. Write one of these.`
  expect(unreadable(findMetric('LTV')!.spec, { arpa: typed, gross_margin: '80%', churn_rate: '4%' })).toBe(problem)
})

test('of a range that is added up one number may be typed, with a comma too', () => {
  const { spec } = findMetric('ARPU')!
  expect(callText(spec, { revenue: '1.234,5', active_customers: '12' }, 'Here')).toBe('=ARPU(1234.5, 12)')
  expect(unreadable(spec, { revenue: '1,234', active_customers: '12' })).toContain('may be 1234 or 1.234')
})
