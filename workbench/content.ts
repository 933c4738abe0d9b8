import type { CellPosition, Model } from '@odoo/o-spreadsheet'
import type { CellValue, NewCell } from '../core/sheet/book.ts'
import { GENERAL } from '../core/metric.ts'
import { TEXT } from '../core/sheet/looks.ts'
import { keepText, type Step } from './action.ts'
import { isReadAsNumber } from './workbook.ts'

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
