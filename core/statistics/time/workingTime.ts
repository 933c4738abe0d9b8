import { DAY } from './moments.ts'
import { countBelow } from '../sorted.ts'

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
 * Working time without a walk from day to day: weeks are all alike, and of the holidays only those count that take a
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
  const isWorkday = (day: number): boolean => works[weekdayOf(day, weekOf(day))] === 1
  /** The workdays that are holidays, in order. */
  const off = Float64Array.from(new Set(Array.from(holidays).filter(isWorkday))).sort()
  /** The number that the next workday after each holiday bears. It does not fall, and repeats for holidays in a row. */
  const next = Array.from(off, (day, i) => workdaysBefore(day) - i)

  // From the first holiday to the last, the time before each day and on it are looked up.
  const first = off[0] ?? 0
  const span = off.length === 0 ? 0 : off[off.length - 1]! + 1 - first
  const lost = off.length * length
  const timeBeforeDay = new Float64Array(span)
  const timeOnDay = new Float64Array(span)
  for (let at = 0, passed = 0; at < span; at++) {
    timeBeforeDay[at] = (workdaysBefore(first + at) - passed) * length
    if (off[passed] === first + at) passed++
    else if (isWorkday(first + at)) timeOnDay[at] = length
  }
  // All other days are told by their week.
  const timeBefore = Float64Array.from(before, (workdays) => workdays * length)
  const timeOn = Float64Array.from(works, (work) => work * length)
  const timePerWeek = perWeek * length

  const upTo = (moment: number): number => {
    const sinceOpening = moment - open
    const day = (sinceOpening / DAY) | 0
    const sinceDay = sinceOpening - day * DAY
    const at = day - first
    if (at >= 0 && at < span) return timeBeforeDay[at]! + Math.min(sinceDay, timeOnDay[at]!)
    const week = weekOf(day)
    const weekday = weekdayOf(day, week)
    const worked = week * timePerWeek + timeBefore[weekday]! + Math.min(sinceDay, timeOn[weekday]!)
    return at < 0 ? worked : worked - lost
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
