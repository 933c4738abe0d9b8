import { describe, expect, test } from 'vitest'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { history } from '../../../core/plans/gallery/history.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { scorecard, writtenByHand } from '../../../core/plans/scorecard/drawing.ts'
import { scoreOf, scorecardFindings } from '../../../core/plans/scorecard/judging.ts'
import { SCORECARD } from '../../../core/plans/scorecard/views.ts'
import type { DrawnCell, DrawnSheet } from '../../../core/sheet/book.ts'
import { drawnLines } from '../../../core/sheet/drawing.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { planRows, type SheetRow } from './planSheet.ts'

const layout = layoutOf(() => null)
const kpi = (more: SheetRow): SheetRow => ({ KPI: 'Joy', Better: 'higher', ...more })
const loyal = (value: number | null, status: string | null, more: SheetRow = {}) =>
  kpi({ Tier: 'loyalty', Value: value, Target: 100, Status: status, ...more })

describe('a score of KPIs', () => {
  test('is how far they have come towards their targets, worked out by hand', () => {
    const rows = planRows(
      kpis,
      kpi({ Value: 0.9, Target: '>= 90%' }),
      kpi({ Value: 3, Target: 2.4, Better: 'lower' }),
      kpi({ Value: 40, Target: 50 }),
    )
    expect(scoreOf(rows)).toBeCloseTo((100 + 80 + 80) / 3, 9)
  })

  test('leaves out who has no number, no target or no direction, and never takes a blank for 0', () => {
    const rows = planRows(
      kpis,
      kpi({ Value: 50, Target: 100 }),
      kpi({ Value: null, Target: 100 }),
      kpi({ Value: 1, Target: null }),
      kpi({ Value: 1, Target: 100, Better: null }),
    )
    expect(scoreOf(rows)).toBe(50)
    expect(scoreOf(rows.slice(1))).toBeNull()
  })

  test('is the sentence that says why there is none', () => {
    expect(scoreOf(planRows(kpis, kpi({ Value: 0.5, Target: '< 60%' })))).toMatch(/lower is better/)
  })
})

describe('what a scorecard would not show', () => {
  const told = (...rows: SheetRow[]) => scorecardFindings(planRows(kpis, ...rows))
  const others = ['experience', 'reliability'].flatMap((Tier) => [kpi({ Tier }), kpi({ Tier })])

  test('is a tier with one KPI or none', () => {
    expect(told()).toEqual(['No KPI for experience.', 'No KPI for reliability.', 'No KPI for loyalty.'])
    expect(told(...others, loyal(50, 'red'))).toEqual(['Loyalty has one KPI only.'])
  })

  test('is a score that hides two reds, from 70 on', () => {
    expect(told(...others, loyal(84, 'red'), loyal(84, 'red'))).toEqual([
      'Loyalty scores 84 though both its KPIs are red.',
    ])
    expect(told(...others, loyal(70, 'red'), loyal(70, 'red'))).toEqual([
      'Loyalty scores 70 though both its KPIs are red.',
    ])
    expect(told(...others, loyal(69, 'red'), loyal(69, 'red'))).toEqual([])
    expect(told(...others, loyal(84, 'red'), loyal(84, 'amber'))).toEqual([])
  })

  test('counts the reds among more, and says all of three', () => {
    expect(told(...others, loyal(84, 'red'), loyal(84, 'Red'), loyal(84, 'green'))).toEqual([
      'Loyalty scores 84 though 2 of its 3 KPIs are red.',
    ])
    expect(told(...others, loyal(84, 'red'), loyal(84, 'red'), loyal(84, 'red'))).toEqual([
      'Loyalty scores 84 though all its 3 KPIs are red.',
    ])
  })

  test('is a KPI with a number that says not which way is better', () => {
    expect(told(...others, loyal(84, 'green'), loyal(84, null, { KPI: 'Odd', Better: null }))).toEqual([
      '“Odd” does not say which way is better and is left out of the score.',
    ])
  })
})

describe('the drawn scorecard', () => {
  const month = (at: number) => serialOf(2026, at, 1)
  const closed = planRows(
    history,
    ...[1, 2, 3].flatMap((at) => [
      { Month: month(at), KPI: 'Joy', Metric: 'CSAT', Value: (80 + at) / 100, 'KPI id': 'id1' },
      { Month: month(at), KPI: '=Late', Metric: null, Value: 4 + at, 'KPI id': 'id2' },
    ]),
  )
  const rows = planRows(
    kpis,
    kpi({ Metric: 'CSAT', Tier: 'experience', Side: 'customer service', 'Service line': 'Repairs' }),
    kpi({ KPI: '=Late', Tier: 'reliability', Side: 'service product', 'Service line': 'say "hi"' }),
    kpi({ KPI: 'Lost' }),
  )
  const drawn = (older = closed): DrawnSheet => scorecard(rows, older, layout, null)
  const formula = ({ cell }: DrawnCell) => (typeof cell === 'object' && cell !== null ? cell.formula : '')

  test('has a row for every KPI, by its side, and those on neither side below', () => {
    const found = drawn().cells.filter((cell) => cell.column === 1 && formula(cell).includes('MATCH("id'))
    expect(found.map((cell) => /MATCH\("(id\d)"/.exec(formula(cell))![1])).toEqual(['id2', 'id1', 'id3'])
    const texts = drawn().cells.map(({ cell }) => cell)
    for (const text of ['Service product', 'Customer service', 'On neither side', 'Which side is it?']) {
      expect(texts).toContain(text)
    }
  })

  test('writes no text of a person as a formula, and quotes service lines in formulas', () => {
    expect(drawn().cells.filter((cell) => formula(cell).includes('Late'))).toEqual([])
    expect(drawn().cells.some((cell) => formula(cell).includes('="say ""hi"""'))).toBe(true)
  })

  test('draws no two cells in one place', () => {
    const places = drawn().cells.map(({ row, column }) => `${row} ${column}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('draws shares by month in one chart and another KPI in one of its own, once two months are closed', () => {
    const { charts, cells } = drawn()
    expect(charts.map(({ title, series }) => [title, series.map((one) => one.title)])).toEqual([
      ['Shares by month', ['Joy']],
      ['=Late by month', ['=Late']],
    ])
    const lines = drawnLines({ ...drawn(), cells })
    const [, from, to] = /^A(\d+):A(\d+)$/.exec(charts[0]!.labels)!
    expect(lines.slice(Number(from) - 1, Number(to)).map(([label]) => label)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(lines[Number(to) - 1]!.slice(1, 3)).toEqual([0.83, 7])
    expect(drawn(closed.slice(0, 2)).charts).toEqual([])
  })

  test('is known again, and what somebody wrote on it is found', () => {
    const lines = drawnLines(drawn())
    const content = {
      values: lines.map((line) => line.map((cell) => (typeof cell === 'object' ? null : cell))),
      formulas: lines.map((line) => line.map((cell) => (typeof cell === 'object' && cell ? cell.formula : ''))),
    }
    expect(writtenByHand(content, scorecard(rows.slice(0, 1), closed, layout, null), closed)).toEqual([])
    content.values[4]!.push('Ask Jon')
    expect(writtenByHand(content, drawn(), closed)).toEqual(['Ask Jon'])
  })

  test('is as wide as one page in landscape', () => {
    expect(drawn()).toMatchObject({ name: SCORECARD, replaces: null, page: { landscape: true } })
  })
})
