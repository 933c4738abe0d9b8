import type { Arg } from './argument.ts'
import { dateIn, sound } from '../reading/cells.ts'
import { described, single } from './single/singles.ts'
import { CellError, isBlank, shown, type Cell } from '../cell.ts'
import { place, rangeOf } from '../reading/range.ts'
import { mayBeDate } from '../reading/texts/dates.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import { FIRST_SERIAL, LAST_SERIAL } from '../statistics/time/calendar.ts'
import { DAY, HOUR } from '../statistics/time/moments.ts'
import { workingTime, type WorkingTime } from '../statistics/time/workingTime.ts'

/** A time of day in milliseconds, 24 hours included. */
export interface TimeOfDay {
  time: number
  /** How it says which half of the day it is in: 4 am does, 04:00 does to those who write two digits. */
  half: 'said' | 'two digits' | 'open'
}

/** The values of the four arguments of a working calendar, each null when left out. */
export type CalendarValues = readonly [
  openTime: TimeOfDay | null,
  closeTime: TimeOfDay | null,
  workdays: readonly number[] | null,
  holidays: Float64Array | null,
]

const openHelp =
  'When work begins: a time cell, text such as "09:00" or "9:30 am", or the hour as a number. 09:00 when left out.'
const otherArgs = [
  time(
    'close_time',
    'When work ends, written like open_time; 24 is the end of the day and 5 pm is 17. A time before open_time is on the next morning: a shift over night belongs to the day it begins on. 17:00 when left out.',
  ),
  weekdays(
    'workdays',
    'Days on which work begins: text such as "Mon-Fri", "Sun-Thu", "Mon,Wed,Fri" or "all", or a range of numbers from 1 (Monday) to 7 (Sunday). Mon-Fri when left out.',
  ),
  dateList('holidays', 'Dates without work, in a range. None when left out.'),
] as const

/** The four arguments of a working calendar, the last ones of a function that counts working hours in any case. */
export const calendarArgs = [time('open_time', openHelp), ...otherArgs] as const

/** The same four for a function that counts the hours of the clock unless one of them is given. */
export const optionalCalendarArgs = [
  time('open_time', `${openHelp} Without this and the next three, every hour of the clock counts.`),
  ...otherArgs,
] as const

/** Working time by the given arguments, from 09:00 to 17:00 on Monday to Friday where they are left out. */
export function workingCalendar([openTime, closeTime, workdays, holidays]: CalendarValues): WorkingTime {
  const open = openTime?.time ?? 9 * HOUR
  const close = closeTime?.time === 0 ? DAY : (closeTime?.time ?? 17 * HOUR)
  if (open === DAY) throw new CellError('#VALUE!', 'open_time is 24:00, write 0 for midnight')
  if (open === close || (open === 0 && closeTime?.time === 0)) {
    const problem = `open_time and close_time are both ${clockText(open)}`
    throw new CellError('#VALUE!', `${problem}, write 0 and 24 for day and night`)
  }
  if (close < open && (openTime === null || closeTime === null)) {
    const end = `close_time is ${clockText(close)}${closeTime === null ? ' when left out' : ''}`
    const begin = `open_time (${clockText(open)}${openTime === null ? ' when left out' : ''})`
    throw new CellError('#VALUE!', `${end}, before ${begin}, give both for a shift over night`)
  }
  const isDoubtful =
    [openTime, closeTime].every((given) => given !== null && isHourOfTwelve(given.time)) && !isTold(closeTime!, open)
  if (close < open && isDoubtful && open > 6 * HOUR) {
    const hour = close / HOUR
    const problem = `close_time is ${clockText(close)}, before open_time (${clockText(open)})`
    const night = `"${hour} am" for the next morning`
    throw new CellError('#VALUE!', `${problem}, write ${hour + 12} for ${hour} pm, or ${night}`)
  }
  return workingTime({
    open,
    length: close > open ? close - open : close - open + DAY,
    workdays: workdays ?? [1, 2, 3, 4, 5],
    holidays: holidays ?? [],
  })
}

/** Working time when at least one of the four arguments is given; null for the hours of the clock. */
export function givenCalendar(values: CalendarValues): WorkingTime | null {
  return values.every((value) => value === null) ? null : workingCalendar(values)
}

/** A time of day; null when left out. */
function time(name: string, help: string): Arg<TimeOfDay | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: true,
    text: true,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      if (isBlank(cell)) return null
      const text = typeof cell === 'string' ? cell.trim() : ''
      const half = /[ap]\.?\s?m\.?$/i.test(text) ? 'said' : /^\d\d:/.test(text) ? 'two digits' : 'open'
      return { time: timeIn(name, cell), half }
    },
  }
}

function timeIn(name: string, cell: string | number | boolean): number {
  // A cell that shows 24:00 holds 1, and so does one that means 1 o’clock.
  if (name === 'close_time' && cell === 1) {
    throw new CellError('#VALUE!', `${name} is 1, write "01:00" or "24:00"`)
  }
  const milliseconds = typeof cell === 'number' ? timeOfNumber(cell) : typeof cell === 'string' ? timeOfText(cell) : NaN
  if (milliseconds >= 0) return milliseconds
  if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1) {
    throw new CellError('#VALUE!', `${name} is ${cell}, a date; keep only the time, such as 09:00`)
  }
  const ways = 'write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'
  throw new CellError('#VALUE!', `${name} is ${described(cell)}, ${ways}`)
}

/** Whether an end in the morning is meant, of a shift that would otherwise be nine to five: 12:00 to 04:00 is. */
function isTold({ half }: TimeOfDay, open: number): boolean {
  return half === 'said' || (half === 'two digits' && open >= 12 * HOUR)
}

