import { historyArgs } from '../../arguments/columns/histories.ts'
import { fraction } from '../../arguments/index.ts'
import { params } from '../../arguments/single/params.ts'
import { CellError, finite } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { aliveParetoNbd, discountedWhileAlive } from '../../statistics/customers/paretoNbd.ts'
import { checkHistories } from '../../statistics/customers/purchaseHistory.ts'

export const pnbdDert = metric(
  {
    name: 'PNBD_DERT',
    summary:
      'All orders still to come from each customer, without a horizon, each discounted to its value of today (discounted expected residual transactions, by the Pareto/NBD model), from their history and a fit of PNBD_FIT. Times gross margin and SPEND_EXPECTED it is what the customer is still worth.',
    questions: [
      'What are all future orders of a customer worth today?',
      'How many orders will a customer still place, discounted and without a horizon?',
      'What is the residual value of a customer who has no contract?',
    ],
    args: [
      params(
        'params',
        'The result of PNBD_FIT, with its header or the row of values alone: r, alpha, s, beta.',
        'PNBD_FIT',
      ),
      ...historyArgs,
      fraction(
        'discount_rate',
        'Per unit of age, compounded. 15% a year is 0.268% a week, =(1+15%)^(7/365.25)-1, where age is in weeks, and 0.0383% a day where it is in days. Papers give the continuous rate: 0.0027 there is =EXP(0.0027)-1 here.',
      ),
    ],
    returns: { unit: 'estimate', column: 'residual_orders' },
    examples: [
      {
        cells: [
          [
            ['r', 'alpha', 's', 'beta'],
            [0.553, 10.578, 0.606, 11.669],
          ],
          [[2], [1], [0]],
          [[30.43], [1.71], [0]],
          [[38.86], [38.86], [38.86]],
          0.00268,
        ],
        gives: [[6.518396621203021], [0.7664312626730994], [0.4796841146112929]],
      },
      { cells: [[[0.553, 10.578, 0.606, 11.669]], 7, 35, 39, 0.00268], gives: 20.669475336400154 },
      { cells: [[[0.553, 10.578, 0.606, 11.669]], 7, 35, 39, 0], gives: '#NUM!' },
    ],
    source:
      'Fader, Hardie and Lee, “RFM and CLV: Using Iso-Value Curves for Customer Base Analysis”, Journal of Marketing Research 42(4), 2005, equation 2.',
  },
  (model, frequency, recency, age, discountRate) => {
    checkHistories({ frequency, recency, age })
    if (discountRate === 0 && model.s <= 1) {
      const why = `with s at ${model.s}, not above 1, some customers hardly ever leave`
      throw new CellError('#NUM!', `the orders have no end: ${why}; give a discount_rate above 0`)
    }
    const alive = aliveParetoNbd(model)
    const orders = discountedWhileAlive(model, Math.log1p(discountRate))
    return frequency.map((count, i) => finite(alive(count, recency[i]!, age[i]!) * orders(count, age[i]!)))
  },
)
