/**
 * The p-values of several tests, each as it counts when all are looked at: the smallest times their number, the next
 * times one less, and so on, none below one before it. Holm, Scandinavian Journal of Statistics 6(2), 1979.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!)
  const adjusted = new Array<number>(pValues.length)
  let largest = 0
  order.forEach((i, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[i]!))
    adjusted[i] = largest
  })
  return adjusted
}
