/**
 * The sum of the values of those `count` that rank highest. Where the last of them ranks like others, by less than
 * rounding, each of these counts for the same part, so that the order of rows tells nothing.
 */
export function sumOfHighest(ranks: Float64Array, values: Float64Array, count: number): number {
  const order = Float64Array.from(ranks.keys()).sort((a, b) => ranks[b]! - ranks[a]!)
  let total = 0
  for (let from = 0, to = 0; from < count && from < order.length; from = to) {
    const least = ranks[order[from]!]! - 1e-9 * Math.abs(ranks[order[from]!]!)
    let tied = 0
    while (to < order.length && ranks[order[to]!]! >= least) tied += values[order[to++]!]!
    total += tied * Math.min(1, (count - from) / (to - from))
  }
  return total
}
