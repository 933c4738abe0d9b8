/**
 * The p-values of several tests at once, each as large as it must be so that one below 5 % is found by chance in 5 % of
 * such tables, not of such rows. Holm, Scandinavian Journal of Statistics 6(2), 1979.
 */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, i) => i).sort((a, b) => chances[a]! - chances[b]!)
  const adjusted = new Array<number>(chances.length)
  let largest = 0
  order.forEach((at, rank) => {
    largest = Math.max(largest, Math.min(1, (chances.length - rank) * chances[at]!))
    adjusted[at] = largest
  })
  return adjusted
}
