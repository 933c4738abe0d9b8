import { describe, expect, test } from 'vitest'
import { layoutOf } from '../../../core/plans/related.ts'
import { scorecard, writtenByHand } from '../../../core/plans/scorecard/drawing.ts'
import { measured, problemOf, type MeasuredView } from '../../../core/plans/scorecard/measuring.ts'
import { filledBlock, linkedViews, VIEWS } from '../../../core/plans/scorecard/views.ts'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import { history } from '../../../core/plans/gallery/history.ts'
import type { CellValue, DrawnSheet, RangeName, SheetContent } from '../../../core/sheet/book.ts'
import { drawnLines } from '../../../core/sheet/drawing.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { planRows } from './planSheet.ts'

const ATTRIBUTION = '=ATTRIBUTION(Paths!A:A, Paths!B:B)'
const COHORTS = '=COHORT_RETENTION(Orders!A:A, Orders!B:B)'

const day = (month: number, date: number) => serialOf(2026, month, date)
const data: Record<string, CellValue[][]> = {
  Paths: [
    ['path', 'won'],
    ['search > mail > shop', 6],
    ['mail', 2],
    ['search > mail > mail > shop', 4],
  ],
  Orders: [
    ['customer', 'date'],
    ['Ann', day(1, 5)],
    ['Ben', day(1, 20)],
    ['Ann', day(2, 11)],
    ['Cleo', day(2, 14)],
    ['Ann', day(3, 2)],
  ],
}

/** Whole columns of the data. */
const book = {
  readRanges: async (ranges: readonly RangeName[]) =>
    ranges.map(({ sheet, address }) => {
      const cells = data[sheet]
      if (!cells) throw new Error(`There is no sheet “${sheet}”.`)
      return cells.map((line) => [line[address.charCodeAt(0) - 65] ?? null])
    }),
}

/** A sheet by its lines; what begins with = is a formula that shows nothing yet. */
function sheetOf(...lines: CellValue[][]): SheetContent {
  const width = Math.max(...lines.map((line) => line.length))
  const isFormula = (cell: CellValue | undefined) => typeof cell === 'string' && cell.startsWith('=')
  const cells = lines.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? null))
  return {
    values: cells.map((line) => line.map((cell) => (isFormula(cell) ? null : cell))),
    formulas: cells.map((line) => line.map((cell) => (isFormula(cell) ? String(cell) : ''))),
  }
}

const formulasIn = (content: SheetContent) => linkedViews(content).map(({ title, formula }) => [title, formula])

describe('what is linked', () => {
  test('is the first formula below a heading', () => {
    const content = sheetOf(['Scorecard'], ['Attribution'], [ATTRIBUTION], [null], ['Cohorts'], [null], [COHORTS])
    expect(formulasIn(content)).toEqual([
      ['Attribution', ATTRIBUTION],
      ['Cohorts', COHORTS],
    ])
    expect(linkedViews(content).map(({ row, column }) => [row, column])).toEqual([
      [2, 0],
      [6, 0],
    ])
  })

  test('is what somebody made of it by hand, below a note and in a column that was moved', () => {
    const own = '=SORT(ATTRIBUTION(Paths!A:A), 2, FALSE)'
    expect(formulasIn(sheetOf([null, 'Attribution'], [null, 'since March'], [null, own]))).toEqual([
      ['Attribution', own],
    ])
  })

  test('is nothing where the formula is gone, and never that of the next view', () => {
    expect(formulasIn(sheetOf(['Attribution'], ['channel'], ['Cohorts'], [COHORTS]))).toEqual([['Cohorts', COHORTS]])
    expect(formulasIn(sheetOf(['Attribution'], ['channel']))).toEqual([])
    expect(formulasIn(sheetOf(['Scorecard']))).toEqual([])
  })

  test('is not to be confused by channels that are called like a heading', () => {
    const content = sheetOf(['Attribution'], [ATTRIBUTION], ['Attribution', 1], ['Cohorts', 2])
    expect(formulasIn(content)).toEqual([['Attribution', ATTRIBUTION]])
    const both = sheetOf(['Attribution'], [ATTRIBUTION], ['Cohorts', 1], ['Attribution', 2], ['Cohorts'], [COHORTS])
    expect(formulasIn(both)).toEqual([
      ['Attribution', ATTRIBUTION],
      ['Cohorts', COHORTS],
    ])
  })

  test('a formula that shows the words of a heading is none', () => {
    const content = sheetOf([ATTRIBUTION], [COHORTS])
    content.values[0]![0] = 'Attribution'
    expect(linkedViews(content)).toEqual([])
  })

  test('fills what has titles and something below them, and no notes beside or below', () => {
    const content = sheetOf(
      ['channel', 'credit', 'share', 'mine', null],
      ['mail', 6, 0.5, null, 'Ask Jon'],
      ['search', 3, null, null, null],
      ['Source: web', null, null, null, null],
    )
    expect(filledBlock(content, { row: 0, column: 0 })).toEqual({ row: 0, column: 0, rows: 3, columns: 3 })
    expect(filledBlock(sheetOf(['#VALUE!'], ['below']), { row: 0, column: 0 })).toMatchObject({ rows: 1, columns: 1 })
  })
})

