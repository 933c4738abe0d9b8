import type { Scalar, Unit } from '../metric.ts'
import { isoText } from '../statistics/calendar.ts'

/** A value as people read it: a rate as a percentage, a day as a date, a number with all that stands before its point. */
export function readable(value: Scalar, unit?: Unit, digits = 6): string {
  if (typeof value !== 'number') return String(value)
  if (unit === 'fraction') return `${percentage(value, digits)}%`
  return unit === 'date' ? isoText(value) : String(significant(value, digits))
}

/** The same where there is no room for a sentence: 4.25 h, 31 days. */
export function brief(value: Scalar, unit?: Unit, digits?: number): string {
  const text = readable(value, unit, digits)
  const short = typeof value === 'number' && unit && units[unit]
  return short ? `${text} ${text === '1' ? short.replace(/s$/, '') : short}` : text
}

const units: Readonly<Partial<Record<Unit, string>>> = { hours: 'h', days: 'days', months: 'months', points: 'points' }

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
