import type { BetaGeometricNbd } from './betaGeometricNbd.ts'

/**
 * The chances that a customer who has not left places 1, 2, 3 … orders or more within a further time, as far as they
 * matter; none where a customer may place more than tens of thousands. The n-th order comes where the customer stays after
 * each of those before, and where one who never leaves would have placed n by then: both chances are those of customers
 * with this history, in the model of Fader, Hardie and Lee, Marketing Science 24(2), 2005.
 */
export function futureOrders(
  { r, alpha, a, b }: BetaGeometricNbd,
  frequency: number,
  age: number,
  time: number,
): number[] | undefined {
  const counts = negativeBinomial(r + frequency, time / (alpha + age))
  if (!counts) return undefined
  const chances: number[] = []
  let stayed = 1
  let fewer = 0
  for (let n = 1; n < counts.length; n++) {
    fewer += counts[n - 1]!
    const chance = stayed * (1 - fewer)
    if (chance < NEGLIGIBLE) break
    chances.push(chance)
    stayed *= (b + frequency + n - 1) / (a + b + frequency + n - 1)
  }
  return chances
}

const NEGLIGIBLE = 1e-12

/**
 * The chances of 0, 1, 2 … of a count that is Poisson with a mean that differs as a gamma distribution of this shape, and
 * is shape x ratio on average. From the most likely one in both directions, so that all are there where that of 0 is too
 * small for a number.
 */
function negativeBinomial(shape: number, ratio: number): Float64Array | undefined {
  // No count is likely beyond: the tail falls by ratio / (1 + ratio) with each, after ten deviations at the latest.
  const furthest = shape * ratio + 10 * Math.sqrt(shape * ratio * (1 + ratio)) + 30 * (1 + ratio)
  if (!(furthest < MOST_ORDERS)) return undefined
  const share = ratio / (1 + ratio)
  const most = Math.max(0, Math.floor((shape - 1) * ratio))
  const above = [1]
  for (let n = most; above[n - most]! > NEGLIGIBLE; n++) above.push((above[n - most]! * share * (shape + n)) / (n + 1))
  const chances = new Float64Array(most + above.length)
  chances.set(above, most)
  for (let n = most; n > 0 && chances[n]! > 0; n--) chances[n - 1] = (chances[n]! * n) / (share * (shape + n - 1))
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / total)
}

const MOST_ORDERS = 20000
