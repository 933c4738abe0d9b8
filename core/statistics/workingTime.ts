import { DAY } from './moments.ts'
import { countBelow } from './sorted.ts'

/** Serial 2 is a Monday. */
const MONDAY = 2

/** When work is done. A shift that runs past midnight belongs to the day on which it begins. */
export interface WorkingCalendar {
  /** When the shift of a day begins, and how long it is: milliseconds, 24 hours at most. */
  open: number
  length: number
  /** From 1 (Monday) to 7 (Sunday), at least one. */
  workdays: readonly number[]
  /** Serials of the days without a shift, in any order. */
  holidays: ArrayLike<number>
}

/** Working time along the line of moments. All are whole milliseconds, after 1900. */
export interface WorkingTime {
  /** Working time from a fixed day of old up to a moment: the difference of two is what lies between them. */
  upTo(moment: number): number
  /** The earliest moment at which so much work has been done since `start`. */
  after(start: number, work: number): number
}

/**
 * Working time without a walk through the days: weeks are all alike, and of the holidays only those count that take a
 * workday away. Each question costs a division, and a due time a search among the holidays.
 */
export function workingTime({ open, length, workdays, holidays }: WorkingCalendar): WorkingTime {
  const works = Int32Array.from({ length: 7 }, (_, weekday) => (workdays.includes(weekday + 1) ? 1 : 0))
  /** How many workdays of a week lie before a weekday, and the weekdays that are workdays. */
  const before = works.map((_, weekday) => works.slice(0, weekday).filter((work) => work === 1).length)
  const weekdays = Array.from(works.keys()).filter((weekday) => works[weekday] === 1)
  const perWeek = weekdays.length

  /** Workdays before a day, as if there were no holidays. */
  const workdaysBefore = (day: number): number => {
    const week = weekOf(day)
    return week * perWeek + before[weekdayOf(day, week)]!
  }
  const off = holidayCounts(Array.from(holidays).filter((day) => works[weekdayOf(day, weekOf(day))] === 1))
  /** The number that the next workday after each holiday bears. It does not fall, and repeats for holidays in a row. */
  const next = off.days.map((day, i) => workdaysBefore(day) - i)

  const hasHolidays = off.days.length > 0
  const timeOn = Float64Array.from(works, (work) => work * length)
  const timeBefore = Float64Array.from(before, (workdays) => workdays * length)
  const timePerWeek = perWeek * length

  const upTo = (moment: number): number => {
    const sinceOpening = moment - open
    const day = (sinceOpening / DAY) | 0
    const week = weekOf(day)
    const weekday = weekdayOf(day, week)
    const onDay = Math.min(sinceOpening - day * DAY, timeOn[weekday]!)
    const worked = week * timePerWeek + timeBefore[weekday]! + onDay
    if (!hasHolidays) return worked
    // The day among those that are counted, or the nearest of them.
    const at = Math.min(Math.max(day - off.first, 0), off.last)
    const passed = off.counts[at]!
    return worked - passed * length - (off.counts[at + 1]! - passed) * onDay
  }

  return {
    upTo,
    after(start, work) {
      if (work === 0) return start
      const total = upTo(start) + work
      // The number of the shift in which the last of it is done. One that ends with it is that shift, not the next.
      const shift = Math.ceil(total / length) - 1
      const workday = shift + countBelow(next, shift + 1)
      const week = Math.floor(workday / perWeek)
      const day = MONDAY + 7 * week + weekdays[workday - perWeek * week]!
      return day * DAY + open + total - shift * length
    },
  }
}

// Whole numbers of 32 bits are divided in a fraction of the time, and no day is before the first week.
function weekOf(day: number): number {
  return ((day - MONDAY) / 7) | 0
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: number, week: number): number {
  return day - MONDAY - 7 * week
}

/**
 * Days in order, each once, and how many of them lie before a day from `first` on: looked up, since two are asked for in
 * every row. A day without one before it, and one without any left, are at either end, so that all days have a place.
 */
function holidayCounts(days: readonly number[]): {
  days: Float64Array
  counts: Int32Array
  first: number
  last: number
} {
  const sorted = Float64Array.from(new Set(days)).sort()
  const first = (sorted[0] ?? 0) - 1
  const last = (sorted[sorted.length - 1] ?? 0) + 1 - first
  const counts = new Int32Array(last + 2).fill(sorted.length)
  for (let i = sorted.length - 1; i >= 0; i--) counts.fill(i, 0, sorted[i]! - first + 1)
  return { days: sorted, counts, first, last }
}
