import { counts, numberColumn } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const stockoutRate = metric(
  {
    name: 'STOCKOUT_RATE',
    summary:
      'How often goods are out of stock: the share of the stock levels, one for each item and day, that are zero or below. With demand it is the share of the demand that the stock could not serve.',
    questions: ['How often are we out of stock?', 'How much demand do we lose to empty shelves?'],
    args: [
      numberColumn(
        'stock_levels',
        'Stock of one item on one day in each row; a grid of items and days goes into one column with TOCOL. Zero is out of stock, and so is less than zero (back orders).',
        { refuseWords: 'write the number in stock, 0 for none' },
      ),
      numberColumn(
        'demand',
        'Units wanted of that item on that day: what is more than the stock is lost. Without it, every row counts alike.',
        { min: 0, default: null },
      ),
      counts(),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    native: '=COUNTIF({stock_levels},"<=0")/COUNT({stock_levels})',
    examples: [
      { cells: [[[12], [0], [5], [-2], [null], [8]]], gives: 0.4 },
      {
        cells: [
          [[12], [0], [5]],
          [[10], [4], [6]],
        ],
        gives: 0.25,
      },
      {
        cells: [
          [[12], [0]],
          [[0], [0]],
        ],
        gives: '#DIV/0!',
      },
    ],
    source:
      'One less ready rate, and one less fill rate: Silver, Pyke and Thomas, “Inventory and Production Management in Supply Chains”, 4th edition, 2017.',
  },
  (stockLevels, demand) => {
    if (demand) {
      const lost = demand.map((wanted, i) => Math.max(0, wanted - Math.max(0, stockLevels[i]!)))
      return share(sum(lost), sum(demand), { none: 'demand is 0, so none could be lost' })
    }
    let out = 0
    for (let i = 0; i < stockLevels.length; i++) if (stockLevels[i]! <= 0) out++
    return share(out, stockLevels.length, { of: 'items' })
  },
)
