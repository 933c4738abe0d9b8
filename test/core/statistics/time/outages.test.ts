import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { serialOf } from '../../../../core/statistics/time/calendar.ts'
import { duration, milliseconds, outagesWithin, periodLength } from '../../../../core/statistics/time/outages.ts'

const MINUTE = 6e4
const FROM = serialOf(2026, 3, 1)
/** The serial of a minute of the period, as a spreadsheet has it. */
const at = (minute: number): number => FROM + minute / 1440

test('the length of a period is exact, though times of day are not', () => {
  expect(periodLength(FROM, FROM + 1)).toBe(864e5)
  expect(periodLength(FROM + 1 / 3, FROM + 2 / 3)).toBe(288e5)
  expect(milliseconds(FROM + 0.1 + 0.2)).toBe(milliseconds(FROM + 0.3))
  expect(() => periodLength(FROM, FROM)).toThrow('to_time (2026-03-01) is not after from_time (2026-03-01)')
})

test('a duration is NaN while one of its times is blank, and never below 0', () => {
  const starts = { name: 'starts', times: Float64Array.of(FROM, FROM, NaN, FROM + 1) }
  const ends = { name: 'ends', times: Float64Array.of(FROM + 0.5, NaN, FROM, FROM) }
  expect([0, 1, 2].map((i) => duration(starts, ends, i))).toEqual([432e5, NaN, NaN])
  expect(() => duration(starts, ends, 3)).toThrow('has 2026-03-01, before the time in starts (2026-03-02)')
})

test('it agrees with a count minute by minute, and with runs of minutes that are down', () => {
  const length = 120
  const outage = fc.tuple(fc.integer({ min: -30, max: 140 }), fc.option(fc.integer({ min: 1, max: 50 })))
  fc.assert(
    fc.property(fc.array(outage, { maxLength: 12 }), (outages) => {
      const starts = Float64Array.from(outages, ([start]) => at(start))
      const ends = Float64Array.from(outages, ([start, took]) => (took === null ? NaN : at(start + took)))
      const isDown = (minute: number) =>
        outages.some(([start, took]) => start <= minute && (took === null || minute < start + took))
      let downtime = 0
      let runs = 0
      for (let minute = 0; minute < length; minute++) {
        if (!isDown(minute)) continue
        downtime++
        if (minute === 0 || !isDown(minute - 1)) runs++
      }
      expect(outagesWithin(starts, ends, FROM, at(length))).toEqual({
        period: length * MINUTE,
        downtime: downtime * MINUTE,
        outages: runs,
      })
    }),
  )
})

test('an outage without a length counts, where it lies in the period', () => {
  const outages = (start: number) =>
    outagesWithin(Float64Array.of(at(start)), Float64Array.of(at(start)), FROM, at(60)).outages
  expect([-1, 0, 30, 59, 60].map(outages)).toEqual([0, 1, 1, 1, 0])
})

test('an outage that only touches the period from outside is none of it', () => {
  const none = { period: 60 * MINUTE, downtime: 0, outages: 0 }
  expect(outagesWithin(Float64Array.of(at(-9), at(60)), Float64Array.of(FROM, at(70)), FROM, at(60))).toEqual(none)
})

test('a row that is blank altogether is no outage, one with an end alone is a mistake', () => {
  expect(outagesWithin(Float64Array.of(NaN), Float64Array.of(NaN), FROM, at(60)).outages).toBe(0)
  try {
    outagesWithin(Float64Array.of(FROM, NaN), Float64Array.of(FROM, FROM), FROM, at(60))
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(CellError)
    expect((error as CellError).where).toEqual({ argument: 'down_starts', index: 1 })
  }
})
