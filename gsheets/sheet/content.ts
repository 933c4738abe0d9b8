import type { SheetContent } from '../../core/sheet/book.ts'
import { clockOf } from '../clock.ts'
import { trimmed } from './pieces.ts'
import { timeZone, valuesOf, type Range, type Sheet } from './sheets.ts'

export function contentOfSheet(sheet: Sheet): SheetContent {
  const used = sheet.getDataRange()
  const content = { values: valuesOf(used), formulas: used.getFormulas() }
  return trimmed(sheet.isSheetHidden() ? { ...content, hidden: true } : content)
}

/** The formula of a cell, else what one would type to get its value. */
export function contentOf(cell: Range): string {
  const formula = cell.getFormula()
  if (formula !== '') return formula
  const value: unknown = cell.getValue()
  if (Object.prototype.toString.call(value) === '[object Date]') return typedDate(value as Date)
  if (typeof value === 'boolean') return String(value).toUpperCase()
  // Text that looks like a formula is typed with an apostrophe before it.
  return typeof value === 'string' && /^[=+'-]/.test(value) ? `'${value}` : String(value)
}

/** 2026-03-01, or 2026-03-01 09:30:00 where there is a time of day. Every locale reads that as a date. */
function typedDate(date: Date): string {
  return clockOf(timeZone)
    .shown(date)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')
    .replace(' 00:00:00', '')
}
