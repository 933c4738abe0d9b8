import { numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { expectedSpend } from '../../statistics/customers/gammaGamma.ts'

export const spendExpected = metric(
  {
    name: 'SPEND_EXPECTED',
    summary:
      'What each customer will spend per order on average, from a fit of SPEND_FIT: between the mean of all customers and the customer’s own, the nearer to their own the more they have ordered.',
    questions: [
      'What will a customer spend per order?',
      'What is the expected order value of a customer with few orders?',
    ],
    args: [
      params(
        'params',
        'The result of SPEND_FIT, with its header or the row of values alone: p, q, gamma.',
        'SPEND_FIT',
      ),
      numberColumn(
        'frequency',
        'Repeat orders of each customer, 0 for one who never came back: then it is the mean of all customers.',
        { min: 0, max: 100000, whole: true },
      ),
      numberColumn(
        'mean_spend',
        'Mean amount of these repeat orders. May be blank where frequency is 0; less than 0, after refunds, counts as 0.',
        { blank: 'kept' },
      ),
    ],
    returns: { unit: 'money', column: 'expected_spend' },
    examples: [
      {
        cells: [
          [
            ['p', 'q', 'gamma'],
            [6.25, 3.74, 15.44],
          ],
          [[2], [1], [0], [7]],
          [[22.35], [11.77], [0], [73.74]],
        ],
        gives: [[24.663713910761153], [18.916852057842046], [35.21897810218978], [71.46967089696709]],
      },
      { cells: [[[6.25, 3.74, 15.44]], 0, ''], gives: 35.21897810218978 },
      { cells: [[[6.25, 0.9, 15.44]], 0, 0], gives: '#NUM!' },
    ],
    source: 'Fader and Hardie, “The Gamma-Gamma Model of Monetary Value”, note 025, brucehardie.com, 2013, equation 5.',
  },
  (model, frequency, meanSpend) =>
    frequency.map((count, i) => {
      if (count > 0 && Number.isNaN(meanSpend[i])) return NaN
      const spend = expectedSpend(model, count, meanSpend[i]!)
      if (!Number.isNaN(spend)) return spend
      throw new CellError('#NUM!', `with q at ${model.q}, not above 1, the mean spend of all customers has no end`)
    }),
)
