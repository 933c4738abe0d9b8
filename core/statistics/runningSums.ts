import { settled } from './sum.ts'

/** Many sums at once, each with the rounding of its steps carried along (Neumaier), as sum() does for one. */
export interface RunningSums {
  add(at: number, value: number): void
  total(at: number): number
  totals(): Float64Array
}

export function runningSums(count: number): RunningSums {
  // The total of the steps, what they lost, and the size of what is not whole, side by side: a step has all at hand.
  const parts = new Float64Array(3 * count)
  const total = (at: number): number => settled(parts[3 * at]! + parts[3 * at + 1]!, parts[3 * at + 2]!)
  return {
    add(at, value) {
      const from = 3 * at
      const total = parts[from]!
      const next = total + value
      parts[from + 1]! += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
      parts[from] = next
      if (value !== Math.floor(value)) parts[from + 2]! += Math.abs(value)
    },
    total,
    totals: () => Float64Array.from({ length: count }, (_, at) => total(at)),
  }
}
