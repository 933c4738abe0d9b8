import { describe, expect, test } from 'vitest'
import { history } from '../../../core/plans/gallery/history.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import {
  closingChanges,
  closingOf,
  closingProblem,
  lastMonth,
  openMonths,
  usualMonth,
} from '../../../core/plans/month/closing.ts'
import { monthLabel } from '../../../core/plans/shown.ts'
import { isAsClosed, markOf } from '../../../core/plans/month/record.ts'
import { findingsOf, sheetOf } from '../../../core/plans/plan.ts'
import { readRows, requestOf } from '../../../core/plans/reading.ts'
import type { Row } from '../../../core/plans/row.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import type { CellValue, SheetContent } from '../../../core/sheet/book.ts'
import { contentOf, reconcile } from '../../../core/sheet/rows.ts'
import { layout, typed, written } from './matrixSheet.ts'
import { aboutToday, changed, planRows, planSheet, TODAY, type SheetRow, type Shown } from './planSheet.ts'

const live = (shows: CellValue, formula = '=CSAT(Survey!F:F)'): Shown => ({ formula, shows })
const joy: SheetRow = {
  Id: 'k1',
  KPI: 'Joy',
  Metric: 'CSAT',
  Segment: 'chat',
  Value: live(0.9),
  Target: live('85%-90%', '=KPI_TARGET("CSAT")'),
  Status: live('green', '=KPI_STATUS(F2, G2)'),
}
const march = serialOf(2026, 3, 1)
const month = (n: number) => serialOf(2026, n, 1)
const empty = contentOf(sheetOf(history, layout))
const rowsOf = (content: SheetContent) => readRows(history, content)

/** The sheet of History after a month was closed. */
const closed = (start: number, kpiRows: readonly SheetRow[], before = empty, notes: Record<string, string> = {}) => {
  const closing = closingOf(planRows(kpis, ...kpiRows), rowsOf(before))
  return changed(history, before, closingChanges(start, closing, notes))
}
/** What closing says of each KPI after the month before was closed with other cells. */
const newsAfter = (before: SheetRow, now: SheetRow) =>
  closingOf(planRows(kpis, { ...joy, ...now }), rowsOf(closed(month(2), [{ ...joy, ...before }]))).closed[0]!.news
const told = (now: readonly SheetRow[], before: readonly SheetRow[] = []) =>
  closingOf(planRows(kpis, ...now), before.length ? rowsOf(closed(month(2), before)) : []).told

describe('the months that may be closed', () => {
  const labels = (today: number, past: readonly Row[] = []) => openMonths(past, today).map(({ label }) => label)

  test('are, before one was closed, those of a year back up to that of today', () => {
    expect(labels(TODAY)).toEqual([
      ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10'],
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ])
  })

  test('are, after one was closed, those since, up to that of today on its first and its last day', () => {
    const past = rowsOf(closed(month(1), [joy]))
    expect(labels(march, past)).toEqual(['2026-02', '2026-03'])
    expect(labels(march - 1, past)).toEqual(['2026-02'])
    expect(labels(march + 30.99, past)).toEqual(['2026-02', '2026-03'])
  })

  test('are none once that of today is closed, nor where a later one is', () => {
    expect(labels(TODAY, rowsOf(closed(march, [joy])))).toEqual([])
    expect(labels(TODAY, rowsOf(closed(serialOf(2026, 5, 1), [joy])))).toEqual([])
  })

  test('begin on their first day', () => {
    expect(openMonths(rowsOf(closed(month(1), [joy])), TODAY).map(({ start }) => start)).toEqual([month(2), march])
  })

  test('most likely mean the one before that of today at first, and then the next one', () => {
    expect(usualMonth(openMonths([], TODAY), [])?.label).toBe('2026-02')
    const past = rowsOf(closed(serialOf(2025, 11, 1), [joy]))
    expect(usualMonth(openMonths(past, TODAY), past)?.label).toBe('2025-12')
    const done = rowsOf(closed(march, [joy]))
    expect(usualMonth(openMonths(done, TODAY), done)).toBeUndefined()
  })

  test('are after the latest of all rows, wherever it stands; a text is no month', () => {
    expect(lastMonth(planRows(history, { Month: march }, { Month: month(1) }, { Month: '2027-01' }))).toBe(march)
    expect(lastMonth(planRows(history, { Month: '2027-01' }, { KPI: 'x' }))).toBeNull()
    expect(monthLabel(march)).toBe('2026-03')
  })
})

