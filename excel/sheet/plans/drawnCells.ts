import type { DrawnCell, DrawnSheet } from '../../../core/sheet/book.ts'
import { drawnLines } from '../../../core/sheet/drawing.ts'
import { COLOURS, DRAWN_LOOKS, POINTS_PER_PIXEL } from '../../../core/sheet/looks.ts'
import { entryOf, type Entry } from '../content.ts'
import { colourByText } from './colours.ts'

/** The cells of a drawn sheet as Excel takes them. Fails for a text that is too long. */
export function drawnEntries(plan: DrawnSheet, namespace: string): Exclude<Entry, null>[][] {
  return drawnLines(plan).map((line) => line.map((cell) => entryOf(cell, namespace)))
}

/** Takes away what may be left of a drawing on a cleared sheet: Microsoft does not say that rules and choices go as well. */
export function wipeRest(sheet: Excel.Worksheet): void {
  const all = sheet.getRange()
  all.conditionalFormats.clearAll()
  all.dataValidation.clear()
  all.format.useStandardWidth = true
  sheet.charts.items.forEach((chart) => chart.delete())
}

/** Draws cells on a sheet that is blank. */
export function drawCells(sheet: Excel.Worksheet, { cells, widths }: DrawnSheet, entries: Entry[][]): void {
  const block = sheet.getRangeByIndexes(0, 0, entries.length, entries[0]!.length)
  block.formulas = entries
  const formats = entries.map((line) => line.map((): string | null => null))
  for (const { row, column, cell, format } of cells) {
    const own = typeof cell === 'object' ? cell?.format : format
    formats[row]![column] = own ?? null
  }
  block.numberFormat = formats
  widths.forEach((width, column) => {
    sheet.getCell(0, column).format.columnWidth = width * POINTS_PER_PIXEL
  })
  const dressed = cells.filter(({ look, align, wrap, colour }) => look || align || wrap || colour)
  for (const cell of dressed) dress(sheet.getCell(cell.row, cell.column), cell)
  if (cells.some(({ wrap }) => wrap)) block.format.autofitRows()
}

function dress(range: Excel.Range, { look, align, wrap, colour }: DrawnCell): void {
  const { format } = range
  const { size, isBold, text, fill } = look ? DRAWN_LOOKS[look] : {}
  if (size) format.font.size = size
  if (isBold) format.font.bold = true
  if (text) format.font.color = text
  if (fill) format.fill.color = fill
  if (align) format.horizontalAlignment = align === 'right' ? 'Right' : 'Left'
  if (wrap) Object.assign(format, { wrapText: true, verticalAlignment: 'Top' })
  if (typeof colour === 'string') {
    format.fill.color = COLOURS[colour].fill
    format.font.color = COLOURS[colour].text
  } else colourByText(range, colour ?? {})
}
