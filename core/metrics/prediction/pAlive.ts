import { historyArgs } from '../../arguments/columns/histories.ts'
import { finite } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { aliveBetaGeometricNbd } from '../../statistics/customers/betaGeometricNbd.ts'
import { aliveParetoNbd } from '../../statistics/customers/paretoNbd.ts'
import { checkHistories } from '../../statistics/customers/purchaseHistory.ts'

export const pAlive = metric(
  {
    name: 'P_ALIVE',
    summary:
      'The chance that each customer is still a customer, from their history and a fit of BGNBD_FIT or PNBD_FIT. It falls as a customer stays away longer than usual for them. After a single order nobody can have left yet in the model of BGNBD_FIT, so theirs is 1; in that of PNBD_FIT they can.',
    questions: [
      'Which customers have we lost without noticing?',
      'Is this customer still active?',
      'Who is about to churn?',
      'Who will buy again, and who has left?',
    ],
    args: [
      params(
        'params',
        'The result of BGNBD_FIT (r, alpha, a, b) or PNBD_FIT (r, alpha, s, beta) with its header. A row of values alone is taken for one of BGNBD_FIT.',
        'BGNBD_FIT',
        'PNBD_FIT',
      ),
      ...historyArgs,
    ],
    returns: { unit: 'fraction', column: 'p_alive' },
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
        ],
        gives: [[0.726578570080673], [0.2121009853773791], [1]],
      },
      {
        cells: [
          [
            ['r', 'alpha', 's', 'beta'],
            [0.553, 10.578, 0.606, 11.669],
          ],
          [[2], [1], [0]],
          [[30.43], [1.71], [0]],
          [[38.86], [38.86], [38.86]],
        ],
        gives: [[0.8691675591530114], [0.16800232672434523], [0.2952866046168945]],
      },
      { cells: [[[0.243, 4.414, 0.793, 2.426]], 2, 40, 38.86], gives: '#VALUE!' },
    ],
    source:
      'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005; the formula: Fader, Hardie and Lee, “Computing P(alive) Using the BG/NBD Model”, 2008; Pareto/NBD: Schmittlein, Morrison and Colombo, Management Science 33(1), 1987.',
  },
  (model, frequency, recency, age) => {
    checkHistories({ frequency, recency, age })
    const alive =
      's' in model
        ? aliveParetoNbd(model)
        : (count: number, last: number, now: number) => aliveBetaGeometricNbd(model, count, last, now)
    return frequency.map((count, i) => finite(alive(count, recency[i]!, age[i]!)))
  },
)
