import { describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../../../core/catalogue/catalogue.ts'
import { shareValue } from '../../../../core/metric.ts'
import { rateDetail } from '../../../../core/metrics/steering/rateDetail.ts'
import { evaluated } from '../../../../core/reading/evaluate.ts'
import { expectClose, plain } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const detail = (...cells: unknown[]) => compute(rateDetail, ...cells) as unknown[][]

test('the value, what it is made of, and its limits: 225 of 300 satisfied (Newcombe 1998)', () => {
  const ratings = [12, 18, 45, 130, 95].flatMap((count, i) => new Array<number>(count).fill(i + 1))
  expectClose(detail('CSAT', column(...ratings)), [
    ['value', 'part', 'whole', 'left_out', 'low', 'high'],
    [0.75, 225, 300, 0, 0.6980484035459826, 0.7956301108417443],
  ])
})

test('a confidence behind the name is that of the limits', () => {
  // By hand with z = 1.2815515655446004: 3 of 4.
  const z = 1.2815515655446004
  const half = z * Math.sqrt((0.75 * 0.25) / 4 + (z * z) / 64)
  const limits = [-half, half].map((side) => (0.75 + (z * z) / 8 + side) / (1 + (z * z) / 4))
  for (const name of ['FCR 80%', 'fcr, 80 %', '=FCR() 80%']) {
    expectClose(detail(name, column(1, 1, 2, 1))[1]!.slice(4), limits)
  }
})

test('of NPS the part is promoters less detractors, and below 100 answers the limits are adjusted', () => {
  const scores = [...new Array<number>(15).fill(9), ...new Array<number>(9).fill(8), ...new Array<number>(6).fill(3)]
  expectClose(
    detail('NPS', column('Score', ...scores, null, ''))[1],
    [30, 9, 30, 0, 0.68127201140043, 53.864182534054116],
  )
})

test('cases whose time is not over are pending: three classes by hand', () => {
  const opened = column('2024-05-01 09:00', '2024-05-01 10:00', '2024-05-02 08:00', '2024-05-08 09:00')
  const resolved = column('2024-05-01 12:30', '2024-05-01 14:00', '2024-05-02 12:00:01', null)
  const [header, row] = detail('SLA_COMPLIANCE', opened, resolved, 4, '2024-05-08 12:00')
  expect(header).toEqual(['value', 'part', 'whole', 'left_out', 'low', 'high', 'pending'])
  expectClose([row![0], row![1], row![2], row![3], row![6]], [2 / 3, 2, 3, 0, 1])
  expect(detail('SLA_COMPLIANCE', column(2, 5), null, 4)[1]![6]).toBe(0)
})

describe('pending are those whose window is not over', () => {
  test.each<[string, unknown[], part: number, whole: number, pending: number]>([
    ['ACTIVATION_RATE', [column('2026-01-01', '2026-01-20', '2026-03-01'), column('2026-01-05', null, null)], 1, 2, 1],
    ['TRIAL_TO_PAID', [column('2026-01-01', '2026-03-01'), column('2026-01-02', null)], 1, 1, 1],
    ['REPEAT_RATE', [column('a', 'a', 'b'), column('2025-01-01', '2025-02-01', '2026-03-01')], 1, 1, 1],
    ['ON_TIME_RATE', [column('2026-03-02', '2026-03-09'), column('2026-03-02', null), '2026-03-04'], 1, 1, 1],
    ['FCR_EVENTS', [column('a', 'b'), column('2026-03-01', '2026-03-30'), null, 7, '2026-03-31'], 1, 1, 1],
  ])('%s', (name, cells, part, whole, pending) => {
    const [, row] = detail(name, ...cells)
    expect([row![1], row![2], row![6]]).toEqual([part, whole, pending])
  })
})

describe('left out are rows of the data', () => {
  test.each([
    ['blank in each spelling, and words that stand for none', ['CSAT', column(5, null, '', '  ', 'N/A', 2)], 4],
    ['under a title, which is no row', ['CSAT', column('Rating', 5, null, 2)], 1],
    ['but not below the last of them', ['CSAT', column(5, 2, ...new Array<null>(3000).fill(null))], 0],
    ['in which a cell of another column is blank', ['FCR', column(1, 1, 2), column('yes', null, 'no')], 1],
    [
      'that were due at another time',
      ['RENEWAL_RATE', column('2026-01-31', '2026-03-31'), column('yes', 'no'), '2026-03-01'],
      1,
    ],
    ['or not decided', ['RENEWAL_RATE', column('2026-01-31', '2026-03-31'), column('yes', null)], 1],
  ])('%s', (_, cells, count) => {
    expect(detail(...cells)[1]![3]).toBe(count)
  })

  test('and are not known of single values', () => {
    expect(detail('CHURN_RATE', 500, 50)[1]!.slice(0, 4)).toEqual([0.1, 50, 500, ''])
  })
})

test('a share of money has no limits', () => {
  expect(detail('GRR', 500, 50, 20)[1]).toEqual([0.86, 430, 500, '', '', ''])
})

test('a share of time is told in hours: two hours down in March', () => {
  const month = ['2026-03-01', '2026-04-01']
  const [, row] = detail('UPTIME', column('2026-03-03T10:00'), column('2026-03-03T12:00'), ...month)
  expectClose(row, [742 / 744, 742, 744, '', '', ''])
})

test('more defects than units have none either', () => {
  expect(detail('DEFECT_RATE', 7, 5)[1]).toEqual([1.4, 7, 5, '', '', ''])
})

test('what gives no rate is refused, and what is wrong with the data comes from the function', () => {
  expect(failure(rateDetail, 'CES', column(2, 4))).toBe(
    '#VALUE! RATE_DETAIL: CES gives no rate here, use one such as CSAT, FCR or NPS',
  )
  expect(failure(rateDetail, 'NPS_TABLE', column(2, 4))).toContain('NPS_TABLE gives a table')
  expect(failure(rateDetail, 'NPX', column(2, 4))).toContain('“NPX”, which is no function of ours')
  expect(failure(rateDetail, 'NPS', column(2, 11))).toContain('NPS: scores row 2 has 11, outside 0 to 10')
  expect(failure(rateDetail, 'NPS', column(null, 'n/a'))).toBe('#N/A RATE_DETAIL: NPS: scores has no numbers')
  expect(failure(rateDetail, 'NPS')).toBe('#VALUE! RATE_DETAIL: data_ranges is missing')
  expect(failure(rateDetail, 'NPS 20%', column(2, 9))).toBe(
    '#VALUE! RATE_DETAIL: metric asks for 20%, outside 50% to 99.99%',
  )
})

/** Fractions that are no part of a whole: changes, prices, chances. */
const OTHERS = [
  'AB_DETECTABLE',
  'AB_POWER',
  'CHURN_CONVERT',
  'MEAN_DETECTABLE',
  'MEAN_POWER',
  'PCT_CHANGE',
  'PRICE_REALISED',
  'ROI',
  'ROMI',
  'RULE_OF_40',
  'TCO_SAVING',
]

describe('every function that gives a fraction', () => {
  const rates = catalogue().filter(({ spec: { returns } }) => returns.unit === 'fraction' && !returns.column)
  test.each(rates.map((metric) => [metric.spec.name, metric] as const))(
    '%s says what it is made of',
    (name, metric) => {
      for (const { cells, gives } of metric.spec.examples) {
        if (typeof gives !== 'number') continue
        const { result, share } = evaluated(metric, cells, plain, findMetric)
        if (OTHERS.includes(name)) expect(share).toBeUndefined()
        else expect(shareValue(share!)).toBe(result)
      }
    },
  )
})
