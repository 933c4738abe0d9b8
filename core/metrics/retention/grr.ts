import { number } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { lostRevenue } from '../../statistics/customers/lostRevenue.ts'

export const grr = metric(
  {
    name: 'GRR',
    summary:
      'Gross revenue retention: the share of the recurring revenue at the start of the period that is still there at its end. What customers pay more does not count, so it is 100% at most.',
    questions: ['How much recurring revenue do we keep?', 'What is our gross revenue retention?'],
    args: [
      number('start_mrr', 'Monthly recurring revenue at the start of the period.', { min: 0, adds: true }),
      number('contraction_mrr', 'What customers of the start who stay pay less, as a positive number.', {
        min: 0,
        adds: true,
      }),
      number(
        'churned_mrr',
        'What customers who left had paid at the start, as a positive number. New and reactivated customers stay out.',
        { min: 0, adds: true },
      ),
    ],
    returns: { unit: 'fraction' },
    native: '=({start_mrr}-{contraction_mrr}-{churned_mrr})/{start_mrr}',
    examples: [
      { cells: [100000, 0, 10000], gives: 0.9 },
      { cells: [6000, 200, 1050], gives: 0.7916666666666666 },
      { cells: [6000, 200, 6000], gives: '#VALUE!' },
      { cells: [0, 0, 0], gives: '#DIV/0!' },
    ],
    source:
      'SaaS Metrics Standards Board, “Gross Revenue Retention”; Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (startMrr, contractionMrr, churnedMrr) =>
    share(startMrr - lostRevenue(startMrr, contractionMrr, churnedMrr), startMrr, {
      none: 'start_mrr is 0, so there was nothing to keep',
    }),
)
