import type { Model, Style } from '@odoo/o-spreadsheet'
import type { Colour, DrawnCell, DrawnSheet } from '../../core/sheet/book.ts'
import { GENERAL } from '../../core/metric.ts'
import { drawnSize } from '../../core/sheet/drawing.ts'
import { CHART } from '../../core/sheet/looks.ts'
import { coloured, LOOKS } from '../styles.ts'
import type { Step } from './action.ts'
import { roomSteps } from './changeCells.ts'
import { chartStep, COLUMN_WIDTH, ROW_HEIGHT, type Ground } from './chart.ts'
import { stepsTo } from './content.ts'
import { lookSteps } from './look.ts'

/** The steps that draw a sheet: behind the others, or in place of what stands on the one of its name. */
export function drawingSteps(model: Model, plan: DrawnSheet): Step[] {
  const { getters, uuidGenerator } = model
  const there = getters.getSheetIdByName(plan.name)
  const sheetId = there ?? uuidGenerator.smallUuid()
  const { charts, rows, cols } = drawnCharts(model, sheetId, plan)
  const position = getters.getSheetIds().length
  const wrapped = new Set(plan.cells.filter(({ wrap }) => wrap).map(({ row }) => row))
  const ground: Step[] =
    there === undefined
      ? [{ type: 'CREATE_SHEET', sheetId, position, name: plan.name, rows, cols }]
      : [...clearingSteps(model, sheetId), ...roomSteps(model, sheetId, rows, cols)]
  return [
    ...ground,
    { type: 'SET_GRID_LINES_VISIBILITY', sheetId, areGridLinesVisible: false },
    ...plan.widths.map((size, i): Step => ({
      type: 'RESIZE_COLUMNS_ROWS',
      sheetId,
      dimension: 'COL',
      elements: [i],
      size,
    })),
    ...plan.cells.flatMap((cell) => cellSteps(sheetId, cell, wrapped.has(cell.row))),
    ...ruleSteps(model, sheetId, plan.cells),
    ...(plan.tables ?? []).flatMap(({ row, column, look }) =>
      lookSteps(model, { sheetId, col: column, row }, look, (col) => plan.widths[col] ?? COLUMN_WIDTH),
    ),
    ...charts,
  ]
}

const SPARE = 6

/** Nothing is left of the contents, looks, colour rules, charts and sizes; formulas elsewhere still find the cells. */
function clearingSteps({ getters }: Model, sheetId: string): Step[] {
  const { numberOfCols, numberOfRows } = getters.getSheetSize(sheetId)
  const target = [{ left: 0, top: 0, right: numberOfCols - 1, bottom: numberOfRows - 1 }]
  const merges = getters.getMerges(sheetId)
  const all = (length: number) => Array.from({ length }, (_, i) => i)
  return [
    ...getters
      .getFigures(sheetId)
      .filter(({ tag }) => tag === 'chart')
      .map(({ id }): Step => ({ type: 'DELETE_FIGURE', sheetId, figureId: id })),
    ...getters
      .getConditionalFormats(sheetId)
      .map(({ id }): Step => ({ type: 'REMOVE_CONDITIONAL_FORMAT', sheetId, id })),
    ...(merges.length > 0 ? [{ type: 'REMOVE_MERGE', sheetId, target: merges } as Step] : []),
    { type: 'DELETE_CONTENT', sheetId, target },
    { type: 'CLEAR_FORMATTING', sheetId, target },
    { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements: all(numberOfCols), size: null },
    { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'ROW', elements: all(numberOfRows), size: null },
  ]
}

function cellSteps(
  sheetId: string,
  { row, column, cell, look, format, align, wrap, colour }: DrawnCell,
  isInWrappedRow: boolean,
): Step[] {
  const style: Style = {
    ...(look && LOOKS[look]),
    ...(typeof colour === 'string' && coloured(colour)),
    ...(align && { align }),
    ...(wrap && { wrapping: 'wrap' as const }),
    ...(isInWrappedRow && { verticalAlign: 'top' as const }),
  }
  const target = [{ left: column, right: column, top: row, bottom: row }]
  return [
    ...(Object.keys(style).length > 0 ? [{ type: 'SET_FORMATTING', sheetId, target, style } as Step] : []),
    ...stepsTo({ sheetId, col: column, row }, cell, '', format?.replace(GENERAL, '') ?? ''),
  ]
}

/** A rule for each text that gives a colour, over all the cells in which it does. */
function ruleSteps({ uuidGenerator }: Model, sheetId: string, cells: readonly DrawnCell[]): Step[] {
  const rules = new Map<string, { text: string; colour: Colour; ranges: object[] }>()
  for (const { row, column, colour } of cells) {
    if (typeof colour !== 'object') continue
    for (const [text, own] of Object.entries(colour)) {
      const key = JSON.stringify([text, own])
      const rule = rules.get(key) ?? { text, colour: own, ranges: [] }
      rule.ranges.push({ _sheetId: sheetId, _zone: { left: column, right: column, top: row, bottom: row } })
      rules.set(key, rule)
    }
  }
  return [...rules.values()].map(({ text, colour, ranges }) => {
    const rule = { type: 'CellIsRule', operator: 'isEqual', values: [text], style: coloured(colour) }
    return { type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf: { id: uuidGenerator.smallUuid(), rule } } as Step
  })
}

/** The steps that draw the charts, and how large the sheet is with them and all cells. */
function drawnCharts(model: Model, sheetId: string, plan: DrawnSheet) {
  const size = drawnSize(plan)
  const ground: Ground = {
    sheetId,
    leftOf: (column: number) =>
      Array.from({ length: column }, (_, i) => plan.widths[i] ?? COLUMN_WIDTH).reduce((sum, width) => sum + width, 0),
    // Rows may become higher than at first, which only takes charts further apart.
    topOf: (row: number) => row * ROW_HEIGHT,
    boxes: [],
    // So that each begins with a row, and pages end between them.
    gap: Math.ceil(CHART.height / ROW_HEIGHT + 1) * ROW_HEIGHT - CHART.height,
  }
  const charts = plan.charts.map((chart) => chartStep(model, ground, chart))
  let [rows, cols] = [size.rows, size.columns]
  for (const { left, top, width, height } of ground.boxes) {
    rows = Math.max(rows, Math.ceil((top + height) / ROW_HEIGHT))
    while (ground.leftOf(cols) < left + width) cols++
  }
  return { charts, rows: rows + SPARE, cols: cols + SPARE }
}
