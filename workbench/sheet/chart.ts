import type { ChartDefinition, Model } from '@odoo/o-spreadsheet'
import type { ChartPlan } from '../../core/sheet/book.ts'
import { clearTop, type Box } from '../../core/sheet/boxes.ts'
import { CHART } from '../../core/sheet/looks.ts'
import type { Step } from './action.ts'
import { roomSteps } from './changeCells.ts'
import { sheetIdOf } from './content.ts'

/** The steps that draw a chart: it covers no other one, and the sheet gets the columns that it needs. */
export function chartSteps(model: Model, plan: ChartPlan): Step[] {
  const { getters } = model
  const sheetId = sheetIdOf(model, plan.sheet)
  const { numberOfCols, numberOfRows } = getters.getSheetSize(sheetId)
  const leftOf = (column: number) => getters.getColDimensions(sheetId, Math.min(column, numberOfCols - 1)).start
  const topOf = (row: number) => getters.getRowDimensions(sheetId, Math.min(row, numberOfRows - 1)).start
  const boxes = getters.getFigures(sheetId).map(({ col, row, offset, width, height }) => ({
    left: leftOf(col) + offset.x,
    top: topOf(row) + offset.y,
    width,
    height,
  }))
  const row = Math.min(plan.row, numberOfRows - 1)
  return [
    ...roomSteps(model, sheetId, numberOfRows, plan.column + COLUMNS_COVERED),
    chartStep(model, { sheetId, leftOf, topOf, boxes, gap: 16 }, { ...plan, row }),
  ]
}

/** The size of columns and rows at first, in pixels. */
export const COLUMN_WIDTH = 96
export const ROW_HEIGHT = 23

/** So many columns of that size lie under a chart. */
const COLUMNS_COVERED = Math.ceil(CHART.width / COLUMN_WIDTH) + 1

/** Where on a sheet charts come to stand, in pixels, and the boxes of those that stand there. */
export interface Ground {
  sheetId: string
  leftOf(column: number): number
  topOf(row: number): number
  boxes: Box[]
  /** Between one and the next below. */
  gap: number
}

/** The step that draws a chart where it covers no other one; its box joins the others. */
export function chartStep(
  { uuidGenerator }: Model,
  { sheetId, leftOf, topOf, boxes, gap }: Ground,
  plan: Omit<ChartPlan, 'sheet'>,
): Step {
  const wanted = { left: leftOf(plan.column), top: topOf(plan.row), ...CHART }
  const top = clearTop(wanted, boxes, gap)
  boxes.push({ ...wanted, top })
  return {
    type: 'CREATE_CHART',
    sheetId,
    figureId: uuidGenerator.smallUuid(),
    chartId: uuidGenerator.smallUuid(),
    col: plan.column,
    row: plan.row,
    offset: { x: 0, y: top - wanted.top },
    size: { ...CHART },
    definition: definitionOf(plan),
  }
}

function definitionOf({ kind, title, labels, series: planned }: Omit<ChartPlan, 'sheet'>): ChartDefinition {
  // The plan comes from the sidebar's frame, and the engine takes no array of another frame.
  const series = Array.from(planned)
  const isMixed = series.some(({ line }) => line)
  const styles = series.map(({ title, line }, i) => {
    const mixed = { type: line ? ('line' as const) : ('bar' as const), yAxisId: line ? 'y1' : 'y' }
    return [String(i), { label: title, ...(isMixed && mixed) }]
  })
  const common = {
    title: { text: title },
    dataSource: {
      type: 'range' as const,
      dataSets: series.map(({ cells }, i) => ({ dataSetId: String(i), dataRange: cells })),
      dataSetsHaveTitle: false,
      labelRange: labels,
    },
    dataSetStyles: Object.fromEntries(styles) as Record<string, { label: string }>,
    legendPosition: series.length > 1 ? ('bottom' as const) : ('none' as const),
  }
  if (isMixed) return { ...common, type: 'combo' }
  if (kind === 'line') return { ...common, type: 'line', labelsAsText: true, stacked: false, cumulative: false }
  return { ...common, type: 'bar', stacked: kind.startsWith('stacked'), horizontal: kind.endsWith('bar') }
}
