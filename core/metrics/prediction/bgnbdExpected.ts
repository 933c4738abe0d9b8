import { historyArgs } from '../../arguments/columns/histories.ts'
import { number } from '../../arguments/index.ts'
import { finite } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { aliveBetaGeometricNbd, whileAlive } from '../../statistics/customers/betaGeometricNbd.ts'
import { checkHistories } from '../../statistics/customers/purchaseHistory.ts'

export const bgnbdExpected = metric(
  {
    name: 'BGNBD_EXPECTED',
    summary:
      'Orders to expect from each customer in the time to come, from their history and a fit of BGNBD_FIT. It allows for the chance that the customer has already left unseen.',
    questions: [
      'How many orders will each customer place next year?',
      'Which customers will order most?',
      'How many orders should we expect from our present customers?',
    ],
    args: [
      params(
        'params',
        'The result of BGNBD_FIT, with its header or the row of values alone: r, alpha, a, b.',
        'BGNBD_FIT',
      ),
      ...historyArgs,
      number('horizon', 'How far to look ahead, in the unit of age: 52 is a year where age is in weeks.', { min: 0 }),
    ],
    returns: { unit: 'estimate', column: 'expected_orders' },
    examples: [
      {
        cells: [
          [
            ['r', 'alpha', 'a', 'b'],
            [0.243, 4.414, 0.793, 2.426],
          ],
          [[2], [1], [0]],
          [[30.43], [1.71], [0]],
          [[38.86], [38.86], [38.86]],
          39,
        ],
        gives: [[1.2260281747671435], [0.203186987079754], [0.19509805201126262]],
      },
      { cells: [[[0.243, 4.414, 0.793, 2.426]], 0, 0, 0, 52], gives: 1.4460505953964036 },
      { cells: [[[0.243, 4.414, 0.793, 2.426]], 2, 40, 38.86, 39], gives: '#VALUE!' },
    ],
    source:
      'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005, equation 10.',
  },
  (model, frequency, recency, age, horizon) => {
    checkHistories({ frequency, recency, age })
    const orders = whileAlive(model, frequency, age, { times: [horizon], weights: [1] })
    return orders.map((count, i) => finite(count * aliveBetaGeometricNbd(model, frequency[i]!, recency[i]!, age[i]!)))
  },
)
