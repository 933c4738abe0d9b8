import type { ChartPlan } from '../../core/sheet/book.ts'
import { clearTop, type Box } from '../../core/sheet/boxes.ts'
import { CHART, POINTS_PER_PIXEL } from '../../core/sheet/looks.ts'

const GAP = 12

/** Draws charts, each below those in its way. `proceed` throws when nobody waits for it any more. */
export async function addCharts(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  plans: readonly Omit<ChartPlan, 'sheet'>[],
  proceed = () => {},
): Promise<void> {
  const corners = plans.map(({ row, column }) => worksheet.getCell(row, column).load('left, top'))
  const { charts } = worksheet
  charts.load('items/left, items/top, items/width, items/height')
  await context.sync()
  proceed()
  const size = { width: CHART.width * POINTS_PER_PIXEL, height: CHART.height * POINTS_PER_PIXEL }
  const boxes: Box[] = [...charts.items]
  plans.forEach((plan, i) => {
    const { left, top } = corners[i]!
    const box = { left, top: clearTop({ left, top, ...size }, boxes, GAP), ...size }
    boxes.push(box)
    draw(worksheet, plan, box)
  })
  await context.sync()
}

function draw(worksheet: Excel.Worksheet, plan: Omit<ChartPlan, 'sheet'>, box: Box): void {
  const [first] = plan.series
  const side = isRow(first!.cells) ? 'Rows' : 'Columns'
  const chart = worksheet.charts.add(types[plan.kind], worksheet.getRange(first!.cells), side)
  Object.assign(chart, box)
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
