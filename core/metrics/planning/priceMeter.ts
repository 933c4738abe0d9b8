import { choice, counts, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar, type Table } from '../../metric.ts'
import { rowsWhere } from '../../statistics/picking.ts'
import {
  countAt,
  meetingPrice,
  priceCurves,
  type PriceCurve,
  type PriceCurves,
} from '../../statistics/planning/priceMeter.ts'

export const priceMeter = metric(
  {
    name: 'PRICE_METER',
    summary:
      'Which prices people accept, from four questions to each of them (the Price Sensitivity Meter of Van Westendorp): the lowest and the highest acceptable price, the optimal one, at which as many find it too cheap as too expensive, and the indifferent one, at which as many find it cheap as expensive; with the share that calls each of these prices so. People whose four prices do not rise are left out and counted in the last row. It knows neither costs nor rivals, nor how many would really buy.',
    questions: [
      'What price should we charge?',
      'How much are customers willing to pay for a new product?',
      'What is their willingness to pay?',
      'Which price is too cheap and which too expensive?',
      'Van Westendorp price sensitivity survey',
    ],
    args: [
      numberColumn(
        'too_cheap',
        'Price of each person below which they would doubt the quality. A row with a blank in any of the four columns is left out.',
        { min: 0 },
      ),
      numberColumn('cheap', 'Price at which it is a bargain to them.', { min: 0 }),
      numberColumn('expensive', 'Price at which it begins to be expensive, so that they have to think.', { min: 0 }),
      numberColumn('too_expensive', 'Price from which they would not buy it.', { min: 0 }),
      choice('output', 'What the rows are.', {
        points: 'the four points',
        curves: 'every price that was named, for a chart, with the points between them',
      }),
      choice('range', 'Which curves meet at the lowest and highest acceptable price.', {
        original: 'too cheap and not cheap, too expensive and not expensive, as in the paper of 1976',
        narrower: 'too cheap and expensive, too expensive and cheap, as many institutes do',
      }),
      counts(),
    ],
    returns: {
      chart: {
        kind: 'line',
        title: 'Share of people by price',
        columns: ['too_cheap', 'cheap', 'expensive', 'too_expensive'],
      },
      table: [
        { name: 'price', unit: 'money' },
        { name: 'too_cheap', unit: 'fraction' },
        { name: 'cheap', unit: 'fraction' },
        { name: 'expensive', unit: 'fraction' },
        { name: 'too_expensive', unit: 'fraction' },
        { name: 'point', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[2], [3], [4], [5], [9]],
          [[4], [5], [6], [8], [3]],
          [[7], [8], [9], [10], [7]],
          [[9], [10], [12], [14], [9]],
        ],
        gives: [
          ['price', 'too_cheap', 'cheap', 'expensive', 'too_expensive', 'point'],
          [5, 0.25, 0.75, 0, 0, 'lowest acceptable price (PMC)'],
          [7, 0, 0.25, 0.25, 0, 'optimal price (OPP)'],
          [7, 0, 0.25, 0.25, 0, 'indifference price (IPP)'],
          [9, 0, 0, 0.75, 0.25, 'highest acceptable price (PME)'],
          [
            '4 people; 1 left out: prices must not fall from too_cheap to cheap, expensive and too_expensive',
            '',
            '',
            '',
            '',
            '',
          ],
        ],
      },
      {
        cells: [
          [[5], [6]],
          [[4], [5]],
          [[3], [4]],
          [[2], [3]],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Van Westendorp, “NSS Price Sensitivity Meter: A New Approach to Study Consumer Perception of Prices”, Proceedings of the 29th ESOMAR Congress, 1976.',
  },
  (tooCheap, cheap, expensive, tooExpensive, output, range) => {
    const asked = tooCheap.length
    const rising = rowsWhere(
      asked,
      (i) => tooCheap[i]! <= cheap[i]! && cheap[i]! <= expensive[i]! && expensive[i]! <= tooExpensive[i]!,
    )
    const people = rising.length
    const rule = 'prices must not fall from too_cheap to cheap, expensive and too_expensive'
    if (people === 0) throw new CellError('#N/A', `needs 1 person, has 0 of ${asked}: ${rule}`)
    if (2 * people < asked) {
      const mend = 'look at the order of the columns'
      throw new CellError(
        '#VALUE!',
        `the prices of ${asked - people} of ${asked} people fall somewhere, ${mend}: ${rule}`,
      )
    }
    const curves = priceCurves({ tooCheap, cheap, expensive, tooExpensive }, rising)
    const points = pointsOf(curves, range)
    const named = output === 'points' ? points : withPoints(curves.prices, points)
    const left = asked - people
    const used = `${people} ${people === 1 ? 'person' : 'people'}`
    const note = left === 0 ? used : `${used}; ${left} left out: ${rule}`
    return [
      ['price', 'too_cheap', 'cheap', 'expensive', 'too_expensive', 'point'],
      ...named.map(({ price, point }): Scalar[] => [price, ...sharesAt(curves, price), point]),
      [note, '', '', '', '', ''],
    ] satisfies Table
  },
)

interface PricePoint {
  price: number
  point: string
}

/** Where the curves meet, in the order of the usual chart. */
function pointsOf(curves: PriceCurves, range: 'original' | 'narrower'): PricePoint[] {
  const { prices, people, tooCheap, cheap, expensive, tooExpensive } = curves
  const others =
    (curve: PriceCurve): PriceCurve =>
    (place) =>
      people - curve(place)
  const isOriginal = range === 'original'
  const meeting = (falling: PriceCurve, rising: PriceCurve) => meetingPrice(prices, falling, rising)
  return [
    { price: meeting(tooCheap, isOriginal ? others(cheap) : expensive), point: 'lowest acceptable price (PMC)' },
    { price: meeting(tooCheap, tooExpensive), point: 'optimal price (OPP)' },
    { price: meeting(cheap, expensive), point: 'indifference price (IPP)' },
    { price: meeting(isOriginal ? others(expensive) : cheap, tooExpensive), point: 'highest acceptable price (PME)' },
  ]
}

/** Every price that was named, and the points at their places between them. */
function withPoints(prices: Float64Array, points: readonly PricePoint[]): PricePoint[] {
  const pointsAt = new Map<number, string[]>(Array.from(prices, (price) => [price, []]))
  for (const { price, point } of points) pointsAt.set(price, [...(pointsAt.get(price) ?? []), point])
  return [...pointsAt].sort(([a], [b]) => a - b).map(([price, names]) => ({ price, point: names.join('; ') }))
}

function sharesAt({ prices, people, tooCheap, cheap, expensive, tooExpensive }: PriceCurves, price: number): number[] {
  return [tooCheap, cheap, expensive, tooExpensive].map((curve) => countAt(prices, curve, price) / people)
}
