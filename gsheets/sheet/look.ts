import type { BlockLook } from '../../core/sheet/book.ts'
import { SHADES } from '../../core/sheet/looks.ts'
import { runsOf } from '../../core/sheet/runs.ts'
import type { Range } from './sheets.ts'

/** Gives the block from a cell on its look. */
export function dress(cell: Range, look: BlockLook): void {
  const sheet = cell.getSheet()
  const [row, column] = [cell.getRow(), cell.getColumn()]
  const top = row + (look.titled ? 1 : 0)
  const height = row + look.rows - top
  const { columns } = look
  if (height < 1) return
  const below = (from: number, to: number) => sheet.getRange(top, column + from, height, to - from)
  below(0, columns.length).setNumberFormats(Array.from({ length: height }, () => columns.map(({ format }) => format)))
  if (look.titled) {
    const titles = sheet.getRange(row, column, 1, columns.length)
    titles.setFontWeight('bold').setHorizontalAlignments([columns.map(({ align }) => align)])
  }
  columns.forEach(({ width }, at) => {
    if (sheet.getColumnWidth(column + at) < width) sheet.setColumnWidth(column + at, Math.ceil(width))
  })
  const scales = runsOf(columns.map(({ shaded }) => shaded)).map(({ from, to }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .setGradientMinpoint(SHADES.least)
      .setGradientMaxpoint(SHADES.most)
      .setRanges([below(from, to)])
      .build(),
  )
  if (scales.length > 0) sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...scales])
}
