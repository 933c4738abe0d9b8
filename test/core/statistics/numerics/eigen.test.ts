import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eigen } from '../../../../core/statistics/numerics/eigen.ts'
import { expectClose } from '../../../close.ts'

test('two by two: the values are the mean give or take the root', () => {
  const { values } = eigen(Float64Array.of(2, 1, 1, 2), 2)
  expectClose(Array.from(values).sort(), [1, 3])
})

test('Wilkinson’s chain of springs has the values 2 - 2 cos(kπ / (n + 1))', () => {
  const size = 12
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    matrix[i * size + i] = 2
    if (i > 0) matrix[i * size + i - 1] = matrix[(i - 1) * size + i] = -1
  }
  const { values } = eigen(matrix, size)
  const expected = Array.from({ length: size }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (size + 1)))
  expectClose(
    Array.from(values).sort((a, b) => a - b),
    expected,
  )
})

test('vectors are of length 1, at right angles, and put together again they are the matrix', () => {
  const symmetric = fc.integer({ min: 1, max: 7 }).chain((size) =>
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }).map((cells) => {
      const matrix = Float64Array.from(cells)
      for (let i = 0; i < size; i++) for (let k = 0; k < i; k++) matrix[i * size + k] = matrix[k * size + i]!
      return { matrix, size }
    }),
  )
  fc.assert(
    fc.property(symmetric, ({ matrix, size }) => {
      const given = matrix.slice()
      const { values, vectors } = eigen(matrix, size)
      expect(matrix).toEqual(given)
      for (let i = 0; i < size; i++) {
        for (let k = 0; k < size; k++) {
          let product = 0
          let cell = 0
          for (let a = 0; a < size; a++) {
            product += vectors[i * size + a]! * vectors[k * size + a]!
            cell += values[a]! * vectors[a * size + i]! * vectors[a * size + k]!
          }
          expect(product).toBeCloseTo(i === k ? 1 : 0, 12)
          expect(cell).toBeCloseTo(given[i * size + k]!, 11)
        }
      }
    }),
  )
})

test('the small value of a nearly singular matrix keeps its digits', () => {
  // Exactly representable, so that 1 - r is exact.
  const r = 1 - 2 ** -40
  const { values } = eigen(Float64Array.of(1, r, r, 1), 2)
  expectClose(Math.min(...values), 2 ** -40)
})

test('a matrix that is diagonal already stays', () => {
  expect(Array.from(eigen(Float64Array.of(3, 0, 0, 0), 2).values)).toEqual([3, 0])
})

test('the unit matrix has the value 1 and the axes as vectors', () => {
  const unit = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1)
  const { values, vectors } = eigen(unit, 3)
  expect(Array.from(values)).toEqual([1, 1, 1])
  expect(vectors).toEqual(unit)
})
