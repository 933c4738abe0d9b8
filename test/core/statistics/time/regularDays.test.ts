import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoText, parseIso } from '../../../../core/statistics/time/calendar.ts'
import { later, stepOf, type Step } from '../../../../core/statistics/time/regularDays.ts'

const days = (...texts: string[]) => Float64Array.from(texts, parseIso)
const next = (texts: readonly string[], times = 1) => {
  const serials = days(...texts)
  return isoText(later(serials[serials.length - 1]!, stepOf(serials) as Step, times))
}

test.each([
  { step: 'days', texts: ['2026-03-30', '2026-03-31', '2026-04-01'], then: '2026-04-02' },
  { step: 'weeks', texts: ['2026-02-09', '2026-02-16', '2026-02-23'], then: '2026-03-02' },
  {
    step: 'four weeks, two of which are a February',
    texts: ['2026-02-01', '2026-03-01', '2026-03-29'],
    then: '2026-04-26',
  },
  { step: 'months from their first day', texts: ['2025-10-01', '2025-11-01', '2025-12-01'], then: '2026-01-01' },
  { step: 'months from another day', texts: ['2025-12-15', '2026-01-15', '2026-02-15'], then: '2026-03-15' },
  { step: 'ends of months', texts: ['2025-12-31', '2026-01-31', '2026-02-28'], then: '2026-03-31' },
  { step: 'ends of short months', texts: ['2026-02-28', '2026-04-30', '2026-06-30'], then: '2026-08-31' },
  { step: 'a day that February has not', texts: ['2026-01-30', '2026-02-28', '2026-03-30'], then: '2026-04-30' },
  { step: 'quarters', texts: ['2025-03-31', '2025-06-30', '2025-09-30'], then: '2025-12-31' },
  { step: 'years', texts: ['2023-01-01', '2024-01-01', '2025-01-01'], then: '2026-01-01' },
  { step: 'leap days', texts: ['2022-02-28', '2023-02-28', '2024-02-29'], then: '2025-02-28' },
])('it goes on by $step', ({ texts, then }) => {
  expect(next(texts)).toBe(then)
})

test('several steps are that many, however short a month between is', () => {
  const ends = ['2025-11-30', '2025-12-31', '2026-01-31']
  expect([1, 2, 3].map((times) => next(ends, times))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30'])
})

describe('days that do not follow evenly', () => {
  test('name the first that does not follow as the others do', () => {
    expect(stepOf(days('2026-01-01', '2026-02-01', '2026-04-01', '2026-05-01'))).toEqual({
      index: 2,
      gap: 2,
      usual: { unit: 'month', length: 1, day: 1 },
    })
    expect(stepOf(days('2026-01-05', '2026-01-12', '2026-01-20', '2026-01-27'))).toEqual({
      index: 2,
      gap: 8,
      usual: { unit: 'day', length: 7 },
    })
  })

  test('may be the first ones', () => {
    expect(stepOf(days('2026-01-01', '2026-01-05', '2026-01-06', '2026-01-07'))).toMatchObject({ index: 1, gap: 4 })
  })
})

test('whatever the step, what is left off at the end is found again', () => {
  const start = fc.integer({ min: parseIso('1990-01-01'), max: parseIso('2060-12-31') })
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), fc.boolean(), (first, length, byMonth) => {
      const step: Step = byMonth
        ? { unit: 'month', length, day: Number(isoText(first).slice(8)) }
        : { unit: 'day', length }
      const all = Float64Array.from({ length: 14 }, (_, i) => later(first, step, i))
      const known = all.subarray(0, 12)
      const found = stepOf(known)
      expect('gap' in found).toBe(false)
      // On the 28th of each February alone nobody knows of its 29th.
      fc.pre(step.unit === 'day' || step.day < 28 || length % 12 !== 0)
      expect([1, 2].map((times) => later(known[11]!, found as Step, times))).toEqual([all[12], all[13]])
    }),
  )
})