describe('the room of a view', () => {
  const measure = async (formula: string, content: SheetContent | null = null) =>
    (await measured(book, [{ title: 'Attribution', formula, row: 0, column: 0 }], content))[0]!

  test('is that of the table over the book’s cells', async () => {
    const { table, rows, problem } = await measure(ATTRIBUTION)
    expect(table!.cells).toEqual([
      ['channel', 'credit', 'share'],
      ['mail', 6, 0.5],
      ['search', 3, 0.25],
      ['shop', 3, 0.25],
    ])
    expect([rows, problem]).toEqual([4, ''])
  })

  test('is not known where the function gives a sentence, which is told', async () => {
    expect(await measure('=ATTRIBUTION(Paths!B:B, Paths!A:A)')).toMatchObject({
      table: null,
      rows: null,
      problem: expect.stringMatching(/^ATTRIBUTION: conversions .*\.$/),
    })
  })

  test('is not known where a sheet is gone, which is told', async () => {
    expect(await measure('=ATTRIBUTION(Gone!A:A)')).toMatchObject({
      table: null,
      problem: 'There is no sheet “Gone”.',
    })
  })

  test('is what the sheet shows where only the spreadsheet can tell, in the units that the formula chooses', async () => {
    const shown = sheetOf(['cohort', 'customers', 0, 1], [day(1, 1), 8, 8, 2], [day(2, 1), 5, 5])
    const formula = '=COHORT_RETENTION(FILTER(Orders!A:A, 1), Orders!B:B, "month", "exact", "count")'
    shown.formulas[0]![0] = formula
    const { table, rows } = await measure(formula, shown)
    expect(rows).toBe(3)
    expect(table!.cells[2]).toEqual([day(2, 1), 5, 5, ''])
    expect(table!.returns.table!.map(({ unit }) => unit)).toEqual(['date', 'count', 'count'])
    expect(await measure('=SORT(ATTRIBUTION(Paths!A:A))', shown)).toMatchObject({ table: null, rows: 3, problem: '' })
  })
})

describe('why a view shows no table', () => {
  const told = (formula: string, ...lines: CellValue[][]) => {
    const content = sheetOf(['Cohorts'], ...lines)
    content.formulas[1]![0] = formula
    return problemOf(book, linkedViews(content)[0]!, content)
  }

  test('is nothing where it does, or will', async () => {
    expect(await told(COHORTS, ['cohort', 'customers'], [46023, 2])).toBe('')
    expect(await told(COHORTS, ['Loading...'])).toBe('')
    expect(await told(COHORTS, ['#BUSY!'])).toBe('')
  })

  test('is the sentence of its function', async () => {
    expect(await told('=COHORT_RETENTION(Orders!B:B, Orders!A:A)', ['#VALUE!'])).toMatch(
      /^COHORT_RETENTION: dates row 2 /,
    )
  })

  test('is that there is no room, where its data are right', async () => {
    expect(await told(COHORTS, ['#SPILL!'])).toBe(
      'It shows #SPILL! in the sheet. Draw it anew: that makes room for its table.',
    )
  })

  test('is to be seen in the sheet, where only that can tell', async () => {
    expect(await told('=COHORT_CURVE(COHORT_RETENTION(Orders!A:A, Orders!B:B))', ['#VALUE!'])).toBe(
      'It shows #VALUE! in the sheet. Rest the pointer on its cell there: it says why.',
    )
  })
})

