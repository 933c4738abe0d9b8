/** Eigenvalue a belongs to the vector vectors[a * size] … vectors[a * size + size - 1], of length 1. */
export interface Eigen {
  values: Float64Array
  vectors: Float64Array
}

/** Rounds of rotations. Convergence is quadratic: 6 to 10 are the rule. */
const MOST_SWEEPS = 60

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, row after row, by Jacobi's rotations, which keep the digits of the
 * small eigenvalues of a correlation matrix. Golub and Van Loan, “Matrix Computations”, 4th edition, 2013, section 8.5.
 */
export function eigen(symmetric: Float64Array, size: number): Eigen {
  const matrix = symmetric.slice()
  const vectors = new Float64Array(size * size)
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1
  for (let sweep = 0, rotated = true; rotated && sweep < MOST_SWEEPS; sweep++) {
    rotated = false
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotated = rotate(matrix, vectors, size, p, q) || rotated
    }
  }
  const values = new Float64Array(size)
  for (let i = 0; i < size; i++) values[i] = matrix[i * size + i]!
  return { values, vectors }
}

/** Makes the cells p, q and q, p zero, unless they already are next to the diagonal. Says whether it did. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): boolean {
  const apart = matrix[p * size + q]!
  const first = matrix[p * size + p]!
  const second = matrix[q * size + q]!
  if (Math.abs(apart) <= 1e-17 * Math.sqrt(Math.abs(first * second)) || Math.abs(apart) < 1e-30) return false
  const slope = (second - first) / (2 * apart)
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) turn(matrix, k * size + p, k * size + q, cosine, sine)
  for (let k = 0; k < size; k++) {
    turn(matrix, p * size + k, q * size + k, cosine, sine)
    turn(vectors, p * size + k, q * size + k, cosine, sine)
  }
  // Known without the rounding of the turns.
  matrix[p * size + p] = first - tangent * apart
  matrix[q * size + q] = second + tangent * apart
  matrix[p * size + q] = 0
  matrix[q * size + p] = 0
  return true
}

function turn(cells: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [a, b] = [cells[p]!, cells[q]!]
  cells[p] = cosine * a - sine * b
  cells[q] = sine * a + cosine * b
}
