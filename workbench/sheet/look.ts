import type { CellPosition, Model } from '@odoo/o-spreadsheet'
import { GENERAL } from '../../core/metric.ts'
import type { BlockLook } from '../../core/sheet/book.ts'
import { SHADES } from '../../core/sheet/looks.ts'
import { runsOf } from '../../core/sheet/runs.ts'
import { HEADER } from '../styles.ts'
import type { Step } from './action.ts'

/** The steps that give the block from a cell on its look. `widthOf` tells how wide columns are by then. */
export function lookSteps(
  { uuidGenerator }: Model,
  { sheetId, col, row }: CellPosition,
  look: BlockLook,
  widthOf: (col: number) => number,
): Step[] {
  const { columns } = look
  const bottom = row + look.rows - 1
  const top = row + (look.titled ? 1 : 0)
  const below = (from: number, to: number) => ({ left: col + from, right: col + to - 1, top, bottom })
  const shades = runsOf(columns.map(({ shaded }) => shaded)).map(({ from, to }): Step => {
    const ranges = [{ _sheetId: sheetId, _zone: below(from, to) }]
    const end = (colour: string) => ({ type: 'value' as const, color: parseInt(colour.slice(1), 16) })
    const rule = { type: 'ColorScaleRule' as const, minimum: end(SHADES.least), maximum: end(SHADES.most) }
    return { type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf: { id: uuidGenerator.smallUuid(), rule } }
  })
  return [
    ...columns.flatMap(({ format, width, align }, at): Step[] => {
      const title = { left: col + at, right: col + at, top: row, bottom: row }
      const titling: Step = { type: 'SET_FORMATTING', sheetId, target: [title], style: { ...HEADER, align } }
      const formatting: Step = {
        type: 'SET_FORMATTING',
        sheetId,
        target: [below(at, at + 1)],
        format: format.replace(GENERAL, ''),
      }
      const elements = widthOf(col + at) < width ? [col + at] : []
      const widening: Step = { type: 'RESIZE_COLUMNS_ROWS', sheetId, dimension: 'COL', elements, size: width }
      return [...(look.titled ? [titling] : []), formatting, ...(elements.length > 0 ? [widening] : [])]
    }),
    ...shades,
  ]
}
