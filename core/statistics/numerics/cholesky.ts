/**
 * The solution of a symmetric system of equations, given row by row, of which only the lower half is looked at; undefined
 * where the matrix is not positive definite. `sizes` says for each row what its pivot is the rest of: one that is no more
 * than rounding of it is 0. Golub and Van Loan, “Matrix Computations”, 4th edition, 2013, section 4.2.
 */
export function solvePositive(
  symmetric: ArrayLike<number>,
  sizes: ArrayLike<number>,
  right: ArrayLike<number>,
): Float64Array | undefined {
  const n = right.length
  const root = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = symmetric[i * n + j]!
      for (let k = 0; k < j; k++) rest -= root[i * n + k]! * root[j * n + k]!
      if (i > j) root[i * n + j] = rest / root[j * n + j]!
      else if (rest > 1e-14 * Math.abs(sizes[i]!)) root[i * n + i] = Math.sqrt(rest)
      else return undefined
    }
  }
  const solution = Float64Array.from(right)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) solution[i]! -= root[i * n + k]! * solution[k]!
    solution[i]! /= root[i * n + i]!
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) solution[i]! -= root[k * n + i]! * solution[k]!
    solution[i]! /= root[i * n + i]!
  }
  return solution.every(Number.isFinite) ? solution : undefined
}
