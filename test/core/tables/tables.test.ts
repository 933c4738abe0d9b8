import { describe, expect, test } from 'vitest'
import type { Book, CellValue, ChartPlan, FormulaRequest } from '../../../core/sheet/book.ts'
import { columnNumber } from '../../../core/sheet/sheetReference.ts'
import { addChart, foreseen, hasChart, inTheWay, tableOf } from '../../../core/tables/tables.ts'

/** A book whose sheets are these lines; it writes down what is drawn and inserted. */
function bookOf(sheets: Record<string, CellValue[][]>) {
  const charts: ChartPlan[] = []
  const inserted: FormulaRequest[] = []
  const book: Pick<Book, 'readRanges' | 'readSheet' | 'insertFormula' | 'addChart'> = {
    async readRanges(ranges) {
      return ranges.map(({ sheet, address }) => {
        const [, left, top, right = left, bottom = top] = /^([A-Z]+)(\d*)(?::([A-Z]+)(\d*))?$/.exec(address)!
        const lines = sheets[sheet]!.slice(Number(top || 1) - 1, bottom ? Number(bottom) : undefined)
        const [from, to] = [columnNumber(left!) - 1, columnNumber(right!)]
        return lines.map((line) => Array.from({ length: to - from }, (_, i) => line[from + i] ?? null))
      })
    },
    async readSheet(sheet) {
      return { values: sheets[sheet] ?? [], formulas: [] }
    },
    async insertFormula(request) {
      inserted.push(request)
      return { done: true }
    },
    async addChart(plan) {
      charts.push(plan)
    },
  }
  return { book: book as Book, charts, inserted }
}

const orders: CellValue[][] = [
  ['Customer', 'Date', 'Amount', 'Lost'],
  ['Ann', 46023, 100, 1],
  ['Ben', 46024, 50, 1],
  ['Ann', 46054, 120, 1],
  ['Ann', 46082, 90, 1],
]
const cohorts: CellValue[][] = [
  ['cohort', 'customers', 0, 1, 2],
  [46023, 4, 1, 0.5, 0.25],
]
const byMonth = '=MRR_MOVEMENTS(Orders!A:A, Orders!B:B, Orders!C:C)'

describe('the table that a formula fills', () => {
  const { book } = bookOf({ Orders: orders, Report: [] })

  test('is worked out from the cells that the formula names', async () => {
    const filled = (await tableOf(book, byMonth, 'Report', 'C5'))!
    expect(filled).toMatchObject({ sheet: 'Report', row: 4, column: 2 })
    expect(filled.table.map((row) => row[7])).toEqual(['closing', 150, 120, 90])
    expect(hasChart(filled)).toBe(true)
  })

  test.each([
    ['a single number', '=NPS(Orders!C:C)'],
    ['a formula of the spreadsheet’s own', '=SUM(Orders!C:C)'],
    ['an error', '=MRR_MOVEMENTS(Orders!A:A, Orders!B:B)'],
    ['what only the spreadsheet can calculate', '=MRR_MOVEMENTS(SORT(Orders!A:A), Orders!B:B, Orders!C:C)'],
    ['a text', 'old'],
    ['nothing', ''],
  ])('%s is none', async (_, formula) => {
    expect(await tableOf(book, formula, 'Report', 'C5')).toBeNull()
  })

  test('has its dates and the unit of the function that it names', async () => {
    const { returns } = (await tableOf(
      book,
      '=METRIC_BY("CHURN_RATE", Orders!B:B, Orders!C:C, Orders!D:D)',
      'Report',
      'A1',
    ))!
    expect(returns.table!.map(({ unit }) => unit)).toEqual(['date', 'count', 'fraction'])
  })
})

describe('what is in the way of a table', () => {
  const report = (...lines: CellValue[][]) => bookOf({ Orders: orders, Cohorts: cohorts, Report: lines }).book
  const filled = (book: Book) => tableOf(book, byMonth, 'Report', 'B2')

  test('the first cell that holds something, by its place', async () => {
    const book = report([], [], [], ['', 'x', null, 'Total', 5])
    expect(await inTheWay(book, (await filled(book))!, null)).toEqual({ area: 'B2:I5', cell: 'B4', content: 'x' })
  })

  test('nothing outside of it, nor its own first cell, which is asked about by itself', async () => {
    const edge = ['left', null, null, null, null, null, null, null, null, 'right']
    const book = report(
      edge,
      ['left', 'old', null, null, null, null, null, null, null, 'right'],
      edge,
      edge,
      edge,
      edge,
    )
    expect(await inTheWay(book, (await filled(book))!, null)).toBeNull()
  })

  test('not what the formula that is replaced fills itself', async () => {
    const line = (...cells: CellValue[]) => [null, ...cells]
    const book = report([], line('period', 'retention'), line(0, 1), line(1, 0.5), line(2, 0.25), line(null, null, 'x'))
    const old = (await tableOf(book, '=COHORT_CURVE(Cohorts!A1:E2)', 'Report', 'B2'))!
    expect(old.table).toHaveLength(4)
    expect(await inTheWay(book, (await filled(book))!, old)).toBeNull()
    expect(await inTheWay(book, (await filled(book))!, null)).toMatchObject({ cell: 'C2', content: 'retention' })
  })
})

