import quickselect from 'quickselect'

/** The quantile of type 7, as PERCENTILE.INC gives it. `sorted` goes up; `p` is from 0 to 1. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p
  const below = Math.floor(at)
  const low = sorted[below]!
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!
  return low + (high - low) * (at - below)
}

/** The same of values in any order, which are left in another one: only the two that it lies between find their places. */
export function quantileOf(values: Float64Array, p: number): number {
  // It moves numbers within whatever holds them, and asks no more of a list.
  const list = values as unknown as number[]
  const below = Math.floor((values.length - 1) * p)
  quickselect(list, below)
  if (below + 1 < values.length) quickselect(list, below + 1, below + 1)
  return quantile(values, p)
}
