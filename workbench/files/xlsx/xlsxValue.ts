import { parseIso } from '../../../core/statistics/time/calendar.ts'
import { isReadAsNumber } from '../../workbook.ts'
import type { CellStyle } from './xlsxStyles.ts'
import { decoded, isOn, textOf } from './xlsxText.ts'

/** What the cells of a sheet need to know of their workbook. */
export interface CellContext {
  strings: readonly string[]
  styles: readonly CellStyle[]
  /** Whether day 0 is 1 January 1904, as in workbooks from old Macs. */
  is1904: boolean
}

/** A value as it would be typed, and as people read it. */
export interface PlainValue {
  content: string
  text: string
  /** Whether a cell for text has to become an ordinary one to hold it. */
  isOrdinary: boolean
}

const DAYS_TO_1904 = 1462

/** What a cell without a formula holds, if anything. */
export function plainValue(
  body: string,
  type: string | undefined,
  style: number,
  { strings, styles, is1904 }: CellContext,
): PlainValue | undefined {
  if (body === '') return undefined
  const isForText = styles[style]?.shows === 'text'
  if (type === 'inlineStr') return typedText(textOf(body), isForText)
  const written = valueIn(body)
  if (written === undefined) return undefined
  if (type === 's') return typedText(strings[Number(written)] ?? '', isForText)
  if (type === 'str') return typedText(decoded(written), isForText)
  if (type === 'b') return ordinary(isOn(written.trim()) ? 'TRUE' : 'FALSE')
  if (type === 'e') return ordinary(decoded(written))
  if (type === 'd') {
    const serial = parseIso(written.trim().replace(/Z$/, ''))
    return Number.isNaN(serial) ? typedText(decoded(written), isForText) : ordinary(String(serial))
  }
  if (written.trim() === '') return undefined
  const number = Number(written)
  if (Number.isNaN(number)) return typedText(decoded(written), isForText)
  return ordinary(String(is1904 && styles[style]?.shows === 'date' ? number + DAYS_TO_1904 : number))
}

function valueIn(body: string): string | undefined {
  const start = /<v(?:\s[^<>]*)?>/.exec(body)
  if (!start || start[0].endsWith('/>')) return undefined
  const from = start.index + start[0].length
  const end = body.indexOf('</v>', from)
  return end < 0 ? undefined : body.slice(from, end)
}

function ordinary(text: string): PlainValue {
  return { content: text, text, isOrdinary: true }
}

/**
 * In an .xlsx a text is a text. The engine reads it as if it were typed, and would make a number of "007" and a formula
 * of "=1+1", unless it begins with an apostrophe. A cell for text keeps "007" as it is, but not "=1+1", and shows the
 * apostrophe: it becomes an ordinary cell.
 */
function typedText(text: string, isForText: boolean): PlainValue | undefined {
  if (text === '') return undefined
  const isOrdinary = /^[=']/.test(text)
  const isQuoted = isOrdinary || (!isForText && isReadAsNumber(text))
  return { content: isQuoted ? `'${text}` : text, text, isOrdinary }
}
