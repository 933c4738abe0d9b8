import { describe, expect, test } from 'vitest'
import { returnsOf } from '../../../core/arguments/returnsOf.ts'
import { catalogue, findMetric } from '../../../core/catalogue/catalogue.ts'
import type { Returns, Table } from '../../../core/metric.ts'
import { chartOf, freePlace } from '../../../core/tables/chart.ts'
import { plain } from '../../close.ts'

const place = { sheet: 'Report', row: 1, column: 1 }
const returnsWith = (chart: Returns['chart'], units: Partial<Record<'label', 'date'>> = {}): Returns => ({
  chart: chart!,
  table: [
    { name: 'label', unit: units.label ?? 'text' },
    { name: 'cases', unit: 'count' },
    { name: 'share', unit: 'fraction' },
    { name: 'rates, …', unit: 'fraction' },
  ],
})
const table: Table = [
  ['label', 'cases', 'share', 'first_touch', 'x'],
  ['a', 3, 0.6, 1, 2],
  ['b', 2, 0.4, 3, 4],
]

describe('the chart of a table', () => {
  test('has a series for each of its columns, named by their titles', () => {
    const chart = { kind: 'bar', title: 'Cases', columns: ['cases', 'share'] } as const
    expect(chartOf(returnsWith(chart), table, place)).toEqual({
      sheet: 'Report',
      kind: 'bar',
      title: 'Cases',
      labels: 'B3:B4',
      series: [
        { title: 'cases', cells: 'C3:C4' },
        { title: 'share', cells: 'D3:D4' },
      ],
      format: 'General',
    })
  })

  test('the last column stands for all that follow it', () => {
    const chart = { kind: 'column', title: '', columns: ['rates, …'] } as const
    const drawn = chartOf(returnsWith(chart), table, place)!
    expect(drawn.series).toEqual([
      { title: 'first touch', cells: 'E3:E4' },
      { title: 'x', cells: 'F3:F4' },
    ])
    expect(drawn.format).toBe('0.0%')
  })

  test('a line over the columns has the format of its own', () => {
    const chart = { kind: 'column', title: '', columns: ['cases'], line: 'share' } as const
    const drawn = chartOf(returnsWith(chart), table, place)!
    expect(drawn.series).toEqual([
      { title: 'cases', cells: 'C3:C4' },
      { title: 'share', cells: 'D3:D4', line: { format: '0.0%' } },
    ])
  })

  test('rows at the end without a number, such as a remark, are not drawn', () => {
    const chart = { kind: 'bar', title: '', columns: ['cases'] } as const
    const remark: Table = [...table, ['taken for a title', '', '']]
    expect(chartOf(returnsWith(chart), remark, place)!.labels).toBe('B3:B4')
    const gap: Table = [table[0]!, ['a', ''], ['b', 2], ['c', '']]
    expect(chartOf(returnsWith(chart), gap, place)!.labels).toBe('B3:B4')
  })

  test('is that of an other kind where the labels are dates', () => {
    const chart = { kind: 'column', title: '', columns: ['cases'], overTime: 'line' } as const
    expect(chartOf(returnsWith(chart), table, place)!.kind).toBe('column')
    expect(chartOf(returnsWith(chart, { label: 'date' }), table, place)!.kind).toBe('line')
  })

  test('may be titled by the column that is drawn', () => {
    const chart = { kind: 'column', title: '{value} by segment', columns: ['rates, …'] } as const
    expect(chartOf(returnsWith(chart), table, place)!.title).toBe('first_touch by segment')
  })

  test.each<[string, Table]>([
    ['without a number', [table[0]!, ['a', '', '']]],
    ['of titles alone', [table[0]!]],
  ])('a table %s has none', (_, bare) => {
    expect(chartOf(returnsWith({ kind: 'bar', title: '', columns: ['cases'] }), bare, place)).toBeNull()
    expect(
      chartOf(returnsWith({ kind: 'line', title: '', columns: ['rates, …'], byRow: true }), bare, place),
    ).toBeNull()
  })

  test('nor has one of a function that says nothing of a chart', () => {
    expect(chartOf(returnsWith(undefined), table, place)).toBeNull()
  })

  test('a column that is not there is a mistake of the function', () => {
    expect(() => chartOf(returnsWith({ kind: 'bar', title: '', columns: ['shares'] }), table, place)).toThrow('shares')
  })
})

