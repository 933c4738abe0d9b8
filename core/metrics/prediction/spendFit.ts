import { counts, numberColumn } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { fitColumns, fitTable } from '../../arguments/single/params.ts'
import { fitGammaGamma } from '../../statistics/customers/gammaGamma.ts'

export const spendFit = metric(
  {
    name: 'SPEND_FIT',
    summary:
      'Learns how much customers spend per order and how much they differ in that (the gamma-gamma model). SPEND_EXPECTED forecasts from the result. The model assumes that those who order often spend neither more nor less per order. Where converged is FALSE no best fit was found: do not rely on it.',
    questions: [
      'How do I predict what a customer will spend per order?',
      'How do I fit the gamma-gamma model in a spreadsheet?',
    ],
    args: [
      numberColumn(
        'frequency',
        'Repeat orders of each customer: days with an order after the first such day. CLV_INPUTS gives it. Customers with 0 have no repeat spend to learn from and are left out.',
        { min: 0, max: 100000, whole: true },
      ),
      numberColumn(
        'mean_spend',
        'Mean amount of these repeat orders. CLV_INPUTS gives it. The model knows amounts above 0 only: customers with 0 or less, after refunds, are left out.',
      ),
      counts(),
    ],
    returns: { table: fitColumns('SPEND_FIT') },
    examples: [
      {
        cells: [
          [[1], [2], [6], [5], [4], [0], [3], [8]],
          [[12], [35], [150], [41], [20], [0], [33], [30]],
        ],
        gives: [
          ['p', 'q', 'gamma', 'log_likelihood', 'converged'],
          [4.311693192720227, 3.267009502652713, 24.138480361969435, -31.647233419961342, true],
        ],
      },
      {
        cells: [
          [[1], [2], [0]],
          [[20], [20], [0]],
        ],
        gives: '#N/A',
      },
    ],
    reduce: { shape: 'histories', of: 'spend' },
    source: 'Fader and Hardie, “The Gamma-Gamma Model of Monetary Value”, note 025, brucehardie.com, 2013.',
  },
  (frequency, meanSpend) => {
    const fit = fitGammaGamma(frequency, meanSpend)
    return fitTable('SPEND_FIT', fit, fit)
  },
)
