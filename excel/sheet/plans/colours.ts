import type { Colour } from '../../../core/sheet/book.ts'
import { COLOURS } from '../../../core/sheet/looks.ts'
import { quoted } from '../../../core/sheet/references.ts'

/** Colours cells while they hold exactly one of these texts. */
export function colourByText(cells: Excel.Range, colours: Readonly<Record<string, Colour>>): void {
  for (const [text, colour] of Object.entries(colours)) {
    const { cellValue } = cells.conditionalFormats.add('CellValue')
    cellValue.format.fill.color = COLOURS[colour].fill
    cellValue.format.font.color = COLOURS[colour].text
    cellValue.rule = { formula1: `=${quoted(text)}`, operator: 'EqualTo' }
  }
}
