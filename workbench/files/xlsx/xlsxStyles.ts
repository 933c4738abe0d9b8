import { attribute, decoded, elements } from './xlsxText.ts'

/** A cell style of an .xlsx: the numbers of its format and border, and what its format shows. */
export interface CellStyle {
  format: number
  border: number
  shows: 'text' | 'date' | 'other'
}

export function cellStylesOf(styles: string): CellStyle[] {
  const start = styles.indexOf('<cellXfs')
  const end = styles.indexOf('</cellXfs>', start)
  if (start < 0 || end < 0) return []
  const own = ownFormats(styles)
  return elements(styles.slice(start, end), 'xf').map((xf) => {
    const tag = xf.slice(3, xf.indexOf('>'))
    const format = Number(attribute(tag, 'numFmtId') ?? 0)
    return { format, border: Number(attribute(tag, 'borderId') ?? 0), shows: shownBy(format, own) }
  })
}

/** What the formats show that a workbook writes itself, by their numbers. */
function ownFormats(styles: string): Map<number, CellStyle['shows']> {
  const own = new Map<number, CellStyle['shows']>()
  for (const [tag] of styles.matchAll(/<numFmt\b[^<>]*/g)) {
    const code = decoded(attribute(tag, 'formatCode') ?? '')
    own.set(Number(attribute(tag, 'numFmtId')), code === '@' ? 'text' : isDateCode(code) ? 'date' : 'other')
  }
  return own
}

const TEXT_FORMAT = 49

function shownBy(format: number, own: ReadonlyMap<number, CellStyle['shows']>): CellStyle['shows'] {
  if (format === TEXT_FORMAT) return 'text'
  return own.get(format) ?? (isBuiltInDate(format) ? 'date' : 'other')
}

/** Formats with a number but no code: days are 14 to 17 and 22, and those of East Asia. Times of day have no calendar. */
function isBuiltInDate(format: number): boolean {
  return (
    (format >= 14 && format <= 17) ||
    format === 22 ||
    (format >= 27 && format <= 31) ||
    format === 36 ||
    (format >= 50 && format <= 54) ||
    format === 57 ||
    format === 58
  )
}

/** A code that shows days, months or years, beside what is in quotes or brackets. [h]:mm is a length of time. */
function isDateCode(code: string): boolean {
  const signs = code.replace(/"[^"]*"|\[[^[\]]*\]|[\\_*]./g, '').split(';')[0]!
  if (/general/i.test(signs) || /\[(?:h+|m+|s+)\]/i.test(code)) return false
  return /[yd]/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs))
}
