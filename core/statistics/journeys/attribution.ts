import { CellError } from '../../cell.ts'
import type { ResultColumn, Scalar } from '../../metric.ts'
import { sortedCodes } from '../groups.ts'
import { removalEffects } from './markovChain.ts'
import { sum } from '../sum.ts'
import type { Journeys } from './touchPaths.ts'

export const attributionModels = ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'] as const
export type AttributionModel = (typeof attributionModels)[number]

/** What each channel is credited with. */
export const creditColumns: readonly ResultColumn[] = [
  { name: 'channel', unit: 'text' },
  { name: 'credit', unit: 'ratio' },
  { name: 'share', unit: 'fraction' },
]
/** And the money of it, where conversions have values. */
export const valueColumn: ResultColumn = { name: 'value', unit: 'money' }

export const modelChoices: Readonly<Record<AttributionModel, string>> = {
  first: 'all to the first touch',
  last: 'all to the last touch',
  linear: 'every touch alike, repeats count',
  position: '40% to the first touch, 40% to the last, 20% to those between; half each where there are two',
  decay: 'the closer to the conversion, the more',
  markov: 'by the share of conversions that would be lost without the channel',
  shapley: 'every channel of a path alike, repeats do not count',
}

/** Receives the credit of journeys without a touch. */
const UNATTRIBUTED = '(unattributed)'

/** What credit goes to: the channels, and last whatever has journeys without a touch. */
export function creditedNames({ channels, start }: Journeys): string[] {
  const untouched = start.some((first, j) => start[j + 1] === first)
  return untouched && !channels.includes(UNATTRIBUTED) ? [...channels, UNATTRIBUTED] : channels
}

/**
 * Shares out amounts, one for each journey, over the credited names by the weights of a model. Conversions and nulls (the
 * customers of a journey who did and did not convert) only matter to markov, the half-life, in the unit of the journeys'
 * distances, to decay. The removal effects of markov need not be found again where they are known.
 */
export function crediting(
  journeys: Journeys,
  model: AttributionModel,
  conversions: Float64Array,
  nulls: Float64Array,
  halfLife: number,
  effects = model === 'markov' ? removalEffects(journeys, conversions, nulls) : null,
): (amounts: Float64Array) => Float64Array {
  const { touches, start } = journeys
  const names = creditedNames(journeys)
  const unattributed = names.lastIndexOf(UNATTRIBUTED)
  const weights = model === 'markov' ? null : touchWeights(journeys, model, halfLife)
  return (amounts) => {
    const credits = new Float64Array(names.length)
    let touched = 0
    for (let j = 0; j < amounts.length; j++) {
      const amount = amounts[j]!
      if (start[j] === start[j + 1]) credits[unattributed]! += amount
      else if (weights) for (let k = start[j]!; k < start[j + 1]!; k++) credits[touches[k]!]! += amount * weights[k]!
      else touched += amount
    }
    if (effects) shareOut(touched, effects, credits)
    return credits
  }
}

function shareOut(amount: number, effects: Float64Array, credits: Float64Array): void {
  const total = sum(effects)
  if (total === 0 && amount !== 0) {
    throw new CellError('#NUM!', 'no path with a touch has conversions, so markov cannot share out its value')
  }
  if (total > 0) effects.forEach((effect, k) => (credits[k]! += (amount * effect) / total))
}

/** The share of its journey's credit that each touch has. */
function touchWeights(
  { channels, touches, start, distance }: Journeys,
  model: Exclude<AttributionModel, 'markov'>,
  halfLife: number,
): Float64Array {
  const weights = new Float64Array(touches.length)
  const seenIn = new Int32Array(channels.length).fill(-1)
  for (let j = 0; j + 1 < start.length; j++) {
    const first = start[j]!
    const last = start[j + 1]! - 1
    const between = last - first - 1
    let total = 0
    for (let k = first; k <= last; k++) {
      let weight = 1
      if (model === 'first') weight = k === first ? 1 : 0
      else if (model === 'last') weight = k === last ? 1 : 0
      else if (model === 'position' && between > 0) weight = k === first || k === last ? 0.4 : 0.2 / between
      // Measured from the last touch, whose weight is 1: the scale cancels out, and nothing vanishes.
      else if (model === 'decay') weight = 2 ** ((distance[last]! - distance[k]!) / halfLife)
      else if (model === 'shapley') {
        // Among the coalitions that hold all channels of a journey, every one of them is needed alike.
        weight = seenIn[touches[k]!] === j ? 0 : 1
        seenIn[touches[k]!] = j
      }
      weights[k] = weight
      total += weight
    }
    for (let k = first; k <= last; k++) weights[k]! /= total
  }
  return weights
}

/** The names by credit, the highest first; equal ones in reading order. */
export function byCredit(names: string[], credits: Float64Array): number[] {
  const order = sortedCodes({ codes: new Int32Array(0), labels: names })
  return order.sort((a, b) => credits[b]! - credits[a]!)
}

/**
 * The table of ATTRIBUTION: channel, credit, share, the removal effect of each channel where they are given, and value where
 * there are values. What is no channel has no removal effect.
 */
export function creditTable(
  names: string[],
  credits: Float64Array,
  values: Float64Array | null,
  effects: Float64Array | null = null,
): Scalar[][] {
  const total = sum(credits)
  const more = (effect: Scalar, value: Scalar): Scalar[] => [...(effects ? [effect] : []), ...(values ? [value] : [])]
  return [
    ['channel', 'credit', 'share', ...more('removal_effect', 'value')],
    ...byCredit(names, credits).map((k): Scalar[] => [
      names[k]!,
      credits[k]!,
      credits[k]! / total,
      ...more(effects?.[k] ?? '', values?.[k] ?? ''),
    ]),
  ]
}
