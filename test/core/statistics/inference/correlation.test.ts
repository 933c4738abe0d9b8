import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  correlation,
  correlations,
  midRanks,
  standardised,
  standardOf,
  type RankRoom,
} from '../../../../core/statistics/inference/correlation.ts'
import { expectClose } from '../../../close.ts'

type Values = readonly number[]
const standard = (values: Values) => standardised(Float64Array.from(values))!
const pearson = (a: Values, b: Values) => correlation(standard(a), standard(b))
const ranks = (values: Values) => Array.from(midRanks(Float64Array.from(values)))
const spearman = (a: Values, b: Values) => pearson(ranks(a), ranks(b))

const mpg = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
  21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
]
const weight = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
]

test('it agrees with Microsoft’s examples of CORREL and PEARSON', () => {
  expectClose(pearson([3, 2, 4, 5, 6], [9, 7, 12, 15, 17]), 0.9970544855015815)
  expectClose(pearson([9, 7, 5, 3, 1], [10, 6, 1, 5, 3]), 0.6993786061802353)
})

test('it agrees with Anscombe’s first set (1973)', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
  expectClose(pearson(x, y), 0.81642051634484)
  expectClose(spearman(x, y), 0.818181818181818)
})

test('it agrees with R on weights and mileages of cars, with ties', () => {
  expectClose(pearson(mpg, weight), -0.867659376517228)
  expectClose(spearman(mpg, weight), -0.886422033270298)
})

test('equal values share the mean of their ranks', () => {
  expect(ranks([30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5])
  expect(ranks([5, 5, 5])).toEqual([2, 2, 2])
})

const values = fc.oneof(
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 }),
  fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 1, maxLength: 40 }),
  fc.array(fc.constantFrom(0, 1e-300, 1, 1 + 2 ** -52, 1.1, 1e9, 1e300), { minLength: 1, maxLength: 40 }),
)

test('a rank is one more than the smaller values and half the other equal ones', () => {
  fc.assert(
    fc.property(values, (list) => {
      const expected = list.map((value) => {
        const smaller = list.filter((other) => other < value).length
        const equal = list.filter((other) => other === value).length
        return smaller + (equal + 1) / 2
      })
      expect(ranks(list)).toEqual(expected)
    }),
  )
})

test('standardised columns have a mean of 0 and a length of 1, and there is none of values all alike', () => {
  const thousandths = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000)
  fc.assert(
    fc.property(fc.array(thousandths, { minLength: 1, maxLength: 40 }), (list) => {
      const found = standardised(Float64Array.from(list))
      if (list.every((value) => value === list[0])) expect(found).toBe(null)
      else {
        expect(found!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6)
        expect(found!.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 12)
      }
    }),
  )
  expect(standardised(Float64Array.of(0.1, 0.1, 0.1))).toBe(null)
})

test('very large and very small numbers do no harm', () => {
  expectClose(pearson([1e200, 2e200, 4e200], [1e-200, 2e-200, 4e-200]), 1)
  expectClose(pearson([1e9 + 1, 1e9 + 2, 1e9 + 4], [1, 2, 4]), 1)
})

test('the unit does not matter, the way does', () => {
  const [x, y] = [
    [1, 4, 2, 8, 5],
    [3, 1, 4, 1, 5],
  ]
  const turned = y.map((value) => 7 - 100 * value)
  expectClose(pearson(x, turned), -pearson(x, y))
  expectClose(spearman(x, turned), -spearman(x, y))
})

test('no correlation is 0 and not -0', () => {
  expect(Object.is(pearson([1, 2, 1, 2], [-1, -1, -3, -3]), 0)).toBe(true)
})

test('numbers as near to each other, or as far apart, as numbers go have their ranks', () => {
  const least = Number.MIN_VALUE
  const most = Number.MAX_VALUE
  expect(ranks([least, 0, least, 2 * least])).toEqual([2.5, 1, 2.5, 4])
  expect(ranks([most, -most, 0, most, -1, 1])).toEqual([5.5, 1, 3, 5.5, 2, 4])
})

test('all pairs at once have the correlations that they have alone, to the last bit', () => {
  const size = fc.record({ rows: fc.constantFrom(2, 3, 511, 512, 513, 1300), columns: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(
      size,
      fc.infiniteStream(fc.double({ min: -1e3, max: 1e3, noNaN: true })),
      ({ rows, columns }, stream) => {
        const random = Array.from({ length: columns }, () =>
          Float64Array.from({ length: rows }, () => stream.next().value!),
        )
        const varied = random.filter((values) => standardOf(values) !== null)
        const matrix = correlations(
          varied,
          varied.map((values) => standardOf(values)!),
        )
        const alone = varied.map((values) => standardised(values)!)
        const expected = alone.flatMap((a) => alone.map((b) => (a === b ? 1 : correlation(a, b))))
        expect(Array.from(matrix)).toEqual(expected)
      },
    ),
    { numRuns: 30 },
  )
})

test('columns may be ranked in the room of others, and standardised where they stand', () => {
  const columns = fc.array(fc.tuple(values, values), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(columns, (pairs) => {
      for (const [one, other] of pairs) {
        const rows = Math.min(one.length, other.length)
        const room: RankRoom = { ranks: new Float64Array(rows) }
        for (const list of [one.slice(0, rows), other.slice(0, rows), one.slice(0, rows)]) {
          expect(Array.from(midRanks(Float64Array.from(list), room))).toEqual(ranks(list))
          standardised(room.ranks, room.ranks)
        }
      }
    }),
  )
  const [here, elsewhere] = [Float64Array.of(1, 4, 2.5, 8), Float64Array.of(1, 4, 2.5, 8)]
  expect(standardised(here, here)).toEqual(standardised(elsewhere))
})

test('whole numbers far apart, below zero and beyond 2^53 have their ranks', () => {
  expect(ranks([-3, 0, -0, 70_000, -3])).toEqual([1.5, 3.5, 3.5, 5, 1.5])
  expect(ranks([2 ** 60, 2 ** 60 + 256, 2 ** 60])).toEqual([1.5, 3, 1.5])
})
