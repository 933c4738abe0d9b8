import type { CellPosition, Model, registries } from '@odoo/o-spreadsheet'

type Plugin = ReturnType<typeof registries.coreViewsPluginRegistry.get>

/** The engine’s own plugin that makes rows as high as what is in them, as far as it is used here. */
export interface HeightPlugin {
  new (...config: ConstructorParameters<Plugin>): InstanceType<Plugin> & {
    getters: Model['getters']
    isInMultiRowMerge(position: CellPosition): boolean
    getCellHeight(position: CellPosition): number
  }
  getters: readonly string[]
}

/** Knows the height of one line by its style. The engine measures each text of a workbook, and keeps the answers for good. */
export function withQuickHeights(Heights: HeightPlugin) {
  return class extends Heights {
    private readonly ofLine = new WeakMap<object, number>()

    override getCellHeight(position: CellPosition): number {
      const cell = this.getters.getCell(position)
      const isLine = cell && (cell.isFormula || (cell.content !== '' && !cell.content.includes('\n')))
      if (!isLine || cell.style?.wrapping === 'wrap' || cell.style?.rotation) return super.getCellHeight(position)
      if (this.isInMultiRowMerge(position)) return super.getCellHeight(position)
      const style = cell.style ?? PLAIN
      let height = this.ofLine.get(style)
      if (height === undefined) this.ofLine.set(style, (height = super.getCellHeight(position)))
      return height
    }
  }
}

const PLAIN = {}
