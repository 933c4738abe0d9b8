import { expect, test } from 'vitest'
import { catalogue } from '../../../../core/catalogue/catalogue.ts'
import { glossary } from '../../../../core/arguments/glossary.ts'
import { givesBlock } from '../../../../core/metric.ts'
import { sbgLtv } from '../../../../core/metrics/prediction/sbgLtv.ts'
import { dataCheck } from '../../../../core/metrics/steering/dataCheck.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'
import { params } from '../../../../core/arguments/params.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const regions = column('North', 'South', 'North', 'South')

test('each segment gets the value the function gives on its own rows', () => {
  expect(compute(metricBy, 'NPS', regions, column(10, 3, 8, 9))).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 50],
    ['South', 2, 0],
  ])
})

test('columns and options of the function go along', () => {
  expect(compute(metricBy, 'FCR', regions, column(1, 1, 2, 1), column('yes', 'no', 'yes', 'yes'))).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 0.5],
    ['South', 2, 0.5],
  ])
  expect(compute(metricBy, 'CSAT', regions, column(5, 4, 4, 1), 5)).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 0.5],
    ['South', 2, 0],
  ])
  expect(compute(metricBy, 'CAC', regions, column(10, 20, 30, 40), column(1, 2, 1, 2))).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 20],
    ['South', 2, 15],
  ])
})

test('segments look back from the same day: the latest of all rows when as_of is left out', () => {
  const started = column('2026-01-01', '2026-01-10', '2026-01-20', '2026-01-01', '2026-03-01')
  const activated = column('2026-01-04', null, null, '2026-01-02', '2026-03-03')
  const table = compute(metricBy, 'ACTIVATION_RATE', column('web', 'web', 'web', 'app', 'app'), started, activated)
  expectClose(table, [
    ['segment', 'rows', 'value'],
    ['app', 2, 1],
    ['web', 3, 1 / 3],
  ])
})

test('where as_of is the latest date of one column, it is so over all segments, and of any column where that has none', () => {
  const groups = column('a', 'a', 'b', 'b')
  const promised = column('2026-03-02', '2026-03-04', '2026-03-03', '2027-12-31')
  const values = (...delivered: unknown[]) =>
    (compute(metricBy, 'ON_TIME_RATE', groups, promised, column(...delivered)) as unknown[][]).slice(1)
  expect(values('2026-03-02', null, '2026-03-05', null)).toEqual([
    ['a', 2, 0.5],
    ['b', 2, 0],
  ])
  expect(values('2026-03-02', null, '2026-03-03', null)).toEqual([
    ['a', 2, 1],
    ['b', 2, 1],
  ])
  expect(values('2026-03-02', '2026-03-05', '2026-03-04', '2026-03-05')).toEqual([
    ['a', 2, 0.5],
    ['b', 2, 0.5],
  ])
  expect(values(null, null, null, null)).toEqual([
    ['a', 2, 0],
    ['b', 2, 0],
  ])
})

test('more arguments than the function takes are refused, also where each segment has one row', () => {
  expect(failure(metricBy, 'LTV_CAC', column('a', 'b'), column(9, 8), column(3, 2), 7)).toBe(
    '#VALUE! METRIC_BY: “a”: LTV_CAC: takes 2 arguments at most, not 3',
  )
})

test('a single cell counts for every segment', () => {
  expect(compute(metricBy, 'CAC', regions, column(10, 20, 30, 40), 4)).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 10],
    ['South', 2, 15],
  ])
  expect(compute(metricBy, 'NPS', 'North', 9)).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 1, 100],
  ])
})

test('a function of single values takes one row for each segment', () => {
  expect(compute(metricBy, 'CHURN_RATE', column('a', 'b'), column(100, 200), column(10, 10))).toEqual([
    ['segment', 'rows', 'value'],
    ['a', 1, 0.1],
    ['b', 1, 0.05],
  ])
  expect(failure(metricBy, 'CHURN_RATE', column('a', 'a'), column(100, 200), column(10, 10))).toBe(
    '#VALUE! METRIC_BY: CHURN_RATE takes one start_customers, but “a” has 2 rows: give it one row for each segment',
  )
})

test('a segment with nothing to compute from is blank, not 0', () => {
  expect(compute(metricBy, 'NPS', regions, column(10, null, 8, 'n/a'))).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 2, 50],
    ['South', 2, ''],
  ])
})

test('a header is skipped, blank segments are left out, blank rows at the end are cut', () => {
  const table = compute(
    metricBy,
    'NPS',
    column('Region', 'North', null, 'South', null),
    column('Score', 9, 10, 3, null),
  )
  expect(table).toEqual([
    ['segment', 'rows', 'value'],
    ['North', 1, 100],
    ['South', 1, -100],
  ])
})

