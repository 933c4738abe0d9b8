import { choice, counts, numberColumn } from '../../arguments/index.ts'
import { wrongValue } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const priceRealised = metric(
  {
    name: 'PRICE_REALISED',
    summary:
      'Price realisation: what customers really paid as a share of the list price, over all units, so that large orders count for more. With measure it is the discount instead, how deep the discounts are where there are any, or how many units are sold below list.',
    questions: [
      'How much of our list price do customers pay?',
      'How deep are our discounts?',
      'What share of sales is sold below the list price?',
      'Average discount rate',
    ],
    args: [
      numberColumn(
        'list_prices',
        'List price of a unit in each row, such as an order line, in the same currency and with or without tax as paid_prices. A row without one is left out.',
        { min: 0 },
      ),
      numberColumn(
        'paid_prices',
        'Price paid for a unit after all discounts. More than the list price, such as a surcharge, is taken as it is. Amounts of whole lines do as well, in both columns and without quantities.',
        { min: 0 },
      ),
      numberColumn(
        'quantities',
        'Units in each row; below zero for returned ones. A row without them is left out. One in each row when left out.',
        { default: null },
      ),
      choice('measure', 'What to work out.', {
        realised: 'paid over list, of all units',
        discount: 'what list prices lost, of all units: one less realised',
        depth: 'the discount of the units sold below list alone',
        below_list: 'share of the units sold below list',
      }),
      counts(),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '=SUM({paid_prices})/SUM({list_prices})',
    examples: [
      {
        cells: [
          [[100], [100], [50]],
          [[90], [100], [40]],
          [[10], [5], [20]],
        ],
        gives: 0.88,
      },
      {
        cells: [[[100], [100], [50]], [[90], [100], [40]], [[10], [5], [20]], 'depth'],
        gives: 0.15,
      },
      {
        cells: [[[100], [100], [50]], [[90], [100], [40]], [[10], [5], [20]], 'below_list'],
        gives: 0.8571428571428571,
      },
      {
        cells: [
          [[120], [null], [80]],
          [[96], [10], [80]],
        ],
        gives: 0.88,
      },
      { cells: [100, 100, 3, 'depth'], gives: '#DIV/0!' },
      { cells: [0, 12], gives: '#VALUE!' },
    ],
    source:
      'Marn and Rosiello, “Managing Price, Gaining Profit”, Harvard Business Review, September 1992; depth of discount and share sold on deal: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (listPrices, paidPrices, quantities, measure) => {
    const units = quantities ?? new Float64Array(listPrices.length).fill(1)
    const isBelow = paidPrices.map((paid, i) => {
      const list = listPrices[i]!
      if (list === 0 && paid > 0) {
        throw wrongValue('list_prices', i, `has 0 where ${paid} was paid, clear the cell if there is no list price`)
      }
      // A price that was worked out, such as 3 x 0.1, is not below 0.3.
      return paid < list * (1 - 1e-9) ? 1 : 0
    })
    const total = (prices: Float64Array, counts: Float64Array | null) =>
      sum(prices.map((price, i) => price * units[i]! * (counts ? counts[i]! : 1)))
    if (measure === 'below_list') {
      return divide(
        total(
          units.map(() => 1),
          isBelow,
        ),
        sum(units),
        'quantities add up to 0',
      )
    }
    const counted = measure === 'depth' ? isBelow : null
    const reason = counted ? 'nothing was sold below list' : 'list_prices and quantities come to 0'
    const realised = divide(total(paidPrices, counted), total(listPrices, counted), reason)
    return measure === 'realised' ? realised : 1 - realised
  },
)
