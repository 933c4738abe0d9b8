import { describe, expect, test } from 'vitest'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { placed } from '../../../core/plans/layout.ts'
import { libraryChanges } from '../../../core/plans/libraryRows.ts'
import { kpiCells, linkCells, targetFormula } from '../../../core/plans/linking.ts'
import { formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { changeOf } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { scoreOf } from '../../../core/plans/scorecard/judging.ts'
import { wordIn } from '../../../core/plans/row.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import { expectClose } from '../../close.ts'
import { openMonthly } from '../monthly.contract.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)

function openHands() {
  const opened = openBook()
  return { ...opened, put: async (...typed: Parameters<typeof opened.put>) => opened.put(...typed) }
}

/** A cell of each column that a person fills in. */
function filledRow({ columns }: Plan): NewRow {
  const cells = columns
    .filter(({ by, isOptional }) => by === undefined && !isOptional)
    .map(({ title, kind, choices, ofCells }): [string, NewRow[string]] => {
      if (ofCells) return [title, { formula: ofCells.replace('{{cells}}', 'Sheet1!A:A') }]
      if (choices) return [title, choices[0]!]
      return [title, kind === 'text' ? `a ${title.toLowerCase()}` : kind === 'date' ? 46000 : 3]
    })
  return Object.fromEntries(cells)
}

describe.each(plans.map((plan) => [plan.name, plan] as const))('the formulas of %s', (_, plan) => {
  const needed = (plan.needs ?? []).map((name) => findPlan(name)!)
  const open = async (...rows: NewRow[]) => {
    const { book, put } = openHands()
    await put('Sheet1', 'A1', 46000)
    const own = rows.map((row) => ({ ...formulaCells(plan, layout), ...row }))
    await book.createSheets([...needed, plan].map((one) => sheetOf(one, layout, one === plan ? own : [])))
    return (await book.readSheet(plan.name))!
  }
  const titles = Object.keys(formulaCells(plan, layout))
  const places = titles.map((title) => layout(plan.name).indexOf(title))
  const isError = (value: unknown) => typeof value === 'string' && value.startsWith('#')

  test('show no error in a row that is empty, nor in one where all is filled in', async () => {
    const { link } = plan
    const linked = link && !plan.isRecord ? { [link.metric]: 'CSAT', [link.value]: 0.9 } : {}
    const { values, formulas } = await open({}, { ...filledRow(plan), ...linked })
    for (const row of [1, 2]) {
      expect(values[row]!.filter(isError)).toEqual([])
      expect(places.map((column) => formulas[row]?.[column]?.[0])).toEqual(places.map(() => '='))
    }
  })

  test('show no error in any row of its library', async () => {
    const rows = (plan.library?.sets ?? []).flatMap((set) => set.rows as readonly NewRow[])
    const { values } = await open(...rows)
    expect(values).toHaveLength(rows.length + 1)
    expect(values.flat().filter(isError)).toEqual([])
  })
})

describe('KPIs in a workbook', () => {
  const open = async (...rows: NewRow[]) => {
    const hands = openHands()
    const monthly = await openMonthly(hands)
    await monthly.add('KPIs', ...rows)
    const shown = async (title: string) => (await monthly.rowsOf('KPIs')).map(({ values }) => values[title] ?? null)
    const set = async (row: number, cells: NewRow) => {
      const rows = await monthly.rowsOf('KPIs')
      expect(await monthly.change('KPIs', [changeOf(kpis, rows[row]!, cells)])).toMatchObject({ refused: [] })
    }
    return { ...hands, ...monthly, shown, set }
  }

  test('have the usual target of their metric, by segment, and that of Targets before it', async () => {
    const { shown, change } = await open(
      { KPI: 'Joy', Metric: 'CSAT' },
      { KPI: 'Chat', Metric: 'RESPONSE_TIME', Segment: 'chat' },
      { KPI: 'Own' },
      { KPI: 'Cost', Metric: 'CAC' },
    )
    expect(await shown('Target')).toEqual(['85%-90%', '< 5 min', null, null])
    await change('Targets', [
      { id: 't1', seen: null, cells: { Metric: 'CSAT', Target: '>= 95%' } },
      { id: 't2', seen: null, cells: { Metric: 'RESPONSE_TIME', Segment: 'chat', Target: '< 2 min' } },
      { id: 't3', seen: null, cells: { Metric: 'Own', Target: '>= 3' } },
    ])
    expect(await shown('Target')).toEqual(['>= 95%', '< 2 min', '>= 3', null])
  })

  test('of a library have its target where nobody has one, and that of Targets before it', async () => {
    const { book, shown, change } = await open()
    const rows = [
      { KPI: 'In time', Metric: 'SLA_COMPLIANCE', Target: '>= 95%' },
      { KPI: 'Own', Target: 'at least 3' },
    ]
    await book.changeRows({ sheet: 'KPIs', idTitle: 'Id', changes: libraryChanges(kpis, rows, [], layout) })
    expect(await shown('Target')).toEqual(['>= 95%', 'at least 3'])
    await change('Targets', [{ id: 't1', seen: null, cells: { Metric: 'SLA_COMPLIANCE', Target: '>= 90%' } }])
    expect(await shown('Target')).toEqual(['>= 90%', 'at least 3'])
  })

  test('of a library have no target where Targets has one that cannot be used, and not the usual one in its place', async () => {
    const { book, shown, change } = await open()
    const rows = [{ KPI: 'In time', Metric: 'SLA_COMPLIANCE', Target: '>= 95%' }]
    await book.changeRows({ sheet: 'KPIs', idTitle: 'Id', changes: libraryChanges(kpis, rows, [], layout) })
    const own = (id: string, Target: string) => ({ id, seen: null, cells: { Metric: 'SLA_COMPLIANCE', Target } })
    await change('Targets', [own('t1', '>= 90%'), own('t2', '>= 80%')])
    expect(await shown('Target')).toEqual([null])
    expect(await shown('Status')).toEqual([null])
  })

  test('have a status once there are a value and a target, and it follows the target', async () => {
    const { shown, change } = await open(
      { KPI: 'Joy', Metric: 'CSAT', Value: 0.9 },
      { KPI: 'No value', Metric: 'CSAT' },
      { KPI: 'Cost', Metric: 'CAC', Value: 12 },
      { KPI: 'Loss', Value: 0.2, Target: 0.1, Better: 'lower' },
      { KPI: 'Gain', Value: 0.2, Target: 0.1, Better: 'higher' },
    )
    expect(await shown('Status')).toEqual(['green', null, null, 'red', 'green'])
    await change('Targets', [{ id: 't1', seen: null, cells: { Metric: 'CSAT', Target: '>= 99.5%' } }])
    expect((await shown('Status'))[0]).not.toBe('green')
  })

  test('have what they were in the month closed last, and a trend after five months', async () => {
    const { shown, set, close } = await open(
      { KPI: 'Joy', Metric: 'CSAT', Value: 0.7 },
      { KPI: 'Loss', Metric: 'CHURN_RATE', Value: 0.2, Better: 'lower' },
      { KPI: 'Worse', Metric: 'CSAT', Value: 0.9 },
      { KPI: 'Late', Metric: 'CSAT', Value: null },
    )
    for (let month = 1; month <= 5; month++) {
      expect(await shown('Trend')).toEqual(['needs 5 months', 'needs 5 months', 'needs 5 months', 'needs 5 months'])
      await set(0, { Value: 0.7 + month / 100 })
      await set(1, { Value: 0.2 - month / 100 })
      await set(2, { Value: 0.9 - month / 100 })
      if (month > 1) await set(3, { Value: month })
      await close(serialOf(2026, month, 1))
      const last = await shown('Last month')
      expectClose(last.slice(0, 3), [0.7 + month / 100, 0.2 - month / 100, 0.9 - month / 100])
      expect(last[3]).toBe(month > 1 ? month : null)
    }
    expect(await shown('Trend')).toEqual(['improving', 'improving', 'worsening', 'needs 5 months'])
    await set(0, { Value: 0.5 })
    expect(await shown('Trend')).toEqual(['improving', 'improving', 'worsening', 'needs 5 months'])
  })

  test('have their trend in the order of the months, however History is sorted', async () => {
    const { book, shown, set, close } = await open({ KPI: 'Joy', Metric: 'CSAT', Value: 0.7 })
    for (let month = 1; month <= 5; month++) {
      await set(0, { Value: 0.7 + month / 100 })
      await close(serialOf(2026, month, 1))
    }
    const { values } = (await book.readSheet('History'))!
    const [titles, ...rows] = values
    const changes = rows.map((_, i) => {
      const other = rows[rows.length - 1 - i]!
      const cells = titles!.map((title, column) => [String(title), other[column] ?? null] as const)
      return { id: String(rows[i]![titles!.indexOf('Id')]), row: i + 1, cells: Object.fromEntries(cells) }
    })
    // As sorting by hand does: each row holds what its opposite held.
    for (const { id, row, cells } of changes) {
      const { Id, ...held } = cells
      expect(Id).not.toBeUndefined()
      await book.changeRows({ sheet: 'History', idTitle: 'Id', changes: [{ id, row, seen: {}, cells: held }] })
    }
    expect((await book.readSheet('History'))!.values[1]![titles!.indexOf('Value')]).toBeCloseTo(0.75)
    expect(await shown('Trend')).toEqual(['improving'])
  })

  test('had no value last month where none was closed then, though one was before', async () => {
    const { shown, set, close } = await open({ KPI: 'Joy', Value: 3 })
    await close(serialOf(2026, 1, 1))
    expect(await shown('Last month')).toEqual([3])
    await set(0, { Value: null })
    await close(serialOf(2026, 2, 1))
    expect(await shown('Last month')).toEqual([null])
  })

  test('say no trend where the months rise and fall', async () => {
    const { shown, set, close } = await open({ KPI: 'Joy', Value: 3 })
    for (const [i, value] of [3, 5, 2, 4, 3].entries()) {
      await set(0, { Value: value })
      await close(serialOf(2026, i + 1, 1))
    }
    expect(await shown('Trend')).toEqual(['flat'])
  })

  test('go on when columns of History and Targets are moved', async () => {
    const { shown, close, moveColumn, change } = await open({ KPI: 'Joy', Metric: 'CSAT', Value: 0.9 })
    await change('Targets', [{ id: 't1', seen: null, cells: { Metric: 'CSAT', Target: '>= 95%' } }])
    moveColumn('History', 'E', 'A')
    moveColumn('Targets', 'D', 'B')
    await close(serialOf(2026, 1, 1))
    expect([await shown('Last month'), await shown('Target')]).toEqual([[0.9], ['>= 95%']])
  })

  test('that are linked are live: value, target from Targets, status, and the KPI shown by a cue', async () => {
    const { rowsOf, change, set, put, book } = await open({ KPI: 'Joy' })
    for (const [i, score] of [5, 4, 4, 2].entries()) await put('Sheet1', `A${i + 1}`, score)
    await change('Targets', [{ id: 't1', seen: null, cells: { Metric: 'CSAT', Segment: 'chat', Target: '>= 70%' } }])
    const [kpi] = await rowsOf('KPIs')
    const link = { metric: 'CSAT', formula: '=CSAT(Sheet1!A:A)', target: '', fromTargets: 'chat' }
    await set(0, linkCells(kpis, kpi!, link, layout))
    const [linked] = await rowsOf('KPIs')
    expect(['Metric', 'Value', 'Target', 'Status'].map((title) => linked!.values[title])).toEqual([
      'CSAT',
      0.75,
      '>= 70%',
      'green',
    ])
    expect(linked!.seen.Target).toBe(targetFormula('CSAT', 'chat', layout).replace(/, /g, ','))
    const signals = findPlan('Signals')!
    await book.createSheets([sheetOf(signals, layout)])
    await change('Signals', [{ id: 's1', seen: null, cells: { Cue: 'Box', ...kpiCells(signals, linked!, layout) } }])
    const [cue] = await rowsOf('Signals')
    expect(['Metric', 'Value', 'Target', 'Status'].map((title) => wordIn(cue!, title))).toEqual([
      'Joy',
      '0.75',
      '>= 70%',
      'green',
    ])
  })
})

describe('the score of a tier', () => {
  const rows: readonly NewRow[] = [
    { KPI: 'Joy', Metric: 'CSAT', Value: 0.9, Target: '85%-90%', Better: 'higher', Tier: 'experience' },
    { KPI: 'Effort', Metric: 'CES', Value: 3, Target: '< 2.5 of 5', Better: 'lower', Tier: 'experience' },
    { KPI: 'No value', Value: null, Target: '>= 3', Better: 'higher', Tier: 'experience' },
    { KPI: 'No target', Value: 5, Target: null, Better: 'higher', Tier: 'experience' },
    { KPI: 'Up', Metric: 'UPTIME', Value: 0.97, Target: '>= 99.9%', Better: 'higher', Tier: 'reliability' },
    { KPI: 'Broken', Value: { formula: '=1/0' }, Target: 1, Better: 'higher', Tier: 'reliability' },
  ]
  const tierScore = (tier: string) => {
    const counting = `({{KPIs!Tier:column}}="${tier}")*ISNUMBER({{KPIs!Value:column}})*({{KPIs!Target:column}}<>"")`
    const column = (title: string) => `FILTER({{KPIs!${title}:column}}, ${counting})`
    return placed(`=HEALTH_SCORE(${['Value', 'Target', 'Better'].map(column).join(', ')})`, layout)
  }
  const open = async (tier: string) => {
    const hands = openHands()
    const monthly = await openMonthly(hands)
    await monthly.add('KPIs', ...rows)
    await hands.put('Sheet1', 'C1', tierScore(tier))
    const score = () => {
      const result = hands.result('Sheet1', 'C1')
      return 'value' in result ? result.value : result.message
    }
    return { ...hands, ...monthly, score }
  }

  test.each([
    ['experience', (100 * (1 + 2.5 / 3)) / 2],
    ['reliability', (100 * 0.97) / 0.999],
  ])('over whole columns is what core makes of the same rows: %s', async (tier, expected) => {
    const { rowsOf, score } = await open(tier)
    const own = (await rowsOf('KPIs')).filter((row) => wordIn(row, 'Tier') === tier)
    expectClose(score(), expected)
    expectClose(scoreOf(own), expected)
  })

  test('follows the KPIs', async () => {
    const { put, score } = await open('reliability')
    await put('KPIs', `${lettersOf(layout('KPIs').indexOf('Value'))}6`, '0.999')
    expectClose(score(), 100)
  })
})
