import type { Style } from '@odoo/o-spreadsheet'
import { COLOURS } from '../core/sheet/looks.ts'

/** The titles of a table. In Google Sheets and Excel they are only bold, to look at home among a person’s own sheets. */
export const HEADER: Style = { bold: true, fillColor: '#F1F4F7', textColor: '#3D4957' }

/** Cells that a rule gives a colour. */
export function coloured(colour: keyof typeof COLOURS): Style {
  const { fill, text } = COLOURS[colour]!
  return { fillColor: fill, textColor: text }
}
