/** Many sums at once, each with the rounding of its steps carried along (Neumaier), as sum() does for one. */
export interface RunningSums {
  add(at: number, value: number): void
  totals(): Float64Array
}

export function runningSums(count: number): RunningSums {
  const sums = new Float64Array(count)
  const lost = new Float64Array(count)
  return {
    add(at, value) {
      const total = sums[at]!
      const next = total + value
      lost[at]! += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
      sums[at] = next
    },
    totals: () => sums.map((total, at) => total + lost[at]!),
  }
}
