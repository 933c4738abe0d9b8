import { expect, test } from 'vitest'
import { chartOf } from '../../../core/plans/chart.ts'
import { kpis } from '../../../core/plans/gallery/kpis.ts'
import type { Plan, PlanChart } from '../../../core/plans/plan.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { planRows, type SheetRow } from './planSheet.ts'

const layout = layoutOf(() => null)
const chart: PlanChart = { kind: 'line', title: 'Values', labels: 'KPI', series: ['Value'], format: '0' }
const drawn = (own: PlanChart, ...rows: SheetRow[]) =>
  chartOf({ ...kpis, chart: own } as Plan, planRows(kpis, ...rows), layout)
const product = { Path: 'product' }
const service = { Path: 'service' }

test('a chart is drawn over all rows, right of the table', () => {
  expect(drawn(chart, { KPI: 'A' }, { KPI: 'B' }, { KPI: 'C' })).toEqual({
    sheet: 'KPIs',
    row: 1,
    column: kpis.columns.length + 1,
    kind: 'line',
    title: 'Values',
    labels: 'A2:A4',
    series: [{ title: 'Value', cells: 'F2:F4' }],
    format: '0',
  })
})

test('each word has a line of its own, with the labels of the longest', () => {
  const rows = [
    { KPI: 'A', ...product },
    { KPI: 'B', Path: 'Product' },
    { KPI: 'C', ...service },
    { KPI: 'D', ...service },
    { KPI: 'E', ...service },
  ]
  expect(drawn({ ...chart, by: 'Path' }, ...rows)).toMatchObject({
    labels: 'A4:A6',
    series: [
      { title: 'product', cells: 'F2:F3' },
      { title: 'service', cells: 'F4:F6' },
    ],
  })
  expect(drawn({ ...chart, by: 'Path', series: ['Value', 'Every'] }, ...rows)).toMatchObject({
    series: [{ title: 'Value, product' }, { title: 'Every, product' }, { title: 'Value, service' }, {}],
  })
})

test('says why where rows of one word stand apart, or are too few', () => {
  const rows = [
    { KPI: 'A', ...product },
    { KPI: 'B', ...service },
    { KPI: 'C', ...product },
  ]
  expect(drawn({ ...chart, by: 'Path' }, ...rows)).toBe(
    'Sort the sheet by Path first: “product” stands in several places.',
  )
  expect(drawn(chart, { KPI: 'A' })).toBe('It takes two KPIs to draw a chart.')
})