describe('a month is not closed', () => {
  const problem = (start: number, rows: readonly Row[], past: readonly Row[] = []) => closingProblem(start, rows, past)
  const one = planRows(kpis, joy)

  test('without a KPI', () => {
    expect(problem(march, [])).toBe('There is no KPI to close the month with. Open KPIs and add some.')
  })

  test('while rows of KPIs are not known', () => {
    expect(problem(march, planRows(kpis, joy, { ...joy, Id: null }))).toBe(
      'Row 3 of KPIs is not known to the sidebar yet. Open KPIs and take them in first.',
    )
    expect(problem(march, planRows(kpis, joy, joy, { ...joy, Id: ' ' }))).toBe(
      'Rows 3 and 4 of KPIs are not known to the sidebar yet. Open KPIs and take them in first.',
    )
  })

  test('twice', () => {
    expect(problem(march, one, rowsOf(closed(march, [joy])))).toBe(
      '2026-03 is closed already. A month is closed once, so that trends compare like with like.',
    )
    expect(problem(march, one, planRows(history, { Month: march + 16 }))).toMatch(/^2026-03 is closed already/)
  })

  test('out of order', () => {
    expect(problem(month(2), one, rowsOf(closed(march, [joy])))).toBe(
      '2026-03 is closed already, and months are closed in order: what 2026-02 was, nobody can tell any more.',
    )
  })

  test.each(['#BUSY!', '#GETTING_DATA', 'Loading...'])('while a value is %s', (shows) => {
    expect(problem(march, planRows(kpis, { ...joy, Value: live(shows) }))).toBe(
      '“Joy” is still being worked out. Wait a moment, then close the month.',
    )
  })

  test('while a status or a target is being worked out, told by name', () => {
    const [status, target] = [live('Loading...', '=KPI_STATUS(F2, G2)'), live('#BUSY!', '=KPI_TARGET("NPS")')]
    expect(
      problem(march, planRows(kpis, joy, { KPI: 'A', Status: status }, { KPI: 'B', Target: target }, { KPI: 'C' })),
    ).toBe('“A”, “B” are still being worked out. Wait a moment, then close the month.')
  })

  test('but it is with values typed by hand, blanks, errors and formulas that show nothing', () => {
    const rows = planRows(
      kpis,
      joy,
      { KPI: 'A', Value: 3 },
      { KPI: 'B' },
      { KPI: 'C', Value: live('#N/A'), Status: live('', '=""'), Target: live(null, '=""') },
      { KPI: 'D', Value: live(null), Status: live(null, '=""') },
    )
    expect(problem(march, rows)).toBe('')
    expect(problem(march, rows, rowsOf(closed(month(2), [joy])))).toBe('')
    expect(problem(month(6), rows, rowsOf(closed(month(2), [joy])))).toBe('')
  })
})

