import { helpers, type CellPosition, type Model } from '@odoo/o-spreadsheet'
import type { CellValue, NewCell, SheetContent } from '../../core/sheet/book.ts'
import { GENERAL } from '../../core/metric.ts'
import { TEXT } from '../../core/sheet/looks.ts'
import { missingSheet } from '../../core/sheet/sentences.ts'
import { keepText, type Step } from './action.ts'
import { isReadAsNumber } from '../workbook.ts'

/** What a cell shows, as the contract tells it. */
export function valueAt({ getters }: Model, position: CellPosition): CellValue {
  const { value } = getters.getEvaluatedCell(position)
  const shown = typeof value === 'string' ? (typedText(getters.getCell(position)) ?? value) : value
  return shown === '' ? null : shown
}

type EngineCell = ReturnType<Model['getters']['getCell']>

/** The engine shows [label](address) as a link named label: what was typed is the value. */
function typedText(cell: EngineCell): CellValue {
  if (!cell || cell.isFormula || cell.content === '') return null
  return cell.format === TEXT ? cell.content : cell.parsedValue
}

/** The formula of a cell; "" when it has none. */
export function formulaAt({ getters }: Model, position: CellPosition): string {
  const cell = getters.getCell(position)
  return cell?.isFormula ? cell.compiledFormula.toFormulaString(getters) : ''
}

/** The steps that put a cell in place: its `format` now, and the one it is `wanted` to have. */
export function stepsTo(position: CellPosition, cell: NewCell, format: string, wanted = format): Step[] {
  const typed = typedInto(wanted, cell)
  const update = { type: 'UPDATE_CELL', ...position, content: typed.content } as const
  return [
    typed.format === format ? update : { ...update, format: typed.format },
    ...(typed.content.includes('\r') ? [keepText(position, typed.content)] : []),
  ]
}

/** What one would type to get this cell, and the format in which the engine takes it as it is. */
function typedInto(format: string, cell: NewCell): { content: string; format: string } {
  if (cell === null) return { content: '', format }
  if (typeof cell === 'string') return textInto(format, cell)
  const content = typeof cell === 'object' ? cell.formula : String(cell).toUpperCase()
  const own = typeof cell === 'object' ? cell.format?.replace(GENERAL, '') : undefined
  // In a cell for text even a formula or a number would be text.
  return { content, format: own ?? (format === TEXT ? '' : format) }
}

/** An apostrophe makes a text of anything, but a cell for text would show it; that takes all but formulas as they are. */
function textInto(format: string, text: string): { content: string; format: string } {
  const isMarked = /^[=']/.test(text)
  if (format === TEXT) return isMarked ? { content: `'${text}`, format: '' } : { content: text, format }
  return { content: isMarked || isReadAsNumber(text) ? `'${text}` : text, format }
}

/** The formula of a cell, else what one would type to get its value; "" when it is empty. */
export function contentOf(model: Model, position: CellPosition): string {
  const { getters } = model
  const cell = getters.getCell(position)
  if (cell?.isFormula) return formulaAt(model, position)
  const { type, value, formattedValue } = getters.getEvaluatedCell(position)
  // A date is stored as its serial number, which nobody would type.
  if (type === 'number' && helpers.isDateTimeFormat(cell?.format ?? '')) return formattedValue
  return cell?.content ?? String(value ?? '')
}

export function positionOf(model: Model, sheet: string, cell: string): CellPosition {
  return positionIn(sheetIdOf(model, sheet), cell)
}

/** The same, by the id of the sheet. */
export function positionIn(sheetId: string, cell: string): CellPosition {
  return { sheetId, ...helpers.toCartesian(cell) }
}

export function sheetIdOf({ getters }: Model, sheet: string): string {
  const sheetId = getters.getSheetIdByName(sheet)
  if (sheetId === undefined) throw new Error(missingSheet(sheet))
  return sheetId
}

export function formatAt({ getters }: Model, position: CellPosition): string {
  return getters.getCell(position)?.format ?? ''
}

/** All cells down to the last row and column that hold something, each looked at once. */
export function sheetContent(model: Model, sheetId: string): SheetContent {
  const { getters } = model
  const cells = Array.from({ length: getters.getNumberRows(sheetId) }, (_, row) =>
    Array.from({ length: getters.getNumberCols(sheetId) }, (_, col) => {
      const position = { sheetId, col, row }
      return { value: valueAt(model, position), formula: formulaAt(model, position) }
    }),
  )
  const isUsed = ({ value, formula }: { value: CellValue; formula: string }) => value !== null || formula !== ''
  const height = lengthUpTo(cells, (row) => row.some(isUsed))
  const width = Math.max(0, ...cells.map((row) => lengthUpTo(row, isUsed)))
  const used = cells.slice(0, height).map((row) => row.slice(0, width))
  return {
    values: used.map((row) => row.map(({ value }) => value)),
    formulas: used.map((row) => row.map(({ formula }) => formula)),
    ...(!getters.isSheetVisible(sheetId) && { hidden: true as const }),
  }
}

/** How many items there are up to the last one that is used. */
export function lengthUpTo<T>(items: readonly T[], isUsed: (item: T) => boolean): number {
  let length = items.length
  while (length > 0 && !isUsed(items[length - 1]!)) length--
  return length
}
