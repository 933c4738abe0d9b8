const SECOND = 1000
const DAY = 864e5
/** No zone has changed its clocks twice within three days: the shortest time between two changes was four. */
const SPAN = 3 * DAY
/** Milliseconds from serial 0, which is 1899-12-30, to 1970-01-01. */
const EPOCH = 25569 * DAY

/** Turns instants into what the spreadsheet's clock shows, and back. */
export interface Clock {
  /**
   * A date whose UTC fields are what the spreadsheet's clock shows. Where clocks jump over midnight, the day begins with
   * the first instant after: a date cell of that day arrives as that instant, and is midnight, a date without a time.
   * A cell that was set to that very time, mostly 01:00, cannot be told from it.
   */
  shown(date: Date): Date
  serial(date: Date): number
  date(serial: number): Date
}

/** Three days in a zone: how far it is ahead of UTC, in milliseconds, until its clocks change and from then on. */
interface Span {
  /** How many such spans after 1970-01-01 this one begins. */
  number: number
  before: number
  /** The first instant after the change; Infinity where there is none. */
  change: number
  after: number
}

/**
 * The clock of a time zone. The zone is asked for when the first date comes along, once: it costs a service call, and
 * the script's own zone is another one than the spreadsheet's.
 */
export function clockOf(zone: () => string): Clock {
  let format: Intl.DateTimeFormat | undefined
  const spans = new Map<number, Span>()
  let latest: Span | undefined

  /** How far the zone is ahead of UTC at an instant, in milliseconds. */
  function measure(instant: number): number {
    format ??= new Intl.DateTimeFormat('en-US', {
      timeZone: zone(),
      hour12: false,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    const parts: Record<string, number> = {}
    const second = Math.floor(instant / SECOND) * SECOND
    for (const { type, value } of format.formatToParts(second)) parts[type] = Number(value)
    const { year, month, day, hour, minute, second: seconds } = parts as Record<string, number>
    // Midnight is hour 24 in some versions of Intl.
    return Date.UTC(year!, month! - 1, day!, hour! % 24, minute!, seconds!) - second
  }

  /** A span is measured a second before it and in its own last second, so that a change at its start belongs to it. */
  function measuredSpan(number: number): Span {
    const [eve, end] = [(number * SPAN) / SECOND - 1, ((number + 1) * SPAN) / SECOND - 1]
    const before = spans.get(number - 1)?.after ?? measure(eve * SECOND)
    const after = spans.get(number + 1)?.before ?? measure(end * SECOND)
    if (before === after) return { number, before, change: Infinity, after }
    // Clocks change at a full second.
    const change = firstOther(eve, end, (second) => measure(second * SECOND) === before) * SECOND
    return { number, before, change, after }
  }

  function spanOf(instant: number): Span {
    const number = Math.floor(instant / SPAN)
    if (latest?.number === number) return latest
    latest = spans.get(number)
    if (!latest) {
      latest = measuredSpan(number)
      spans.set(number, latest)
    }
    return latest
  }

  function offset(instant: number): number {
    const { before, change, after } = spanOf(instant)
    return instant < change ? before : after
  }

  /** What the clock shows at an instant, in milliseconds as they would be in UTC. */
  function wall(instant: number): number {
    const { before, change, after } = spanOf(instant)
    if (instant < change) return instant + before
    const time = instant + after
    const midnight = Math.floor(time / DAY) * DAY
    const isFirstOfDay = instant === change && instant - 1 + before < midnight
    return isFirstOfDay ? midnight : time
  }

  return {
    shown: (date) => new Date(wall(date.getTime())),
    serial: (date) => (wall(date.getTime()) + EPOCH) / DAY,
    date(serial) {
      const wanted = Math.round(serial * DAY - EPOCH)
      const before = wanted - offset(wanted - DAY)
      const after = wanted - offset(wanted + DAY)
      // Of an hour that comes twice this is the first. An hour that is skipped gives way to the next instant.
      if (before + offset(before) === wanted) return new Date(before)
      if (after + offset(after) === wanted) return new Date(after)
      return new Date(firstOther(after, before, (instant) => offset(instant) === offset(after)))
    },
  }
}

/** The first whole number of which something no longer holds, as it does of `before` and does not of `after`. */
function firstOther(before: number, after: number, holds: (number: number) => boolean): number {
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (holds(middle)) before = middle
    else after = middle
  }
  return after
}
