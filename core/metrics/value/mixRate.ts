import { numberColumn } from '../../arguments/index.ts'
import { CellError, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const mixRate = metric(
  {
    name: 'MIX_RATE',
    summary:
      'Why a blended rate moved: how much because the mix of segments changed (mix_effect), and how much because the rates within them did (rate_effect). The effects of all segments add up to the whole change. A segment that is new or gone only changes the mix: the rate on the side where its size is 0 does not count.',
    questions: [
      'Why did the overall rate change?',
      'Is it the mix or the rates?',
      'Did conversion fall or did the traffic change?',
    ],
    args: [
      numberColumn('weights_before', 'Size of each segment before, such as visitors; shares or counts. Blank is 0.', {
        min: 0,
        blank: 'kept',
      }),
      numberColumn('rates_before', 'Rate of each segment before. May be blank where the size is 0.', { blank: 'kept' }),
      numberColumn('weights_after', 'Size of each segment after. Blank is 0.', { min: 0, blank: 'kept' }),
      numberColumn('rates_after', 'Rate of each segment after. May be blank where the size is 0.', { blank: 'kept' }),
    ],
    returns: {
      chart: { kind: 'column', title: 'Effects of mix and rate', columns: ['mix_effect', 'rate_effect'] },
      table: [
        { name: 'segment', unit: 'count' },
        { name: 'mix_effect', unit: 'fraction' },
        { name: 'rate_effect', unit: 'fraction' },
        { name: 'total', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [[50], [50]],
          [[0.1], [0.3]],
          [[75], [25]],
          [[0.1], [0.5]],
        ],
        gives: [
          ['segment', 'mix_effect', 'rate_effect', 'total'],
          [1, -0.025, 0, -0.025],
          [2, -0.05, 0.075, 0.025],
          ['All', -0.075, 0.075, 0],
        ],
      },
      {
        cells: [
          [[0], [0]],
          [[0.1], [0.3]],
          [[1], [1]],
          [[0.1], [0.3]],
        ],
        gives: '#DIV/0!',
      },
    ],
    source:
      'Midpoint (Marshall-Edgeworth) decomposition of a weighted mean; Kitagawa, Journal of the American Statistical Association 50(272), 1955.',
  },
  (weightsBefore, ratesBefore, weightsAfter, ratesAfter) => {
    const before = shares(weightsBefore, 'weights_before')
    const after = shares(weightsAfter, 'weights_after')
    // A segment with no weight has no rate of its own, whatever stands there: it takes the other side's.
    const rateBefore = rates(before, ratesBefore, ratesAfter, 'rates_before')
    const rateAfter = rates(after, ratesAfter, ratesBefore, 'rates_after')
    const blended = (share: Float64Array, rate: Float64Array) => sum(share.map((value, i) => value * rate[i]!))
    const [start, end] = [blended(before, rateBefore), blended(after, rateAfter)]
    const typical = (start + end) / 2
    // Plus 0: a negative number times 0 is -0, which some hosts show.
    const mix = after.map((share, i) => (share - before[i]!) * ((rateBefore[i]! + rateAfter[i]!) / 2 - typical) + 0)
    const rate = after.map((share, i) => (rateAfter[i]! - rateBefore[i]!) * ((share + before[i]!) / 2) + 0)
    const rateEffect = sum(rate)
    return [
      ['segment', 'mix_effect', 'rate_effect', 'total'],
      ...Array.from(mix, (effect, i): Scalar[] => [i + 1, effect, rate[i]!, effect + rate[i]!]),
      ['All', end - start - rateEffect, rateEffect, end - start],
    ]
  },
)

function shares(weights: Float64Array, name: string): Float64Array {
  const known = weights.map((weight) => (Number.isNaN(weight) ? 0 : weight))
  const total = sum(known)
  if (total === 0) throw new CellError('#DIV/0!', `${name} add up to 0`)
  return known.map((weight) => weight / total)
}

function rates(share: Float64Array, own: Float64Array, others: Float64Array, name: string): Float64Array {
  return own.map((rate, i) => {
    if (share[i] === 0) return Number.isNaN(others[i]!) ? 0 : others[i]!
    if (Number.isNaN(rate)) throw wrongValue(name, i, 'is blank, but its segment has a size')
    return rate
  })
}
