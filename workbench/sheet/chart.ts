import type { ChartDefinition, Model } from '@odoo/o-spreadsheet'
import type { ChartPlan } from '../../core/sheet/book.ts'
import { clearTop } from '../../core/sheet/boxes.ts'
import { CHART } from '../../core/sheet/looks.ts'
import type { Step } from './action.ts'
import { sheetIdOf } from './content.ts'

const GAP = 16

/** The steps that draw a chart: it covers no other one, and the sheet gets the columns that it needs. */
export function chartSteps(model: Model, plan: ChartPlan): Step[] {
  const { getters, uuidGenerator } = model
  const sheetId = sheetIdOf(model, plan.sheet)
  const { numberOfCols, numberOfRows } = getters.getSheetSize(sheetId)
  const missing = plan.column + COLUMNS_COVERED - numberOfCols
  const left = leftOf(model, sheetId, Math.min(plan.column, numberOfCols - 1))
  const topOf = (row: number) => getters.getRowDimensions(sheetId, row).start
  const others = getters.getFigures(sheetId).map(({ col, row, offset, width, height }) => ({
    left: leftOf(model, sheetId, col) + offset.x,
    top: topOf(row) + offset.y,
    width,
    height,
  }))
  const wanted = { left, top: topOf(plan.row), ...CHART }
  const top = clearTop(wanted, others, GAP)
  return [
    ...(missing > 0
      ? [
          {
            type: 'ADD_COLUMNS_ROWS',
            sheetId,
            sheetName: plan.sheet,
            dimension: 'COL',
            base: numberOfCols - 1,
            quantity: missing,
            position: 'after',
          } as Step,
        ]
      : []),
    {
      type: 'CREATE_CHART',
      sheetId,
      figureId: uuidGenerator.smallUuid(),
      chartId: uuidGenerator.smallUuid(),
      col: plan.column,
      row: Math.min(plan.row, numberOfRows - 1),
      offset: { x: 0, y: top - wanted.top },
      size: { ...CHART },
      definition: definitionOf(plan),
    },
  ]
}

/** So many columns of their first width lie under a chart. */
const COLUMNS_COVERED = Math.ceil(CHART.width / 96) + 1

function leftOf({ getters }: Model, sheetId: string, column: number): number {
  return getters.getColDimensions(sheetId, column).start
}

function definitionOf({ kind, title, labels, series: planned }: ChartPlan): ChartDefinition {
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