test('the name may be typed in any case or as a formula', () => {
  for (const name of ['nps', '=NPS', 'NPS()', ' Nps ']) {
    expect(compute(metricBy, name, column('a'), column(9))).toHaveLength(2)
  }
})

test('what is wrong between two columns is named with its own row, too', () => {
  const from = column('2026-01-01', '2026-01-01', '2026-01-05')
  const to = column('2026-01-02', '2026-01-03', '2026-01-04')
  expect(failure(metricBy, 'TIME_TO_VALUE', column('a', 'b', 'b'), from, to)).toBe(
    '#VALUE! METRIC_BY: TIME_TO_VALUE: value_dates row 3 has 2026-01-04, before the date in start_dates (2026-01-05)',
  )
})

test('wrong cells are named with the row they stand in', () => {
  expect(failure(metricBy, 'NPS', regions, column(10, 9, 8, 11))).toBe(
    '#VALUE! METRIC_BY: NPS: scores row 4 has 11, outside 0 to 10',
  )
  expect(failure(metricBy, 'NPS', regions, column(10, 9))).toBe(
    '#VALUE! METRIC_BY: groups has 4 rows and scores has 2, select the same rows in both',
  )
})

test('a name that is no function, or one that gives a table, is refused', () => {
  expect(failure(metricBy, 'AVERAGE', regions, regions)).toBe(
    '#VALUE! METRIC_BY: metric is the text “AVERAGE”, which is no function of ours; use one such as "NPS"',
  )
  expect(failure(metricBy, 'COHORT_RETENTION', regions, regions)).toBe(
    '#VALUE! METRIC_BY: COHORT_RETENTION gives a table, use a function that gives one number',
  )
})

test('every function that gives one number works by segment as it does alone', () => {
  for (const inner of catalogue().filter(({ spec }) => !givesBlock(spec.returns))) {
    for (const { cells, gives } of inner.spec.examples.filter(({ gives }) => typeof gives === 'number')) {
      const heights = cells.map((cell) => (Array.isArray(cell) ? cell.length : 1))
      const height = Math.max(...heights)
      if (cells.some((_, i) => inner.spec.args[i]!.shape !== 'cell' && heights[i] !== height)) continue
      const groups = column(...new Array<string>(height).fill('all'))
      const [, row] = compute(metricBy, inner.spec.name, groups, ...cells) as unknown[][]
      expectClose(row![2], gives)
    }
  }
})

test('holidays and workdays have rows of their own and hold for every segment', () => {
  const opened = column('2026-03-06T16:00', '2026-03-06T15:00', '2026-03-06T16:00')
  const closed = column('2026-03-10T10:00', '2026-03-10T10:00', '2026-03-11T10:00')
  const calendar = [9, 17, column(1, 2, 3, 4, 5), column('2026-03-09', '2026-03-16')]
  const teams = column('a', 'a', 'b')
  expect(compute(metricBy, 'RESOLUTION_TIME', teams, opened, closed, 'mean', ...calendar)).toEqual([
    ['segment', 'rows', 'value'],
    ['a', 2, 2.5],
    ['b', 1, 10],
  ])
})

test('a block with rows of its own, such as the parameters of a fit, goes to every segment whole', () => {
  const fit = [
    ['alpha', 'beta'],
    [0.668, 3.806],
  ]
  const table = compute(metricBy, 'SBG_LTV', column('basic', 'plus'), fit, column(10, 20), 0.1) as unknown[][]
  const alone = [10, 20].map((margin) => compute(sbgLtv, fit, margin, 0.1))
  expect(table.slice(1)).toEqual([
    ['basic', 1, alone[0]],
    ['plus', 1, alone[1]],
  ])
})

test('the parameters of a fit, a glossary and rules have rows of their own', () => {
  const blocks = [params('params', '', 'SBG_FIT'), glossary('targets', ''), dataCheck.spec.args[1]!]
  expect(blocks.map(({ ownRows }) => ownRows)).toEqual([true, true, true])
})

test('a target that is one cell holds for every segment, one for each row for its own', () => {
  const opened = column('Opened', '2026-03-06T10:00', '2026-03-06T10:00')
  const closed = column('Closed', '2026-03-06T13:00', '2026-03-06T13:00')
  const rate = (target: unknown) =>
    (compute(metricBy, 'SLA_COMPLIANCE', column('Team', 'a', 'b'), opened, closed, target) as unknown[][]).slice(1)
  expect(rate(4).map(([, , value]) => value)).toEqual([1, 1])
  expect(rate(column('Target', 4, 2)).map(([, , value]) => value)).toEqual([1, 0])
})
