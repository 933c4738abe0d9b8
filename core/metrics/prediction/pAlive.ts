import { metric } from '../../metric.ts'
import { params } from '../../params.ts'
import { aliveBetaGeometricNbd } from '../../statistics/betaGeometricNbd.ts'
import { checkHistories, historyArgs } from '../../statistics/purchaseHistory.ts'

export const pAlive = metric(
  {
    name: 'P_ALIVE',
    summary:
      'The chance that each customer is still a customer, from their history and a fit of BGNBD_FIT. It falls as a customer stays away longer than usual for them. A customer who never came back cannot have left yet in this model, so theirs is 1.',
    questions: [
      'Which customers have we lost without noticing?',
      'Is this customer still active?',
      'Who is about to churn?',
    ],
    args: [
      params(
        'params',
        'The result of BGNBD_FIT, with its header or the row of values alone: r, alpha, a, b.',
        'BGNBD_FIT',
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
      { cells: [[[0.243, 4.414, 0.793, 2.426]], 2, 40, 38.86], gives: '#VALUE!' },
    ],
    source:
      'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005; the formula: Fader, Hardie and Lee, “Computing P(alive) Using the BG/NBD Model”, 2008.',
  },
  (model, frequency, recency, age) => {
    checkHistories({ frequency, recency, age })
    return frequency.map((count, i) => aliveBetaGeometricNbd(model, count, recency[i]!, age[i]!))
  },
)
