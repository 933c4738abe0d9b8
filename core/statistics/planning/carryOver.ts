/**
 * What of the spend of all periods so far still works in each: a share `decay` of it is left in the next one, and nothing
 * before the first. With a weight of 1 each spend counts in full at first; with 1 - decay the weights add up to 1, so that
 * steady spend stays what it is. Broadbent, “One Way TV Advertisements Work”, Journal of the Market Research Society 21(3), 1979.
 */
export function carriedOver(spend: Float64Array, decay: number, weight: number): Float64Array {
  let left = 0
  return spend.map((amount) => (left = weight * amount + decay * left))
}

/** How carried-over spend whose weights add up to 1 changes with decay. */
export function slopeByDecay(spend: Float64Array, carried: Float64Array, decay: number): Float64Array {
  let slope = 0
  return spend.map((amount, i) => {
    slope = (i > 0 ? carried[i - 1]! : 0) - amount + decay * slope
    return slope
  })
}

/**
 * The share of the largest response that spend brings, half of it at `half`: Hill’s curve, which bends down from the start
 * with a shape of 1 and is S-shaped above it.
 */
export function saturation(spend: number, half: number, shape: number): number {
  return spend === 0 ? 0 : 1 / (1 + (half / spend) ** shape)
}
