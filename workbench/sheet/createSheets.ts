import type { Model } from '@odoo/o-spreadsheet'
import type { PlanColumn, RangeName, SummaryCell, TablePlan } from '../../core/sheet/book.ts'
import { formatOf, MUTED } from '../../core/sheet/looks.ts'
import { plannedCells } from '../../core/sheet/rows.ts'
import { reference } from '../../core/sheet/sheetReference.ts'
import { GENERAL } from '../../core/metric.ts'
import type { Step } from './action.ts'
import { stepsTo } from './content.ts'
import { noteStep } from './notes.ts'
import { coloured, HEADER } from '../styles.ts'

/** The steps that make sheets as planned, behind the others and with room below their rows. */
export function tableSheets(model: Model, plans: readonly TablePlan[]): Step[] {
  const { getters, uuidGenerator } = model
  const position = getters.getSheetIds().length
  const sheets = plans.map((plan) => {
    const cells = plannedCells(plan)
    const size = { rows: cells.length + SPARE_ROWS, cols: cells[0]!.length + SPARE_COLUMNS }
    return { plan, cells, size, sheetId: uuidGenerator.smallUuid() }
  })
  const isThere = ({ sheet }: RangeName) =>
    getters.getSheetIdByName(sheet) !== undefined || plans.some(({ name }) => name === sheet)
  return [
    // All at the same place, the last one first: the engine is asked of each whether its place is there already.
    ...[...sheets]
      .reverse()
      .map(({ plan: { name }, size, sheetId }): Step => ({ type: 'CREATE_SHEET', sheetId, position, name, ...size })),
    ...sheets.flatMap(({ plan: { columns, summary = [] }, cells, size, sheetId }): Step[] => [
      // The engine pastes no rows over the edge of frozen columns, so none are frozen here.
      { type: 'FREEZE_ROWS', sheetId, quantity: 1 },
      ...columns.flatMap((column, i) => columnSteps(model, { sheetId, column, i, height: size.rows, isThere })),
      ...summary.flatMap((cell, i) => summarySteps(sheetId, columns.length + 1 + 2 * i, cell)),
      ...cells.flatMap((line, row) =>
        line.flatMap((cell, col) => {
          const column = row === 0 ? undefined : columns[col]
          return cell === null ? [] : stepsTo({ sheetId, col, row }, cell, column ? typedFormat(column) : '')
        }),
      ),
    ]),
  ]
}

/** Not as many as elsewhere: the engine looks at blank rows as well. */
const SPARE_ROWS = 200
const SPARE_COLUMNS = 6

interface PlacedColumn {
  sheetId: string
  column: PlanColumn
  i: number
  height: number
  isThere(range: RangeName): boolean
}

function columnSteps({ uuidGenerator }: Model, { sheetId, column, i, height, isThere }: PlacedColumn): Step[] {
  const { width, choices, choicesFrom, colours = {}, muted, note } = column
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
  const criterion = choices
    ? { type: 'isValueInList' as const, values: [...choices], displayStyle: 'arrow' as const }
    : choicesFrom && isThere(choicesFrom)
      ? { type: 'isValueInRange' as const, values: [reference(choicesFrom)], displayStyle: 'arrow' as const }
      : undefined
  if (criterion) {
    const rule = { id: uuidGenerator.smallUuid(), criterion, isBlocking: false }
    steps.push({ type: 'ADD_DATA_VALIDATION_RULE', sheetId, ranges, rule })
  }
  for (const [text, colour] of Object.entries(colours)) {
    const looks = { operator: 'isEqual' as const, values: [text], style: coloured(colour) }
    const cf = { id: uuidGenerator.smallUuid(), rule: { type: 'CellIsRule' as const, ...looks } }
    steps.push({ type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf })
  }
  if (note) steps.push(noteStep({ sheetId, col: i, row: 0 }, note))
  return steps
}

/** A label, and what is told beside it. */
function summarySteps(sheetId: string, column: number, { label, width }: SummaryCell): Step[] {
  const at = (left: number) => [{ left, right: left, top: 0, bottom: 0 }]
  const size = Math.max(label.length * LETTER_WIDTH, SHORTEST_LABEL)
  return [
    { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements: [column], size },
    ...(width
      ? [
          {
            type: 'RESIZE_COLUMNS_ROWS' as const,
            sheetId,
            dimension: 'COL' as const,
            elements: [column + 1],
            size: width,
          },
        ]
      : []),
    { type: 'SET_FORMATTING', sheetId, target: at(column), style: { textColor: MUTED, align: 'right' } },
    { type: 'SET_FORMATTING', sheetId, target: at(column + 1), style: { bold: true, align: 'left' } },
  ]
}

/** In pixels. */
const LETTER_WIDTH = 7.5
const SHORTEST_LABEL = 96

/** The engine has no name for a format that nobody has chosen. */
function typedFormat(column: PlanColumn): string {
  return formatOf(column).replace(GENERAL, '')
}
