import { describe, expect, test } from 'vitest'
import { chartOf } from '../../../core/plans/chart.ts'
import { STAGES } from '../../../core/plans/commonColumns.ts'
import { crossOf } from '../../../core/plans/cross.ts'
import { journey } from '../../../core/plans/gallery/journey.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { guessColumns } from '../../../core/plans/importing/columns.ts'
import { journeySets } from '../../../core/plans/libraries/journey.ts'
import { libraryChanges } from '../../../core/plans/libraryRows.ts'
import { findingsOf, sheetOf } from '../../../core/plans/plan.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { contentOf } from '../../../core/sheet/rows.ts'
import { layout } from './matrixSheet.ts'
import { tableWith } from './ownTable.ts'
import { aboutToday, changed, planRows, toldOf, toldOfAll, TODAY, type SheetRow } from './planSheet.ts'

const sound: SheetRow = {
  Step: 'Is shown how it works',
  Path: 'service',
  Stage: 'onboarding',
  Number: 4,
  Outcome: 'Gets on without asking',
  Owner: 'Ann',
  Metric: 'CSAT',
  Value: { formula: '=CSAT(Survey!A:A)', shows: 0.9 },
  Status: { formula: '=KPI_STATUS(M2,N2)', shows: 'green' },
  'Reviewed on': TODAY,
}
const told = (row: SheetRow, about = aboutToday()) => toldOf(journey, { ...sound, ...row }, about)
const rows: readonly SheetRow[] = journeySets[0]!.rows.map((row) => ({ ...row }))
/** Counts by step of one path, in its order. */
const path = (Path: string, ...reached: readonly (number | string | null)[]): SheetRow[] =>
  reached.map((Reached, i) => ({ Step: `Step ${i + 1}`, Path, Stage: STAGES[i]!, Number: i + 1, Reached }))
const overall = (rows: readonly SheetRow[], about = aboutToday()) => toldOfAll(journey, rows, about)
const losses = (...rows: SheetRow[]) => overall(rows).filter((text) => text.startsWith('Biggest'))

test('nothing is said of a step that is owned, measured, reviewed and says what it leads to', () => {
  expect(told({})).toEqual([])
  expect(told({ Reached: 100, 'Step rate': 1 })).toEqual([])
})

describe('a gap', () => {
  const level = (row: SheetRow) =>
    findingsOf(journey, planRows(journey, { ...sound, ...row })[0]!, aboutToday()).map((one) => [one.level, one.filter])

  test.each<[string, SheetRow, string]>([
    [
      'no owner and no KPI',
      { Owner: null, Metric: null, Value: null, Status: null },
      'Onboarding, service: no owner and no KPI. Name who answers for it, and link a KPI.',
    ],
    ['no owner', { Owner: ' ' }, 'Onboarding, service: no owner. Name who answers for it.'],
    [
      'no KPI',
      { Metric: null, Value: null, Status: null },
      'Onboarding, service: no KPI. Link one that tells how good it is.',
    ],
    ['no path', { Owner: null, Path: null }, 'Onboarding: no owner. Name who answers for it.'],
    ['no stage', { Owner: null, Stage: null }, 'Is shown how it works, service: no owner. Name who answers for it.'],
    [
      'a stage of one’s own',
      { Owner: null, Stage: 'after it' },
      'After it, service: no owner. Name who answers for it.',
    ],
  ])('is told: %s', (_, row, sentence) => {
    expect(told(row)).toEqual([sentence])
  })

  test('is red once customers come to a step that nobody owns or measures', () => {
    const bare = { Owner: null, Metric: null, Value: null, Status: null }
    expect(level(bare)).toEqual([['amber', 'gaps']])
    expect(level({ ...bare, Reached: 0 })).toEqual([['amber', 'gaps']])
    expect(level({ ...bare, Reached: 12 })).toEqual([['red', 'gaps']])
    expect(level({ ...bare, Reached: 12, Owner: 'Ann' })).toEqual([['amber', 'gaps']])
    expect(level({ Owner: null, Reached: 12 })).toEqual([['amber', 'gaps']])
  })

  test('is none where a metric is linked, but a formula that is gone is told', () => {
    expect(told({ Value: null })).toEqual(['The formula of CSAT is gone. Link the metric again.'])
    expect(told({ Value: 0.9 })).toEqual(['Its value was typed by hand and is not live. Link the metric again.'])
  })
})