describe('what a KPI is closed with', () => {
  const closedWith = (row: SheetRow) => rowsOf(closed(march, [{ ...joy, ...row }]))[0]!.values

  test('is all that it was', () => {
    expect(rowsOf(closed(march, [joy], empty, { k1: ' New survey. ' }))[0]!.values).toEqual({
      Month: march,
      KPI: 'Joy',
      Metric: 'CSAT',
      Segment: 'chat',
      Value: 0.9,
      Target: '85%-90%',
      Status: 'green',
      Definition: '=CSAT(Survey!F:F)',
      Note: 'New survey.',
      'KPI id': 'k1',
      Mark: expect.stringMatching(/^[0-9a-v]{1,7}$/),
      Id: '2026-03-k1',
    })
  })

  test('is text where it looks like a formula', () => {
    const { formulas } = closed(march, [{ ...joy, KPI: '=1+1' }], empty, { k1: '=2+2' })
    expect(formulas.flat().join('')).toBe('')
  })

  test.each([
    ['blank', null],
    ['a text', '90 percent'],
    ['a truth', true],
    ['an error', live('#DIV/0!')],
    ['nothing that a formula shows', live('')],
  ])('is no value, never 0, where that is %s', (_, value) => {
    expect(closedWith({ Value: value }).Value).toBeNull()
  })

  test('is 0 where it is 0', () => {
    expect(closedWith({ Value: live(0) }).Value).toBe(0)
  })

  test('has a definition: the formula, that it was typed, or none', () => {
    expect(closedWith({ Value: 0.9 }).Definition).toBe('typed by hand')
    expect(closedWith({ Value: null }).Definition).toBeNull()
  })

  test('is no target and no status where those show an error or nothing', () => {
    const values = closedWith({ Target: live('#N/A', '=KPI_TARGET("CAC")'), Status: live('#VALUE!', '=KPI_STATUS(1)') })
    expect([values.Target, values.Status]).toEqual([null, null])
    const blanks = closedWith({ Target: live('', '=""'), Status: live('', '=""'), Segment: ' ', Metric: null })
    expect([blanks.Target, blanks.Status, blanks.Segment, blanks.Metric]).toEqual([null, null, null, null])
  })

  test('has a target that is a number as text, and a status in small letters', () => {
    const values = closedWith({ Target: 0.85, Status: live('Green') })
    expect([values.Target, values.Status]).toEqual(['0.85', 'green'])
  })

  test('has a note only where one was written', () => {
    const content = closed(march, [joy, { ...joy, Id: 'k2' }], empty, { k2: '  ', k3: 'of another' })
    expect(rowsOf(content).map(({ values }) => values.Note)).toEqual([null, null])
  })
})

describe('what closing says of a KPI', () => {
  const red = live('red', '=KPI_STATUS(F2, G2)')
  const amber = live('amber', '=KPI_STATUS(F2, G2)')

  test('is nothing where nothing changed, and at the first time', () => {
    expect(newsAfter({}, {})).toEqual([])
    expect(closingOf(planRows(kpis, { ...joy, Status: red }), []).closed[0]!.news).toEqual([])
  })

  test('is that it turned red, from whatever it was, and not that it stayed red', () => {
    expect(newsAfter({}, { Status: red })).toEqual(['turned red'])
    expect(newsAfter({ Status: null }, { Status: live('Red') })).toEqual(['turned red'])
    expect(newsAfter({ Status: red }, { Status: red })).toEqual([])
  })

  test('is that it turned green from red, and not from amber', () => {
    expect(newsAfter({ Status: red }, {})).toEqual(['turned green'])
    expect(newsAfter({ Status: amber }, {})).toEqual([])
    expect(newsAfter({ Status: red }, { Status: amber })).toEqual([])
  })

  test('is that its target changed, also from or to none', () => {
    expect(newsAfter({}, { Target: '>= 90%' })).toEqual(['its target changed'])
    expect(newsAfter({ Target: null }, {})).toEqual(['its target changed'])
    expect(newsAfter({}, { Target: null })).toEqual(['its target changed'])
    expect(newsAfter({ Target: 0.85 }, { Target: '0.85' })).toEqual([])
  })

  test('is that it is measured by another formula', () => {
    expect(newsAfter({}, { Value: live(0.9, '=CSAT(Survey!G:G)') })).toEqual(['measured by another formula'])
    expect(newsAfter({}, { Value: 0.9 })).toEqual(['measured by another formula'])
    expect(newsAfter({ Value: 0.8 }, { Value: 0.9 })).toEqual([])
  })

  test('is nothing of a formula that names cells of its own row, which was sorted', () => {
    expect(newsAfter({ Value: live(0.9, '=X2/Y2') }, { Value: live(0.9, '=X7/Y7') })).toEqual([])
    expect(newsAfter({ Value: live(0.9, '=X2/Y2') }, { Value: live(0.9, '=X7/Z7') })).toEqual([
      'measured by another formula',
    ])
  })

  test('is that it has no value, or which error it shows', () => {
    expect(newsAfter({}, { Value: live('') })).toEqual(['has no value'])
    expect(newsAfter({}, { Value: live('#REF!') })).toEqual(['shows #REF!'])
  })

  test('is all of it in one order', () => {
    expect(newsAfter({}, { Status: red, Target: '>= 95%', Value: live('#N/A', '=NPS(A:A)') })).toEqual([
      'turned red',
      'its target changed',
      'measured by another formula',
      'shows #N/A',
    ])
  })

  test('compares with the month closed last, wherever that stands in History', () => {
    const january = closed(month(1), [{ ...joy, Status: red }])
    const february = closed(month(2), [joy], january)
    const reversed = { ...february, values: [february.values[0]!, ...february.values.slice(1).reverse()] }
    for (const content of [february, reversed])
      expect(closingOf(planRows(kpis, { ...joy, Status: red }), rowsOf(content)).closed[0]!.news).toEqual([
        'turned red',
      ])
  })

  test('is of the KPI itself, which may be renamed, and not of one that had its name', () => {
    expect(newsAfter({}, { KPI: 'Delight', Status: red })).toEqual(['turned red'])
    expect(newsAfter({ Status: red }, { Id: 'k2', Target: '>= 1%' })).toEqual([])
  })
})

