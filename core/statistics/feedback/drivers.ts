import { eigen } from '../numerics/eigen.ts'

/** What each driver has to do with the outcome beside the others. */
export interface DriverModel {
  /** Standardised regression coefficients; not a number where others say exactly the same. */
  effects: Float64Array
  /** Johnson's relative weights, which add up to R². */
  weights: Float64Array
  /** Variance inflation factors: how much more uncertain the others make an effect. Infinity where they say the same. */
  inflation: Float64Array
  /** The other drivers that a driver follows from exactly, together. */
  companions: readonly (readonly number[])[]
}

/** Less of a driver than this does not follow from the others: rounding of the data would leave more. */
const NOTHING = 1e-10

/**
 * Multiple regression of a standardised outcome on standardised drivers, and Johnson's relative weights, both from the
 * eigenvectors of the drivers' correlation matrix, row by row, and their correlations with the outcome. Directions in which nothing varies are left out of both, so that the
 * weights are there, and do not depend on the order of the drivers, even where effects cannot be told apart.
 * Johnson, Multivariate Behavioral Research 35(1), 2000.
 */
export function driverModel(matrix: Float64Array, withOutcome: Float64Array): DriverModel {
  const size = withOutcome.length
  const { values, vectors } = eigen(matrix, size)

  const effects = new Float64Array(size)
  const inflation = new Float64Array(size)
  // The drivers' nearest independent likeness: how it correlates with the outcome, and with the drivers.
  const likeness = new Float64Array(size)
  const root = new Float64Array(size * size)
  // What no driver varies in.
  const empty = new Float64Array(size * size)
  for (let a = 0; a < size; a++) {
    const vector = vectors.subarray(a * size, (a + 1) * size)
    const value = values[a]!
    const varies = value > NOTHING
    const along = vector.reduce((sum, share, i) => sum + share * withOutcome[i]!, 0)
    for (let i = 0; i < size; i++) {
      const share = vector[i]!
      if (varies) {
        effects[i]! += (share * along) / value
        inflation[i]! += share ** 2 / value
        likeness[i]! += (share * along) / Math.sqrt(value)
      }
      const into = varies ? root : empty
      const scale = varies ? Math.sqrt(value) : 1
      for (let k = 0; k < size; k++) into[i * size + k]! += share * vector[k]! * scale
    }
  }

  const weights = new Float64Array(size)
  const drivers = Array.from(withOutcome.keys())
  const companions = drivers.map((i) => {
    for (let k = 0; k < size; k++) weights[i]! += (root[i * size + k]! * likeness[k]!) ** 2
    if (empty[i * size + i]! < NOTHING) return []
    effects[i] = NaN
    inflation[i] = Infinity
    return drivers.flatMap((k) => (k !== i && Math.abs(empty[i * size + k]!) > NOTHING ? [k] : []))
  })
  return { effects, weights, inflation, companions }
}
