import { describe, expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { aboutToday, toldOf, toldOfAll, TODAY, type SheetRow, type Shown } from './planSheet.ts'

const live = (shows: Shown['shows'], formula = '=CSAT(Survey!F:F)'): Shown => ({ formula, shows })
const sound: SheetRow = {
  KPI: 'Satisfaction',
  Metric: 'CSAT',
  Value: live(0.9),
  Target: live('>= 85%', '=KPI_TARGET("CSAT")'),
  Status: live('green', '=KPI_STATUS(F2, G2)'),
  Owner: 'Ann',
  'Reviewed on': TODAY,
}
const told = (row: SheetRow, about = aboutToday()) => toldOf(kpis, { ...sound, ...row }, about)

test('nothing is said of a KPI that is live, on target, owned and reviewed', () => {
  expect(told({})).toEqual([])
})

describe('the status', () => {
  test('red is told with the target that is missed, whichever way is better', () => {
    expect(told({ Status: live('red') })).toEqual(['It misses its target of >= 85%.'])
    expect(told({ Status: live('Red'), Target: 0.85 })).toEqual(['It misses its target of 0.85.'])
    expect(told({ Metric: 'CES', Value: live(3.2), Target: '< 2.5 of 5', Status: live('red') })).toEqual([
      'It misses its target of < 2.5 of 5.',
    ])
  })

  test('red without a target, as somebody may type it, is told all the same', () => {
    expect(told({ Value: 3, Target: null, Status: 'red' })).toEqual(['Its status is red.'])
  })

  test('amber and green are no news', () => {
    expect([told({ Status: live('amber') }), told({ Status: live('green') })]).toEqual([[], []])
  })

  test('typed by hand beside a live value is told', () => {
    expect(told({ Status: 'green' })).toEqual(['Its status was typed by hand and is not live. Link the metric again.'])
  })
})

describe('the value', () => {
  test('is missing until a metric is linked or a number typed', () => {
    expect(told({ Metric: null, Value: null })).toEqual(['It has no value: link a metric, or type the number.'])
    expect(told({ Metric: null, Value: 0.9, Status: 'green' })).toEqual([])
    expect(told({ Metric: null, Value: 0 })).toEqual([])
  })

  test('that is text counts nowhere, and is told with it', () => {
    for (const Value of ['1,234', '9', 'good']) {
      expect(told({ Metric: null, Value, Status: null })).toEqual([
        `Its value “${Value}” is text, no number. Type it again as a number.`,
      ])
    }
  })

  test('may be a formula of one’s own without a metric', () => {
    expect(told({ Metric: null, Value: live(12, '=SUM(Orders!B:B)/12') })).toEqual([])
  })

  test('that shows an error is told with it, by the name of its metric where it has one', () => {
    expect(told({ Value: live('#VALUE!') })).toEqual([
      'CSAT shows #VALUE!. Select its cell in the sheet and choose Explain to read why.',
    ])
    expect(told({ Metric: null, Value: live('#DIV/0!', '=A1/B1') })).toEqual([
      'Its value shows #DIV/0!. Select its cell in the sheet and choose Explain to read why.',
    ])
  })
})

test('a target that is being worked out is no news, and one that shows an error is told with it', () => {
  const target = (shows: string) => told({ Target: live(shows, '=KPI_TARGET("CSAT")'), Status: null })
  expect([target('#BUSY!'), target('Loading...')]).toEqual([[], []])
  expect(target('#N/A')).toEqual([
    'Its target shows #N/A. Select its cell in the sheet and choose Explain to read why.',
  ])
})

test('a target that Targets has and that cannot be used here is told, and none that it does not have', () => {
  const about = (Metric: string) => aboutToday({ Targets: [{ Metric, Segment: 'chat', Target: '< 5 min' }] })
  const asked = (Metric: string) => toldOf(kpis, { ...sound, Target: null, Status: null }, about(Metric))
  expect(asked('csat')).toEqual(['Targets names CSAT, but none of its targets can be used here. Look at them there.'])
  expect(asked('NPS')).toEqual([])
  expect(toldOf(kpis, sound, about('CSAT'))).toEqual([])
})

test('a trend for which nobody has said which way is better is told, and none that is flat', () => {
  const sentence = 'Say which way is better: until then its trend takes higher for better.'
  const asked = (Trend: string, Better: string | null) => told({ Trend: live(Trend), Better })
  expect([asked('improving', null), asked('worsening', null)]).toEqual([[sentence], [sentence]])
  expect([asked('improving', 'lower'), asked('flat', null), asked('needs 5 months', null)]).toEqual([[], [], []])
})

test('a target that counts something else than the metric is told', () => {
  expect(told({ Target: 85 })).toEqual([
    'Its target is 85, but CSAT is a share: write the target in per cent, such as 85%.',
  ])
})

describe('a vanity metric', () => {
  const sentence = (name: string) =>
    `“${name}” is a vanity metric without a partner: add one that shows what came of it, such as CONVERSION_RATE.`

  test.each([
    'Page views',
    'Pageviews',
    'page-views of the shop',
    'Visits to the help pages',
    'Visitors a day',
    'App downloads',
    'Followers',
    'IMPRESSIONS',
    'Likes on posts',
    'Clicks',
    'Features launched',
    'Number of features shipped',
    'Feature launched',
  ])('%s is one', (name) => {
    expect(told({ KPI: name })).toEqual([sentence(name)])
  })

  test.each([
    'Good reviews answered',
    'Customer interviews',
    'Likelihood to recommend',
    'Likely to renew',
    'Repairs done at the first visit',
    'Cost per click',
    'One view of the customer',
    'What customers like best',
    'Followership index',
    'Features used',
    'Launched on time',
  ])('%s only looks like one', (name) => {
    expect(told({ KPI: name })).toEqual([])
  })

  test('with a partner is fine, unless that is itself', () => {
    const others = { KPIs: [{ KPI: 'Conversion' }, { KPI: 'Page views' }] }
    expect(told({ KPI: 'Page views', 'Partner KPI': 'Conversion' }, aboutToday(others))).toEqual([])
    expect(told({ KPI: 'Page views', 'Partner KPI': ' page views' }, aboutToday(others))).toEqual([
      sentence('Page views'),
    ])
  })

  test('is none where it is measured by what came of it', () => {
    expect(told({ KPI: 'Visitors who buy', Metric: 'CONVERSION_RATE', Target: null })).toEqual([])
  })
})

describe('the source', () => {
  const support = (ago: number): SheetRow => ({
    Source: 'Support',
    'Newest row': { formula: '=MAX(Support!A:A)', shows: TODAY - ago },
    'Allowed days': 7,
  })

  test.each([
    [7, []],
    [8, ['Support is 8 days old, 7 allowed. Bring in newer data.']],
  ])('whose newest row is %i days old with 7 allowed', (ago, sentences) => {
    expect(told({ Source: 'support' }, aboutToday({ Sources: [support(ago)] }))).toEqual(sentences)
  })

  test('that Sources does not know is told, and nothing where there is no such sheet', () => {
    expect(told({ Source: 'Suport' }, aboutToday({ Sources: [support(0)] }))).toEqual([
      '“Suport” is in no row of Sources. Choose one that is, or add it there.',
    ])
    expect(told({ Source: 'Suport' }, aboutToday())).toEqual([])
    expect(told({ Source: null }, aboutToday({ Sources: [{ Owner: 'Ann' }] }))).toEqual([])
  })

  test('of another KPI says nothing of this one', () => {
    expect(told({ Source: 'CRM' }, aboutToday({ Sources: [support(99), { Source: 'CRM' }] }))).toEqual([])
  })
})

test('a partner that is no KPI is told', () => {
  const others = aboutToday({ KPIs: [{ KPI: 'Conversion' }] })
  expect(told({ 'Partner KPI': 'Conversoin' }, others)).toEqual([
    '“Conversoin” is in no row of KPIs. Choose one that is, or add it there.',
  ])
  expect(told({ 'Partner KPI': 'conversion' }, others)).toEqual([])
})

describe('the KPIs of a path', () => {
  const covered = ['adoption', 'usage', 'renewal']
  const onPath = (path: string, count: number): SheetRow[] =>
    Array.from({ length: count }, (_, i) => ({ KPI: `${path} ${i}`, Path: path, Stage: covered[i % 3]! }))
  const both = (product: number, service: number) =>
    toldOfAll(kpis, [...onPath('product', product), ...onPath('Service', service)])

  test.each([
    [5, 7, []],
    [7, 5, []],
    [4, 5, ['4 KPIs on the product path: choose 5 to 7.']],
    [5, 8, ['8 KPIs on the service path: choose 5 to 7.']],
    [1, 6, ['1 KPI on the product path: choose 5 to 7.']],
    [0, 6, ['No KPIs on the product path: choose 5 to 7.']],
    [8, 4, ['8 KPIs on the product path: choose 5 to 7.', '4 KPIs on the service path: choose 5 to 7.']],
  ])('%i for the product and %i for the service', (product, service, sentences) => {
    expect(both(product, service)).toEqual(sentences)
  })

  test('are not counted before there are any', () => {
    expect(toldOfAll(kpis, [])).toEqual([])
  })

  test('cover every stage', () => {
    const rows = [...onPath('product', 6), ...onPath('service', 6)]
    const without = (stage: string) => rows.map((row) => (row.Stage === stage ? { ...row, Stage: 'usage' } : row))
    expect(toldOfAll(kpis, without('renewal'))).toEqual(['No KPI for renewal.'])
    expect(toldOfAll(kpis, without('adoption'))).toEqual(['No KPI for adoption.'])
    expect(
      toldOfAll(
        kpis,
        rows.map((row) => ({ ...row, Stage: 'Usage' })),
      ),
    ).toEqual(['No KPI for adoption.', 'No KPI for renewal.'])
  })

  test('are called differently, since others choose them by name', () => {
    const rows = [...onPath('product', 5), ...onPath('service', 5)]
    const named = (...names: string[]) =>
      toldOfAll(
        kpis,
        rows.map((row, i) => ({ ...row, KPI: names[i] ?? row.KPI!, Segment: i === 1 ? 'chat' : null })),
      )
    expect(named('Churn', 'x', 'churn')).toEqual([
      'Rows 2 and 4 are both called Churn. Rename one: others choose KPIs by name.',
    ])
    expect(named('Churn', 'x', 'churn', 'CHURN')).toEqual([
      'Rows 2, 4 and 5 are all called Churn. Rename one: others choose KPIs by name.',
    ])
    expect(named('Churn', 'Loss')).toEqual([])
  })
})

describe('two teams that are paid for KPIs that pull apart', () => {
  const pulled = (...rows: SheetRow[]) => {
    const stages = ['adoption', 'usage', 'renewal', 'usage', 'usage']
    const fill = (path: string, from: number) =>
      stages.slice(from).map((Stage, i): SheetRow => ({ KPI: `${path} ${i}`, Path: path, Stage }))
    const pair = rows.map((row, i): SheetRow => ({ Path: 'product', Stage: stages[i]!, ...row }))
    return toldOfAll(kpis, [...pair, ...fill('product', rows.length), ...fill('service', 0)])
  }
  const visits: SheetRow = { KPI: 'Visits', 'Bonus of': 'Marketing', 'Partner KPI': 'Conversion' }

  test('are told with both KPIs', () => {
    expect(pulled(visits, { KPI: 'conversion', 'Bonus of': 'Sales' })).toEqual([
      'Marketing is paid by “Visits”, Sales by its partner “conversion”: two teams are paid for KPIs that pull apart. Let both share both.',
    ])
  })

  test('are told once where each KPI is the partner of the other', () => {
    expect(pulled(visits, { KPI: 'Conversion', 'Bonus of': 'Sales', 'Partner KPI': 'Visits' })).toEqual([
      'Marketing is paid by “Visits”, Sales by its partner “Conversion”: two teams are paid for KPIs that pull apart. Let both share both.',
    ])
  })

  test.each<[string, SheetRow]>([
    ['one team is paid by both', { KPI: 'Conversion', 'Bonus of': 'marketing' }],
    ['nobody is paid by the partner', { KPI: 'Conversion' }],
    ['the other is no partner', { KPI: 'Renewals', 'Bonus of': 'Sales' }],
  ])('are not told of where %s', (_, other) => {
    expect(pulled(visits, other)).toEqual([])
  })

  test('are not told of where nobody is paid by the first', () => {
    expect(pulled({ ...visits, 'Bonus of': null }, { KPI: 'Conversion', 'Bonus of': 'Sales' })).toEqual([])
  })

  test('are not told of where no partner is named, though a row has no name', () => {
    expect(pulled({ ...visits, 'Partner KPI': null }, { KPI: null, 'Bonus of': 'Sales' })).toEqual([])
  })
})
