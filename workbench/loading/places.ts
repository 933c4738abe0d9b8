import type { CorePlugin } from '@odoo/o-spreadsheet'

type Arguments = ConstructorParameters<typeof CorePlugin>

/** The engine’s own plugin that knows where each cell is, as far as it is used here. */
export interface SheetPlugin {
  new (...config: Arguments): CorePlugin & {
    cellPosition: Record<number, { sheetId: string; col: number; row: number }>
    sheets: Record<string, { rows: { cells: Record<number, number> }[] }>
  }
  getters: readonly string[]
}

/** Puts a new cell in a place of its sheet, where nothing is yet. False where the sheet has no such row. */
export type Place = (cell: number, col: number, row: number) => boolean

export interface PlaceGetters {
  placesIn(sheetId: string): Place
}

/** Lets cells be put in their places while a workbook is built, without a command to all plugins for each. */
export function withPlaces(Sheets: SheetPlugin) {
  return class extends Sheets {
    static override getters = [...Sheets.getters, 'placesIn']

    placesIn(sheetId: string): Place {
      const { cellPosition } = this
      const { rows } = this.sheets[sheetId]!
      return (cell, col, row) => {
        const there = rows[row]
        if (!there) return false
        cellPosition[cell] = { row, col, sheetId }
        there.cells[col] = cell
        return true
      }
    }
  }
}