describe('a step', () => {
  test('to which more came than to the one before is told', () => {
    expect(told({ Reached: 120, 'Step rate': 1.2 })).toEqual([
      'More customers came to it than to the step before: 120%. Look at both counts, or at the numbers of the steps.',
    ])
    expect(told({ Reached: 120, 'Step rate': 1 })).toEqual([])
    expect(told({ Reached: 0, 'Step rate': 0 })).toEqual([])
    expect(told({ Reached: 120, 'Step rate': '#DIV/0!' })).toEqual([])
  })

  test('that is counted has a number and a path', () => {
    const sentence = 'It has no step rate: give it a path, and its number on that.'
    expect(told({ Reached: 5, Number: null })).toEqual([sentence])
    expect(told({ Reached: 5, Path: null })).toEqual([sentence])
    expect(told({ Number: null })).toEqual([])
  })

  test('whose counts are text is told', () => {
    expect(told({ Reached: 'about 100' })).toEqual([
      '“about 100” in Reached is text, no number. Type it again in digits.',
    ])
    expect(told({ Number: '4' })).toEqual(['“4” in Number is text, no number. Type it again in digits.'])
  })

  test('that says nothing of what it leads to is told', () => {
    expect(told({ Outcome: ' ' })).toEqual(['Nobody has said what shows that customers have come further.'])
  })

  test('names a source that Sources has', () => {
    const about = aboutToday({ Sources: [{ Source: 'Web' }] })
    expect(told({ Source: 'web' }, about)).toEqual([])
    expect(told({ Source: 'Wep' }, about)).toEqual([
      '“Wep” is in no row of Sources. Choose one that is, or add it there.',
    ])
    expect(told({ Source: 'Wep' })).toEqual([])
  })

  test('is looked at again after 90 days, or when it says', () => {
    expect(told({ 'Reviewed on': TODAY - 91 })).toEqual(['Last reviewed 91 days ago.'])
    expect(told({ 'Reviewed on': TODAY - 8, Every: 7 })).toEqual(['Last reviewed 8 days ago.'])
    expect(told({ 'Reviewed on': TODAY - 91, Every: 180 })).toEqual([])
  })

  test('shows a KPI that KPIs has', () => {
    const shows = { formula: '=IF(ISBLANK(INDEX(KPIs!F:F, MATCH(L2, KPIs!A:A, 0))), "", 1)', shows: 1 }
    const about = aboutToday({ KPIs: [{ KPI: 'Joy', Value: 0 }, { KPI: 'Bare' }] })
    expect(told({ Metric: 'joy', Value: shows }, about)).toEqual([])
    expect(told({ Metric: 'Bare', Value: { ...shows, shows: '' } }, about)).toEqual([
      '“Bare” has no value in KPIs yet. Open KPIs and link its metric.',
    ])
    expect(told({ Metric: 'Woe', Value: shows }, about)).toEqual([
      '“Woe” is in no row of KPIs. Link another metric, or give the KPI its name again.',
    ])
  })
})

