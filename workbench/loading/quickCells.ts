import type { CorePlugin } from '@odoo/o-spreadsheet'
import type { PlaceGetters } from './places.ts'
import { columnsOf, type SheetByAddress } from '../sheet/columns.ts'

type Arguments = ConstructorParameters<typeof CorePlugin>
type Import = Parameters<CorePlugin['import']>[0]

/** A cell as the engine keeps it; one with a formula has other details. */
interface Cell {
  id: number
  content: string
  style: object | undefined
  format: string | undefined
  isFormula: false
  parsedValue: string | number
}

/** The engine’s own plugin that keeps what is in the cells, as far as it is used here. */
export interface CellPlugin {
  new (...config: Arguments): CorePlugin & {
    nextId: number
    cells: Record<string, Record<number, object | undefined> | undefined>
    importCell(
      sheetId: string,
      content: string | undefined,
      style: object | undefined,
      format: string | undefined,
    ): { id: number }
  }
  getters: readonly string[]
}

/**
 * Builds cells of plain numbers and words at once. The engine asks of each text twice whether it is a number, a date or a
 * formula, keeps the answers for good, and tells all plugins of each cell.
 */
export function withQuickCells(Cells: CellPlugin) {
  return class extends Cells {
    override import(data: Import) {
      for (const sheet of data.sheets) {
        if (isSquished(sheet.cells)) super.import({ ...data, sheets: [sheet] })
        else this.importSheet(sheet, data)
      }
    }

    private importSheet(sheet: SheetByAddress & { id: string }, { styles, formats }: Import) {
      const place = (this.getters as object as PlaceGetters).placesIn(sheet.id)
      for (const { index, contents, styles: styleOf, formats: formatOf } of columnsOf(sheet)) {
        const length = Math.max(contents.length, styleOf?.length ?? 0, formatOf?.length ?? 0)
        for (let row = 0; row < length; row++) {
          const [content, styleId, formatId] = [contents[row], styleOf?.[row], formatOf?.[row]]
          if (!content && !styleId && !formatId) continue
          const style = styleId ? styles[styleId] : undefined
          const format = formatId ? formats[formatId] : undefined
          const cell =
            quickCell(this.nextId, content, style, format) ?? this.importCell(sheet.id, content, style, format)
          if (cell.id === this.nextId) this.nextId++
          // The engine makes room for the first cell of a sheet in its own way.
          const known = this.cells[sheet.id]
          if (known) known[cell.id] = cell
          else this.history.update('cells', sheet.id, cell.id, cell)
          const position = { sheetId: sheet.id, col: index, row }
          if (!place(cell.id, index, row)) this.dispatch('UPDATE_CELL_POSITION', { cellId: cell.id, ...position })
        }
      }
    }
  }
}

/** Whether contents are kept in short, several cells as what they differ in from others. */
function isSquished(cells: Readonly<Record<string, unknown>>): boolean {
  for (const address in cells) {
    const content = cells[address] ?? ''
    if (typeof content !== 'string' || address.includes(':')) return true
  }
  return false
}

/** A cell of a number or a text that can be nothing else; undefined where the engine has to look closely. */
function quickCell(
  id: number,
  content: string | undefined,
  style: object | undefined,
  format: string | undefined,
): Cell | undefined {
  if (content === undefined) return undefined
  const first = content.charCodeAt(0)
  if ((first >= 0x30 && first <= 0x39) || first === 0x2d) {
    const parsedValue = PLAIN_NUMBER.test(content) ? Number(content) : NaN
    if (String(parsedValue) !== content) return undefined
    return { id, content, style, format: format || undefined, isFormula: false, parsedValue }
  }
  const letter = first | 0x20
  const isWord = letter >= 0x61 && letter <= 0x7a && !isYesOrNo(content)
  return isWord
    ? { id, content, style, format: format || undefined, isFormula: false, parsedValue: content }
    : undefined
}

function isYesOrNo(content: string): boolean {
  if (content.length > 5) return false
  const word = content.toUpperCase()
  return word === 'TRUE' || word === 'FALSE'
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/
