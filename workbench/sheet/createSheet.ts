import type { Model } from '@odoo/o-spreadsheet'
import type { PlanColumn, TablePlan } from '../../core/sheet/book.ts'
import { formatOf, MUTED } from '../../core/sheet/looks.ts'
import { GENERAL } from '../../core/metric.ts'
import type { Step } from './action.ts'
import { stepsTo } from './content.ts'
import { coloured, HEADER } from '../styles.ts'

/** The steps that make a sheet as planned, with room below its rows. */
export function tableSheet({ getters, uuidGenerator }: Model, plan: TablePlan): Step[] {
  // The engine pastes no rows over the edge of frozen columns, so none are frozen here.
  const { name, columns, rows } = plan
  const newId = () => uuidGenerator.smallUuid()
  const sheetId = newId()
  const height = rows.length + 1 + SPARE_ROWS
  const width = columns.length + SPARE_COLUMNS
  return [
    { type: 'CREATE_SHEET', sheetId, position: getters.getSheetIds().length, name, cols: width, rows: height },
    { type: 'FREEZE_ROWS', sheetId, quantity: 1 },
    ...columns.flatMap((column, i) => columnSteps(sheetId, column, i, height, newId)),
    ...columns.flatMap(({ title }, col) => stepsTo({ sheetId, col, row: 0 }, title, '')),
    ...rows.flatMap((cells, i) =>
      cells.flatMap((cell, col) => stepsTo({ sheetId, col, row: i + 1 }, cell, typedFormat(columns[col]!))),
    ),
  ]
}

/** Not as many as elsewhere: the engine looks at blank rows as well. */
const SPARE_ROWS = 200
const SPARE_COLUMNS = 6

function columnSteps(sheetId: string, column: PlanColumn, i: number, height: number, newId: () => string): Step[] {
  const { width, choices, colours = {}, muted } = column
  const style = muted ? { textColor: MUTED } : {}
  const format = typedFormat(column)
  const place = { left: i, right: i, top: 1 }
  // Open below, so that rows added later belong to it.
  const ranges = [{ _sheetId: sheetId, _zone: { ...place, bottom: undefined, hasHeader: true } }]
  const head = [{ ...place, top: 0, bottom: 0 }]
  const steps: Step[] = [
    { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements: [i], size: width },
    { type: 'SET_FORMATTING', sheetId, target: head, style: { ...HEADER, ...style } },
  ]
  if (format || muted) {
    const looks = { ...(format && { format }), ...(muted && { style }) }
    steps.push({ type: 'SET_FORMATTING', sheetId, target: [{ ...place, bottom: height - 1 }], ...looks })
  }
  if (choices) {
    const criterion = { type: 'isValueInList' as const, values: [...choices], displayStyle: 'arrow' as const }
    const rule = { id: newId(), criterion, isBlocking: false }
    steps.push({ type: 'ADD_DATA_VALIDATION_RULE', sheetId, ranges, rule })
  }
  for (const [text, colour] of Object.entries(colours)) {
    const looks = { operator: 'isEqual' as const, values: [text], style: coloured(colour) }
    const cf = { id: newId(), rule: { type: 'CellIsRule' as const, ...looks } }
    steps.push({ type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf })
  }
  return steps
}

/** The engine has no name for a format that nobody has chosen. */
function typedFormat(column: PlanColumn): string {
  return formatOf(column).replace(GENERAL, '')
}
