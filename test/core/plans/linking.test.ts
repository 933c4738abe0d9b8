import { describe, expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { sources } from '../../../core/plans/gallery/sources.ts'
import { targets } from '../../../core/plans/gallery/targets.ts'
import {
  kpiCells,
  linkCells,
  metricOf,
  showsKpi,
  targetFormula,
  unlinkedCells,
  wholeRow,
  type NewLink,
} from '../../../core/plans/linking.ts'
import { targetIn } from '../../../core/plans/live.ts'
import { formulaCells, type Plan } from '../../../core/plans/plan.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { contentIn, wordIn } from '../../../core/plans/row.ts'
import { contentAt, titlesOf } from '../../../core/sheet/rows.ts'
import { layout } from './matrixSheet.ts'
import { sheetWith } from './ownTable.ts'
import { changed, planRows, planSheet, type SheetRow } from './planSheet.ts'

const csat: NewLink = { metric: 'CSAT', formula: '=CSAT(Survey!F:F)', target: '' }
const linked = (plan: Plan, row: SheetRow, link: Partial<NewLink> = {}) =>
  linkCells(plan, planRows(plan, row)[0]!, { ...csat, ...link }, layout)

/** What a linked row holds in the sheet, by title. */
const held = (plan: Plan, row: SheetRow, cells: Record<string, unknown>) => {
  const seen = planRows(plan, { Id: 'a', ...row })[0]!.seen
  const content = changed(plan, planSheet(plan, { Id: 'a', ...row }), [{ id: 'a', seen, cells: cells as never }])
  return Object.fromEntries(titlesOf(content).map((title, column) => [title, contentAt(content, 1, column)]))
}

describe('a metric that is linked', () => {
  test('brings its name, its formula in its format, the target typed and a live status', () => {
    expect(held(signals, { Cue: 'Box' }, linked(signals, { Cue: 'Box' }, { target: ' >= 85% ' }))).toMatchObject({
      Metric: 'CSAT',
      Value: '=CSAT(Survey!F:F)',
      Target: '>= 85%',
      Status: '=IF(ISNUMBER(L2), IF(M2="", "", KPI_STATUS(L2, M2)), "")',
    })
    expect(linked(signals, { Cue: 'Box' }).Value).toEqual({ formula: '=CSAT(Survey!F:F)', format: '0.0%' })
  })

  test('without a target has none in Signals, and that of the plan in KPIs', () => {
    expect(linked(signals, { Cue: 'Box' }).Target).toBeNull()
    expect(linked(kpis, { KPI: 'Joy' }).Target).toEqual(formulaCells(kpis, layout).Target)
  })

  test('passes on which way is better where the plan says it', () => {
    expect(held(kpis, { KPI: 'Joy' }, linked(kpis, { KPI: 'Joy' })).Status).toBe(
      '=IF(ISNUMBER(F2), IF(G2="", "", KPI_STATUS(F2, G2, IF(K2="", "auto", K2))), "")',
    )
  })

  test('gives the value of last month its format', () => {
    expect(linked(kpis, { KPI: 'Joy' })['Last month']).toEqual({
      formula: expect.stringMatching(/^=IFERROR\(AVERAGEIFS/),
      format: '0.0%',
    })
    expect(linked(signals, { Cue: 'Box' })).not.toHaveProperty('Last month')
  })
})

describe('a live target', () => {
  const live = { formula: '=KPI_TARGET("CSAT")', shows: '85%-90%' }

  test('stays when the metric is linked again with the target that it shows', () => {
    expect(linked(signals, { Cue: 'Box', Target: live }, { target: '85%-90%' })).not.toHaveProperty('Target')
  })

  test('gives way to another one that was typed, or to none', () => {
    expect(linked(signals, { Cue: 'Box', Target: live }, { target: '>= 80%' }).Target).toBe('>= 80%')
    expect(linked(signals, { Cue: 'Box', Target: live }, { target: '' }).Target).toBeNull()
  })

  test('that is a number is known by its text', () => {
    const shows = { formula: '=0.8+0.05', shows: 0.85 }
    expect(linked(signals, { Cue: 'Box', Target: shows }, { target: '0.85' })).not.toHaveProperty('Target')
  })

  test.each(['#BUSY!', 'Loading...', '#NAME?'])('that shows %s is kept, and is no target to begin with', (shows) => {
    const row = { Cue: 'Box', Target: { formula: '=KPI_TARGET("CSAT")', shows } }
    expect(targetIn(planRows(signals, row)[0]!, 'Target')).toBe('')
    expect(linked(signals, row)).not.toHaveProperty('Target')
  })

  test('typed as text is written, also where the same text stood', () => {
    expect(linked(signals, { Cue: 'Box', Target: '>= 85%' }, { target: '>= 85%' }).Target).toBe('>= 85%')
  })

  test('comes from Targets for the metric and segment, also where another formula stood', () => {
    const cell = { formula: '=KPI_TARGET("CSAT", "chat", Targets!A:C)', format: 'General' }
    expect(linked(signals, { Cue: 'Box' }, { fromTargets: 'chat' }).Target).toEqual(cell)
    expect(linked(signals, { Cue: 'Box', Target: live }, { fromTargets: 'chat', target: '85%-90%' }).Target).toEqual(
      cell,
    )
  })

  test('from Targets is for all segments, and quotes within a segment stay text', () => {
    expect(targetFormula('CSAT', '', layout)).toBe('=KPI_TARGET("CSAT", "", Targets!A:C)')
    expect(targetFormula('CSAT', 'a "b")', layout)).toBe('=KPI_TARGET("CSAT", "a ""b"")", Targets!A:C)')
  })

  test('from Targets follows its columns', () => {
    const moved = layoutOf((name) =>
      name === 'Targets' ? sheetWith(['Id', 'target', 'x', 'metric', 'segment']) : null,
    )
    expect(targetFormula('NPS', '', moved)).toBe('=KPI_TARGET("NPS", "", Targets!B:E)')
  })
})

describe('which way is better', () => {
  const better = (link: Partial<NewLink>, row: SheetRow = { KPI: 'A' }) => linked(kpis, row, link).Better

  test('is filled in where lower is, by the metric, the usual target or the one typed', () => {
    expect(better({ metric: 'CHURN_RATE' })).toBe('lower')
    expect(better({ metric: 'RESPONSE_TIME' })).toBe('lower')
    expect(better({ metric: 'CES' })).toBe('lower')
    expect(better({ metric: 'GROWTH_RATE', target: '< 5%' })).toBe('lower')
  })

  test('is left alone where higher is, and where a target cannot be read', () => {
    expect(better({ metric: 'CSAT' })).toBeUndefined()
    expect(better({ metric: 'GROWTH_RATE', target: 'good' })).toBeUndefined()
    expect(better({ metric: 'My own', target: '' })).toBeUndefined()
  })

  test('is filled in once: what a person chose stays', () => {
    expect(better({ metric: 'CHURN_RATE' }, { KPI: 'A', Better: 'higher' })).toBeUndefined()
  })
})

describe('a KPI chosen by name', () => {
  const [row] = planRows(kpis, { KPI: 'Joy of use', Metric: 'CSAT' })
  const cells = kpiCells(signals, row!, layout)

  test('shows its value, target and status as KPIs has them, and nothing where that is blank', () => {
    expect(held(signals, { Cue: 'Box' }, cells)).toMatchObject({
      Metric: 'Joy of use',
      Value: '=IF(ISBLANK(INDEX(KPIs!F:F, MATCH(K2, KPIs!A:A, 0))), "", INDEX(KPIs!F:F, MATCH(K2, KPIs!A:A, 0)))',
      Target: '=IF(ISBLANK(INDEX(KPIs!G:G, MATCH(K2, KPIs!A:A, 0))), "", INDEX(KPIs!G:G, MATCH(K2, KPIs!A:A, 0)))',
      Status: '=IF(ISBLANK(INDEX(KPIs!H:H, MATCH(K2, KPIs!A:A, 0))), "", INDEX(KPIs!H:H, MATCH(K2, KPIs!A:A, 0)))',
    })
  })

  test('has the format of its metric, and is known as a KPI', () => {
    expect(cells.Value).toMatchObject({ format: '0.0%' })
    const contents = held(signals, { Cue: 'Box' }, cells)
    expect(['Value', 'Target', 'Status'].map((title) => showsKpi(contents[title]!))).toEqual([true, true, true])
    expect(showsKpi('=CSAT(KPIs!F:F)')).toBe(false)
  })

  test('stands for its metric, found in whichever case; a metric of ours stands for itself', () => {
    const metric = (name: string, known = [row!]) =>
      metricOf(planRows(signals, { Cue: 'Box', Metric: name })[0]!, signals.link!, known)
    expect(metric('joy of USE')).toBe('CSAT')
    expect(metric('NPS')).toBe('NPS')
    expect(metric('Gone')).toBe('Gone')
    expect(metricOf(planRows(signals, { Cue: 'Box', Metric: 'Joy of use' })[0]!, signals.link!, null)).toBe(
      'Joy of use',
    )
  })
})

test('without its metric a cue has nothing of it, and a KPI what its plan finds by itself', () => {
  expect(unlinkedCells(signals, layout)).toEqual({ Metric: null, Value: null, Target: null, Status: null })
  const { Target, Status } = formulaCells(kpis, layout)
  expect(unlinkedCells(kpis, layout)).toEqual({ Metric: null, Value: null, Target, Status })
})

describe('a whole row written again', () => {
  const rewritten = (plan: Plan, row: SheetRow) => {
    const [before] = planRows(plan, { Id: 'a', ...row })
    const empty = planSheet(plan, { Id: 'x' }, { Id: 'y' })
    const content = changed(plan, empty, [{ id: 'a', seen: null, cells: wholeRow(plan, before!.seen, layout) }])
    return planRows(plan, { Id: 'a', ...row }).map(({ seen }) => {
      const titles = titlesOf(content)
      const after = Object.fromEntries(titles.map((title, column) => [title, contentAt(content, 3, column)]))
      return { seen, after, values: content.values[3]! }
    })[0]!
  }

  test('says what it said, with formulas for the row where it stands by then', () => {
    const { seen, after } = rewritten(signals, {
      Cue: '=Box',
      Promise: 4,
      Owner: 'Ann',
      Metric: 'CSAT',
      Value: { formula: '=CSAT(Survey!F:F)', shows: 0.9 },
      Target: { formula: '=KPI_TARGET("CSAT")', shows: '85%-90%' },
      Status: { formula: '=KPI_STATUS(L2, M2)', shows: 'green' },
      'Reviewed on': 46082,
    })
    expect(after).toEqual({ ...seen, Status: '=IF(ISNUMBER(L4), IF(M4="", "", KPI_STATUS(L4, M4)), "")' })
  })

  test('of KPIs has the formulas of the plan, a target typed over its own, and its own formula of a value', () => {
    const { after } = rewritten(kpis, {
      KPI: 'Joy',
      Value: { formula: '=SUM(Orders!B:B)', shows: 3 },
      Target: '>= 2',
      Status: { formula: '=KPI_STATUS(F2, G2)', shows: 'green' },
      Trend: { formula: '=KPI_TREND(A1:A9)', shows: 'flat' },
    })
    expect(after).toMatchObject({ Value: '=SUM(Orders!B:B)', Target: '>= 2' })
    expect(after.Status).toMatch(/^=IF\(ISNUMBER\(F4\)/)
    expect(after.Trend).toContain('=V4)')
  })

  test('of Sources keeps the cells that were named', () => {
    const { after } = rewritten(sources, {
      Source: 'CRM',
      'Newest row': { formula: '=MAX(CRM!A:A)', shows: 46000 },
      'Allowed days': 7,
    })
    expect(after).toMatchObject({ 'Newest row': '=MAX(CRM!A:A)', 'Allowed days': '7' })
  })

  test('has numbers as numbers, and text that looks like one as text where text belongs', () => {
    const { values } = rewritten(targets, { Metric: '007', Every: 30, 'Changed on': 46082, Target: '0.85' })
    const at = (title: string) => values[targets.columns.findIndex((column) => column.title === title)]
    expect([at('Metric'), at('Every'), at('Changed on'), at('Target')]).toEqual(['007', 30, 46082, '0.85'])
  })

  test('makes no 0 of a cell that holds a space', () => {
    const { values } = rewritten(sources, { Source: 'CRM', 'Allowed days': ' ' })
    expect(values[sources.columns.findIndex(({ title }) => title === 'Allowed days')]).toBe(' ')
  })

  test('leaves columns alone that were not there', () => {
    expect(wholeRow(targets, { Metric: 'CSAT', Notes: 'mine' }, layout)).toEqual({ Metric: 'CSAT' })
  })

  test('never makes a formula of text that looks like one in a column of text', () => {
    expect(wholeRow(targets, { Metric: 'CSAT', Why: '=1+1', Target: '=2%' }, layout)).toEqual({
      Metric: 'CSAT',
      Why: '=1+1',
      Target: '=2%',
    })
  })
})

test('what a row says is told apart from what it holds', () => {
  const [row] = planRows(signals, { Cue: ' Box ', Value: { formula: '=NPS(A:A)', shows: 7 } })
  expect([wordIn(row!, 'Cue'), contentIn(row!, 'Cue'), wordIn(row!, 'Value'), contentIn(row!, 'Value')]).toEqual([
    'Box',
    ' Box ',
    '7',
    '=NPS(A:A)',
  ])
  expect([wordIn(row!, 'Gone'), contentIn(row!, 'Gone')]).toEqual(['', ''])
})