describe('what is foreseen of a formula', () => {
  const report = [[], [null, 'old', 'spilled']]
  const { book } = bookOf({ Orders: orders, Cohorts: cohorts, Report: report })
  const at = { sheet: 'Report', cell: 'B2', formula: byMonth }

  test('is its table, and what is in the way', async () => {
    const { filled, obstacle } = (await foreseen(book, { ...at, replaces: 'old' }))!
    expect([filled.table.length, obstacle?.cell]).toEqual([4, 'C2'])
    expect((await foreseen(book, { ...at, cell: 'B3', replaces: '' }))!.obstacle).toBeNull()
  })

  test('what another formula fills goes with it, though only the spreadsheet knows how much that is', async () => {
    for (const replaces of ['=FILTER(Orders!A:A, TRUE)', '=COHORT_CURVE(SORT(Cohorts!A1:E2))']) {
      expect((await foreseen(book, { ...at, replaces }))!.obstacle).toBeNull()
    }
  })

  test('nothing, where cells cannot be read: it can be written all the same', async () => {
    const unread: Book = { ...book, readRanges: () => Promise.reject(new Error('too large')) }
    expect(await foreseen(unread, { ...at, replaces: '' })).toBeNull()
    expect(await foreseen(book, { ...at, formula: '=NPS(Orders!C:C)', replaces: '' })).toBeNull()
  })
})

describe('adding the chart of a table', () => {
  const segments: CellValue[][] = [
    ['Region', 'Score'],
    ['North', 9],
    ['South', 3],
    ['North', 10],
  ]

  test('draws it beside the table', async () => {
    const { book, charts } = bookOf({ Survey: segments, Report: [[], [null, null, null, 'a note']] })
    const filled = (await tableOf(book, '=METRIC_BY("NPS desc", Survey!A:A, Survey!B:B)', 'Report', 'A1'))!
    expect(await addChart(book, filled)).toBe('The chart stands beside the table, from F1 on.')
    expect(charts).toEqual([
      {
        sheet: 'Report',
        row: 0,
        column: 5,
        kind: 'column',
        title: 'NPS by segment',
        labels: 'A2:A3',
        series: [{ title: 'NPS', cells: 'C2:C3' }],
        format: '0.0',
      },
    ])
  })

  test('of losses that are positive, beside a table of its own in which they are below zero', async () => {
    const { book, charts, inserted } = bookOf({ Orders: orders, Report: [] })
    const filled = (await tableOf(book, byMonth, 'Report', 'A1'))!
    expect(await addChart(book, filled)).toBe('The chart stands from S1 on, beside a table that has losses below zero.')
    const formula = '=MRR_MOVEMENTS(Orders!A:A, Orders!B:B, Orders!C:C, , , , "negative")'
    expect(inserted).toMatchObject([{ sheet: 'Report', cell: 'J1', formula, replaces: '', look: { rows: 4 } }])
    expect(charts).toMatchObject([{ row: 0, column: 18, kind: 'stacked column', labels: 'J2:J4' }])
    expect(charts[0]!.series.map(({ title, cells }) => [title, cells])).toEqual([
      ['new', 'L2:L4'],
      ['expansion', 'M2:M4'],
      ['contraction', 'N2:N4'],
      ['churned', 'O2:O4'],
      ['reactivated', 'P2:P4'],
    ])
  })

  test('of losses that are below zero already, like any other', async () => {
    const { book, charts, inserted } = bookOf({ Orders: orders, Report: [] })
    const signed = '=MRR_MOVEMENTS(Orders!A:A, Orders!B:B, Orders!C:C, , , , "Negative")'
    await addChart(book, (await tableOf(book, signed, 'Report', 'A1'))!)
    expect([inserted, charts.length, charts[0]!.column]).toEqual([[], 1, 9])
  })

  test('someone who wrote there meanwhile keeps it', async () => {
    const { book, charts } = bookOf({ Orders: orders, Report: [] })
    const taken: Book = { ...book, insertFormula: async () => ({ done: false, found: 'mine' }) }
    await expect(addChart(taken, (await tableOf(book, byMonth, 'Report', 'A1'))!)).rejects.toThrow(
      'J1 holds mine by now. Try again.',
    )
    expect(charts).toEqual([])
  })
})
