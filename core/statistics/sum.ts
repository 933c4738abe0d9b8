/**
 * The sum, or that of the distances from a value, with the rounding of each step carried along (Neumaier), so that cents of
 * a long column add up.
 */
export function sum(values: ArrayLike<number>, from = 0): number {
  let total = 0
  let lost = 0
  let inexact = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! - from
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
    if (value !== Math.floor(value)) inexact += Math.abs(value)
  }
  return settled(total + lost, inexact)
}

/**
 * A total, or 0 where it is no more than what numbers with decimals that add up to `inexact` leave behind: 80.29 + 10.13
 * - 90.42 is 0, though none of the three is stored as it is written. Whole numbers are, so of them nothing is dropped.
 */
export function settled(total: number, inexact: number): number {
  return Math.abs(total) <= RESIDUE * inexact ? 0 : total
}

/** Some hundred roundings; a cent beside amounts of a hundred thousand million. */
const RESIDUE = 2 ** -44
