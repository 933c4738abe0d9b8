/** The response to spend of one channel, most * spend / (spend + half), and between what its spend may lie. */
export interface SpendCurve {
  half: number
  most: number
  least: number
  limit: number
}

/** What spend brings in each period. */
export function responseOf({ half, most }: Pick<SpendCurve, 'half' | 'most'>, spend: number): number {
  return most === 0 ? 0 : (most * spend) / (spend + half)
}

/**
 * The split of a budget with the highest response of all, exactly. As each further unit brings less, it is the one at which
 * the next unit brings the same, 1 / u², in every channel within its limits: there a channel spends √(half * most) u - half.
 * All spend together is then a straight line in u from one bend, where a channel leaves or meets a limit, to the next.
 * `budget` lies between the sums of the limits. Channels without a response get what no other may take, the first ones first.
 */
export function splitBudget(curves: readonly SpendCurve[], budget: number): Float64Array {
  const steepness = curves.map(({ half, most }) => Math.sqrt(half * most))
  const bendsOf = ({ half, least, limit }: SpendCurve, i: number) =>
    [least, limit].map((spend) => (spend + half) / steepness[i]!) as [number, number]
  const bends = curves.flatMap((curve, i) => (curve.most > 0 ? bendsOf(curve, i) : [])).sort((a, b) => a - b)
  const spendAt = (u: number) =>
    Float64Array.from(curves, ({ half, most, least, limit }, i) =>
      most > 0 ? Math.min(limit, Math.max(least, steepness[i]! * u - half)) : least,
    )
  const next = bends.findIndex((u) => total(spendAt(u)) > budget)
  const [from, to] = next < 0 ? [bends[bends.length - 1] ?? 0, Infinity] : [bends[next - 1] ?? 0, bends[next]!]
  const spend = spendAt(from)
  const isFree = curves.map((curve, i) => {
    if (curve.most === 0) return false
    const [first, last] = bendsOf(curve, i)
    return first <= from && last >= to
  })
  if (!isFree.includes(true)) return filledUp(curves, spend, budget - total(spend))
  const sumOf = (valueOf: (i: number) => number) => total(curves.map((_, i) => valueOf(i)))
  const fixed = sumOf((i) => (isFree[i] ? -curves[i]!.half : spend[i]!))
  return spendAt((budget - fixed) / sumOf((i) => (isFree[i] ? steepness[i]! : 0)))
}

/** The spend with what is left given to channels without a response. */
function filledUp(curves: readonly SpendCurve[], spend: Float64Array, left: number): Float64Array {
  let rest = left
  return spend.map((amount, i) => {
    const { most, limit } = curves[i]!
    const more = most > 0 ? 0 : Math.min(Math.max(0, rest), limit - amount)
    rest -= more
    return amount + more
  })
}

function total(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum
}
