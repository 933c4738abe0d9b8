const DAY = 864e5
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

/**
 * The clock of a time zone. The zone is asked for when the first date comes along, once: it costs a service call, and
 * the script's own zone is another one than the spreadsheet's.
 */
export function clockOf(zone: () => string): Clock {
  let format: Intl.DateTimeFormat | undefined
  const offsetsByDay = new Map<number, number>()

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
    const second = Math.floor(instant / 1000) * 1000
    for (const { type, value } of format.formatToParts(second)) parts[type] = Number(value)
    const { year, month, day, hour, minute, second: seconds } = parts as Record<string, number>
    // Midnight is hour 24 in some versions of Intl.
    return Date.UTC(year!, month! - 1, day!, hour! % 24, minute!, seconds!) - second
  }

  function offsetAtStart(day: number): number {
    let offset = offsetsByDay.get(day)
    if (offset === undefined) {
      offset = measure(day * DAY)
      offsetsByDay.set(day, offset)
    }
    return offset
  }

  /** Measured twice a day, and by the instant on days on which the clocks change. */
  function offset(instant: number): number {
    const day = Math.floor(instant / DAY)
    const morning = offsetAtStart(day)
    return morning === offsetAtStart(day + 1) ? morning : measure(instant)
  }

  /** The first instant after a change of the clocks between two instants. */
  function changeBetween(before: number, after: number): number {
    const old = offset(before)
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2)
      if (offset(middle) === old) before = middle
      else after = middle
    }
    return after
  }

  function shown(date: Date): Date {
    const instant = date.getTime()
    const wall = instant + offset(instant)
    const midnight = Math.floor(wall / DAY) * DAY
    const wallBefore = instant - 1 + offset(instant - 1)
    return new Date(wallBefore < midnight ? midnight : wall)
  }

  return {
    shown,
    serial: (date) => (shown(date).getTime() + EPOCH) / DAY,
    date(serial) {
      const wanted = Math.round(serial * DAY - EPOCH)
      const before = wanted - offset(wanted - DAY)
      const after = wanted - offset(wanted + DAY)
      // Of an hour that comes twice this is the first. An hour that is skipped gives way to the next instant.
      if (before + offset(before) === wanted) return new Date(before)
      if (after + offset(after) === wanted) return new Date(after)
      return new Date(changeBetween(after, before))
    },
  }
}
