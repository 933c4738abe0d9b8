import { expect, test } from 'vitest'
import { solvePositive } from '../../../../core/statistics/numerics/cholesky.ts'
import { expectClose } from '../../../close.ts'

test('a positive definite system has its solution', () => {
  // By hand: 4x + 2y = 10 and 2x + 3y = 11.
  expectClose([...solvePositive([4, 2, 2, 3], [4, 3], [10, 11])!], [1, 3])
  expect([...solvePositive([], [], [])!]).toEqual([])
})

// python3 -c "import numpy as np; print(np.linalg.solve([[4,1,-2],[1,5,.5],[-2,.5,3]],[1,2,3]).tolist())"
test('it is the solution of numpy, and only the lower half is looked at', () => {
  const expected = [1.125, 0, 1.75]
  const found = solvePositive([4, 99, 99, 1, 5, 99, -2, 0.5, 3], [4, 5, 3], [1, 2, 3])!
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 14))
})

test('a matrix that is not positive definite has none', () => {
  expect(solvePositive([1, 2, 2, 4], [1, 4], [1, 1])).toBeUndefined()
  expect(solvePositive([1, 2, 2, 1], [1, 1], [1, 1])).toBeUndefined()
  expect(solvePositive([0], [0], [1])).toBeUndefined()
})
