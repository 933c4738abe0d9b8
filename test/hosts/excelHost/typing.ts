/** What Excel makes of something typed into a cell, or handed to range.values or range.formulas. */
export type Typed =
  | { kind: 'blank' }
  | { kind: 'formula'; formula: string }
  /** `format` is what Excel gives a cell with the general format along with such a number. */
  | { kind: 'number'; value: number; format?: string }
  | { kind: 'logical'; value: boolean }
  | { kind: 'error'; value: string }
  | { kind: 'text'; value: string }
  /** What nobody has looked at in a real Excel. Nothing may depend on it. */
  | { kind: 'unknown'; what: string }

const errors = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!']
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'

/** Reads as an English Excel does. In a cell with the text format everything is text, numbers too. */
export function readTyped(typed: string | number | boolean, format: string): Typed {
  if (typed === '') return { kind: 'blank' }
  if (format === '@') return inTextFormat(typed)
  if (typeof typed === 'number') return { kind: 'number', value: typed }
  if (typeof typed === 'boolean') return { kind: 'logical', value: typed }
  if (typed.startsWith("'")) return textOrBlank(typed.slice(1))
  return formulaFrom(typed) ?? constantFrom(typed) ?? { kind: 'text', value: typed }
}

function inTextFormat(typed: string | number | boolean): Typed {
  if (typeof typed === 'string' && typed.startsWith("'")) {
    return { kind: 'unknown', what: 'apostrophe typed into a cell with the text format' }
  }
  return { kind: 'text', value: typeof typed === 'boolean' ? String(typed).toUpperCase() : String(typed) }
}

function textOrBlank(value: string): Typed {
  return value === '' ? { kind: 'blank' } : { kind: 'text', value }
}

/** Excel takes =, and +, - and @ as Lotus 1-2-3 did, for the beginning of a formula. */
function formulaFrom(typed: string): Typed | undefined {
  if (/^=./s.test(typed)) return { kind: 'formula', formula: typed }
  if (!/^[+\-@]./s.test(typed) || numberFrom(typed.trim())) return undefined
  return { kind: 'formula', formula: `=${typed}` }
}

function constantFrom(typed: string): Typed | undefined {
  const trimmed = typed.trim()
  if (/^(true|false)$/i.test(trimmed)) return { kind: 'logical', value: trimmed.toLowerCase() === 'true' }
  if (errors.includes(trimmed.toUpperCase())) return { kind: 'error', value: trimmed.toUpperCase() }
  return numberFrom(trimmed)
}

function numberFrom(text: string): Typed | undefined {
  const [, sign = '', dollar, digits, percent] =
    /^([+-]?)(\$?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)(%?)$/i.exec(text) ?? []
  if (digits && /\d/.test(digits) && !/^e/i.test(digits)) {
    const value = Number(sign + digits.replace(/,/g, '')) / (percent ? 100 : 1)
    return { kind: 'number', value, ...(percent && { format: '0%' }), ...(dollar && { format: '$#,##0' }) }
  }
  return dateFrom(text)
}

/** The date itself does not matter here, only that the text is one. */
function dateFrom(text: string): Typed | undefined {
  const isDate =
    /^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(text) ||
    new RegExp(`^(${months})[a-z]*[- ]\\d{1,4}$`, 'i').test(text) ||
    new RegExp(`^\\d{1,2}[- ](${months})[a-z]*([- ]\\d{2,4})?$`, 'i').test(text)
  if (isDate) return { kind: 'number', value: 46_000, format: 'd-mmm' }
  if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return { kind: 'number', value: 0.5, format: 'h:mm' }
  return undefined
}
