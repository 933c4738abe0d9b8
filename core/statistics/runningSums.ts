import { settled } from './sum.ts'

/** Many sums at once, each with the rounding of its steps carried along (Neumaier), as sum() does for one. */
export interface RunningSums {
  add(at: number, value: number): void
  total(at: number): number
  totals(): Float64Array
}

export function runningSums(count: number): RunningSums {
  const sums = new Float64Array(count)
  const lost = new Float64Array(count)
  const inexact = new Float64Array(count)
  const total = (at: number): number => settled(sums[at]! + lost[at]!, inexact[at]!)
  return {
    add(at, value) {
      const total = sums[at]!
      const next = total + value
      lost[at]! += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
      sums[at] = next
      if (value !== Math.floor(value)) inexact[at]! += Math.abs(value)
    },
    total,
    totals: () => sums.map((_, at) => total(at)),
  }
}
