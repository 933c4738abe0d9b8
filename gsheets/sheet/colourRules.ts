import type { Colour } from '../../core/sheet/book.ts'
import { COLOURS } from '../../core/sheet/looks.ts'
import type { Range } from './sheets.ts'

export interface ColouredRange {
  range: Range
  /** The colour of those of its cells that hold exactly a text. */
  colours: Readonly<Record<string, Colour>>
}

/** The rules that colour cells by their texts, one for all that are to become alike. */
export function colourRules(coloured: readonly ColouredRange[]): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  const rules = new Map<string, { text: string; colour: Colour; ranges: Range[] }>()
  for (const { range, colours } of coloured) {
    for (const [text, colour] of Object.entries(colours)) {
      const key = `${colour} ${text}`
      if (!rules.has(key)) rules.set(key, { text, colour, ranges: [] })
      rules.get(key)!.ranges.push(range)
    }
  }
  return [...rules.values()].map(({ text, colour, ranges }) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(text)
      .setBackground(COLOURS[colour].fill)
      .setFontColor(COLOURS[colour].text)
      .setRanges(ranges)
      .build(),
  )
}
