import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { tornado } from '../../../../core/metrics/value/tornado.ts'
import { column, compute, failure } from '../../../compute.ts'

const ltv = findMetric('LTV')!
const inputs = [[100, 0.8, 0.05]]
const head = ['input', 'low', 'high', 'at_low', 'at_high', 'change_at_low', 'change_at_high', 'swing']

test('each input goes to its low and its high alone, and the widest swing comes first', () => {
  const at = (...given: number[]) => compute(ltv, ...given) as number
  expect(compute(tornado, 'LTV', inputs, [[80, 0.75, 0.04]], [[120, 0.85, 0.08]])).toEqual([
    head,
    ['churn_rate', 0.04, 0.08, at(100, 0.8, 0.04), at(100, 0.8, 0.08), 400, -600, 1000],
    ['arpa', 80, 120, at(80, 0.8, 0.05), at(120, 0.8, 0.05), -320, 320, 640],
    ['gross_margin', 0.75, 0.85, at(100, 0.75, 0.05), at(100, 0.85, 0.05), -100, 100, 200],
  ])
})

test('an input whose low and high are blank does not vary, and all may stand in columns', () => {
  expect(compute(tornado, 'LTV', column(100, '80%', 0.05), column(80, null, ''), column('120 €', ' ', null))).toEqual([
    head,
    ['arpa', 80, '120 €', 1280, 1920, -320, 320, 640],
  ])
})

test('inputs with equal swings stay in their order', () => {
  const rows = compute(tornado, 'ROI', [[10, 10]], [[9, 10]], [[11, 10]]) as unknown[][]
  expect(rows.map(([name]) => name)).toEqual(['input', 'gain', 'cost'])
  expect(rows[2]!.slice(3)).toEqual([0, 0, 0, 0, 0])
})

test('both ends on one side of the result swing from the result', () => {
  expect(compute(tornado, 'ROI', [[10, 10]], [[12, '']], [[15, '']])).toEqual([
    head,
    ['gain', 12, 15, 0.2, 0.5, expect.closeTo(0.2, 12), 0.5, 0.5],
  ])
})

test('an end without an answer is blank', () => {
  expect(compute(tornado, 'LTV', inputs, [['', '', 0]], [['', '', 0.1]])).toEqual([
    head,
    ['churn_rate', 0, 0.1, '', 800, '', -800, 800],
  ])
})

test('wrong cells are named', () => {
  expect(failure(tornado, 'LTV', inputs, [[80]], [[120]])).toBe(
    '#VALUE! TORNADO: inputs has 3 cells and lows has 1 cell, select one for each input',
  )
  expect(failure(tornado, 'LTV', inputs, [[80, '', '']], [[120, '', 0.06]])).toBe(
    '#VALUE! TORNADO: lows has no cell for churn_rate, highs has one',
  )
  expect(failure(tornado, 'LTV', inputs, [[80, '', '']], [['', '', '']])).toBe(
    '#VALUE! TORNADO: highs has no cell for arpa, lows has one',
  )
  expect(failure(tornado, 'LTV', inputs, [['', '', '']], [['', '', '']])).toBe(
    '#N/A TORNADO: lows and highs are blank, give both for an input that varies',
  )
  expect(failure(tornado, 'LTV', [[100, 0.8, 0]], [['', '', 0.04]], [['', '', 0.06]])).toBe(
    '#N/A TORNADO: LTV has no answer for the inputs',
  )
  expect(failure(tornado, 'LTV', inputs, [['', '', 4]], [['', '', 6]])).toContain(
    'LTV: churn_rate is 4, outside 0 to 1',
  )
})
