import { expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import { argumentHelp, formula, reference, sample, sampleCall, shownResult } from '../../../core/catalogue/reference.ts'
import { signature, type Reading } from '../../../core/metric.ts'
import { plain } from '../../close.ts'

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
    'C2:C500',
    'D2:D500',
  ])
  expect(sampleCall(spec('NPS_TABLE'))).toBe('=NPS_TABLE(A2:A500, B2:B500)')
})

test('what may be left out shows its default where no example gives it', () => {
  const shown = (name: string, argument: string) => {
    const { args } = spec(name)
    return sample(
      spec(name),
      args.find((arg) => arg.name === argument)!,
    )
  }
  expect(shown('SURVIVAL_CURVE', 'confidence')).toBe('95%')
  expect(shown('AB_POWER', 'alpha')).toBe('5%')
  expect(shown('SAMPLE_RATIO', 'alpha')).toBe('0.1%')
  expect(shown('ATTRIBUTION', 'half_life')).toBe('1')
  expect(shown('ATTRIBUTION_EVENTS', 'half_life_days')).toBe('7')
  // What has no default either is as in another function.
  expect(shown('ATTRIBUTION_EVENTS', 'lookback_days')).toBe('30')
  expect(shown('RESOLUTION_TIME', 'open_time')).toBe('"8:00"')
  expect(shown('TIME_TO_VALUE', 'statistic')).not.toBe('""')
})

test('the result of another function is a block, and what stands after it is beside it', () => {
  const ranges = (name: string) =>
    spec(name)
      .args.filter(({ shape }) => shape !== 'cell')
      .map((arg) => sample(spec(name), arg))
  expect(ranges('BGNBD_EXPECTED')).toEqual(['A2:D3', 'E2:E500', 'F2:F500', 'G2:G500'])
  expect(ranges('BASS_FORECAST')).toEqual(['A2:C3'])
  expect(ranges('BUDGET_SPLIT')).toEqual(['A2:L6', 'M2:M500', 'N2:N500'])
  expect(ranges('COHORT_CURVE')).toEqual(['A2:N14'])
})

test('every sample of a single value is one that its argument takes, beside the other samples', () => {
  for (const { spec } of catalogue()) {
    const samples = spec.args.map((arg) => (arg.shape === 'cell' ? typed(sample(spec, arg)) : undefined))
    const reading: Reading = {
      decode: plain,
      value: (name) => {
        const at = spec.args.findIndex((arg) => arg.name === name)
        return spec.args[at]!.read(samples[at], reading)
      },
      column: () => undefined,
      isGiven: (name) => samples[spec.args.findIndex((arg) => arg.name === name)] !== undefined,
      find: findMetric,
    }
    spec.args.forEach((arg, i) => {
      if (arg.shape !== 'cell') return
      expect(samples[i], `${spec.name} ${arg.name}`).not.toBe('')
      expect(() => arg.read(samples[i], reading), `${spec.name} ${arg.name} ${samples[i]}`).not.toThrow()
    })
  }
})

/** What a cell holds once a sample is typed into it. */
function typed(text: string): string | number | boolean {
  if (text.startsWith('"')) return text.slice(1, -1)
  if (text === 'DATE(2026,12,31)') return 46387
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE'
  expect(text).toMatch(/^-?\d+(\.\d+)?%?$/)
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
}

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
