import { registries } from '@odoo/o-spreadsheet'
import { withQuickHeights, type HeightPlugin } from './heights.ts'
import { withQuickCells, type CellPlugin } from './quickCells.ts'
import { withPlaces, type SheetPlugin } from './places.ts'

/**
 * Teaches the engine to build large workbooks in a part of its time, with the same result. Once per page or process, before
 * a workbook is opened.
 */
export function registerLoading(): void {
  const { corePluginRegistry: core, coreViewsPluginRegistry: views } = registries
  core.replace('sheet', withPlaces(core.get('sheet') as unknown as SheetPlugin))
  core.replace('cell', withQuickCells(core.get('cell') as unknown as CellPlugin))
  views.replace('row_size', withQuickHeights(views.get('row_size') as unknown as HeightPlugin))
}