describe('the biggest loss', () => {
  test('is told for each path, by its stages', () => {
    expect(losses(...path('product', 1000, 200, 150), ...path('service', 50, 40))).toEqual([
      'Biggest loss on the product path: awareness to evaluation, 80%. Look there first.',
      'Biggest loss on the service path: awareness to evaluation, 20%. Look there first.',
    ])
    expect(losses(...path('product', 1000, 900, 180))).toEqual([
      'Biggest loss on the product path: evaluation to purchase, 80%. Look there first.',
    ])
  })

  test('is that of the numbers, however the sheet is sorted', () => {
    const steps = path('product', 1000, 900, 180)
    expect(losses(...[...steps].reverse())).toEqual(losses(...steps))
    expect(losses(...steps.map((step) => ({ ...step, Number: 10 * Number(step.Number) })))).toEqual(losses(...steps))
  })

  test('names the steps where the stage is the same, or not said', () => {
    const [one, other] = path('service', 100, 99.7)
    const sentence = 'Biggest loss on the service path: “Step 1” to “Step 2”, 0.3%. Look there first.'
    expect(losses({ ...one, Stage: 'Renewal' }, { ...other, Stage: 'renewal' })).toEqual([sentence])
    expect(losses(one!, { ...other, Stage: null })).toEqual([sentence])
  })

  test('is none where nothing is lost, counted, numbered, or known which step comes before', () => {
    expect(losses(...path('product', 100, 100, 120))).toEqual([])
    expect(losses(...path('product', 0, 0))).toEqual([])
    expect(losses(...path('product', null, 5, null))).toEqual([])
    expect(losses(...path('product', '1000', 5))).toEqual([])
    const [first, second] = path('product', 100, 50)
    expect(losses(first!, { ...second, Number: null })).toEqual([])
    expect(losses(first!, { ...first, Step: 'Another' }, second!)).toEqual([])
    expect(losses(first!, { ...second, Path: 'service' })).toEqual([])
    expect(losses({ ...first, Path: null }, { ...second, Path: null })).toEqual([])
  })

  test('of all is told in full', () => {
    expect(losses(...path('product', 100, 0))).toEqual([
      'Biggest loss on the product path: awareness to evaluation, 100%. Look there first.',
    ])
  })
})

describe('the map', () => {
  const uncovered = (...rows: SheetRow[]) => overall(rows).filter((text) => text.startsWith('No step'))

  test('of the library covers all stages on both paths', () => {
    expect(overall(rows)).toEqual([])
  })

  test('is told to lack a stage on a path', () => {
    const some = rows.filter(({ Path, Stage }) => Path === 'product' || (Stage !== 'awareness' && Stage !== 'renewal'))
    expect(uncovered(...some)).toEqual([
      'No step on the service path for awareness and renewal. Add what customers do then.',
    ])
    expect(uncovered({ Stage: 'Awareness', Path: 'Product', Step: 'Sees it' })[0]).toBe(
      'No step on the product path for evaluation, purchase, onboarding, activation and renewal. Add what customers do then.',
    )
    expect(uncovered()).toEqual([])
  })

  test('with stages of one’s own is to have those on both paths', () => {
    const own = (Path: string, ...stages: string[]) => stages.map((Stage) => ({ Step: Stage, Path, Stage }))
    expect(uncovered(...own('product', 'Discover', 'Buy'), ...own('service', 'buy', 'discover'))).toEqual([])
    expect(uncovered(...own('product', 'Discover', 'Buy'), ...own('service', 'buy'))).toEqual([
      'No step on the service path for Discover. Add what customers do then.',
    ])
    expect(uncovered(...rows, { Step: 'Cares', Path: 'service', Stage: 'after the service' })).toEqual([])
  })

  test('is told where two steps of a path have the same number', () => {
    const twice = (...steps: SheetRow[]) => overall(steps).filter((text) => text.startsWith('Rows'))
    expect(twice({ Step: 'A', Path: 'product', Number: 2 }, { Step: 'B', Path: 'Product', Number: 2 })).toEqual([
      'Rows 2 and 3 are both number 2 on the product path. Number them anew: what comes after them has no step rate.',
    ])
    expect(twice({ Step: 'A', Path: 'product', Number: 2 }, { Step: 'B', Path: 'service', Number: 2 })).toEqual([])
    expect(twice({ Step: 'A', Path: 'product' }, { Step: 'B', Path: 'product' })).toEqual([])
    expect(twice({ Step: 'A', Number: 1 }, { Step: 'B', Number: 1 })).toEqual([
      'Rows 2 and 3 are both number 1. Number them anew: what comes after them has no step rate.',
    ])
  })
})

