import { MOST_CHARACTERS, shown, wrongValue } from '../../cell.ts'
import { rowsByCode, type Keys } from '../groups.ts'

/** What customers touched on their way, journey by journey. */
export interface Journeys {
  channels: string[]
  /** Channels in order of time: those of journey j are touches[start[j]] to touches[start[j + 1] - 1]. */
  touches: Int32Array
  start: Int32Array
  /** How far each touch lies before the end, in touches or in days with their fractions. */
  distance: Float64Array
}

/** What stands between two touches: >, and the arrows that people write for it. */
const ARROW = /[-=]?>|\u2192|\u00bb/

/** What other programs write between touches. A comma stands in names as well, where other paths have arrows. */
const OTHER_MARK = /[|^;,]/
const OTHER_MARK_BESIDE_ARROWS = /[|^;]|,[^,]*,/
/** “Direct x 2” is two touches in exports of Google Analytics. */
const REPEATED = /^(\S(?:.*\S)?) [x\u00d7] ?(\d{1,3})$/

/** Stands in place of a path that no cell can hold. */
const TOO_LONG = '(too long for a cell:'

/**
 * The text of a path. One that is too long for a cell counts touches that follow each other alike, “search x 12”, which
 * reads as the same path; where that is too long as well, it says so.
 */
export function pathText(channels: readonly string[]): string {
  const text = channels.join(SEPARATOR)
  if (text.length <= MOST_CHARACTERS) return text
  const counted: string[] = []
  for (let from = 0, to = 0; from < channels.length; from = to) {
    while (to < channels.length && to - from < MOST_REPEATED && channels[to] === channels[from]) to++
    counted.push(to - from > 1 ? `${channels[from]!} x ${to - from}` : channels[from]!)
  }
  const shorter = counted.join(SEPARATOR)
  return shorter.length <= MOST_CHARACTERS ? shorter : `${TOO_LONG} set lookback_days, or use ATTRIBUTION_EVENTS)`
}

const SEPARATOR = ' > '
const MOST_REPEATED = 999

/** Why the name of a channel would be read as something else in a path, undefined where it would not. */
export function misread(channel: string): string | undefined {
  const arrow = /[>\u2192\u00bb]/.exec(channel)?.[0]
  if (arrow !== undefined) return `but ${arrow} stands between the touches of a path`
  const repeated = REPEATED.exec(channel.trim())
  return repeated ? `which a path reads as touches of ${shown(repeated[1]!)}` : undefined
}

/** The journeys in texts such as “search > mail > shop”. Equal texts share one: row i belongs to journey journeyOf[i]. */
export function readPaths(paths: readonly string[]): { journeys: Journeys; journeyOf: Int32Array } {
  const known = new Map<string, number>()
  const codes = new Map<string, number>()
  const touches: number[] = []
  const start = [0]
  const journeyOf = new Int32Array(paths.length)
  const otherMark = paths.some((path) => ARROW.test(path)) ? OTHER_MARK_BESIDE_ARROWS : OTHER_MARK
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i]!
    let journey = known.get(path)
    if (journey === undefined) {
      journey = known.size
      known.set(path, journey)
      if (path.startsWith(TOO_LONG)) {
        const wayOn = 'leave out this row, or use ATTRIBUTION_EVENTS, which takes the touches themselves'
        throw wrongValue('paths', i, `has a path that is too long for a cell; ${wayOn}`)
      }
      const parts = path.split(ARROW)
      if (parts.length === 1 && otherMark.test(path)) {
        throw wrongValue(
          'paths',
          i,
          `has ${shown(path)}, write > between the touches, as =SUBSTITUTE() does for a whole column`,
        )
      }
      for (const part of parts) {
        const [, channel = part.trim(), times = 1] = REPEATED.exec(part.trim()) ?? []
        if (channel === '') continue
        let code = codes.get(channel)
        if (code === undefined) codes.set(channel, (code = codes.size))
        for (let k = 0; k < Number(times); k++) touches.push(code)
      }
      start.push(touches.length)
    }
    journeyOf[i] = journey
  }
  const distance = new Float64Array(touches.length)
  for (let j = 0; j < known.size; j++) {
    for (let k = start[j]!; k < start[j + 1]!; k++) distance[k] = start[j + 1]! - 1 - k
  }
  const journeys = {
    channels: [...codes.keys()],
    touches: Int32Array.from(touches),
    start: Int32Array.from(start),
    distance,
  }
  return { journeys, journeyOf }
}

