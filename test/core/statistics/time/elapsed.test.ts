import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { parseIso } from '../../../../core/statistics/time/calendar.ts'
import {
  caseHours,
  elapsed,
  elapsedHours,
  endsOrNone,
  hoursGiven,
  hoursHelp,
  typicalHours,
} from '../../../../core/statistics/time/elapsed.ts'
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

test('percentiles are of type 7, the mean is the sum over the count', () => {
  const hours = Float64Array.of(8, NaN, 1, 2, 4)
  expectClose(
    (['median', 'mean', 'p90', 'p95', 'longest'] as const).map((typical) => typicalHours(hours, typical, '')),
    [3, 3.75, 6.8, 7.4, 8],
  )
  expect(Array.from(hours)).toEqual([8, NaN, 1, 2, 4])
})

test('nothing known is #N/A', () => {
  for (const typical of ['median', 'mean', 'p90', 'p95', 'longest'] as const) {
    expect(() => typicalHours(Float64Array.of(NaN), typical, 'case with a reply')).toThrow(
      new CellError('#N/A', 'needs 1 case with a reply, has 0'),
    )
  }
})

describe('a column of starts without ends', () => {
  const column = (...values: number[]) => ({ name: 'taken', dates: Float64Array.from(values) })
  const firstDay = parseIso('1950-01-01')

  test.each([
    { says: 'holds hours where the numbers are small', values: [0.5, 26, 0], hours: [0.5, 26, 0] },
    { says: 'holds hours up to the day before 1950', values: [firstDay - 1], hours: [firstDay - 1] },
    { says: 'holds times from 1950 on', values: [firstDay], hours: null },
    { says: 'holds times where any number is one', values: [8, parseIso('2026-03-06'), 9], hours: null },
    { says: 'says nothing without rows', values: [], hours: null },
  ])('$says', ({ values, hours }) => {
    const given = hoursGiven(column(...values), null, null)
    expect(given && Array.from(given)).toEqual(hours)
  })

  test('holds times where there are ends, however small its numbers are', () => {
    expect(hoursGiven(column(1, 2), Float64Array.of(3, 4), null)).toBeNull()
    expect(hoursGiven(column(1, 2), Float64Array.of(3, 4), office)).toBeNull()
  })

  test('cannot hold hours where working hours are asked for', () => {
    expect(() => hoursGiven(column(1, 2), null, office)).toThrow(
      new CellError(
        '#VALUE!',
        'taken holds hours, of which no calendar knows the working ones: give two times for each case, or leave out the working hours',
      ),
    )
    expect(hoursGiven(column(parseIso('2026-03-06')), null, office)).toBeNull()
  })

  test('is said to take hours as well, where the other column is left out', () => {
    expect(hoursHelp('replied')).toContain('with replied left out, the hours')
  })
})

describe('the hours of each case', () => {
  const starts = named('created', '2026-03-06T16:00', '2026-03-09T09:00')
  const replied = named('replied', '2026-03-09T10:00', 'no')

  test('go from its start to its end, by the clock or as they are worked', () => {
    expect(Array.from(caseHours(starts, replied, null))).toEqual([66, NaN])
    expect(Array.from(caseHours(starts, replied, office))).toEqual([2, NaN])
  })

  test('are those that are given', () => {
    const given = { name: 'taken', dates: Float64Array.of(8, 1.5) }
    expect(Array.from(caseHours(given, { name: 'replied', dates: null }, null))).toEqual([8, 1.5])
  })

  test('are unknown where only times of starts are given', () => {
    expect(Array.from(caseHours(starts, { name: 'replied', dates: null }, office))).toEqual([NaN, NaN])
  })

  test('name the column and the row of an end before its start', () => {
    const early = named('replied', '2026-03-06T17:00', '2026-03-09T08:30')
    expect(() => caseHours(starts, early, null)).toThrow(
      expect.objectContaining({
        message: 'has 2026-03-09T08:30, before the time in created (2026-03-09T09:00)',
        where: { argument: 'replied', index: 1 },
      }),
    )
  })
})

test('ends that are left out have not come, one for each start', () => {
  const ends = Float64Array.of(5, NaN)
  expect(endsOrNone(Float64Array.of(1, 2), ends)).toBe(ends)
  expect(Array.from(endsOrNone(Float64Array.of(1, 2), null))).toEqual([NaN, NaN])
})