describe('what closing says of all KPIs together', () => {
  test('counts those that turned red, targets that changed and KPIs without a value', () => {
    const all = (n: number) => [1, 2, 3, 4].map((i): SheetRow => ({ ...joy, Id: `k${i}`, Target: `>= ${n}%` }))
    const red = live('red', '=KPI_STATUS(F2, G2)')
    const now = all(80).map((row, i) => ({
      ...row,
      ...(i === 0 && { Target: '>= 81%' }),
      ...(i < 3 && { Status: red }),
      ...(i > 1 && { Value: null }),
    }))
    expect(told(now, all(80))).toBe('3 turned red, 1 target changed, 2 have no value')
  })

  test('says none, one and several of each', () => {
    expect(told([joy], [joy])).toBe('none turned red, no targets changed, all have a value')
    expect(told([{ ...joy, Target: '1', Value: live('#N/A') }], [joy])).toBe(
      'none turned red, 1 target changed, 1 has no value',
    )
    expect(
      told(
        [
          { ...joy, Target: '1' },
          { ...joy, Id: 'k2', Target: '1', Value: null },
        ],
        [joy, { ...joy, Id: 'k2' }],
      ),
    ).toBe('none turned red, 2 targets changed, 1 has no value')
  })

  test('is of the KPIs that are there: one that was removed is not closed again', () => {
    const before = closed(month(2), [joy, { ...joy, Id: 'k2', KPI: 'Gone' }])
    const after = rowsOf(closed(march, [joy], before))
    expect(after.map(({ values }) => [values.Month, values.KPI])).toEqual([
      [month(2), 'Joy'],
      [month(2), 'Gone'],
      [march, 'Joy'],
    ])
  })
})

describe('a closed row', () => {
  const content = closed(
    march,
    [joy, { ...joy, Id: 'k2', KPI: 'Sum', Value: live(0.1 + 0.2), Target: 0.85 }, { KPI: 'Bare', Id: 'k3' }],
    empty,
    { k1: 'New survey.' },
  )
  const titleAt = (title: string) => history.columns.findIndex((column) => column.title === title)
  const foundAfter = (title: string, value: CellValue, row = 1) => {
    const rows = rowsOf(typed(content, row, titleAt(title), value))
    return findingsOf(history, rows[row - 1]!, aboutToday())
  }
  const changedByHand =
    'It was changed by hand after the month was closed. Ctrl+Z in the sheet, or an earlier version of the file, brings back what it was.'

  test('read back is as it was closed, with or without what it may lack', () => {
    expect(rowsOf(content).map(isAsClosed)).toEqual([true, true, true])
    for (const row of rowsOf(content)) expect(findingsOf(history, row, aboutToday())).toEqual([])
  })

  test.each<[string, CellValue]>([
    ['Month', month(2)],
    ['KPI', 'Joys'],
    ['Metric', 'NPS'],
    ['Segment', null],
    ['Value', 0.91],
    ['Value', null],
    ['Value', 'much'],
    ['Target', '85%-91%'],
    ['Status', 'red'],
    ['Definition', '=CSAT(Survey!G:G)'],
    ['KPI id', 'k2'],
    ['Mark', null],
    ['Mark', 'x'],
  ])('whose %s becomes %s by hand is told in red', (title, value) => {
    expect(foundAfter(title, value)).toEqual([{ level: 'red', filter: 'changed by hand', text: changedByHand }])
  })

  test('whose value was blank and becomes 0 is told', () => {
    expect(foundAfter('Value', 0, 3)).toHaveLength(1)
  })

  test('whose note changes is not told', () => {
    expect([foundAfter('Note', 'Another'), foundAfter('Note', null), foundAfter('Note', 'New', 2)]).toEqual([
      [],
      [],
      [],
    ])
  })

  test('is as it was where a spreadsheet keeps 15 digits of its number, and not where it keeps 11', () => {
    const precise = closed(march, [{ ...joy, Value: live(2 / 3) }])
    const rounded = (digits: number) =>
      rowsOf(typed(precise, 1, titleAt('Value'), Number((2 / 3).toPrecision(digits)))).map(isAsClosed)
    expect([rounded(17), rounded(15), rounded(11)]).toEqual([[true], [true], [false]])
  })

  test('has a mark that no cell can change with another and keep', () => {
    const held = { Month: march, KPI: 'Joy', Metric: null, Segment: 'chat', Value: 1 }
    expect(markOf(held)).toBe(markOf({ ...held, Note: 'x', Mark: 'y', Id: 'z', Metric: '' }))
    expect(markOf(held)).not.toBe(markOf({ ...held, Metric: 'chat', Segment: null }))
    expect(markOf(held)).not.toBe(markOf({ ...held, KPI: 'chat', Segment: 'Joy' }))
  })

  test('typed by hand into History is told as well', () => {
    const [row] = planRows(history, { Month: march, KPI: 'Joy', Value: 1 })
    expect(findingsOf(history, row!, aboutToday())).toHaveLength(1)
  })
})

