import { solvePositive } from './cholesky.ts'

/**
 * The coefficients of a least squares fit, none below 0, from the products of the columns with each other, row by row, and
 * with the data. A column that says the same as others gets 0. `likely` may name the columns that will hardly be 0, such as
 * those of a fit to much the same columns.
 * Lawson and Hanson, “Solving Least Squares Problems”, 1974, chapter 23.
 */
export function nonNegative(gram: Float64Array, moments: Float64Array, likely: readonly number[] = []): Float64Array {
  const n = moments.length
  let found: Float64Array = new Float64Array(n)
  let free: number[] = []
  const guess = likely.length > 0 ? solveFor(gram, moments, likely) : undefined
  if (guess && likely.every((i) => guess[i]! > 0)) [found, free] = [guess, [...likely]]
  // Columns that add nothing to those that are free.
  let barred: number[] = []
  for (let round = 0; round < 10 * n; round++) {
    const next = steepest(gram, moments, found, [...free, ...barred])
    if (next < 0) break
    let solved = solveFor(gram, moments, [...free, next])
    if (!solved || solved[next]! <= 0) {
      barred.push(next)
      continue
    }
    free.push(next)
    barred = []
    // Towards the solution up to where a coefficient becomes 0, then on without it.
    for (;;) {
      let share = 1
      let first = -1
      for (const i of free) {
        if (solved[i]! > 0) continue
        const way = found[i]! / (found[i]! - solved[i]!)
        if (first < 0 || way < share) [share, first] = [way, i]
      }
      if (first < 0) break
      found = found.map((value, i) => value + share * (solved![i]! - value))
      found[first] = 0
      free = free.filter((i) => i !== first)
      solved = solveFor(gram, moments, free) ?? found
    }
    found = solved
  }
  return found
}

/** The column along which the fit would gain most, as a share of its own size; -1 where none would gain. */
function steepest(gram: Float64Array, moments: Float64Array, found: Float64Array, without: readonly number[]): number {
  const n = moments.length
  let best = -1
  let most = 0
  for (let i = 0; i < n; i++) {
    const own = gram[i * n + i]!
    if (own === 0 || without.includes(i)) continue
    let rest = moments[i]!
    for (let k = 0; k < n; k++) rest -= gram[i * n + k]! * found[k]!
    if (rest <= 1e-13 * Math.abs(moments[i]!)) continue
    const gain = rest / Math.sqrt(own)
    if (gain > most) [most, best] = [gain, i]
  }
  return best
}

/** The solution in which only these coefficients are not 0. */
function solveFor(gram: Float64Array, moments: Float64Array, free: readonly number[]): Float64Array | undefined {
  const n = moments.length
  const part = new Float64Array(free.length ** 2)
  free.forEach((i, row) => free.forEach((k, column) => (part[row * free.length + column] = gram[i * n + k]!)))
  const sizes = free.map((i) => gram[i * n + i]!)
  const solved = solvePositive(
    part,
    sizes,
    free.map((i) => moments[i]!),
  )
  if (!solved) return undefined
  const all = new Float64Array(n)
  free.forEach((i, row) => (all[i] = solved[row]!))
  return all
}
