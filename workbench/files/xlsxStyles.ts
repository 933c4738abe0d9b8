import { attribute, decoded } from './xlsxText.ts'

/** A cell style of an .xlsx: the numbers of its format and border, and what its format shows. */
export interface CellStyle {
  format: number
  border: number
  shows: 'text' | 'date' | 'other'
}

const STYLE = /<xf\b[^<>]*?(?:\/>|>[^]*?<\/xf>)/g

export function cellStylesOf(styles: string): CellStyle[] {
  const start = styles.indexOf('<cellXfs')
  const end = styles.indexOf('</cellXfs>', start)
  if (start < 0 || end < 0) return []
  const codes = formatCodes(styles)
  return (styles.slice(start, end).match(STYLE) ?? []).map((xf) => {
    const tag = xf.slice(3, xf.indexOf('>'))
    const format = Number(attribute(tag, 'numFmtId') ?? 0)
    return { format, border: Number(attribute(tag, 'borderId') ?? 0), shows: shownBy(format, codes.get(format)) }
  })
}

function formatCodes(styles: string): Map<number, string> {
  const codes = new Map<number, string>()
  for (const [tag] of styles.matchAll(/<numFmt\b[^<>]*/g)) {
    codes.set(Number(attribute(tag, 'numFmtId')), decoded(attribute(tag, 'formatCode') ?? ''))
  }
  return codes
}

const TEXT_FORMAT = 49

function shownBy(format: number, code: string | undefined): CellStyle['shows'] {
  if (format === TEXT_FORMAT || code === '@') return 'text'
  return (code === undefined ? isBuiltInDate(format) : isDateCode(code)) ? 'date' : 'other'
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
  const signs = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').split(';')[0]!
  if (/general/i.test(signs) || /\[(?:h+|m+|s+)\]/i.test(code)) return false
  return /[yd]/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs))
}
