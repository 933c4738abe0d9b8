import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nonNegative } from '../../../../core/statistics/numerics/nonNegative.ts'
import { expectClose } from '../../../close.ts'
import { runs } from '../../../properties.ts'

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((total, value, i) => total + value * b[i]!, 0)
const columnsOf = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, k) => rows.map((row) => row[k]!))
const fit = (rows: readonly (readonly number[])[], data: readonly number[], likely?: readonly number[]) => {
  const columns = columnsOf(rows)
  const gram = Float64Array.from(columns.flatMap((a) => columns.map((b) => dot(a, b))))
  const moments = Float64Array.from(columns, (column) => dot(column, data))
  return [...nonNegative(gram, moments, likely)]
}

const rows = [
  [1, 2, 0, 1],
  [2, 1, 1, 0],
  [0, 3, 1, 2],
  [1, 0, 4, 1],
  [3, 1, 1, 1],
  [2, 2, 2, 0],
]

// python3 -c "from scipy.optimize import nnls; print(nnls(A, b)[0].tolist())"
test.each([
  [
    [4, 1, -3, 5, 2, 8],
    [1.0858208955223876, 0, 0.9514925373134333, 0],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [0.9306220095693779, 0.6220095693779906, 0.8827751196172251, 0],
  ],
  [
    [-1, -2, -3, -1, -2, -1],
    [0, 0, 0, 0],
  ],
  [
    [9, -4, 2, 0, 7, 1],
    [0.6097560975609759, 0.06707317073170704, 0, 2.335365853658537],
  ],
])('it is the fit of scipy’s nnls to %j', (data, expected) => {
  expectClose(fit(rows, data), expected, 1e-12)
})

const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 })).chain(([width, height]) =>
  fc.record({
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
    data: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: height, maxLength: height }),
  }),
)

test('none is below 0, the data pull no free one further and none that is 0 upwards', () => {
  fc.assert(
    fc.property(matrix, ({ rows, data }) => {
      const found = fit(rows, data)
      const residuals = data.map((value, i) => value - dot(rows[i]!, found))
      const size = 1 + Math.max(...data.map(Math.abs)) * 9
      columnsOf(rows).forEach((column, k) => {
        expect(found[k]).toBeGreaterThanOrEqual(0)
        const pull = dot(column, residuals)
        if (found[k]! > 1e-9) expect(Math.abs(pull)).toBeLessThan(1e-7 * size)
        else expect(pull).toBeLessThan(1e-7 * size)
      })
    }),
    { numRuns: runs() },
  )
})

test('a guess of the columns that are not 0 changes nothing', () => {
  fc.assert(
    fc.property(matrix, fc.array(fc.nat(5), { maxLength: 6 }), ({ rows, data }, guess) => {
      const likely = [...new Set(guess)].filter((k) => k < rows[0]!.length)
      const residual = (found: readonly number[]) =>
        data.reduce((total, value, i) => total + (value - dot(rows[i]!, found)) ** 2, 0)
      expect(Math.abs(residual(fit(rows, data, likely)) - residual(fit(rows, data)))).toBeLessThan(1e-8)
    }),
  )
})

test('of two columns alike one has it all', () => {
  expectClose(
    fit(
      [
        [1, 1],
        [2, 2],
      ],
      [2, 4],
    ),
    [2, 0],
  )
  expect(
    fit(
      [
        [0, 1],
        [0, 2],
      ],
      [2, 4],
    ),
  ).toEqual([0, 2])
})
