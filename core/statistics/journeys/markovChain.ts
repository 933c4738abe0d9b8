import { CellError } from '../../cell.ts'
import type { Journeys } from './touchPaths.ts'

/** The work grows with the cube of their number: a spreadsheet would wait too long. */
const MOST_CHANNELS = 500

/**
 * The share of the conversions that would be lost without each channel. Journeys are read as a Markov chain of order 1:
 * from the start, and from each channel, customers move on to another channel, to a conversion or away, as often as they
 * did in the journeys. Without a channel, all who come to it go away. Journeys without a touch are no part of the chain;
 * where nobody converts, nothing is lost.
 * Anderl and others, International Journal of Research in Marketing 33(3), 2016, solved exactly.
 */
export function removalEffects(
  { channels, touches, start }: Journeys,
  conversions: Float64Array,
  nulls: Float64Array,
): Float64Array {
  const size = channels.length
  if (size > MOST_CHANNELS) {
    throw new CellError(
      '#VALUE!',
      `markov takes ${MOST_CHANNELS} channels at most, not ${size}; put small ones together`,
    )
  }
  // Customers who move from the start to k, from k to a conversion, away from k in all, and from i to k.
  const entering = new Float64Array(size)
  const converting = new Float64Array(size)
  const leaving = new Float64Array(size)
  const moving = new Float64Array(size * size)
  for (let j = 0; j + 1 < start.length; j++) {
    const customers = conversions[j]! + nulls[j]!
    const first = start[j]!
    const last = start[j + 1]! - 1
    if (customers === 0 || last < first) continue
    entering[touches[first]!]! += customers
    for (let k = first; k < last; k++) {
      // A repeat is a move from the channel to itself, which changes no chance of getting anywhere.
      if (touches[k] === touches[k + 1]) continue
      leaving[touches[k]!]! += customers
      moving[touches[k]! * size + touches[k + 1]!]! += customers
    }
    leaving[touches[last]!]! += customers
    converting[touches[last]!]! += conversions[j]!
  }

  const visits = expectedVisits(moving, leaving)
  const lost = new Float64Array(size)
  let all = 0
  for (let k = 0; k < size; k++) {
    let comers = 0
    let chance = 0
    for (let i = 0; i < size; i++) {
      comers += entering[i]! * visits[i * size + k]!
      if (leaving[i]! > 0) chance += (visits[k * size + i]! * converting[i]!) / leaving[i]!
    }
    // Who ever comes to k, once each, and converts from there.
    lost[k] = (comers / visits[k * size + k]!) * chance
    all += entering[k]! * chance
  }
  return all > 0 ? lost.map((conversions) => conversions / all) : lost
}

/**
 * How often someone at state i will be at state k, now included: the inverse of I - Q, row after row, where Q has the
 * shares of the moves. Gauss and Jordan's elimination without pivots: the diagonal dominates every row, and so nothing
 * but the diagonal is ever subtracted from. Everyone must be able to leave.
 */
export function expectedVisits(moving: Float64Array, leaving: Float64Array): Float64Array {
  const size = leaving.length
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const share = leaving[i]! > 0 ? moving[i * size + k]! / leaving[i]! : 0
      matrix[i * size + k] = (i === k ? 1 : 0) - share
    }
  }
  for (let k = 0; k < size; k++) {
    const pivot = matrix[k * size + k]!
    matrix[k * size + k] = 1
    for (let j = 0; j < size; j++) matrix[k * size + j]! /= pivot
    for (let i = 0; i < size; i++) {
      const factor = matrix[i * size + k]!
      if (i === k || factor === 0) continue
      matrix[i * size + k] = 0
      for (let j = 0; j < size; j++) matrix[i * size + j]! -= factor * matrix[k * size + j]!
    }
  }
  return matrix
}
