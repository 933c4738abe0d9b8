import { expect, test } from 'vitest'
import { catalogue } from '../../../../core/catalogue/catalogue.ts'
import { metricDef } from '../../../../core/metrics/steering/metricDef.ts'
import { compute, failure } from '../../../compute.ts'

const own = [
  ['metric', 'definition', 'target', 'Owner'],
  ['NPS', null, '>= 40', 'Maria'],
  ['Unboxing joy', 'Mean of the unboxing survey.', '>= 4', 'Jon'],
]

test('every function has a definition, a way to write it, a unit and a source', () => {
  for (const { spec } of catalogue()) {
    expect(compute(metricDef, spec.name)).toBe(spec.summary)
    expect(compute(metricDef, spec.name, 'formula')).toMatch(new RegExp(`^=${spec.name}\\(`))
    expect(String(compute(metricDef, spec.name, 'unit')).length).toBeGreaterThan(3)
    expect(compute(metricDef, spec.name, 'source')).toBe(spec.source)
  }
})

test('your own table goes first, what it leaves blank comes from the built-in one', () => {
  expect(compute(metricDef, 'nps', 'target', own)).toBe('>= 40')
  expect(compute(metricDef, 'nps', 'owner', own)).toBe('Maria')
  expect(compute(metricDef, 'nps', null, own)).toContain('Net Promoter Score')
  expect(compute(metricDef, 'Unboxing joy', 'definition', own)).toBe('Mean of the unboxing survey.')
})

test('targets by segment stand in one line', () => {
  expect(compute(metricDef, 'RESPONSE_TIME', 'target')).toBe('chat < 5 min, e-mail < 24 h, guarantee <= 2 h')
})

test('what nobody has written down is #N/A, with the way to do it', () => {
  expect(failure(metricDef, 'NPS', 'owner')).toBe(
    '#N/A METRIC_DEF: nothing is known about the owner of NPS, add a column owner to your own table and give it as targets',
  )
  expect(failure(metricDef, 'unboxing joy', 'source', own)).toContain(
    'nothing is known about the source of “unboxing joy”, add a column source',
  )
  const unowned = [
    ['metric', 'owner', 'goal'],
    ['NPS', 'TBD', 40],
  ]
  expect(failure(metricDef, 'NPS', 'owner', unowned)).toBe(
    '#N/A METRIC_DEF: nothing is known about the owner of NPS, targets row 2 says none for all segments',
  )
  expect(failure(metricDef, 'NPS', 'target', unowned)).toBe(
    '#VALUE! METRIC_DEF: targets has no column target, only metric, owner, goal: title the one you mean target',
  )
  expect(failure(metricDef, 'NPX')).toBe(
    '#N/A METRIC_DEF: metric is the text “NPX”, which is no function of ours and in no row of targets',
  )
  expect(failure(metricDef, 'NPS', 'colour')).toBe(
    '#VALUE! METRIC_DEF: field is the text “colour”, use definition, formula, unit, target, source or owner',
  )
})
