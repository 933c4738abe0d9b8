import { expect, test } from 'vitest'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import { elapsed, elapsedHours, typicalHours } from '../../../../core/statistics/time/elapsed.ts'
import { HOUR, momentOf } from '../../../../core/statistics/time/moments.ts'
import { workingTime } from '../../../../core/statistics/time/workingTime.ts'
import { expectClose } from '../../../close.ts'

const office = workingTime({ open: 9 * HOUR, length: 8 * HOUR, workdays: [1, 2, 3, 4, 5], holidays: [] })
const named = (name: string, ...texts: string[]) => ({ name, dates: Float64Array.from(texts, parseIso) })

test('time passes by the clock, or as it is worked', () => {
  const friday = momentOf(parseIso('2026-03-06T16:00'))
  const monday = momentOf(parseIso('2026-03-09T10:00'))
  expect(elapsed(friday, monday, null)).toBe(66 * HOUR)
  expect(elapsed(friday, monday, office)).toBe(2 * HOUR)
})

test('no end is NaN, the same moment is 0, an end before its start fails', () => {
  const starts = named('created', '2026-03-06T16:00', '2026-03-06T16:00', '2026-03-06T16:00')
  const ends = named('replied', 'no', '2026-03-06T16:00', '2026-03-06T16:20')
  for (const working of [null, office]) {
    expect(Array.from(elapsedHours(starts, ends, working))).toEqual([NaN, 0, 1 / 3])
  }
  const before = named('replied', '2026-03-06T15:59', 'no', 'no')
  expect(() => elapsedHours(starts, before, office)).toThrow('has 2026-03-06T15:59, before the time in created')
})

test('the median and the 90th percentile are of type 7, the mean is the sum over the count', () => {
  const hours = Float64Array.of(8, NaN, 1, 2, 4)
  expectClose(
    (['median', 'mean', 'p90'] as const).map((typical) => typicalHours(hours, typical, '')),
    [3, 3.75, 6.8],
  )
  expect(Array.from(hours)).toEqual([8, NaN, 1, 2, 4])
})

test('nothing known is #N/A', () => {
  expect(() => typicalHours(Float64Array.of(NaN), 'mean', 'case with a reply')).toThrow(
    'needs 1 case with a reply, has 0',
  )
})
