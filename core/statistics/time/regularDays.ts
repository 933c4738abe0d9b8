import { civil, periodOf, periodStart } from './calendar.ts'

/**
 * How days follow each other: by months, on one day of the month or on the last one where a month is too short for it;
 * or by days.
 */
export type Step = { unit: 'month'; length: number; day: number } | { unit: 'day'; length: number }

/** A day that does not follow the one before it as the others do: its place, how far it is and how far is usual. */
export interface Uneven {
  index: number
  gap: number
  usual: Step
}

/** The step of three days and more, which go up. */
export function stepOf(days: Float64Array): Step | Uneven {
  const day = dayOfMonth(days)
  const places = day === undefined ? days : days.map((serial) => periodOf(serial, 'month'))
  const gaps = Array.from({ length: days.length - 1 }, (_, i) => places[i + 1]! - places[i]!)
  const length = mostCommon(gaps)
  const usual: Step = day === undefined ? { unit: 'day', length } : { unit: 'month', length, day }
  const odd = gaps.findIndex((gap) => gap !== length)
  return odd < 0 ? usual : { index: odd + 1, gap: gaps[odd]!, usual }
}

/** The day that is so many steps after another. */
export function later(serial: number, step: Step, times: number): number {
  if (step.unit === 'day') return serial + times * step.length
  return dayIn(periodOf(serial, 'month') + times * step.length, step.day)
}

/** The day of the month that all are on, 31 where all are the last of their month; undefined where they are on several. */
function dayOfMonth(days: Float64Array): number | undefined {
  const months = days.map((serial) => periodOf(serial, 'month'))
  const areOn = (day: number): boolean => days.every((serial, i) => serial === dayIn(months[i]!, day))
  const latest = days.reduce((most, serial) => Math.max(most, civil(serial).day), 1)
  return [31, latest].find(areOn)
}

function dayIn(month: number, day: number): number {
  const start = periodStart(month, 'month')
  return start + Math.min(day, periodStart(month + 1, 'month') - start) - 1
}

function mostCommon(gaps: readonly number[]): number {
  const times = new Map<number, number>()
  for (const gap of gaps) times.set(gap, 1 + (times.get(gap) ?? 0))
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