/** A time cell is a fraction of the day; from 1 on a number is the hour. */
function timeOfNumber(value: number): number {
  if (value < 0 || value > 24) return NaN
  return Math.round(value < 1 ? value * DAY : value * HOUR)
}

const TIME = /^(\d{1,2})(?:(\.5)|:([0-5]\d)(?::([0-5]\d))?)?\s*(?:([ap])\.?\s?m\.?)?$/i

function timeOfText(text: string): number {
  const match = TIME.exec(text.trim())
  if (!match) return NaN
  const [, digits, half = 0, minute = 0, second = 0, noon] = match
  const written = Number(digits)
  if (noon !== undefined && (written < 1 || written > 12)) return NaN
  const hour = noon === undefined ? written : (written % 12) + (noon.toLowerCase() === 'p' ? 12 : 0)
  const milliseconds = (hour + Number(half)) * HOUR + Number(minute) * 6e4 + Number(second) * 1e3
  return milliseconds <= DAY ? milliseconds : NaN
}

/** Days of the week from 1 (Monday) to 7 (Sunday), in order; null when left out. */
function weekdays(name: string, help: string): Arg<readonly number[] | null> {
  return {
    name,
    help,
    shape: 'range',
    optional: true,
    ownRows: true,
    read(raw, { decode }) {
      const range = rangeOf(name, raw)
      const found = new Set<number>()
      const isOneCell = range.rows === 1 && range.columns === 1
      range.cells.forEach((cells, row) =>
        cells.forEach((raw, column) => {
          const cell = sound(decode(raw), range, row, column)
          if (isBlank(cell)) return
          const days = weekdaysIn(cell)
          if (days.length === 0) {
            const ways = 'write days such as "Mon-Fri" or "Mon,Wed,Fri", or numbers from 1 (Monday) to 7 (Sunday)'
            throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(cell)}, ${ways}`)
          }
          // A 5 alone is Friday to one reader and five days to another.
          if (isOneCell && /^\d$/.test(String(cell).trim())) {
            const one = dayName(days[0]!).slice(0, 3)
            throw new CellError('#VALUE!', `${name} is ${shown(cell)}, write "${one}" for that day alone, or "Mon-Fri"`)
          }
          // Nor does anyone name a day twice who means days: 1, 1, 1, 1, 1, 0, 0 are flags.
          for (const day of days) {
            if (found.has(day)) {
              const again = `has ${shown(cell)}, which names ${dayName(day)} again`
              throw new CellError('#VALUE!', `${place(range, row, column)} ${again}`)
            }
            found.add(day)
          }
        }),
      )
      return found.size > 0 ? [...found].sort() : null
    },
  }
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function dayName(weekday: number): string {
  const name = WEEKDAYS[weekday - 1]!
  return name[0]!.toUpperCase() + name.slice(1)
}

/** All days of the week by name are shorter. */
const LONGEST = 200

/** The days that a cell names, each as often as it does; none when it is wrong. */
function weekdaysIn(cell: string | number | boolean): number[] {
  if (typeof cell === 'boolean') return []
  const words = String(cell).trim().toLowerCase().replace(/\s+/g, ' ')
  if (words.length > LONGEST) return []
  if (words === 'all') return [1, 2, 3, 4, 5, 6, 7]
  const joined = words.replace(/ ?(?:[-\u2013\u2014]|\b(?:to|thru|through)\b) ?/g, '-')
  const parts = joined.split(/(?:[\s,;/&+]|\band\b)+/).filter((part) => part !== '')
  const runs = parts.map((part) => {
    const ends = part.split('-').map(weekdayOf)
    const [first, last = first] = ends
    if (ends.length > 2 || ends.includes(0)) return []
    // A run may go over the end of the week: Sun-Thu.
    return Array.from({ length: ((last! - first! + 7) % 7) + 1 }, (_, i) => ((first! - 1 + i) % 7) + 1)
  })
  return runs.some((run) => run.length === 0) ? [] : runs.flat()
}

/** 1 for 1, mon, Monday; 0 for what is no day. */
function weekdayOf(word: string): number {
  if (/^[1-7]$/.test(word)) return Number(word)
  return word.length < 3 ? 0 : WEEKDAYS.findIndex((name) => name.startsWith(word)) + 1
}

/** All the dates of a range, as whole days. Blank cells and a title on top are skipped; null when nothing else is there. */
function dateList(name: string, help: string): Arg<Float64Array | null> {
  return {
    name,
    help,
    shape: 'range',
    optional: true,
    date: true,
    ownRows: true,
    read(raw, { decode }) {
      const range = rangeOf(name, raw)
      const days: number[] = []
      range.cells.forEach((cells, row) =>
        cells.forEach((raw, column) => {
          const cell = decode(raw)
          if (isBlank(cell) || cell === 0 || (row === 0 && range.rows > 1 && isTitle(cell))) return
          const day = Math.floor(dateIn(raw, range, row, column, decode))
          if (!Number.isNaN(day)) days.push(day)
        }),
      )
      return days.length > 0 ? Float64Array.from(days) : null
    },
  }
}

function isTitle(cell: Cell): boolean {
  return typeof cell === 'string' && !mayBeDate(cell) && !isPlaceholder(cell)
}

/** Whole hours up to noon, which people also say of the afternoon: nine to five. */
function isHourOfTwelve(milliseconds: number): boolean {
  return milliseconds % HOUR === 0 && milliseconds <= 12 * HOUR
}

function clockText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(11, 16)
}
