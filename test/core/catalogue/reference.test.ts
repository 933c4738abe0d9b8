import { expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { argumentHelp, formula, reference, sample, sampleCall, shownResult } from '../../../core/catalogue/reference.ts'
import { signature } from '../../../core/metric.ts'

const spec = (name: string) => findMetric(name)!.spec

test('a signature puts what may be left out in brackets', () => {
  expect(signature(spec('LTV'))).toBe(
    'LTV(arpa, gross_margin, churn_rate, [discount_rate], [max_periods], [margin_growth])',
  )
  expect(signature(spec('METRIC_BY'))).toBe('METRIC_BY(metric, groups, data_ranges…)')
})

test('an example is a formula that can be pasted', () => {
  expect(formula(spec('LTV'), [100, 0.8, 0.05])).toBe('=LTV(100, 80%, 5%)')
  expect(formula(spec('NPS'), [[[10], [null], ['n/a']]])).toBe('=NPS({10;"";"n/a"})')
  expect(
    formula(spec('FCR'), [
      [[1], [2]],
      [[true], [false]],
    ]),
  ).toBe('=FCR({1;2}, {TRUE;FALSE})')
})

test('a sample is what a person would type', () => {
  const [arpa, margin] = spec('LTV').args
  expect([sample(spec('LTV'), arpa!), sample(spec('LTV'), margin!)]).toEqual(['100', '80%'])
  expect(spec('COHORT_RETENTION').args.map((arg) => sample(spec('COHORT_RETENTION'), arg))).toEqual([
    'A2:A500',
    'B2:B500',
    '"month"',
    '"on-or-after"',
    '"count"',
    'DATE(2026,12,31)',
  ])
  expect(sampleCall(spec('NPS_TABLE'))).toBe('=NPS_TABLE(A2:A500, B2:B500)')
})

test('the help of a choice says which one is meant when left out', () => {
  expect(argumentHelp(spec('COHORT_RETENTION').args[2]!)).toBe(
    'Length of a period. day: calendar days; week: weeks from Monday; month: calendar months (default); quarter: calendar quarters; year: calendar years.',
  )
})

test('dates in a result are shown as dates', () => {
  expect(
    shownResult(spec('COHORT_RETENTION'), [
      ['cohort', 'customers', 0],
      [46023, 2, 1],
    ]),
  ).toEqual([
    ['cohort', 'customers', 0],
    ['2026-01-01', 2, 1],
  ])
  expect(shownResult(spec('LTV'), 46023)).toBe(46023)
})

test('the reference has a chapter entry for every function', () => {
  const text = reference()
  for (const { spec } of catalogue()) {
    expect(text).toContain(`### ${spec.name}\n`)
    expect(text).toContain(spec.summary)
    for (const arg of spec.args) expect(text).toContain(`**${arg.name}**: `)
  }
})
