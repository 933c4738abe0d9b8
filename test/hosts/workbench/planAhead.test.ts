import { describe, expect, test } from 'vitest'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { chartOf } from '../../../core/plans/chart.ts'
import { content } from '../../../core/plans/gallery/content.ts'
import { offerings } from '../../../core/plans/gallery/offerings.ts'
import { risks } from '../../../core/plans/gallery/risks.ts'
import { roadmap } from '../../../core/plans/gallery/roadmap.ts'
import { GATES } from '../../../core/plans/libraries/offerings.ts'
import { guessChoices, importRows } from '../../../core/plans/importing/importRows.ts'
import { importedSheet } from '../../../core/plans/importing/importSheet.ts'
import { formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { evaluate } from '../../../core/reading/evaluate.ts'
import type { CellValue } from '../../../core/sheet/book.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import { expectClose, plain } from '../../close.ts'
import { newIds, tableWith } from '../../core/plans/ownTable.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)

/** A sheet of a plan with these rows, in the workbench’s engine. */
async function open(plan: Plan, ...rows: readonly NewRow[]) {
  const hands = openBook()
  const own = rows.map((row) => ({ ...formulaCells(plan, layout), ...row }))
  await hands.book.createSheets([sheetOf(plan, layout, own)])
  const read = async () => (await hands.book.readSheet(plan.name))!
  const titles = () => layout(plan.name)
  return {
    ...hands,
    read,
    /** What the cells of a column show. */
    shown: async (title: string): Promise<CellValue[]> => {
      const { values } = await read()
      return rows.map((_, i) => values[i + 1]?.[titles().indexOf(title)] ?? null)
    },
    /** What is told beside a label of the summary. */
    told: async (label: string) => (await read()).values[0]![titles().indexOf(label) + 1] ?? null,
    /** Types beside a label of the summary. */
    type: (label: string, typed: string | number) =>
      hands.put(plan.name, `${lettersOf(titles().indexOf(label) + 1)}1`, typed),
  }
}

const ours = (name: string, ...args: unknown[]) => {
  const metric = findMetric(name)!
  return evaluate(metric, [...args, ...metric.spec.args.slice(args.length).map(() => undefined)], plain)
}
const column = (...cells: CellValue[]) => cells.map((cell) => [cell])
const errorsIn = (values: readonly (readonly CellValue[])[]) =>
  values.flat().filter((value) => typeof value === 'string' && value.startsWith('#'))

describe('Risks in a workbook', () => {
  const FIVE = [1, 2, 3, 4, 5]
  const every = FIVE.flatMap((Likelihood) =>
    FIVE.map((Impact) => ({ If: `${Likelihood} ${Impact}`, Likelihood, Impact })),
  )

  test('have the score and the band of RISK_SCORE, before and after, for each of the 25', async () => {
    const after = every.map(({ Likelihood, Impact, ...row }) => ({
      ...row,
      'Likelihood after': Likelihood,
      'Impact after': Impact,
    }))
    const { shown } = await open(risks, ...every, ...after)
    const expected = every.map(
      ({ Likelihood, Impact }) => (ours('RISK_SCORE', Likelihood, Impact) as CellValue[][])[1]!,
    )
    const none = every.map(() => null)
    expect(await shown('Score')).toEqual([...expected.map(([score]) => score), ...none])
    expect(await shown('Band')).toEqual([...expected.map(([, band]) => band), ...none])
    expect(await shown('Score after')).toEqual([...none, ...expected.map(([score]) => score)])
    expect(await shown('Band after')).toEqual([...none, ...expected.map(([, band]) => band)])
  })

  test('have another common set of bands once its numbers are typed over: 1-4, 5-9, 10-16, 17-25', async () => {
    const { shown, type } = await open(risks, ...every)
    type('Moderate from', 5)
    type('High from', 10)
    type('Extreme from', 17)
    const band = (score: number) => (score <= 4 ? 'low' : score <= 9 ? 'moderate' : score <= 16 ? 'high' : 'extreme')
    expect(await shown('Band')).toEqual(every.map(({ Likelihood, Impact }) => band(Likelihood * Impact)))
    type('Extreme from', '')
    type('High from', 'ten')
    type('Moderate from', 4)
    expect(await shown('Band')).toEqual(
      every.map(({ Likelihood, Impact }) => (ours('RISK_SCORE', Likelihood, Impact) as CellValue[][])[1]![1]),
    )
  })

  test('have neither while one of the two is missing, text or off the scale', async () => {
    const half: NewRow[] = [
      {},
      { Likelihood: 3 },
      { Impact: 3 },
      { Likelihood: 3, Impact: 'bad' },
      { Likelihood: 0, Impact: 5 },
    ]
    const { shown, read } = await open(risks, ...half, { Likelihood: 6, Impact: 1 }, { Likelihood: '', Impact: '' })
    for (const title of ['Score', 'Band', 'Score after', 'Band after'])
      expect((await shown(title)).filter((value) => value !== null)).toEqual([])
    expect(errorsIn((await read()).values)).toEqual([])
  })

  test('are counted while they are extreme and not closed', async () => {
    const worst = { Likelihood: 5, Impact: 5 }
    const { told } = await open(
      risks,
      worst,
      { ...worst, State: 'closed' },
      { ...worst, State: 'watched' },
      { Likelihood: 1 },
    )
    expect(await told('Extreme and not closed')).toBe(2)
  })
})

describe('Roadmap in a workbook', () => {
  const idea = (
    Idea: string,
    Reach: number,
    Impact: number,
    Confidence: number,
    Effort: number,
    more: NewRow = {},
  ) => ({
    Idea,
    Reach,
    Impact,
    Confidence,
    Effort,
    ...more,
  })
  const ideas = [
    idea('Second', 500, 2, 0.8, 4), // 200
    idea('Last', 100, 0.25, 0.5, 3), // 4.1666
    idea('First', 900, 3, 1, 5), // 540
    idea('Second too', 1000, 1, 0.8, 4), // 200
    idea('Fourth', 70, 3, 0.5, 0.7), // 150
  ]

  test('has the RICE of PRIORITY_RICE, ranks in which equal ones share a place, and effort added up by rank', async () => {
    const { shown, told, type } = await open(roadmap, ...ideas)
    const expected = ideas.map(({ Reach, Impact, Confidence, Effort }) =>
      ours('PRIORITY_RICE', Reach, Impact, Confidence, Effort),
    )
    expectClose(await shown('RICE'), expected)
    expect(await shown('Rank')).toEqual([2, 5, 1, 2, 4])
    // 5; with both of the second 13; 13.7; 16.7
    expectClose(await shown('Cumulative effort'), [13, 16.7, 5, 13, 13.7])
    expect(await shown('Fits')).toEqual([
      ...Array<string>(2).fill('beyond capacity'),
      'within capacity',
      ...Array<string>(2).fill('beyond capacity'),
    ])
    expect(await told('Effort within capacity')).toBe(5)
    type('Capacity', 13.7)
    const fits = ['within capacity', 'beyond capacity', 'within capacity', 'within capacity', 'within capacity']
    expect(await shown('Fits')).toEqual(fits)
    expectClose(await told('Effort within capacity'), 13.7)
    type('Capacity', '')
    expect(await shown('Fits')).toEqual(ideas.map(() => null))
    type('Capacity', 'all')
    expect(await shown('Fits')).toEqual(ideas.map(() => null))
  })

  test('has the same for each idea however its rows are sorted', async () => {
    const sorted = [...ideas].sort((a, b) => a.Idea.localeCompare(b.Idea))
    const [one, other] = [await open(roadmap, ...ideas), await open(roadmap, ...sorted)]
    for (const title of ['RICE', 'Rank', 'Cumulative effort', 'Fits']) {
      const [before, after] = [await one.shown(title), await other.shown(title)]
      expect(sorted.map((row) => before[ideas.indexOf(row)])).toEqual(after)
    }
  })

  test('leaves what is launched or dropped out of the effort, and nothing else', async () => {
    const { shown } = await open(
      roadmap,
      idea('A', 900, 1, 1, 3, { State: 'Launched' }),
      idea('B', 800, 1, 1, 4, { State: 'dropped' }),
      idea('C', 700, 1, 1, 5, { State: 'in work' }),
      idea('D', 600, 1, 1, 6),
    )
    expect(await shown('Cumulative effort')).toEqual([null, null, 5, 11])
    expect(await shown('Fits')).toEqual([null, null, 'within capacity', 'within capacity'])
  })

  test('has no rank for what is half filled in, and no error', async () => {
    const whole = ideas[0]!
    const half: NewRow[] = [
      {},
      { ...whole, Reach: null },
      { ...whole, Impact: 'high' },
      { ...whole, Confidence: null },
      { ...whole, Effort: null },
      { ...whole, Effort: 0 },
      { ...whole, Effort: -1 },
      { ...whole, Confidence: 80 },
      { Feasibility: 3, Value: 4 },
      { Feasibility: 3, Value: 'much', Fit: 2 },
      { Promised: 46000 },
      { 'Launched on': 46000 },
    ]
    const { shown, read, told } = await open(roadmap, ...half, { ...whole, Reach: 0 })
    const blank = half.map(() => null)
    for (const title of ['RICE', 'Rank', 'Cumulative effort', 'Fits'])
      expect((await shown(title)).slice(0, half.length), title).toEqual(blank)
    expect((await shown('Concept')).slice(0, half.length)).toEqual(blank)
    expect((await shown('RICE'))[half.length]).toBe(0)
    expect((await shown('Rank'))[half.length]).toBe(1)
    expect(errorsIn((await read()).values)).toEqual([])
    expect([await told('Delivered on time'), await told('Mean days from launch to measurement')]).toEqual([null, null])
    expect(await told('Launched and not measured')).toBe(1)
  })

  test('ranks concepts by the mean of feasibility, value and fit', async () => {
    const { shown } = await open(
      roadmap,
      { Feasibility: 3, Value: 4, Fit: 5 },
      { Feasibility: 5, Value: 5, Fit: 4 },
      { Feasibility: 5, Value: 4, Fit: 3 },
    )
    expectClose(await shown('Concept'), [4, 14 / 3, 4])
    expect(await shown('Concept rank')).toEqual([2, 1, 2])
  })

  test('tells what share of the promises was kept, as ON_TIME_RATE does', async () => {
    const days: [CellValue, CellValue][] = [
      [46000, 46000],
      [46000, 46003],
      [46010, null],
      [46020, 46015],
      [46099, null],
      [null, 46001],
    ]
    const { told } = await open(roadmap, ...days.map(([Promised, Delivered]) => ({ Promised, Delivered })))
    const expected = ours('ON_TIME_RATE', column(...days.map(([day]) => day)), column(...days.map(([, day]) => day)))
    expectClose(await told('Delivered on time'), expected)
    // By 46015, the last delivery: one in time, one late, one overdue.
    expectClose(expected, 1 / 3)
  })

  test.each<[string, [CellValue, CellValue][], number | null]>([
    [
      'nothing is delivered',
      [
        [46000, null],
        [46001, null],
      ],
      null,
    ],
    ['all is delivered before its day', [[46010, 46005]], 1],
    [
      'what is delivered was not due by then and something is open',
      [
        [46010, 46005],
        [46030, null],
      ],
      null,
    ],
    ['nothing was promised', [[null, 46000]], null],
  ])('tells none, and no error, where %s', async (_, days, expected) => {
    const { told } = await open(roadmap, ...days.map(([Promised, Delivered]) => ({ Promised, Delivered })))
    expect(await told('Delivered on time')).toBe(expected)
  })

  test('tells the mean days until somebody measured, as TIME_TO_VALUE does, and how many wait', async () => {
    const days: [CellValue, CellValue][] = [
      [46000, 46010],
      [46000, 46031],
      [46020, null],
      [null, 46021],
    ]
    const { told } = await open(
      roadmap,
      ...days.map(([launched, measured]) => ({ 'Launched on': launched, 'First measured on': measured })),
    )
    const both = days.slice(0, 3)
    const expected = ours(
      'TIME_TO_VALUE',
      column(...both.map(([day]) => day)),
      column(...both.map(([, day]) => day)),
      'mean',
    )
    expectClose(await told('Mean days from launch to measurement'), expected)
    expect([expected, await told('Launched and not measured')]).toEqual([20.5, 1])
  })

  test('that is imported with columns of one’s own has its capacity where formulas find it', async () => {
    const table = tableWith(
      ['Idea', 'Reach', 'Impact', 'Confidence', 'Effort', 'Champion', 'Asked by'],
      ['Faster start', 500, 2, '80%', 4, 'Ann', 'Sales'],
      ['Dark mode', 50, 1, '50%', 20, 'Ben', 'Users'],
    )
    const imported = importRows(roadmap, table, guessChoices(roadmap, table), { newId: newIds(), layout })
    expect(imported.beside).not.toEqual([])
    const { book } = openBook()
    await book.createSheets([importedSheet(roadmap, layout, imported)])
    const [first, second] = readRows(roadmap, (await book.readSheet('Roadmap'))!)
    expectClose([first!.values.RICE, second!.values.RICE], [200, 1.25])
    expect([first!.values.Fits, second!.values.Fits]).toEqual(['within capacity', 'beyond capacity'])
  })

  test('draws RICE by idea', async () => {
    const { read } = await open(roadmap, ...ideas)
    expect(chartOf(roadmap, readRows(roadmap, await read()), layout)).toMatchObject({
      kind: 'bar',
      series: [{ title: 'RICE' }],
    })
  })
})

describe('Offerings in a workbook', () => {
  const TARGETS = [0.8, 0.2, 4]
  const healthOf = (targets: readonly number[], ...values: CellValue[]) =>
    ours('HEALTH_SCORE', column(...values), column(...targets), column('higher', 'higher', 'higher'))
  /** An offering with this margin. */
  const scored = (Usage: CellValue, margin: number | null, Relevance: CellValue): NewRow => ({
    Usage,
    Relevance,
    ...(margin !== null && { Revenue: 1000, Costs: 1000 - 1000 * margin, 'Support cost': 0 }),
  })
  const cases: [CellValue, number | null, CellValue][] = [
    [0.8, 0.2, 4],
    [0.4, 0.1, 2],
    [1.2, 0.5, 5],
    [0.3, -0.25, 1],
    [0, null, 3],
    [null, 0.05, null],
    [null, null, 5],
  ]

  test('have the score of HEALTH_SCORE over what is known of them', async () => {
    const { shown } = await open(offerings, ...cases.map((one) => scored(...one)))
    expectClose(
      await shown('Score'),
      cases.map((values) => healthOf(TARGETS, ...values)),
      1e-9,
    )
    expectClose((await shown('Score'))[1], 50)
  })

  test('have it by other aims once these are typed over, without one that has no aim', async () => {
    const { shown, type } = await open(offerings, ...cases.map((one) => scored(...one)))
    type('Usage aimed at', 1)
    type('Margin aimed at', 0.4)
    type('Relevance aimed at', 5)
    expectClose(
      await shown('Score'),
      cases.map((values) => healthOf([1, 0.4, 5], ...values)),
      1e-9,
    )
    type('Margin aimed at', '')
    type('Relevance aimed at', 0)
    expectClose(await shown('Score'), [80, 40, 100, 30, 0, null, null])
  })

  test('have the figures of their life, worked out by hand', async () => {
    const { shown, told } = await open(
      offerings,
      {
        Revenue: 600,
        'Revenue before': 500,
        Costs: 300,
        'Support cost': 60,
        'Costs before': 400,
        'Spent so far': 1000,
        'Earned so far': 1500,
      },
      {
        Revenue: 200,
        'Revenue before': 250,
        Costs: 150,
        'Support cost': 140,
        'Costs before': 200,
        'Spent so far': 800,
        'Earned so far': 600,
      },
    )
    expectClose(await shown('Trend'), [0.2, -0.2])
    expectClose(await shown('Profit'), [240, -90])
    expectClose(await shown('Margin'), [0.4, -0.45])
    expectClose(await shown('Cost saved'), [0.1, -0.45])
    expectClose(await shown('Share of revenue'), [0.75, 0.25])
    expectClose(await shown('Share of support'), [0.3, 0.7])
    expectClose(await shown('Share of profit'), [1, null])
    expectClose(await shown('Return'), [ours('ROI', 1500, 1000), ours('ROI', 600, 800)])
    expectClose(
      [await told('Revenue of all'), await told('Profit of all'), await told('Return of all')],
      [800, 150, 1 / 6],
    )
  })

  test('have a return of all that counts none of which one half is not known', async () => {
    const { told } = await open(
      offerings,
      { 'Spent so far': 1000, 'Earned so far': 1500 },
      { 'Spent so far': 9000 },
      { 'Earned so far': 700 },
      { 'Spent so far': 500, 'Earned so far': 'soon' },
      { 'Spent so far': 500, 'Earned so far': 0 },
    )
    expectClose(await told('Return of all'), ours('ROI', 1500, 1500))
  })

  test('ask the question of their stage', async () => {
    const { shown } = await open(offerings, { Stage: 'idea' }, { Stage: 'Retirement' }, { Stage: 'old' }, {})
    expect(await shown('Gate question')).toEqual([GATES.idea, GATES.retirement, null, null])
  })

  test('show nothing, and no error, where half is filled in', async () => {
    const half: NewRow[] = [
      {},
      { Revenue: 5 },
      { Costs: 5, 'Support cost': 5, 'Costs before': 0 },
      { Revenue: 0, 'Revenue before': 0, Costs: 0, 'Support cost': 0 },
      { Revenue: 'some', Costs: 3, 'Support cost': 2, 'Earned so far': 4 },
      { 'Spent so far': 0, 'Earned so far': 4, Usage: 'much', Relevance: '' },
    ]
    const { shown, read } = await open(offerings, ...half)
    const none = half.map(() => null)
    for (const title of ['Trend', 'Cost saved', 'Margin', 'Share of support', 'Share of profit', 'Return', 'Score']) {
      if (title === 'Share of support') continue
      expect(await shown(title), title).toEqual(none)
    }
    expect(await shown('Share of support')).toEqual([null, null, 5 / 7, 0, 2 / 7, null])
    expect(await shown('Share of revenue')).toEqual([null, 1, null, 0, null, null])
    expect(await shown('Profit')).toEqual([null, null, null, 0, null, null])
    expect(errorsIn((await read()).values)).toEqual([])
  })
})

describe('Content in a workbook', () => {
  test('has the share of visits that became leads once both are counted', async () => {
    const { shown, told } = await open(
      content,
      { Visits: 200, Leads: 8, State: 'published' },
      { Visits: 50, Leads: 0, State: 'Published' },
      { Visits: 0, Leads: 0, State: 'idea' },
      { Leads: 3 },
      { Visits: 'many', Leads: 3 },
      { Visits: 10 },
    )
    expect(await shown('Lead rate')).toEqual([0.04, 0, null, null, null, null])
    expect(await told('Published')).toBe(2)
    expectClose(await told('Leads of all visits'), 8 / 260)
  })

  test('tells no share of no visits', async () => {
    const { told } = await open(content, { Title: 'A' })
    expect([await told('Published'), await told('Leads of all visits')]).toEqual([0, null])
  })
})