describe('rows as lines', () => {
  const returns: Returns = {
    chart: { kind: 'line', title: 'Retention', columns: ['0, 1, …'], byRow: true },
    table: [
      { name: 'cohort', unit: 'date' },
      { name: 'customers', unit: 'count' },
      { name: '0, 1, …', unit: 'fraction' },
    ],
  }

  test('each is as long as it is known, which a blank cell would end at 0', () => {
    const triangle: Table = [
      ['cohort', 'customers', 0, 1, 2],
      [46023, 9, 1, 0.5, 0.25],
      [46054, 7, 1, 0.75, ''],
      [46082, 5, 1, '', ''],
    ]
    expect(chartOf(returns, triangle, place)).toEqual({
      sheet: 'Report',
      kind: 'line',
      title: 'Retention',
      labels: 'D2:F2',
      series: [
        { title: '2026-01-01', cells: 'D3:F3' },
        { title: '2026-02-01', cells: 'D4:E4' },
      ],
      format: '0.0%',
    })
  })

  test('the twelve newest are drawn', () => {
    const many: Table = [['cohort', 'customers', 0, 1], ...Array.from({ length: 20 }, (_, i) => [i + 1, 5, 1, 0.5])]
    const { series } = chartOf(
      { ...returns, table: [{ name: 'cohort', unit: 'text' }, ...returns.table!.slice(1)] },
      many,
      place,
    )!
    expect(series.map(({ title }) => title)).toEqual([
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
    ])
  })
})

test('every chart draws cells with numbers of the table in its function’s examples', () => {
  let drawn = 0
  for (const { spec } of catalogue()) {
    for (const { cells, gives } of spec.examples) {
      if (!Array.isArray(gives) || !spec.returns.chart) continue
      const returns = returnsOf(spec, cells, gives, { decode: plain, find: findMetric })
      const chart = chartOf(returns, gives, { sheet: 'S', row: 0, column: 0 })
      if (!chart) continue
      drawn++
      for (const { cells } of chart.series) {
        const [, from, top, to = from, bottom = top] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(cells)!
        for (let row = Number(top); row <= Number(bottom); row++) {
          for (let column = from!.charCodeAt(0) - 65; column <= to!.charCodeAt(0) - 65; column++) {
            expect(['number', 'string'], `${spec.name} ${cells}`).toContain(typeof gives[row - 1]?.[column])
          }
        }
        expect(typeof gives[Number(top) - 1]![from!.charCodeAt(0) - 65]).toMatch(/number|string/)
      }
      expect(chart.title).not.toContain('{')
    }
  }
  expect(drawn).toBeGreaterThan(25)
})

describe('where there is room beside a table', () => {
  const free = (values: (string | null)[][]) =>
    freePlace(values, { sheet: '', row: 1, column: 1 }, { rows: 3, columns: 2 })

  test('one column further on where nothing else stands', () => {
    expect(free([['title'], [null, 'a', 'b']])).toEqual({ row: 1, column: 4 })
  })

  test('beyond whatever stands in the rows that a chart covers', () => {
    const line = (at: number) => Array.from({ length: at + 1 }, (_, i) => (i === at ? 'x' : null))
    expect(free([line(30), line(2), line(6)])).toEqual({ row: 1, column: 8 })
    expect(free([[], ...Array.from({ length: 40 }, (_, row) => (row === 15 ? line(9) : []))]).column).toBe(11)
    expect(free([[], ...Array.from({ length: 40 }, (_, row) => (row === 16 ? line(9) : []))]).column).toBe(4)
  })
})
