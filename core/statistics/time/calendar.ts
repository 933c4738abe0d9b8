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

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/

/** The serial of ISO text such as 2026-03-01 or 2026-03-01T09:30, read as the clock on the wall; NaN for any other text. */
export function parseIso(text: string): number {
  const match = ISO.exec(text.trim())
  if (!match) return NaN
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const serial = serialOf(year, month, day)
  const back = civil(serial)
  if (back.year !== year || back.month !== month || back.day !== day || hour > 23 || minute > 59 || second >= 60)
    return NaN
  return serial + (hour * 3600 + minute * 60 + second) / 86400
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
