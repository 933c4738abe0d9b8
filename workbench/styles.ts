import type { Style } from '@odoo/o-spreadsheet'
import type { DrawnCell } from '../core/sheet/book.ts'
import { COLOURS, MUTED } from '../core/sheet/looks.ts'

/** The titles of a table. In Google Sheets and Excel they are only bold, to look at home among a person’s own sheets. */
export const HEADER: Style = { bold: true, fillColor: '#F1F4F7', textColor: '#3D4957' }

/** The looks of drawn cells. */
export const LOOKS: Readonly<Record<NonNullable<DrawnCell['look']>, Style>> = {
  title: { bold: true, fontSize: 16 },
  heading: { bold: true, fontSize: 12 },
  head: HEADER,
  figure: { bold: true, fontSize: 18 },
  muted: { textColor: MUTED },
}

/** Cells that a rule gives a colour. */
export function coloured(colour: keyof typeof COLOURS): Style {
  const { fill, text } = COLOURS[colour]!
  return { fillColor: fill, textColor: text }
}
