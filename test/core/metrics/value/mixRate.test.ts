import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mixRate } from '../../../../core/metrics/value/mixRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Segment = readonly [
  weightBefore: number | null,
  rateBefore: number | null,
  weightAfter: number | null,
  rateAfter: number | null,
]
const columns = (segments: readonly Segment[]) =>
  [0, 1, 2, 3].map((i) => column(...segments.map((segment) => segment[i as 0 | 1 | 2 | 3])))
const rows = (segments: readonly Segment[]) => (compute(mixRate, ...columns(segments)) as number[][]).slice(1)
const all = (segments: readonly Segment[]) => rows(segments)[segments.length]!.slice(1)

test('when only the rates change it is all rate, when only the weights change all mix', () => {
  expectClose(
    all([
      [1, 0.1, 1, 0.2],
      [3, 0.3, 3, 0.5],
    ]),
    [0, 0.175, 0.175],
  )
  expectClose(
    all([
      [50, 0.1, 75, 0.1],
      [50, 0.3, 25, 0.3],
    ]),
    [-0.05, 0, -0.05],
  )
})

test('a shift to a segment above the average helps, from one below as well', () => {
  // The blended rate goes from 0.2 to 0.25; each segment moves by a quarter, from or to 0.225.
  expectClose(
    rows([
      [50, 0.1, 25, 0.1],
      [50, 0.3, 75, 0.3],
    ]),
    [
      [1, 0.25 * 0.125, 0, 0.25 * 0.125],
      [2, 0.25 * 0.075, 0, 0.25 * 0.075],
      ['All', 0.05, 0, 0.05],
    ],
  )
})

test('both effects are the mean of taking the mix first and the rates first', () => {
  const segment = fc.tuple(
    fc.integer({ min: 1, max: 1000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 1000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
      const blended = (weight: 0 | 2, rate: 1 | 3) => {
        const total = segments.reduce((sum, segment) => sum + segment[weight], 0)
        return segments.reduce((sum, segment) => sum + (segment[weight] / total) * segment[rate], 0)
      }
      const mix = (blended(2, 1) - blended(0, 1) + blended(2, 3) - blended(0, 3)) / 2
      const rate = (blended(0, 3) - blended(0, 1) + blended(2, 3) - blended(2, 1)) / 2
      const table = rows(segments)
      const near = (actual: number, expected: number) => expect(Math.abs(actual - expected)).toBeLessThan(1e-12)
      const [, mixAll, rateAll, total] = table[segments.length]!
      near(mixAll!, mix)
      near(rateAll!, rate)
      near(total!, blended(2, 3) - blended(0, 1))
      // The segments add up to the whole, in each column and across.
      ;[1, 2, 3].forEach((column) => {
        const sum = table.slice(0, -1).reduce((sum, row) => sum + row[column]!, 0)
        near(sum, table[segments.length]![column]!)
      })
      for (const [, mix, rate, total] of table) near(mix! + rate!, total!)
    }),
  )
})

test('the unit of the weights does not matter, nor the order of the segments', () => {
  const segments: Segment[] = [
    [10, 0.2, 30, 0.25],
    [40, 0.1, 20, 0.3],
    [50, 0.5, 50, 0.4],
  ]
  const scaled = segments.map(([a, b, c, d]): Segment => [a! * 7, b, c! / 100, d])
  expectClose(rows(scaled), rows(segments), 1e-9)
  expectClose(all(segments.slice().reverse()), all(segments), 1e-9)
})

test('a segment that is new or gone changes the mix alone, whatever stands for the rate it did not have', () => {
  const gone = (rate: number | null): Segment[] => [
    [50, 0.1, 50, 0.1],
    [50, 0.3, 0, rate],
    [null, rate, 50, 0.5],
  ]
  const [first, second, third] = rows(gone(null))
  expectClose([first![2], second![2], third![2]], [0, 0, 0])
  expectClose(all(gone(null)), [0.1, 0, 0.1])
  expect(rows(gone(0))).toEqual(rows(gone(null)))
  expect(rows(gone(0.9))).toEqual(rows(gone(null)))
})

test('a row with nothing in it has no effect, and the ones below keep their number', () => {
  const table = rows([
    [50, 0.1, 75, 0.1],
    [null, null, null, null],
    [50, 0.3, 25, 0.5],
  ])
  expect(table[1]).toEqual([2, 0, 0, 0])
  expect(table.map(([segment]) => segment)).toEqual([1, 2, 3, 'All'])
})

test('headers are skipped', () => {
  const [weights, rates] = [column('Visitors', 1, 3), column('Rate', 0.1, 0.3)]
  expectClose((compute(mixRate, weights, rates, weights, rates) as unknown[][])[3], ['All', 0, 0, 0])
})

test('a rate that is missed is named with its row', () => {
  expect(
    failure(
      mixRate,
      ...columns([
        [50, 0.1, 75, 0.1],
        [50, 0.3, 25, null],
      ]),
    ),
  ).toBe('#VALUE! MIX_RATE: rates_after row 2 is blank, but its segment has a size')
})

test('no weight at all is #DIV/0!', () => {
  expect(
    failure(
      mixRate,
      ...columns([
        [0, 0.1, 1, 0.1],
        [0, 0.3, 1, 0.3],
      ]),
    ),
  ).toBe('#DIV/0! MIX_RATE: weights_before add up to 0')
})

test('wrong cells are named', () => {
  expect(failure(mixRate, ...columns([[1, 0.1, -1, 0.1]]))).toBe('#VALUE! MIX_RATE: weights_after has -1, below 0')
  expect(failure(mixRate, column(1, 2), column(0.1), column(1, 2), column(0.1, 0.2))).toBe(
    '#VALUE! MIX_RATE: weights_before has 2 rows and rates_before has 1, select the same rows in both',
  )
  expect(failure(mixRate, column(1), column('< 10%'), column(1), column(0.1))).toBe(
    '#VALUE! MIX_RATE: rates_before has “< 10%”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(mixRate, column(1, 2), column('10%', 0.2), column(1, '3'), column(0.1, '30%'))).toEqual(
    compute(mixRate, column(1, 2), column(0.1, 0.2), column(1, 3), column(0.1, 0.3)),
  )
})
