import { describe, expect, test } from 'vitest'
import { returnsOf } from '../../../../core/arguments/returnsOf.ts'
import { catalogue, findMetric } from '../../../../core/catalogue/catalogue.ts'
import { glossary } from '../../../../core/arguments/glossary.ts'
import { CellError } from '../../../../core/cell.ts'
import { type Spec } from '../../../../core/metric.ts'
import { sbgLtv } from '../../../../core/metrics/prediction/sbgLtv.ts'
import { dataCheck } from '../../../../core/metrics/steering/dataCheck.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'
import { params } from '../../../../core/arguments/single/params.ts'
import { parseIso, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { expectClose, plain } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const regions = column('North', 'South', 'North', 'South')

test('each segment gets the value the function gives on its own rows', () => {
  expect(compute(metricBy, 'NPS', regions, column(10, 3, 8, 9))).toEqual([
    ['segment', 'rows', 'NPS'],
    ['North', 2, 50],
    ['South', 2, 0],
  ])
})

describe('in the order of the values', () => {
  const five = column('a', 'b', 'c', 'd', 'e')
  const order = (metric: string) =>
    (compute(metricBy, metric, five, column(20, 5, null, 30, 20), 10) as unknown[][])
      .slice(1)
      .map(([segment]) => segment)

  // A segment without a value stands last either way, and equal ones stay in the order of their names.
  test.each([
    ['ARPU', 'abcde'],
    ['ARPU desc', 'daebc'],
    ['ARPU asc', 'baedc'],
    ['=arpu(), descending', 'daebc'],
    ['arpu  ASCENDING ', 'baedc'],
  ])('%j', (metric, expected) => {
    expect(order(metric).join('')).toBe(expected)
  })

  test('the table names the function alone, and so does what is said of it', () => {
    expect((compute(metricBy, 'nps DESC', five, column(9, 9, 9, 9, 9)) as unknown[][])[0]).toEqual([
      'segment',
      'rows',
      'NPS',
    ])
    expect(failure(metricBy, 'NPX desc', five, column(9, 9, 9, 9, 9))).toBe(
      '#VALUE! METRIC_BY: metric is the text “NPX”, which is no function of ours; use one such as "NPS"',
    )
    expect(failure(metricBy, 'desc', five, column(9, 9, 9, 9, 9))).toContain('“desc”')
  })
})

test('columns and options of the function go along', () => {
  expect(compute(metricBy, 'FCR', regions, column(1, 1, 2, 1), column('yes', 'no', 'yes', 'yes'))).toEqual([
    ['segment', 'rows', 'FCR'],
    ['North', 2, 0.5],
    ['South', 2, 0.5],
  ])
  expect(compute(metricBy, 'CSAT', regions, column(5, 4, 4, 1), 5)).toEqual([
    ['segment', 'rows', 'CSAT'],
    ['North', 2, 0.5],
    ['South', 2, 0],
  ])
  expect(compute(metricBy, 'CAC', regions, column(10, 20, 30, 40), column(1, 2, 1, 2))).toEqual([
    ['segment', 'rows', 'CAC'],
    ['North', 2, 20],
    ['South', 2, 15],
  ])
})

test('segments look back from the same day: the latest of all rows when as_of is left out', () => {
  const started = column('2026-01-01', '2026-01-10', '2026-01-20', '2026-01-01', '2026-03-01')
  const activated = column('2026-01-04', null, null, '2026-01-02', '2026-03-03')
  const table = compute(metricBy, 'ACTIVATION_RATE', column('web', 'web', 'web', 'app', 'app'), started, activated)
  expectClose(table, [
    ['segment', 'rows', 'ACTIVATION_RATE'],
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
    ['segment', 'rows', 'CAC'],
    ['North', 2, 10],
    ['South', 2, 15],
  ])
  expect(compute(metricBy, 'NPS', 'North', 9)).toEqual([
    ['segment', 'rows', 'NPS'],
    ['North', 1, 100],
  ])
})

describe('several rows of a segment where the function takes a single number', () => {
  const segments = column('a', 'b', 'a', 'b')

  test('money and counts are added up', () => {
    expect(compute(metricBy, 'CHURN_RATE', segments, column(100, 200, 300, 0), column(10, 10, 6, 2))).toEqual([
      ['segment', 'rows', 'CHURN_RATE'],
      ['a', 2, 0.04],
      ['b', 2, 0.06],
    ])
    expect(compute(metricBy, 'RETENTION_RATE', segments, column(50, 10, 50, 10), column(45, 8, 40, 10), 5)).toEqual([
      ['segment', 'rows', 'RETENTION_RATE'],
      ['a', 2, 0.8],
      ['b', 2, 0.65],
    ])
    expect(compute(metricBy, 'CONVERSION_RATE', segments, column(1, 2, 3, 4), column(10, 10, 10, 20))).toEqual([
      ['segment', 'rows', 'CONVERSION_RATE'],
      ['a', 2, 0.2],
      ['b', 2, 0.2],
    ])
  })

  test('revenue and customers both are, so that ARPU is the mean per customer', () => {
    expect(compute(metricBy, 'ARPU', column('a', 'a', 'b'), column(10, 20, 7), column(1, 1, 1))).toEqual([
      ['segment', 'rows', 'ARPU'],
      ['a', 2, 15],
      ['b', 1, 7],
    ])
  })

  test('a rate or a price is one for all, or one row for each segment', () => {
    const [revenue, cost] = [column(100, 50, 300, 50), column(40, 30, 60, 20)]
    expect(compute(metricBy, 'ROMI', segments, revenue, 0.5, cost)).toEqual([
      ['segment', 'rows', 'ROMI'],
      ['a', 2, 1],
      ['b', 2, 0],
    ])
    expect(failure(metricBy, 'ROMI', segments, revenue, column(0.5, 0.5, 0.4, 0.5), cost)).toBe(
      '#VALUE! METRIC_BY: ROMI takes one gross_margin, but “a” has 2 rows: give it one row for each segment, or one cell for all',
    )
    expect(compute(metricBy, 'ROMI', column('a', 'b'), column(100, 50), column(0.5, 0.8), column(40, 20))).toEqual([
      ['segment', 'rows', 'ROMI'],
      ['a', 1, 0.25],
      ['b', 1, 1],
    ])
  })

  test('blank cells are skipped, in three spellings, and a segment without a number is blank', () => {
    const converted = column('Converted', 5, null, '', '  ', null)
    const base = column('Base', 50, 50, 10, 10, '-')
    expect(compute(metricBy, 'CONVERSION_RATE', column('Channel', 'a', 'a', 'b', 'b', 'c'), converted, base)).toEqual([
      ['segment', 'rows', 'CONVERSION_RATE'],
      ['a', 2, 0.05],
      ['b', 2, ''],
      ['c', 1, ''],
    ])
  })

  test('an option without a number in a segment is left out there', () => {
    expect(
      compute(
        metricBy,
        'REVENUE_CHURN',
        segments,
        column(100, 100, 0, 0),
        column(10, 10, 0, 0),
        column(5, null, 5, null),
      ),
    ).toEqual([
      ['segment', 'rows', 'REVENUE_CHURN'],
      ['a', 2, 0.2],
      ['b', 2, 0.1],
    ])
  })

  test('what is no number is named with its row, and an error cell comes back', () => {
    const start = column(100, 200, 300, 100)
    expect(failure(metricBy, 'CHURN_RATE', segments, start, column(1, 'few', 1, 1))).toBe(
      '#VALUE! METRIC_BY: lost_customers row 2 has “few”, clear the cell if there is no number',
    )
    expect(failure(metricBy, 'CHURN_RATE', segments, start, column(1, new CellError('#REF!', ''), 1, 1))).toBe(
      '#REF! METRIC_BY: lost_customers row 2 is #REF!',
    )
    expect(failure(metricBy, 'CHURN_RATE', segments, column(1, 200, 2, 100), column(5, 1, 5, 1))).toBe(
      '#VALUE! METRIC_BY: “a”: CHURN_RATE: lost_customers is 10, more than start_customers (3)',
    )
  })
})

/** Why the other single numbers do not add. */
const doNotAdd: Readonly<Record<string, string>> = {
  'AGENTS_NEEDED calls_per_hour': 'a rate',
  'AGENTS_NEEDED handling_minutes': 'a mean per call',
  'AGENTS_NEEDED service_level': 'a rate',
  'AGENTS_NEEDED answer_within_seconds': 'an option',
  'AGENTS_NEEDED max_occupancy': 'a rate',
  'AGENTS_NEEDED shrinkage': 'a rate',
  'CAC_PAYBACK cac': 'a mean per customer',
  'CAC_PAYBACK arpa': 'a mean per customer',
  'CAC_PAYBACK gross_margin': 'a rate',
  'CAC_PAYBACK churn_rate': 'a rate',
  'LTV arpa': 'a mean per customer',
  'LTV gross_margin': 'a rate',
  'LTV churn_rate': 'a rate',
  'LTV discount_rate': 'a rate',
  'LTV max_periods': 'an option',
  'LTV margin_growth': 'a rate',
  'LTV_CAC ltv': 'a mean per customer',
  'LTV_CAC cac': 'a mean per customer',
  'LTV_RETENTION arpa': 'a mean per customer',
  'LTV_RETENTION gross_margin': 'a rate',
  'LTV_RETENTION discount_rate': 'a rate',
  'LTV_RETENTION tail_churn': 'a rate',
  'LTV_RETENTION margin_growth': 'a rate',
  'PCT_CHANGE now': 'may be a rate, a price or a score',
  'PCT_CHANGE before': 'may be a rate, a price or a score',
  'ROMI gross_margin': 'a rate',
  'RULE_OF_40 growth_rate': 'a rate',
  'RULE_OF_40 profit_margin': 'a rate',
  'TCO upfront_cost': 'stands beside costs by year, whose rows are years',
  'TCO years': 'an option',
  'TCO discount_rate': 'a rate',
  'TCO residual_value': 'stands beside costs by year, whose rows are years',
  'CONVERSION_RATE confidence': 'an option',
  'STICKINESS monthly_active': 'different users: whoever is in two rows would count twice',
  'CHURN_CONVERT rate': 'a rate',
  'SBG_LTV margin_per_period': 'a mean per customer',
  'SBG_LTV discount_rate': 'a rate',
  'SBG_LTV renewals_so_far': 'an age',
  'AB_SAMPLE_SIZE base_rate': 'a rate',
  'AB_SAMPLE_SIZE relative_lift': 'a rate',
  'AB_SAMPLE_SIZE alpha': 'a rate',
  'AB_SAMPLE_SIZE power': 'a rate',
  'AB_POWER visitors': 'of one variant: rows of both would count twice',
  'AB_POWER base_rate': 'a rate',
  'AB_POWER relative_lift': 'a rate',
  'AB_POWER alpha': 'a rate',
  'AB_DETECTABLE visitors': 'of one variant: rows of both would count twice',
  'AB_DETECTABLE base_rate': 'a rate',
  'AB_DETECTABLE alpha': 'a rate',
  'AB_DETECTABLE power': 'a rate',
  'MEAN_SAMPLE_SIZE base_mean': 'a mean per visitor',
  'MEAN_SAMPLE_SIZE deviation': 'a deviation',
  'MEAN_SAMPLE_SIZE relative_lift': 'a rate',
  'MEAN_SAMPLE_SIZE alpha': 'a rate',
  'MEAN_SAMPLE_SIZE power': 'a rate',
  'MEAN_POWER visitors': 'of one variant: rows of both would count twice',
  'MEAN_POWER base_mean': 'a mean per visitor',
  'MEAN_POWER deviation': 'a deviation',
  'MEAN_POWER relative_lift': 'a rate',
  'MEAN_POWER alpha': 'a rate',
  'MEAN_DETECTABLE visitors': 'of one variant: rows of both would count twice',
  'MEAN_DETECTABLE base_mean': 'a mean per visitor',
  'MEAN_DETECTABLE deviation': 'a deviation',
  'MEAN_DETECTABLE alpha': 'a rate',
  'MEAN_DETECTABLE power': 'a rate',
  'KPI_STATUS amber_band': 'a rate',
  'KPI_STATUS value': 'any value',
  'PRIORITY_RICE reach': 'of one initiative, whose impact does not add',
  'PRIORITY_RICE impact': 'a score',
  'PRIORITY_RICE confidence': 'a rate',
  'PRIORITY_RICE effort': 'of one initiative, whose impact does not add',
}

const oneNumber = catalogue().filter(
  ({ spec }) => spec.returns.unit && !spec.returns.column && !spec.args.some(({ namesModel }) => namesModel),
)
const singleNumbers = (spec: Spec) =>
  spec.args.filter(({ shape, choices, text, date, limits }) => shape === 'cell' && limits && !choices && !text && !date)

test('every single number of every function either adds up, or there is a reason why it does not', () => {
  // Beside columns of data, a single number is an option of all rows.
  const alone = oneNumber.filter(
    ({ spec }) => !spec.args.some(({ shape, name }) => shape === 'column' || /scores|ratings/.test(name)),
  )
  const others = alone.flatMap(({ spec }) =>
    singleNumbers(spec)
      .filter(({ adds }) => !adds)
      .map(({ name }) => `${spec.name} ${name}`),
  )
  expect(others.sort()).toEqual(Object.keys(doNotAdd).sort())
})

test('a function whose numbers all add gives a segment what it gives for the sums of its rows', () => {
  const adding = oneNumber.filter(({ spec }) => singleNumbers(spec).some(({ adds }) => adds))
  expect(adding.length).toBeGreaterThan(15)
  for (const inner of adding) {
    const { spec } = inner
    for (const { cells, gives } of spec.examples.filter(({ gives }) => typeof gives === 'number')) {
      if (cells.some(Array.isArray)) continue
      // Three rows: a part of each total, the rest of it, and another segment.
      const spread = cells.map((cell, i) =>
        spec.args[i]!.adds || spec.args[i]!.shape === 'range'
          ? column((cell as number) / 4, (cell as number) * 0.75, cell)
          : cell,
      )
      const table = compute(metricBy, spec.name, column('a', 'a', 'b'), ...spread) as unknown[][]
      expectClose(
        table.slice(1).map(([, , value]) => value),
        [gives, compute(inner, ...cells)],
      )
    }
  }
})

describe('dates as groups', () => {
  const costs = column('Cost', 100, 300, 80)
  const won = column('Won', 2, 4, 4)

  test('they stand in order of time, each day for itself', () => {
    const days = column('Day', '2026-02-01', '2026-01-31', '2026-02-01').map(([day], i) => [
      i === 0 ? day : parseIso(day as string),
    ])
    expect(compute(metricBy, 'CAC', days, costs, won)).toEqual([
      ['segment', 'rows', 'CAC'],
      [serialOf(2026, 1, 31), 1, 75],
      [serialOf(2026, 2, 1), 2, 30],
    ])
  })

  test('numbers stand by size, text by the alphabet', () => {
    expect(
      (compute(metricBy, 'NPS', column(10, 9, 'b', 'A'), column(9, 9, 9, 9)) as unknown[][])
        .slice(1)
        .map(([segment]) => segment),
    ).toEqual([9, 10, 'A', 'b'])
  })
})

describe('where no segment has a value it is said why', () => {
  test('in the sentence for all rows', () => {
    expect(failure(metricBy, 'CSAT', column('Score', 5, 4, 3), column('Channel', 'chat', 'mail', 'chat'))).toBe(
      '#VALUE! METRIC_BY: CSAT: ratings row 2 has “chat”, use numbers, or words such as good and bad',
    )
    expect(failure(metricBy, 'CAC', column('a', 'b'), column(100, 50), column(0, 0))).toBe(
      '#DIV/0! METRIC_BY: CAC: new_customers is 0, so nobody was won for the cost',
    )
  })

  test('or of the first segment, where all rows together would have one', () => {
    expect(failure(metricBy, 'LTV_CAC', column('b', 'a'), column(10, 20), column(0, 0))).toBe(
      '#DIV/0! METRIC_BY: “a”: LTV_CAC: cac is 0',
    )
    expect(failure(metricBy, 'CHURN_RATE', column('b', 'a'), column(10, 20), column(null, ''))).toBe(
      '#VALUE! METRIC_BY: “a”: CHURN_RATE: lost_customers is blank',
    )
  })
})

test('a segment with nothing to compute from is blank, not 0', () => {
  expect(compute(metricBy, 'NPS', regions, column(10, null, 8, 'n/a'))).toEqual([
    ['segment', 'rows', 'NPS'],
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
    ['segment', 'rows', 'NPS'],
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

test('what the title of a column or its other rows say against its times is told by segment too', () => {
  const minutes = column('First reply time in minutes', 30, 60)
  expect(failure(metricBy, 'RESPONSE_TIME', column('Team', 'a', 'b'), minutes)).toBe(
    '#VALUE! METRIC_BY: created row 2 has 30 under “First reply time in minutes”, and hours are wanted: divide by 60',
  )
  const hours = compute(metricBy, 'RESPONSE_TIME', column('Team', 'a', 'b'), column('Hours', 30, 60)) as unknown[][]
  expect(hours.slice(1)).toEqual([
    ['a', 1, 30],
    ['b', 1, 60],
  ])
  const swapped = [column(45323, '13/02/2024'), column(45324, 45337)]
  expect(failure(metricBy, 'RESPONSE_TIME', column('a', 'b'), ...swapped)).toContain(
    'created row 2 has “13/02/2024”, among date cells whose days are all up to 12',
  )
})

test('CSAT by segment takes words as it does alone', () => {
  const groups = column('chat', 'mail', 'chat', 'mail')
  const table = compute(metricBy, 'CSAT', groups, column('Good', 'Bad', 'Bad', 'Bad')) as unknown[][]
  expect(table.slice(1)).toEqual([
    ['chat', 2, 0.5],
    ['mail', 2, 0],
  ])
  const titled = compute(metricBy, 'CSAT', column('Channel', 'chat'), column('Satisfied', 5)) as unknown[][]
  expect(titled.slice(1)).toEqual([['chat', 1, 1]])
})

test('every function that gives one number works by segment as it does alone', () => {
  for (const inner of oneNumber) {
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
    ['segment', 'rows', 'RESOLUTION_TIME'],
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

describe('in detail', () => {
  const many = (count: number, value: unknown) => new Array<unknown>(count).fill(value)
  const regions = column(...many(200, 'North'), ...many(200, 'South'), ...many(23, 'West'))
  const ratings = column(
    ...many(180, 5),
    ...many(20, 1),
    ...many(140, 5),
    ...many(60, 1),
    ...many(20, 5),
    ...many(3, 1),
  )
  const header = ['segment', 'rows', 'part', 'whole', 'CSAT', 'low', 'high', 'verdict']

  test('each rate has its parts and limits, and a verdict beside the rest', () => {
    // R: prop.test(180, 200, correct = FALSE)$conf.int and so on. Against the rest, p.adjust(c(prop.test(c(180, 160),
    // c(200, 223), correct = FALSE)$p.value, …), "holm"): 4.7e-6, 1.1e-6 and, by fisher.test, 0.59.
    expectClose(
      compute(metricBy, 'CSAT detail', regions, ratings),
      [
        header,
        ['North', 200, 180, 200, 0.9, 0.8505941875672827, 0.9343295513309041, 'differs: above the rest'],
        ['South', 200, 140, 200, 0.7, 0.6332093162728073, 0.7592525531762859, 'differs: below the rest'],
        ['West', 23, 20, 23, 0.8695652173913043, 0.6787251772990404, 0.9546234090636876, 'cannot be told: 23 answers'],
      ],
      1e-12,
    )
  })

  test('several verdicts are held to one risk; of two segments it is one verdict', () => {
    // R: prop.test(c(12, 25), c(100, 100), correct = FALSE): 0.0179. Beside c of 37 of 200, which is as the two together,
    // prop.test(c(12, 62), c(100, 300), correct = FALSE): 0.0532, and so is b; c: 1. By Holm 0.16 and more.
    const groups = column(...many(100, 'a'), ...many(100, 'b'))
    const answers = column(...many(12, 5), ...many(88, 1), ...many(25, 5), ...many(75, 1))
    const verdicts = (metric: string, ...cells: unknown[]) =>
      (compute(metricBy, metric, ...cells) as unknown[][]).slice(1).map((row) => row[7])
    expect(verdicts('CSAT detail', groups, answers)).toEqual(['differs: below the rest', 'differs: above the rest'])
    expect(verdicts('CSAT detail 99%', groups, answers)).toEqual(['no clear difference', 'no clear difference'])
    const three = [
      [...groups, ...column(...many(200, 'c'))],
      [...answers, ...column(...many(37, 5), ...many(163, 1))],
    ]
    expect(new Set(verdicts('CSAT detail 90%', ...three))).toEqual(new Set(['no clear difference']))
  })

  test('the order goes along, and a segment without an answer has no verdict', () => {
    const table = compute(metricBy, 'CSAT desc detail', column('a', 'b', 'c'), column(1, 5, null)) as unknown[][]
    expect(
      table
        .slice(1)
        .map(([segment, rows, part, whole, value, , , verdict]) => [segment, rows, part, whole, value, verdict]),
    ).toEqual([
      ['b', 1, 1, 1, 1, 'cannot be told: 1 answer'],
      ['a', 1, 0, 1, 0, 'cannot be told: 1 answer'],
      ['c', 1, '', '', '', ''],
    ])
    expect(compute(metricBy, 'csat, details, descending', column('a', 'b', 'c'), column(1, 5, null))).toEqual(table)
  })

  test('of NPS the part is promoters less detractors, and the verdict that of NPS_COMPARE against all others', () => {
    const [, first] = compute(
      metricBy,
      'NPS detail',
      column(...many(5, 'a'), ...many(5, 'b')),
      column(...many(5, 10), ...many(5, 1)),
    ) as unknown[][]
    // All of 5 and none of 5: 2 / 252 of all ways to deal them.
    expect([first![2], first![3], first![4], first![7]]).toEqual([5, 5, 100, 'differs: above the rest'])
  })

  test('a segment alone, and segments that all count alike, have nothing to differ from', () => {
    expect((compute(metricBy, 'CSAT detail', column('a', 'a'), column(5, 1)) as unknown[][])[1]![7]).toBe('')
    const alike = compute(metricBy, 'CSAT detail', column('a', 'b'), column(5, 5)) as unknown[][]
    expect(alike.slice(1).map((row) => row[7])).toEqual(['', ''])
  })

  test('a share of money has no limits and no verdict', () => {
    expect(compute(metricBy, 'MARKET_SHARE detail', column('a', 'b'), column(1, 2), column(4, 4))).toEqual([
      ['segment', 'rows', 'part', 'whole', 'MARKET_SHARE', 'low', 'high', 'verdict'],
      ['a', 1, 1, 4, 0.25, '', '', ''],
      ['b', 1, 2, 4, 0.5, '', '', ''],
    ])
  })

  test('a named value that a segment has not is none of its rows', () => {
    const table = compute(metricBy, 'SHARE_OF detail', column('a', 'a', 'b', 'b'), column('x', 'y', 'y', 'y'), 'x')
    expect((table as unknown[][]).map((row) => row.slice(0, 5))).toEqual([
      ['segment', 'rows', 'part', 'whole', 'SHARE_OF'],
      ['a', 2, 1, 2, 0.5],
      ['b', 2, 0, 2, 0],
    ])
    expect(failure(metricBy, 'SHARE_OF', column('a', 'b'), column('x', 'y'), 'z')).toContain('which values has not')
  })

  test('what is no rate has no detail', () => {
    expect(failure(metricBy, 'CES detail', column('a', 'b'), column(2, 3))).toBe(
      '#VALUE! METRIC_BY: CES is no rate, leave out “detail” or use one such as CSAT or NPS',
    )
  })

  test('the table counts what the function gives, and has a chart of its own', () => {
    const cells = ['CSAT detail', regions, ratings]
    const { table, chart } = returnsOf(metricBy.spec, cells, compute(metricBy, ...cells), {
      decode: plain,
      find: findMetric,
    })
    expect(table!.map(({ unit }) => unit)).toEqual([
      'text',
      'count',
      'number',
      'number',
      'fraction',
      'fraction',
      'fraction',
      'text',
    ])
    expect(chart!.columns).toEqual(['the metric …', 'low', 'high'])
    const usual = returnsOf(metricBy.spec, ['CSAT', regions, ratings], compute(metricBy, 'CSAT', regions, ratings), {
      decode: plain,
      find: findMetric,
    })
    expect(usual.table!.map(({ unit }) => unit)).toEqual(['text', 'count', 'fraction'])
  })
})
