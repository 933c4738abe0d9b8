import { numberFormat, type Returns, type Scalar, type Unit } from '../metric.ts'
import { isoText } from '../statistics/time/calendar.ts'

/** A value as people read it: a rate as a percentage, a day as a date, a number with all that stands before its point. */
export function readable(value: Scalar, unit?: Unit, digits = 6): string {
  if (typeof value !== 'number') return String(value)
  if (unit === 'fraction') return `${percentage(value, digits)}%`
  return unit === 'date' ? isoText(value) : String(significant(value, digits))
}

/** The same where there is no room for a sentence, as its cell shows it: 4.25 h, 31.0 days. */
export function brief(value: Scalar, returns: Returns): string {
  const { unit } = returns
  if (typeof value !== 'number') return String(value)
  if (unit === 'fraction') return `${briefPercentage(100 * value, returns.digits ?? 1)}%`
  const [, grouped, decimals] = /^(#,##)?0\.(0+)$/.exec(numberFormat(returns)) ?? []
  const text = decimals ? rounded(value, decimals.length, grouped !== undefined) : readable(value, unit, 4)
  const short = unit && units[unit]
  return short ? `${text} ${Number(text) === 1 ? short.replace(/s$/, '') : short}` : text
}

const units: Readonly<Partial<Record<Unit, string>>> = {
  seconds: 'sec',
  hours: 'h',
  days: 'days',
  months: 'months',
  points: 'points',
}

/** With so many decimals, but more where all of them would be 0. */
function rounded(value: number, decimals: number, grouped: boolean): string {
  const isLost = value !== 0 && Math.abs(value) < 0.5 * 10 ** -decimals
  if (isLost) return String(significant(value, 2))
  const key = `${decimals} ${grouped}`
  const known = formats.get(key)
  if (known) return known.format(value)
  const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const made = new Intl.NumberFormat('en', { ...places, useGrouping: grouped })
  formats.set(key, made)
  return made.format(value)
}

/** To make one takes longer than to use it for a list. */
const formats = new Map<string, Intl.NumberFormat>()

/** What is not all of it is never shown as 100. */
function briefPercentage(percent: number, decimals: number): string {
  const text = rounded(percent, decimals, false)
  const isAll = Number(text) === 100 && significant(percent, 12) !== 100
  return isAll && decimals < 12 ? briefPercentage(percent, decimals + 1) : text
}

function significant(value: number, digits: number): number {
  const whole = Math.ceil(Math.log10(Math.abs(value) + 1))
  return Number(value.toPrecision(Math.min(Math.max(digits, whole), 100)))
}

/** What is not all of it is never shown as 100. */
function percentage(share: number, digits: number): number {
  for (let places = digits; places < 16; places++) {
    const percent = significant(100 * share, places)
    if (percent !== 100) return percent
  }
  return 100
}

/** A name as a heading begins with it. */
export function capitalized(name: string): string {
  return `${name[0]!.toUpperCase()}${name.slice(1)}`
}
