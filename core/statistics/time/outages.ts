import { CellError, wrongValue } from '../../cell.ts'
import { isoText } from './calendar.ts'
import { union } from './intervals.ts'

const DAY = 864e5
export const HOUR = 36e5

/** Whole milliseconds: dates with a time of day are fractions that only nearly meet. */
export function milliseconds(serial: number): number {
  return Math.round(serial * DAY)
}

/** How long a period is, in milliseconds. `to` is no part of it. */
export function periodLength(from: number, to: number): number {
  const length = milliseconds(to) - milliseconds(from)
  if (length > 0) return length
  throw new CellError('#VALUE!', `to_time (${isoText(to)}) is not after from_time (${isoText(from)})`)
}

/** How long number i took, in milliseconds; NaN where its start or end is blank. One that ends too soon names its row. */
export function duration(starts: NamedTimes, ends: NamedTimes, i: number): number {
  const start = starts.times[i]!
  const end = ends.times[i]!
  const took = milliseconds(end) - milliseconds(start)
  if (took < 0) {
    throw wrongValue(ends.name, i, `has ${isoText(end)}, before the time in ${starts.name} (${isoText(start)})`)
  }
  return took
}

/** A column of a call: its values, and the argument it came from, which a sentence about one of them names. */
export interface NamedTimes {
  name: string
  times: Float64Array
}

/**
 * The outages of a period, in milliseconds: how long it was, how much of it something was down, and how many outages
 * touched it. Outages that overlap or follow each other at once are one. A blank end (NaN) means still down; a row that is
 * blank altogether is none. An outage that starts when it ends takes no time, and counts.
 */
export function outagesWithin(
  downStarts: Float64Array,
  downEnds: Float64Array,
  from: number,
  to: number,
): { period: number; downtime: number; outages: number } {
  const period = periodLength(from, to)
  const begin = milliseconds(from)
  const finish = milliseconds(to)
  const starts = new Float64Array(downStarts.length)
  const ends = new Float64Array(downStarts.length)
  let count = 0
  for (let i = 0; i < downStarts.length; i++) {
    const took = duration({ name: 'down_starts', times: downStarts }, { name: 'down_ends', times: downEnds }, i)
    if (Number.isNaN(downStarts[i]!)) {
      if (Number.isNaN(downEnds[i]!)) continue
      throw wrongValue('down_starts', i, 'is blank, but the outage has an end in down_ends')
    }
    starts[count] = milliseconds(downStarts[i]!)
    ends[count] = Number.isNaN(took) ? Infinity : starts[count]! + took
    count++
  }
  const down = union({ starts: starts.subarray(0, count), ends: ends.subarray(0, count) })
  let downtime = 0
  let outages = 0
  for (let i = 0; i < down.starts.length; i++) {
    const start = down.starts[i]!
    const end = down.ends[i]!
    if (start >= finish || (end <= begin && start < begin)) continue
    downtime += Math.min(end, finish) - Math.max(start, begin)
    outages++
  }
  return { period, downtime, outages }
}
