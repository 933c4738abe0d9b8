import { describe, expect, test } from 'vitest'
import type { BlockLook, ChartPlan, ColumnLook } from '../../core/sheet/book.ts'
import { CHART } from '../../core/sheet/looks.ts'
import type { BookUnderTest } from './book.contract.ts'

/** A chart as one sees it. Places are in pixels. */
export interface SeenChart {
  kind: ChartPlan['kind'] | 'combined'
  title: string
  labels: string
  series: { title: string; cells: string; isLine: boolean }[]
  hasLegend: boolean
  box: { left: number; top: number; width: number; height: number }
}

/** What tables look like, and the charts beside them. */
export interface TablesUnderTest {
  look(sheet: string, cell: string): Promise<{ isBold: boolean; align: string; width: number }>
  /** The blocks whose cells are shaded by size. */
  shades(sheet: string): Promise<string[]>
  charts(sheet: string): Promise<SeenChart[]>
}

/** What every book makes of the look of a block and of a chart. `host` gives the one of the test that runs. */
export function tablesContract(host: () => BookUnderTest): void {
  const column = (format: string, more: Partial<ColumnLook> = {}): ColumnLook => ({
    format,
    width: 60,
    align: 'right',
    shaded: false,
    ...more,
  })
  const look: BlockLook = {
    rows: 3,
    titled: true,
    columns: [
      column('yyyy-mm-dd', { align: 'left', width: 240 }),
      column('General'),
      column('0.0%', { shaded: true }),
      column('#,##0.00', { shaded: true }),
    ],
  }
  const insert = (cell: string, more: object = {}) =>
    host().book.insertFormula({ sheet: 'Sheet1', cell, formula: '=1+2', replaces: '', look, ...more })
  const formats = (...cells: string[]) => Promise.all(cells.map((cell) => host().format('Sheet1', cell)))

  describe('the look of a block', () => {
    test('columns get their number formats below the titles', async () => {
      expect(await insert('B2')).toEqual({ done: true })
      expect(await formats('B3', 'B4', 'C3', 'D4', 'E3', 'E4')).toEqual([
        'yyyy-mm-dd',
        'yyyy-mm-dd',
        '',
        '0.0%',
        '#,##0.00',
        '#,##0.00',
      ])
      expect(await formats('B2', 'D2', 'B5', 'E5', 'F3', 'A3')).toEqual(['', '', '', '', '', ''])
      expect(await host().content('Sheet1', 'B2')).toBe('=1+2')
    })

    test('a sheet that is too small for it grows', async () => {
      await insert('B2', { look: { ...look, rows: 2999 } })
      expect(await formats('B3000', 'D3000', 'B3001')).toEqual(['yyyy-mm-dd', '0.0%', ''])
      await insert('Y2')
      expect(await formats('AA3', 'AB4')).toEqual(['0.0%', '#,##0.00'])
    })

    test('titles stand out, and where the cells below them do', async () => {
      await insert('B2')
      const titles = await Promise.all(['B2', 'C2', 'E2'].map((cell) => host().look('Sheet1', cell)))
      expect(titles.map(({ isBold, align }) => [isBold, align])).toEqual([
        [true, 'left'],
        [true, 'right'],
        [true, 'right'],
      ])
      const others = await Promise.all(['B3', 'F2', 'A2'].map((cell) => host().look('Sheet1', cell)))
      expect(others.map(({ isBold }) => isBold)).toEqual([false, false, false])
    })

    test('a column is widened where it is too narrow, and never narrowed', async () => {
      const before = await host().look('Sheet1', 'C2')
      await insert('B2')
      expect((await host().look('Sheet1', 'B2')).width).toBe(240)
      expect((await host().look('Sheet1', 'C2')).width).toBe(before.width)
    })

    test('neighbours that are shaded share one scale, without their titles', async () => {
      await insert('B2')
      expect(await host().shades('Sheet1')).toEqual(['D3:E4'])
      await insert('A20', { look: { ...look, titled: false } })
      expect(await host().shades('Sheet1')).toEqual(['D3:E4', 'C20:D22'])
    })

    test('without titles the first row is one like the others', async () => {
      await insert('B2', { look: { ...look, titled: false } })
      expect(await formats('B2', 'D2', 'D4', 'D5')).toEqual(['yyyy-mm-dd', '0.0%', '0.0%', ''])
      expect((await host().look('Sheet1', 'B2')).isBold).toBe(false)
    })

    test('what reaches over the end of the sheet is cut, and the formula is written', async () => {
      await host().put('Sheet1', 'A1', 'first')
      expect(await insert('B2', { look: { ...look, rows: 5000 } })).toEqual({ done: true })
      expect(await formats('B3', 'B50')).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd'])
    })

    test('nothing is dressed where nothing is written', async () => {
      await host().put('Sheet1', 'B2', 'mine')
      expect(await insert('B2')).toEqual({ done: false, found: 'mine' })
      expect(await formats('B3', 'D3')).toEqual(['', ''])
      expect(await host().shades('Sheet1')).toEqual([])
    })
  })

  describe('addChart', () => {
    const plan: ChartPlan = {
      sheet: 'Sheet1',
      row: 1,
      column: 6,
      kind: 'column',
      title: 'NPS by segment, and its margin',
      labels: 'B3:B6',
      series: [
        { title: 'nps', cells: 'D3:D6' },
        { title: 'margin', cells: 'E3:E6' },
      ],
      format: '0.0',
    }
    const draw = async (more: Partial<ChartPlan> = {}) => {
      await host().book.addChart({ ...plan, ...more })
      return (await host().charts('Sheet1')).at(-1)!
    }

    test('a chart has its title, labels and series', async () => {
      expect(await draw()).toMatchObject({
        kind: 'column',
        title: 'NPS by segment, and its margin',
        labels: 'B3:B6',
        series: [
          { title: 'nps', cells: 'D3:D6', isLine: false },
          { title: 'margin', cells: 'E3:E6', isLine: false },
        ],
        hasLegend: true,
      })
    })

    test.each(['line', 'column', 'stacked column', 'bar', 'stacked bar'] as const)('of the kind %s', async (kind) => {
      expect((await draw({ kind })).kind).toBe(kind)
    })

    test('a single series needs no legend', async () => {
      expect((await draw({ series: plan.series.slice(0, 1) })).hasLegend).toBe(false)
    })

    test('a line over columns has an axis of its own', async () => {
      const series = [plan.series[0]!, { title: 'cumulative', cells: 'E3:E6', line: { format: '0.0%' } }]
      const chart = await draw({ series })
      expect(chart.kind).toBe('combined')
      expect(chart.series.map(({ isLine }) => isLine)).toEqual([false, true])
    })

    test('rows may be series, each as long as it is known', async () => {
      const chart = await draw({
        kind: 'line',
        labels: 'D2:I2',
        series: [
          { title: '2026-01-01', cells: 'D3:I3' },
          { title: '2026-02-01', cells: 'D4:H4' },
        ],
      })
      expect(chart.labels).toBe('D2:I2')
      // Google Sheets joins rows of one length, in which blank cells are no values.
      expect(chart.series.map(({ title, cells }) => [title, cells.split(':')[0]])).toEqual([
        ['2026-01-01', 'D3'],
        ['2026-02-01', 'D4'],
      ])
    })

    test('it stands at its cell, in the size of charts', async () => {
      const first = await draw({ row: 0, column: 0 })
      expect(first.box).toEqual({ left: 0, top: 0, ...CHART })
      const { width } = await host().look('Sheet1', 'A1')
      expect((await draw({ row: 60, column: 1 })).box.left).toBeCloseTo(width, 0)
    })

    test('it covers no other chart: it goes below those in its way', async () => {
      const boxes = [await draw(), await draw(), await draw({ row: 3 }), await draw({ column: 20 })].map(
        ({ box }) => box,
      )
      const [first, second, third, aside] = boxes
      expect(second!.top).toBeGreaterThanOrEqual(first!.top + first!.height)
      expect(third!.top).toBeGreaterThanOrEqual(second!.top + second!.height)
      expect(aside!.top).toBe(first!.top)
    })

    test('a sheet that is not there is a failure in words', async () => {
      await expect(host().book.addChart({ ...plan, sheet: 'Gone' })).rejects.toThrow(/Gone/)
    })

    test('cells stay as they are', async () => {
      await host().put('Sheet1', 'H9', 'under it')
      await draw()
      expect(await host().content('Sheet1', 'H9')).toBe('under it')
    })
  })
}
