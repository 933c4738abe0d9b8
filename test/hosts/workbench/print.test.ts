import { describe, expect, test } from 'vitest'
import type { DrawnSheet } from '../../../core/sheet/book.ts'
import { workbenchBook } from '../../../workbench/book.ts'
import type { PrintedSheet } from '../../../workbench/sheet/print.ts'
import { openBook } from './openBook.ts'
import { plan } from './riskPlan.ts'

/** A workbook whose sheets go to a printer that keeps what it is given. */
function withPrinter(missing = 0) {
  const opened = openBook()
  const printed: PrintedSheet[] = []
  const book = workbenchBook(
    () => opened.model,
    new EventTarget(),
    async (sheet) => {
      printed.push(sheet)
      return missing
    },
  )
  const print = async (sheet: string) => {
    await book.print(sheet)
    return printed.at(-1)!
  }
  return { ...opened, book, print }
}

const textsOf = ({ rows }: PrintedSheet) => rows.map(({ cells }) => cells.map(({ text }) => text))

describe('a printed sheet', () => {
  test('is what one sees down to the last row and column that hold something', async () => {
    const { book, print } = withPrinter()
    await book.createSheets([plan])
    const sheet = await print('Risks')
    expect(textsOf(sheet)).toEqual([
      ['Risk', 'Share', 'Note', '', 'Mean', '37.5%'],
      ['Churn', '25.0%', '', '', '', ''],
      ['Fraud', '50.0%', '', '', '', ''],
    ])
    expect(sheet.rows[1]!.cells.slice(0, 2).map(({ align }) => align)).toEqual(['left', 'right'])
    expect(sheet.columns.map(({ width }) => width)).toEqual([150, 90, 80, 96, 96, 96])
  })

  test('has lines in its table, not under what is told beside it', async () => {
    const { book, print } = withPrinter()
    await book.createSheets([plan])
    expect((await print('Risks')).columns.map(({ ruled }) => ruled)).toEqual([true, true, true, false, false, false])
  })

  test('has the page that was planned, else that which suits it', async () => {
    const { book, print } = withPrinter()
    const page = { landscape: true, titleRows: 2 }
    const columns = Array.from({ length: 9 }, (_, i) => ({ title: `T${i}`, width: 100, kind: 'text' as const }))
    await book.createSheets([plan, { ...plan, name: 'Planned', page }, { name: 'Wide', columns, rows: [] }])
    expect(await print('Planned')).toMatchObject(page)
    expect(await print('Risks')).toMatchObject({ landscape: false, titleRows: 1 })
    expect(await print('Wide')).toMatchObject({ landscape: true, titleRows: 1 })
    expect(await print('Sheet1')).toMatchObject({ landscape: false, titleRows: 0, rows: [], columns: [] })
  })

  test('leaves out what a person has hidden', async () => {
    const { book, print, model, idOf } = withPrinter()
    await book.createSheets([plan])
    model.dispatch('HIDE_COLUMNS_ROWS', { sheetId: idOf('Risks'), dimension: 'COL', elements: [1] })
    model.dispatch('HIDE_COLUMNS_ROWS', { sheetId: idOf('Risks'), dimension: 'ROW', elements: [1] })
    expect(textsOf(await print('Risks'))).toEqual([
      ['Risk', 'Note', '', 'Mean', '37.5%'],
      ['Fraud', '', '', '', ''],
    ])
  })

  test('knows which rows a chart lies on, and reaches as far as it', async () => {
    const { book, print } = withPrinter()
    const chart = { row: 3, column: 1, kind: 'line', title: 'Growth', labels: 'A1:A2', format: '0' } as const
    const drawn: DrawnSheet = {
      name: 'Page',
      replaces: null,
      widths: [40, 50],
      cells: [{ row: 0, column: 0, cell: 'Title' }],
      charts: [
        { ...chart, series: [{ title: 'a', cells: 'B1:B2' }] },
        { ...chart, series: [{ title: 'b', cells: 'B1:B2' }] },
      ],
      page: { landscape: true, titleRows: 0 },
    }
    await book.drawSheet(drawn)
    const { charts, rows, columns } = await print('Page')
    expect(charts.map(({ firstRow, lastRow, left, top }) => ({ firstRow, lastRow, left, top }))).toEqual([
      { firstRow: 3, lastRow: 16, left: 40, top: 0 },
      { firstRow: 18, lastRow: 31, left: 40, top: 0 },
    ])
    expect(rows).toHaveLength(32)
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(40 + 560)
  })

  test.each([
    [0, ''],
    [1, ' A chart that could not be drawn is left out.'],
    [2, ' 2 charts that could not be drawn are left out.'],
  ])('says what there is left to do, and that %i charts are missing', async (missing, more) => {
    const { book } = withPrinter(missing)
    const next = 'Choose a printer or “Save as PDF” in the window that opened.'
    expect(await book.print('Sheet1')).toBe(next + more)
  })

  test('is none where there is no browser, which is told', async () => {
    expect(await openBook().book.print('Sheet1')).toBe('Nothing is printed here: open the workbench in a browser.')
  })
})
