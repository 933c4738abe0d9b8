import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capacityUse } from '../../../../core/metrics/reliability/capacityUse.ts'
import { CellError } from '../../../../core/cell.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'

test('34 of 40 places booked, 4 of them for people who did not come: 75 % are used', () => {
  expect(compute(capacityUse, 34, 40, 4)).toBe(0.75)
  expect(compute(capacityUse, 34, 40)).toBe(0.85)
})

test('rows are added up before they are divided: it is no mean of the days', () => {
  expect(compute(capacityUse, column(2, 90), column(10, 100))).toBeCloseTo(92 / 110, 15)
})

test('more than 100 % is overbooking, on one day or on all', () => {
  expect(compute(capacityUse, column(24, 12), column(20, 20))).toBe(0.9)
  expect(compute(capacityUse, 44, 40)).toBe(1.1)
})

test('hours do as well as places, and a shift that was not planned has none available', () => {
  expectClose(compute(capacityUse, column(37.5, 4), column(40, 0)), 41.5 / 40)
})

test('it agrees with places counted one by one, in any order, and lies between the best and the worst day', () => {
  const day = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.nat(30))
    .map(([booked, available, missed]) => [booked, available, Math.min(booked, missed)] as const)
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (days) => {
      const run = (list: typeof days) =>
        compute(
          capacityUse,
          column(...list.map(([booked]) => booked)),
          column(...list.map(([, available]) => available)),
          column(...list.map(([, , missed]) => missed)),
        ) as number
      let used = 0
      let places = 0
      for (const [booked, available, missed] of days) {
        for (let place = missed; place < booked; place++) used++
        for (let place = 0; place < available; place++) places++
      }
      expectClose(run(days), used / places)
      expect(run(days.slice().reverse())).toBe(run(days))
      const alone = days.map((one) => run([one]))
      expect(run(days)).toBeGreaterThanOrEqual(Math.min(...alone) - 1e-12)
      expect(run(days)).toBeLessThanOrEqual(Math.max(...alone) + 1e-12)
    }),
  )
})

test('a row without booked or available is left out, a blank no_shows is none', () => {
  for (const blank of [null, '', ' ', 'n/a', '-']) {
    expect(compute(capacityUse, column(8, blank, 6), column(10, 10, 10)), String(blank)).toBe(0.7)
    expect(compute(capacityUse, column(8, 5, 6), column(10, blank, 10)), String(blank)).toBe(0.7)
    expect(compute(capacityUse, column(8, 6), column(10, 10), column(blank, 2)), String(blank)).toBe(0.6)
  }
  // 0 is a day on which nobody booked, or the blank of an Excel that sends blanks so.
  expect(compute(capacityUse, column(8, 0, 6), column(10, 10, 10))).toBeCloseTo(14 / 30, 15)
  expect(compute(capacityUse, column(8, 6), column(10, 10), column(0, 2))).toBe(0.6)
  expect(compute(capacityUse, 8, 10, null)).toBe(0.8)
})

test('whole columns with titles, numbers as text and blank rows at the end', () => {
  const booked = column('Booked slots', ' 1,018.0', '18', null, null)
  const available = column('Available', '1,200.0', 20, null, null)
  const missed = column('No-shows', "'18", null, null, null)
  expectClose(compute(capacityUse, booked, available, missed), 1018 / 1220)
  expectClose(compute(capacityUse, column('Hours', '37,5', '40,25'), column('Plan', 40, 40)), 77.75 / 80)
})

test('METRIC_BY gives the use of each room', () => {
  expect(
    compute(metricBy, 'CAPACITY_USE', column('A', 'B', 'A'), column(8, 3, 10), column(10, 10, 10), column(1, null, 2)),
  ).toEqual([
    ['segment', 'rows', 'CAPACITY_USE'],
    ['A', 2, 0.75],
    ['B', 1, 0.3],
  ])
})

test('wrong cells are named', () => {
  expect(failure(capacityUse, column(8, 5), column(10, 10), column(1, 6))).toBe(
    '#VALUE! CAPACITY_USE: no_shows row 2 has 6, more than booked (5)',
  )
  expect(failure(capacityUse, 0, 0)).toBe('#DIV/0! CAPACITY_USE: available is 0, so nothing could be booked')
  expect(failure(capacityUse, column(1, -2), column(3, 3))).toBe('#VALUE! CAPACITY_USE: booked row 2 has -2, below 0')
  expect(failure(capacityUse, column(1, 2), column(3))).toBe(
    '#VALUE! CAPACITY_USE: booked has 2 rows and available has 1, select the same rows in both',
  )
  expect(failure(capacityUse, column(1, 'full'), column(3, 3))).toBe(
    '#VALUE! CAPACITY_USE: booked row 2 has “full”, write the number that was booked, 0 for none, or clear the cell to leave the row out',
  )
  expect(failure(capacityUse, column(1, 2), column(3, 3), column(null, 'yes'))).toBe(
    '#VALUE! CAPACITY_USE: no_shows row 2 has “yes”, write how many did not come, or clear the cell',
  )
  expect(compute(capacityUse, column(1, 2), column(3, 'closed'))).toBe(1 / 3)
  expect(failure(capacityUse, column(null, 1), column(3, 'closed'))).toBe(
    '#N/A CAPACITY_USE: booked and available have no complete row',
  )
  expect(failure(capacityUse, 5)).toBe('#VALUE! CAPACITY_USE: available is missing')
  expect(failure(capacityUse, column(1, '5 of 8'), column(3, 3))).toBe(
    '#VALUE! CAPACITY_USE: booked row 2 has “5 of 8”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(capacityUse, column(1, '2026-03-01'), column(3, 3))).toMatch(
    /^#VALUE! .* booked row 2 has “2026-03-01”/,
  )
  expect(failure(capacityUse, column(1, new CellError('#REF!', '')), column(3, 3))).toBe(
    '#REF! CAPACITY_USE: booked row 2 is #REF!',
  )
})
