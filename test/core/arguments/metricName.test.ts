import { expect, test } from 'vitest'
import { metricName, numberMetric, wishedMetric } from '../../../core/arguments/index.ts'
import { lookupName } from '../../../core/arguments/metricName.ts'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { CellError } from '../../../core/cell.ts'
import type { Arg, FindMetric, Metric } from '../../../core/metric.ts'
import { evaluate, readCall } from '../../../core/reading/evaluate.ts'
import { plain } from '../../close.ts'
import { nps } from '../../../core/metrics/experience/nps.ts'
import { metricBy } from '../../../core/metrics/steering/metricBy.ts'

const named = metricName('metric', '')
const ofOneNumber = numberMetric('metric', '')

function read<T>(arg: Arg<T>, raw: unknown, find: FindMetric = findMetric): T {
  const spec = { name: 'TRY', summary: '', questions: [], args: [arg], returns: {}, examples: [], source: '' }
  return readCall(spec, [raw], plain, find).values[0] as T
}

function refusal(raw: unknown, find?: FindMetric): string {
  try {
    read(ofOneNumber, raw, find)
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('nothing was wrong')
}

test.each(['NPS', 'nps', '=NPS', ' =nps( ', 'NPS(A:A)'])('%s names NPS', (written) => {
  expect(read(named, written).known).toBe(nps)
  expect(read(ofOneNumber, written)).toBe(nps)
})

test.each(['nps table', 'NPS-TABLE', 'Nps_Table'])('%s names NPS_TABLE', (written) => {
  expect(read(named, written).known).toBe(findMetric('NPS_TABLE'))
})

test.each([
  ['nps', 'NPS'],
  ['  =nps  ', 'NPS'],
  ['= NPS (A:A, "x")', 'NPS'],
  ['NPS(', 'NPS'],
  ['nps - table', 'NPS_TABLE'],
  ['Wow  rate', 'WOW_RATE'],
  ['a=b', 'A=B'],
  ['==NPS', '=NPS'],
  ['(NPS)', ''],
  ['', ''],
])('“%s” is looked up as “%s”', (written, name) => {
  expect(lookupName(written)).toBe(name)
})

test('a name of one’s own is kept as it is written', () => {
  expect(read(named, ' Wow rate ')).toEqual({ written: 'Wow rate', known: undefined })
})

test('the metric comes from those that the call may name', () => {
  const own: Metric = { spec: { ...nps.spec, name: 'WOW' }, compute: () => 1 }
  const find: FindMetric = (name) => (name === 'WOW' ? own : undefined)
  expect(read(ofOneNumber, 'wow', find)).toBe(own)
  expect(refusal('NPS', find)).toContain('no function of ours')
  const rows = [
    [['a'], ['b']],
    [[9], [0]],
  ] as const
  expect(evaluate(metricBy, ['wow', ...rows], plain, find)).toEqual([
    ['segment', 'rows', 'WOW'],
    ['a', 1, 1],
    ['b', 1, 1],
  ])
  expect(() => evaluate(metricBy, ['NPS', ...rows], plain)).toThrow('METRIC_BY: metric is the text “NPS”')
})

test('a table and a value for each row are no single number', () => {
  expect(refusal('NPX')).toBe('#VALUE! metric is the text “NPX”, which is no function of ours; use one such as "NPS"')
  expect(refusal('nps_table')).toBe('#VALUE! NPS_TABLE gives a table, use a function that gives one number')
  expect(refusal('business hours')).toBe(
    '#VALUE! BUSINESS_HOURS gives a value for each row, use a function that gives one number',
  )
})

test('a name that is missing or blank is told', () => {
  expect(refusal(undefined)).toBe('#VALUE! metric is missing')
  for (const blank of [null, '', '  ']) expect(refusal(blank)).toBe('#VALUE! metric is blank')
  expect(refusal([['NPS', 'CSAT']])).toBe('#VALUE! metric must be one cell, not 2')
  expect(refusal(new CellError('#REF!', ''))).toBe('#REF! metric is #REF!')
})

test('a confidence without its sign is told', () => {
  const wished = wishedMetric('metric', '')
  const refused = (written: string) => {
    try {
      return read(wished, written)
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(refused('CSAT 90')).toBe('metric is the text “CSAT 90”; for a confidence write 90%')
  expect(refused('CSAT detail 95')).toBe('metric is the text “CSAT detail 95”; for a confidence write 95%')
  expect(refused('CSAT, 99.5')).toContain('for a confidence write 99.5%')
  expect(refused('csat 95 detail')).toBe('metric is the text “csat 95 detail”; for a confidence write 95%')
  expect(refused('CSAT 0.8')).toContain('for a confidence write 80%')
  expect(refused('CSAT 5')).toContain('for a confidence write 90%')
  expect(refused('Smiles 90')).toBe(
    'metric is the text “Smiles 90”, which is no function of ours; use one such as "NPS"',
  )
  expect(read(wished, 'Rule of 40')).toEqual({ metric: findMetric('RULE_OF_40'), wish: {} })
  expect(read(wished, 'Rule of 40 90%').wish).toEqual({ confidence: 0.9 })
  expect(refused('Rule of 40 90')).toContain('for a confidence write 90%')
  expect(read(wished, 'CSAT 90%')).toEqual({ metric: findMetric('CSAT'), wish: { confidence: 0.9 } })
})
