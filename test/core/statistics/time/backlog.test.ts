import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAges } from '../../../../core/statistics/time/backlog.ts'
import { DAY } from '../../../../core/statistics/time/moments.ts'

const columns = (cases: readonly (readonly [number, number | null])[]) =>
  [
    { name: 'opened', dates: Float64Array.from(cases, ([opened]) => opened) },
    { name: 'closed', dates: Float64Array.from(cases, ([, closed]) => closed ?? NaN) },
  ] as const
const ages = (cases: readonly (readonly [number, number | null])[], asOf: number | null) =>
  Array.from(openAges(...columns(cases), asOf))

test('a case is open from the moment it is opened until just before it is closed', () => {
  const one = [[46000.5, 46002]] as const
  expect(ages(one, 46000.25)).toEqual([])
  expect(ages(one, 46000.5)).toEqual([0])
  expect(ages(one, 46001.75)).toEqual([1.25 * DAY])
  expect(ages(one, 46002)).toEqual([])
})

test('a day counts to its end, while ages run to its first minute', () => {
  expect(ages([[46000, null]], 46003)).toEqual([3 * DAY])
  expect(ages([[46002.75, null]], 46003)).toEqual([0.25 * DAY])
  expect(ages([[46003.75, null]], 46003)).toEqual([0])
  expect(ages([[46000, 46003.999]], 46003)).toEqual([])
  expect(ages([[46000, 46004]], 46003)).toEqual([3 * DAY])
  expect(ages([[46004, null]], 46003)).toEqual([])
})

test('the latest time of the columns is that moment, also where it is a day', () => {
  expect(
    ages(
      [
        [46000, null],
        [46002, null],
      ],
      null,
    ),
  ).toEqual([2 * DAY, 0])
})

test('a case opened and closed at the same moment was never open', () => {
  expect(ages([[46000.5, 46000.5]], 46000.5)).toEqual([])
})

test('it agrees with a walk through the hours', () => {
  const hour = fc.integer({ min: 0, max: 100 })
  const some = fc.array(fc.tuple(hour, fc.option(hour)), { minLength: 1 })
  fc.assert(
    fc.property(some, hour, (pairs, until) => {
      const cases = pairs.map(([start, wait]) => [start, wait === null ? null : start + wait] as const)
      // Who has come in and not gone out at each stroke of the hour, with how many strokes each has heard since.
      const inside = new Map<number, number>()
      // A midnight is the whole day: who comes and goes in it has done so, but nobody grows older.
      const last = until % 24 === 0 ? until + 23 : until
      for (let now = 0; now <= last; now++) {
        if (now <= until) for (const [id, age] of inside) inside.set(id, age + 1)
        cases.forEach(([start], id) => start === now && inside.set(id, 0))
        cases.forEach(([, end], id) => end === now && inside.delete(id))
      }
      const sorted = (list: number[]) => list.sort((a, b) => a - b)
      const serials = cases.map(([start, end]) => [46000 + start / 24, end === null ? null : 46000 + end / 24] as const)
      const found = ages(serials, 46000 + until / 24).map((age) => age / 36e5)
      expect(sorted(found)).toEqual(sorted([...inside.values()]))
    }),
  )
})