describe('the cues of Signals', () => {
  const cueless = (...cues: SheetRow[]) =>
    overall(rows, aboutToday({ Signals: cues })).filter((text) => text.startsWith('No cue'))
  const all = STAGES.map((Stage) => ({ Cue: `At ${Stage}`, Stage }))

  test('are asked for at every stage of the map', () => {
    expect(cueless(...all)).toEqual([])
    expect(cueless(...all.filter(({ Stage }) => Stage !== 'activation'))).toEqual([
      'No cue in Signals for activation. Add one there.',
    ])
    expect(cueless({ Cue: 'Box' })).toEqual([
      'No cue in Signals for awareness, evaluation, purchase, onboarding, activation and renewal. Add one there.',
    ])
  })

  test('count for the path they say, for both where they say none', () => {
    const others = all.filter(({ Stage }) => Stage !== 'activation')
    const cue = { Cue: 'Examples', Stage: 'Activation', Path: 'Product' }
    expect(cueless(...others, cue)).toEqual(['No cue in Signals for activation on the service path. Add one there.'])
    expect(cueless(...others, cue, { ...cue, Path: null })).toEqual([])
    expect(cueless(...others, cue, { ...cue, Path: 'service' })).toEqual([])
  })

  test('are not asked for without that sheet, nor at stages of one’s own or that no step is at', () => {
    expect(overall(rows)).toEqual([])
    const own = [{ Step: 'A', Stage: 'Discover', Path: 'product' }]
    expect(overall(own, aboutToday({ Signals: [] })).filter((text) => text.startsWith('No cue'))).toEqual([])
  })
})

describe('the library', () => {
  const content = changed(
    journey,
    contentOf(sheetOf(journey, layout)),
    libraryChanges(journey, journey.library!.sets[0]!.rows, [], layout),
  )
  const { rows: added, repairs } = readPlan(journey, content, () => 'new', layout)

  test('has six stages on two paths, numbered in their order, with what is to be mended in none', () => {
    expect(repairs).toEqual([])
    for (const word of ['product', 'service']) {
      const own = added.filter(({ values }) => values.Path === word)
      expect(own.map(({ values }) => values.Stage)).toEqual(STAGES)
      expect(own.map(({ values }) => values.Number)).toEqual([1, 2, 3, 4, 5, 6])
    }
  })

  test('has nothing red, and gaps in all that nobody owns yet', () => {
    const found = added.flatMap((row) => findingsOf(journey, row, aboutToday()))
    expect(found.filter(({ level }) => level === 'red')).toEqual([])
    expect(found.filter(({ filter }) => filter === 'gaps')).toHaveLength(12)
  })

  test('names no source, which nobody may have yet', () => {
    expect(added.filter((row) => row.values.Source !== undefined && row.values.Source !== null)).toEqual([])
  })

  test('fills the map with one step for each stage and path', () => {
    const table = crossOf(added, journey.crosses![0]!)
    expect(table.lines.map(({ word, counts }) => [word, ...counts])).toEqual(STAGES.map((stage) => [stage, 1, 1]))
  })

  test('is grouped by path', () => {
    expect(groupsOf(journey, added, journey.groups[0]!).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['product', 6],
      ['service', 6],
    ])
  })

  test('has a line of feelings for each path', () => {
    expect(chartOf(journey, added, layout)).toMatchObject({
      kind: 'line',
      labels: 'C2:C7',
      series: [
        { title: 'product', cells: 'F2:F7' },
        { title: 'service', cells: 'F8:F13' },
      ],
    })
  })
})

describe('a map of one’s own', () => {
  const guessed = (...titles: string[]) => {
    const mapping = guessColumns(journey, tableWith(titles, ['Sees it', ...titles.slice(1).map(() => null)]))
    return titles.map((_, at) => Object.keys(mapping).find((title) => mapping[title] === at))
  }

  test('is known by the titles that people give it', () => {
    expect(guessed('Step', 'Phase', 'Customer action', 'Emotion', 'Touchpoint', 'Responsible', 'Customers')).toEqual([
      ...['Step', 'Stage', 'Customer does', 'Customer feels', 'Touchpoints', 'Owner', 'Reached'],
    ])
  })
})
