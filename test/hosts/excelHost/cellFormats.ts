import { cellName, grid, type Block } from './address.ts'
import type { HostObject } from './objectModel.ts'
import type { Sheet } from './sheet.ts'

/** As wide as columns are by themselves, in points. */
const COLUMN_WIDTH = 48

export function widthOf(sheet: Sheet, column: number): number {
  return sheet.widths.get(column) ?? COLUMN_WIDTH
}

/** What a range looks like, but for its number formats. `change` fails where nothing may be changed. */
export function cellFormat(sheet: Sheet, block: Block, change: () => void): HostObject {
  const set = (apply: (value: never) => void) => (value: never) => {
    change()
    apply(value)
  }
  const font: HostObject = {
    type: 'RangeFont',
    setters: {
      Bold: set((bold: boolean) => bold && sheet.bold.push(block)),
      Color: set((colour: string) => sheet.letters.push({ block, colour })),
      Size: set((size: number) => sheet.sizes.push({ block, size })),
    },
  }
  const fill: HostObject = {
    type: 'RangeFill',
    setters: { Color: set((colour: string) => sheet.fills.push({ block, colour })) },
  }
  return {
    type: 'RangeFormat',
    objects: { Font: () => font, Fill: () => fill },
    properties: { ColumnWidth: () => widthOf(sheet, block.left) },
    setters: {
      HorizontalAlignment: set((side: string) => {
        grid(block, (row, column) => sheet.aligned.set(cellName(row, column), side.toLowerCase()))
      }),
      ColumnWidth: set((points: number) => {
        for (let column = block.left; column <= block.right; column++) sheet.widths.set(column, points)
      }),
      UseStandardWidth: set((isStandard: boolean) => {
        if (!isStandard) return
        for (const column of [...sheet.widths.keys()]) {
          if (column >= block.left && column <= block.right) sheet.widths.delete(column)
        }
      }),
      // Seen beside wrapped text only.
      VerticalAlignment: change,
      WrapText: set((wraps: boolean) => wraps && sheet.wrapped.push(block)),
    },
    // Nobody measures texts here.
    methods: { AutofitRows: change, AutofitColumns: change },
  }
}