describe('a scorecard with views', () => {
  // A share and another number, so that two charts of months stand one below the other.
  const closed = planRows(
    history,
    ...[1, 2, 3].flatMap((at) => [
      { Month: day(at, 1), KPI: 'Joy', Metric: 'CSAT', Value: 0.8, 'KPI id': 'id1' },
      { Month: day(at, 1), KPI: 'Late', Metric: null, Value: 4, 'KPI id': 'id2' },
    ]),
  )
  const rows = planRows(
    kpis,
    { KPI: 'Joy', Metric: 'CSAT', Tier: 'experience', Side: 'customer service' },
    { KPI: 'Late', Tier: 'reliability', Side: 'customer service' },
  )
  const linked = [
    { title: 'Attribution', formula: ATTRIBUTION },
    { title: 'Cohorts', formula: COHORTS },
  ]
  const drawn = async (views = linked, known?: MeasuredView[]): Promise<DrawnSheet> =>
    scorecard(
      rows,
      closed,
      layoutOf(() => null),
      null,
      known ?? (await measured(book, views, null)),
    )

  /** The sheet as it shows the drawing, with all that its views fill. */
  async function shownIn(sheet: DrawnSheet): Promise<SheetContent> {
    const lines = drawnLines(sheet)
    const formulas = lines.map((line) => line.map((cell) => (typeof cell === 'object' && cell ? cell.formula : '')))
    const values: CellValue[][] = lines.map((line) => line.map((cell) => (typeof cell === 'object' ? null : cell)))
    for (const view of linkedViews({ values, formulas })) {
      const [{ table }] = (await measured(book, [view], null)) as [MeasuredView]
      table?.cells.forEach((line, i) =>
        line.forEach((cell, j) => {
          ;(values[view.row + i] ??= [])[view.column + j] = cell === '' ? null : cell
        }),
      )
    }
    return { values, formulas }
  }

  const areas = ({ tables = [] }: DrawnSheet) =>
    tables.map(({ row, column, look }) => ({ row, column, rows: look.rows, columns: look.columns.length }))

  test('has neither headings nor room for views that are not linked', async () => {
    const none = await drawn([])
    expect(none.cells.map(({ cell }) => cell)).not.toContain('Attribution')
    expect(none.tables).toEqual([])
    const one = await drawn(linked.slice(1))
    expect(one.cells.map(({ cell }) => cell)).toContain('Cohorts')
    expect(one.cells.map(({ cell }) => cell)).not.toContain('Attribution')
  })

  test('has them with headings, in their order, and they are known again', async () => {
    expect(formulasIn(await shownIn(await drawn()))).toEqual([
      ['Attribution', ATTRIBUTION],
      ['Cohorts', COHORTS],
    ])
  })

  test('drawn from what it shows it is the same', async () => {
    const first = await drawn()
    const again = await drawn(undefined, await measured(book, linkedViews(await shownIn(first)), await shownIn(first)))
    expect(again).toEqual(first)
  })

  test('leaves rows below each table free, and draws nothing in them', async () => {
    const sheet = await drawn()
    const [channels, cohorts, later] = areas(sheet)
    expect(channels).toMatchObject({ column: 0, rows: 4 + 10, columns: 3 })
    expect(cohorts).toMatchObject({ column: 0, rows: 3 + 10, columns: 5 })
    expect(later).toEqual({ row: cohorts!.row + 1, column: 5, rows: 2 + 10, columns: 6 })
    expect(cohorts!.row).toBeGreaterThan(channels!.row + channels!.rows)
    for (const { row, column, rows, columns } of areas(sheet)) {
      const inside = sheet.cells.filter(
        (cell) => cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns,
      )
      expect(inside.filter(({ cell }) => cell !== null && typeof cell !== 'object')).toEqual([])
      expect(inside.filter(({ cell }) => typeof cell === 'object' && cell !== null).length).toBeLessThan(2)
    }
    const places = sheet.cells.map(({ row, column }) => `${row} ${column}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('leaves many rows free below one of which nobody knows the size', async () => {
    const known = await measured(book, [{ title: 'Attribution', formula: '=SORT(ATTRIBUTION(Paths!A:A))' }], null)
    const both = [...known, ...(await measured(book, linked.slice(1), null))]
    const [first, second] = linkedViews(await shownIn(await drawn(undefined, both)))
    expect(second!.row - first!.row).toBeGreaterThan(50)
  })

  test('shows shares as percentages, months as dates, and room for the months to come alike', async () => {
    const { tables } = await drawn()
    const formats = tables!.map(({ look }) => look.columns.map(({ format }) => format))
    expect(formats).toEqual([
      ['General', '0.00', '0.0%'],
      ['yyyy-mm-dd', 'General', '0.0%', '0.0%', '0.0%'],
      Array.from({ length: 6 }, () => '0.0%'),
    ])
    expect(tables!.map(({ look }) => look.columns.map(({ shaded }) => shaded).includes(true))).toEqual([
      false,
      true,
      false,
    ])
  })

  test('draws the chart of each: beside a small table, above one that becomes wide, and none over cells', async () => {
    const sheet = await drawn()
    const [shares, late, channels, cohorts] = sheet.charts
    const [table, triangle] = areas(sheet)
    expect([shares!.title, late!.title]).toEqual(['Shares by month', 'Late by month'])
    expect(channels).toMatchObject({ kind: 'bar', title: 'Share of the credit by channel', column: 8 })
    expect(channels!.row).toBe(table!.row - 1)
    expect(channels!.series.map(({ cells }) => cells)).toEqual([`C${table!.row + 2}:C${table!.row + 4}`])
    expect(cohorts).toMatchObject({ kind: 'line', title: 'Retention by cohort', column: 0, format: '0.0%' })
    expect(cohorts!.row + 17).toBe(triangle!.row)
    expect(cohorts!.labels).toBe(`C${triangle!.row + 1}:E${triangle!.row + 1}`)
    // Below those of the months, which a wide table reaches under.
    expect(channels!.row).toBeGreaterThanOrEqual(late!.row + 17)
  })

  test('draws models side by side as columns, above their table, which is as wide as the panels', async () => {
    const sheet = await drawn([{ title: 'Attribution', formula: '=ATTRIBUTION_COMPARE(Paths!A:A, Paths!B:B)' }])
    expect(sheet.charts.at(-1)).toMatchObject({ kind: 'column', column: 0 })
    expect(sheet.widths[7]).toBeGreaterThanOrEqual(64)
    expect((await drawn([])).widths[7]).toBe(16)
  })

  test('draws no chart where there is no table, and keeps the formula', async () => {
    const broken = '=ATTRIBUTION(Gone!A:A)'
    const sheet = await drawn([{ title: 'Attribution', formula: broken }])
    expect(sheet.charts).toHaveLength(2)
    expect(formulasIn(await shownIn(sheet))).toEqual([['Attribution', broken]])
  })

  test('what the views fill was written by nobody, and a note beside them was', async () => {
    const sheet = await drawn()
    const content = await shownIn(sheet)
    expect(writtenByHand(content, await drawn([]), closed)).toEqual([])
    const [first] = linkedViews(content)
    content.values[first!.row + 1]![4] = 'Ask Jon'
    content.values[first!.row + 6]![0] = 'Only the web'
    expect(writtenByHand(content, await drawn([]), closed)).toEqual(['Ask Jon', 'Only the web'])
  })
})

describe('the functions of views', () => {
  test('give a table with a chart', () => {
    const returns = VIEWS.flatMap(({ functions }) => functions.map((name) => findMetric(name)?.spec.returns))
    expect(returns.map((one) => [one?.table === undefined, one?.chart === undefined])).toEqual(
      returns.map(() => [false, false]),
    )
  })
})
