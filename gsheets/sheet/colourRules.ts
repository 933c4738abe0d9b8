import type { Colour } from '../../core/sheet/book.ts'
import { COLOURS } from '../../core/sheet/looks.ts'
import type { Sheet } from './sheets.ts'

export interface ColouredCells {
  /** B2 or B2:B9. */
  address: string
  /** The colour of those of its cells that hold exactly a text. */
  colours: Readonly<Record<string, Colour>>
}

/** Colours cells by their texts, with one rule for all that are to become alike. */
export function setColourRules(sheet: Sheet, coloured: readonly ColouredCells[]): void {
  const rules = new Map<string, { text: string; colour: Colour; addresses: string[] }>()
  for (const { address, colours } of coloured) {
    for (const [text, colour] of Object.entries(colours)) {
      const key = `${colour} ${text}`
      if (!rules.has(key)) rules.set(key, { text, colour, addresses: [] })
      rules.get(key)!.addresses.push(address)
    }
  }
  if (rules.size === 0) return
  sheet.setConditionalFormatRules(
    [...rules.values()].map(({ text, colour, addresses }) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(text)
        .setBackground(COLOURS[colour].fill)
        .setFontColor(COLOURS[colour].text)
        .setRanges(sheet.getRangeList(addresses).getRanges())
        .build(),
    ),
  )
}
