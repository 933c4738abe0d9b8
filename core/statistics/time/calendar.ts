/** Calendar arithmetic on serial numbers: days since 1899-12-30, as both spreadsheets count them from 1900-03-01 on. No time zone enters. */

/** 1970-01-01, from which computers count. */
export const UNIX_EPOCH = 25569
/** 1950-01-01. A smaller number among dates is an amount, a count or an id, and no customer is older. */
export const FIRST_SERIAL = 18264
/** 9999-12-31, the last day a spreadsheet knows. */
export const LAST_SERIAL = 2958465

export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof periods)[number]

/** Days between 1970-01-01 and a date of the proleptic Gregorian calendar. Month 1 to 12; days beyond the month carry over. */
function daysFromCivil(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / 864e5)
}

/** The serial of a calendar day. */
export function serialOf(year: number, month: number, day: number): number {
  return daysFromCivil(year, month, day) + UNIX_EPOCH
}

/** The calendar day that a serial falls on. */
export function civil(serial: number): { year: number; month: number; day: number } {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH) * 864e5)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 2026-03-01, or 2026-03-01T09:30 where there is a time of day. */
export function isoText(serial: number): string {
  const minutes = Math.round(serial * 1440)
  const text = new Date((minutes - UNIX_EPOCH * 1440) * 6e4).toISOString()
  return minutes % 1440 === 0 ? text.slice(0, 10) : text.slice(0, 16)
}

/** The serial of ISO text such as 2026-03-01 or 2026-03-01T09:30, read as the clock on the wall; NaN for any other text. */
export function parseIso(text: string): number {
  const written = text.trim()
  return isoSerial(written, written.length)
}

/** The same for the first `end` signs of a text. Sign by sign it takes a tenth of what a regular expression does. */
export function isoSerial(text: string, end: number): number {
  if (end === 10) return isoDay(text)
  const isTimed = end >= 16 && (text[10] === 'T' || text[10] === ' ') && text[13] === ':'
  if (!isTimed) return NaN
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = end === 16 ? 0 : isoSeconds(text, end)
  if (!(hour <= 23 && minute <= 59 && second < 60)) return NaN
  return isoDay(text) + (hour * 3600 + minute * 60 + second) / 86400
}

function isoDay(text: string): number {
  if (text[4] !== '-' || text[7] !== '-') return NaN
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  return year >= 100 && day >= 1 && day <= lengthOfMonth(year, month) ? serialOf(year, month, day) : NaN
}

/** The seconds from the second colon on, with as many digits behind the point as there are. */
function isoSeconds(text: string, end: number): number {
  const whole = twoDigits(text, 17)
  if (text[16] !== ':' || Number.isNaN(whole)) return NaN
  if (end === 19) return whole
  if (text[19] !== '.' || end === 20) return NaN
  for (let at = 20; at < end; at++) if (Number.isNaN(digit(text, at))) return NaN
  return Number(text.slice(17, end))
}

/** How many days a month of the year has, none unless it is one from 1 to 12. */
function lengthOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (LENGTHS[month] ?? 0)
}

const LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The number in two signs of a text; NaN unless both are digits. */
export function twoDigits(text: string, at: number): number {
  return 10 * digit(text, at) + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : NaN
}

/**
 * The period that a serial falls in, as a whole number that grows by one from each period to the next.
 * Weeks begin on Monday.
 */
export function periodOf(serial: number, period: Period): number {
  const day = Math.floor(serial)
  if (period === 'day') return day
  // Serial 2 is Monday 1900-01-01 counted back from the present calendar.
  if (period === 'week') return Math.floor((day - 2) / 7)
  const { year, month } = civil(day)
  if (period === 'month') return year * 12 + month - 1
  return period === 'quarter' ? year * 4 + Math.floor((month - 1) / 3) : year
}

/** The serial of the first day of a period numbered by periodOf. */
export function periodStart(index: number, period: Period): number {
  if (period === 'day') return index
  if (period === 'week') return index * 7 + 2
  if (period === 'month') return serialOf(Math.floor(index / 12), (index % 12) + 1, 1)
  return period === 'quarter' ? serialOf(Math.floor(index / 4), (index % 4) * 3 + 1, 1) : serialOf(index, 1, 1)
}

/** periodOf for every day from `first` to `last`, so that many dates need only look theirs up. */
export function periodTable(first: number, last: number, period: Period): Int32Array {
  const table = new Int32Array(last - first + 1)
  for (let i = 0; i < table.length; i++) table[i] = periodOf(first + i, period)
  return table
}
