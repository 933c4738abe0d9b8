import { different, joined, valuesWhere } from '../picking.ts'

/** How long each of a group has been observed, and whether the event came then (1) or was still to come (0). */
export interface Observed {
  durations: Float64Array
  ended: Uint8Array
}

/** What has happened in each group, and what would have been expected if all groups were alike. */
export interface LogRank {
  events: Float64Array
  expected: Float64Array
  /** Of the events of two groups, row by row: hypergeometric, as events of one time are drawn without replacement. */
  covariance: Float64Array
}

/**
 * Who has had the event in each group against who would have, had all who were still observed at that time been as likely.
 * Mantel, Cancer Chemotherapy Reports 50(3), 1966; Peto and Peto, Journal of the Royal Statistical Society A 135(2), 1972.
 */
export function logRank(groups: readonly Observed[]): LogRank {
  const size = groups.length
  const order = groups.map(({ durations }) => durations.slice().sort())
  const happened = groups.map(({ durations, ended }) => valuesWhere(durations, (i) => ended[i] === 1).sort())
  const events = Float64Array.from(happened, (times) => times.length)
  const expected = new Float64Array(size)
  const covariance = new Float64Array(size * size)
  const share = new Float64Array(size)
  const left = new Int32Array(size)
  const counted = new Int32Array(size)
  for (const time of distinct(happened)) {
    let atRisk = 0
    let count = 0
    for (let g = 0; g < size; g++) {
      while (left[g]! < order[g]!.length && order[g]![left[g]!]! < time) left[g]!++
      share[g] = order[g]!.length - left[g]!
      atRisk += share[g]!
      for (; happened[g]![counted[g]!] === time; counted[g]!++) count++
    }
    const weight = atRisk > 1 ? (count * (atRisk - count)) / (atRisk - 1) : 0
    for (let g = 0; g < size; g++) {
      share[g]! /= atRisk
      expected[g]! += count * share[g]!
      covariance[g * size + g]! += weight * share[g]! * (1 - share[g]!)
      for (let h = 0; h < g; h++) covariance[g * size + h]! -= weight * share[g]! * share[h]!
    }
  }
  for (let g = 0; g < size; g++) for (let h = 0; h < g; h++) covariance[h * size + g] = covariance[g * size + h]!
  return { events, expected, covariance }
}

/**
 * The square of how far all groups are from what was expected of them, measured by its covariance, and how many of them
 * may differ freely; 0 where the groups were never observed together. Those that follow from the others, as the last one
 * always does, are passed over in Cholesky’s elimination.
 */
export function logRankChiSquare({ events, expected, covariance }: LogRank): { statistic: number; freedom: number } {
  const size = events.length
  const rows = Float64Array.from(covariance)
  const rest = events.map((count, g) => count - expected[g]!)
  let statistic = 0
  let freedom = 0
  for (let k = 0; k < size; k++) {
    const pivot = rows[k * size + k]!
    if (pivot <= ROUNDING * covariance[k * size + k]!) continue
    statistic += rest[k]! ** 2 / pivot
    freedom++
    for (let i = k + 1; i < size; i++) {
      const factor = rows[i * size + k]! / pivot
      rest[i]! -= factor * rest[k]!
      for (let j = k + 1; j <= i; j++) rows[i * size + j]! -= factor * rows[j * size + k]!
    }
  }
  return { statistic, freedom }
}

/** What is left of a variance by rounding alone. */
const ROUNDING = 1e-9

/** The different times of all groups, the first one first. */
function distinct(times: readonly Float64Array[]): Float64Array {
  return different(joined(times).sort())
}
