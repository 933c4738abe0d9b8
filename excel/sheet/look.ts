import type { BlockLook } from '../../core/sheet/book.ts'
import { POINTS_PER_PIXEL, SHADES } from '../../core/sheet/looks.ts'
import { runsOf } from '../../core/sheet/runs.ts'

/** Gives the block from a cell on its look. Excel takes as much of it as the sheet allows. */
export async function dress(
  context: Excel.RequestContext,
  sheet: string,
  { rowIndex, columnIndex }: Pick<Excel.Range, 'rowIndex' | 'columnIndex'>,
  { rows, titled, columns }: BlockLook,
): Promise<void> {
  const worksheet = context.workbook.worksheets.getItem(sheet)
  const top = rowIndex + (titled ? 1 : 0)
  const height = rows - (titled ? 1 : 0)
  const below = (from: number, count: number) => worksheet.getRangeByIndexes(top, columnIndex + from, height, count)
  const formats = columns.map((_, at) => below(at, 1).format)
  formats.forEach((format) => format.load('columnWidth'))
  await context.sync()
  below(0, columns.length).numberFormat = Array.from({ length: height }, () => columns.map(({ format }) => format))
  columns.forEach(({ width, align }, at) => {
    const points = width * POINTS_PER_PIXEL
    if (formats[at]!.columnWidth < points) formats[at]!.columnWidth = points
    if (!titled) return
    const { format } = worksheet.getRangeByIndexes(rowIndex, columnIndex + at, 1, 1)
    format.font.bold = true
    format.horizontalAlignment = align === 'right' ? 'Right' : 'Left'
  })
  for (const { from, to } of runsOf(columns.map(({ shaded }) => shaded))) {
    const { colorScale } = below(from, to - from).conditionalFormats.add('ColorScale')
    colorScale.criteria = {
      minimum: { type: 'LowestValue', color: SHADES.least },
      maximum: { type: 'HighestValue', color: SHADES.most },
    }
  }
  await context.sync()
}
