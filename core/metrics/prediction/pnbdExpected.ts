import { historyArgs } from '../../arguments/columns/histories.ts'
import { number } from '../../arguments/index.ts'
import { finite } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { aliveParetoNbd, ordersWhileAlive } from '../../statistics/customers/paretoNbd.ts'
import { checkHistories } from '../../statistics/customers/purchaseHistory.ts'

export const pnbdExpected = metric(
  {
    name: 'PNBD_EXPECTED',
    summary:
      'Orders to expect from each customer in the time to come, from their history and a fit of PNBD_FIT. It allows for the chance that the customer has already left unseen, which a customer with one order may have too.',
    questions: [
      'How many orders will each customer place, by the Pareto/NBD model?',
      'How many orders should we expect from one-time buyers?',
    ],
    args: [
      params(
        'params',
        'The result of PNBD_FIT, with its header or the row of values alone: r, alpha, s, beta.',
        'PNBD_FIT',
      ),
      ...historyArgs,
      number('horizon', 'How far to look ahead, in the unit of age: 52 is a year where age is in weeks.', { min: 0 }),
    ],
    returns: { unit: 'estimate', column: 'expected_orders' },
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
          39,
        ],
        gives: [[1.4551231932576025], [0.1710929805537835], [0.10708146821530899]],
      },
      { cells: [[[0.553, 10.578, 0.606, 11.669]], 0, 0, 0, 52], gives: 1.4729968033751073 },
      { cells: [[[0.553, 10.578, 0.606, 11.669]], 2, 40, 38.86, 39], gives: '#VALUE!' },
    ],
    source:
      'Schmittlein, Morrison and Colombo, “Counting Your Customers: Who Are They and What Will They Do Next?”, Management Science 33(1), 1987.',
  },
  (model, frequency, recency, age, horizon) => {
    checkHistories({ frequency, recency, age })
    const alive = aliveParetoNbd(model)
    return frequency.map((count, i) =>
      finite(alive(count, recency[i]!, age[i]!) * ordersWhileAlive(model, count, age[i]!, horizon)),
    )
  },
)