/** What the rows of each journey add up to; a blank (NaN) adds nothing. */
export function totals(values: Float64Array, journeyOf: Int32Array, journeys: number): Float64Array {
  const total = new Float64Array(journeys)
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) total[journeyOf[i]!]! += values[i]!
  return total
}

/**
 * The journey of each customer out of a log of touches; touches at the same time keep the order of the log. The earliest
 * conversion date of a customer ends the journey: later touches are left out, and so are those more than `lookback` days
 * of the calendar before it, or before the last touch of a customer who did not convert (NaN). A conversion date without a
 * time of day stands for the whole day. A row without a date or a channel (-1) is no touch, but may hold the conversion.
 * Distances are elapsed time: of two touches on one day the earlier is further away.
 */
export function journeysOf(
  ids: Keys,
  dates: Float64Array,
  channels: Keys,
  conversionDates: Float64Array | null,
  lookback: number,
): { journeys: Journeys; converted: Uint8Array } {
  const customers = ids.labels.length
  const { start: from, rows } = rowsByCode(ids)
  const touches = new Int32Array(dates.length)
  const distance = new Float64Array(dates.length)
  const start = new Int32Array(customers + 1)
  const converted = new Uint8Array(customers)
  const isTouch = (row: number): boolean => channels.codes[row]! >= 0 && !Number.isNaN(dates[row]!)
  const allAreTouches = dates.every((_, row) => isTouch(row))
  let count = 0
  for (let customer = 0; customer < customers; customer++) {
    const all = rows.subarray(from[customer], from[customer + 1])
    const conversion = conversionDates ? earliest(all, conversionDates) : Infinity
    const own = allAreTouches ? all : all.filter(isTouch)
    sortByTime(own, dates)
    if (conversion < Infinity) converted[customer] = 1
    const end = conversion < Infinity ? conversion : (dates[own[own.length - 1]!] ?? 0)
    const lastDay = Math.floor(end)
    for (let k = 0; k < own.length; k++) {
      const row = own[k]!
      const days = lastDay - Math.floor(dates[row]!)
      const after = dates[row]! > conversion && !(days === 0 && conversion === lastDay)
      if (after || days > lookback) continue
      touches[count] = channels.codes[row]!
      distance[count++] = end - dates[row]!
    }
    start[customer + 1] = count
  }
  const journeys = {
    channels: channels.labels.map(String),
    touches: touches.subarray(0, count),
    start,
    distance: distance.subarray(0, count),
  }
  return { journeys, converted }
}

/**
 * The value of each customer’s conversion, which is the one of the earliest date: it stands beside that date, or in a row
 * without one, once or again and again. Blank (NaN) and 0 say nothing; a customer who did not convert has 0.
 */
export function conversionValues(ids: Keys, conversionDates: Float64Array, values: Float64Array): Float64Array {
  const { codes, labels } = ids
  const first = new Float64Array(labels.length).fill(Infinity)
  for (let i = 0; i < codes.length; i++) {
    if (conversionDates[i]! < first[codes[i]!]!) first[codes[i]!] = conversionDates[i]!
  }
  const known = new Float64Array(labels.length)
  for (let i = 0; i < codes.length; i++) {
    const [customer, value] = [codes[i]!, values[i]!]
    const isOther = first[customer] === Infinity || conversionDates[i]! > first[customer]!
    if (isOther || Number.isNaN(value) || value === 0 || value === known[customer]) continue
    if (known[customer] !== 0) {
      const other = `another row of ${shown(labels[customer]!)} has ${known[customer]} for the same conversion`
      throw wrongValue('values', i, `has ${value}, and ${other}; a customer converts once, so give one value`)
    }
    known[customer] = value
  }
  return known
}

/** The earliest conversion date of these rows; Infinity when all are blank. */
function earliest(rows: Int32Array, conversionDates: Float64Array): number {
  let first = Infinity
  for (let k = 0; k < rows.length; k++) {
    const date = conversionDates[rows[k]!]!
    if (date < first) first = date
  }
  return first
}

/** Sorts rows that come in the order of the log. Most logs are in order of time already. */
function sortByTime(rows: Int32Array, dates: Float64Array): void {
  for (let k = 1; k < rows.length; k++) {
    if (dates[rows[k]!]! < dates[rows[k - 1]!]!) {
      rows.sort((a, b) => dates[a]! - dates[b]! || a - b)
      return
    }
  }
}
