import type { ChartPlan } from '../../core/sheet/book.ts'
import { clearTop } from '../../core/sheet/boxes.ts'
import { CHART, POINTS_PER_PIXEL } from '../../core/sheet/looks.ts'

const GAP = 12

/** Draws a chart. `proceed` throws when nobody waits for it any more. */
export async function addChart(context: Excel.RequestContext, plan: ChartPlan, proceed: () => void): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(plan.sheet)
  const corner = worksheet.getCell(plan.row, plan.column)
  corner.load('left, top')
  const { charts } = worksheet
  charts.load('items/left, items/top, items/width, items/height')
  await context.sync()
  proceed()
  const size = { width: CHART.width * POINTS_PER_PIXEL, height: CHART.height * POINTS_PER_PIXEL }
  const top = clearTop({ left: corner.left, top: corner.top, ...size }, charts.items, GAP)
  const [first] = plan.series
  const chart = charts.add(types[plan.kind], worksheet.getRange(first!.cells), isRow(first!.cells) ? 'Rows' : 'Columns')
  Object.assign(chart, { left: corner.left, top, ...size })
  chart.title.text = plan.title
  chart.legend.visible = plan.series.length > 1
  chart.legend.position = 'Bottom'
  plan.series.forEach(({ title, cells, line }, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(title)
    if (i === 0) series.name = title
    else series.setValues(worksheet.getRange(cells))
    series.setXAxisValues(worksheet.getRange(plan.labels))
    if (!line) return
    series.chartType = 'Line'
    series.axisGroup = 'Secondary'
    chart.axes.getItem('Value', 'Secondary').numberFormat = line.format
  })
  chart.axes.valueAxis.numberFormat = plan.format
  // Else the first row of the table would be the lowest bar.
  if (plan.kind.endsWith('bar')) chart.axes.categoryAxis.reversePlotOrder = true
  await context.sync()
}

const types = {
  line: 'Line',
  column: 'ColumnClustered',
  'stacked column': 'ColumnStacked',
  bar: 'BarClustered',
  'stacked bar': 'BarStacked',
} as const

/** Whether cells stand side by side: B2:M2. */
function isRow(cells: string): boolean {
  const [, from, to = from] = /^[A-Z]+(\d+)(?::[A-Z]+(\d+))?$/.exec(cells)!
  return from === to && cells.includes(':')
}