describe('two people who close the same month', () => {
  const changes = (row: SheetRow, notes = {}) => closingChanges(march, closingOf(planRows(kpis, row), []), notes)

  test('with the same values close it once', () => {
    const once = changed(history, empty, changes(joy))
    expect(changed(history, once, changes(joy))).toEqual(once)
  })

  test('with other values or another note: the second is refused, and what the first wrote stays', () => {
    const once = changed(history, empty, changes(joy))
    for (const again of [changes({ ...joy, Value: live(0.8) }), changes(joy, { k1: 'Mine' })]) {
      const { edit, outcome } = reconcile(once, requestOf(history, again))
      expect(edit).toBeNull()
      expect(outcome.refused.map(({ id, found }) => [id, found!.Value])).toEqual([['2026-03-k1', '0.9']])
    }
  })

  test('with a KPI that only one of them has: what is missing is added', () => {
    const once = changed(history, empty, changes(joy))
    const both = closingChanges(march, closingOf(planRows(kpis, joy, { ...joy, Id: 'k2' }), []), {})
    expect(rowsOf(written(once, requestOf(history, both))).map(({ id }) => id)).toEqual(['2026-03-k1', '2026-03-k2'])
  })
})

test('three years of fourteen KPIs are closed month by month, each as it was and in order', () => {
  const fourteen = (n: number) =>
    Array.from({ length: 14 }, (_, i): SheetRow => ({
      ...joy,
      Id: `k${i}`,
      KPI: `KPI ${i}`,
      Value: i === 13 ? live('#N/A') : live((n + 1) / (i + 3)),
      Status: live((n + i) % 5 === 0 ? 'red' : 'green', '=KPI_STATUS(F2, G2)'),
    }))
  let content = planSheet(history)
  for (let n = 0; n < 36; n++) {
    const [kpiRows, past] = [planRows(kpis, ...fourteen(n)), rowsOf(content)]
    const start = serialOf(2023, 4 + n, 1)
    if (n > 0) expect(usualMonth(openMonths(past, TODAY), past)?.start).toBe(start)
    expect(closingProblem(start, kpiRows, past)).toBe('')
    const closing = closingOf(kpiRows, past)
    const turned = n === 0 ? 0 : fourteen(n).filter((_, i) => (n + i) % 5 === 0).length
    expect(closing.told).toBe(`${turned || 'none'} turned red, no targets changed, 1 has no value`)
    content = changed(history, content, closingChanges(start, closing, {}))
  }
  const rows = rowsOf(content)
  expect(rows).toHaveLength(36 * 14)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(36 * 14)
  expect(rows.every(isAsClosed)).toBe(true)
  expect(rows.filter(({ values }) => values.Value === null)).toHaveLength(36)
  expect(openMonths(rows, TODAY)).toEqual([])
})
