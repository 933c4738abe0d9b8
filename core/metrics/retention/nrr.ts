import { number } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { lostRevenue } from '../../statistics/customers/lostRevenue.ts'

export const nrr = metric(
  {
    name: 'NRR',
    summary:
      'Net revenue retention: what the customers of the start of the period pay at its end, as a share of what they paid at the start. Above 100% they grow more than they lose; new and reactivated customers stay out.',
    questions: ['Do existing customers bring more than before?', 'What is our net revenue retention?'],
    args: [
      number('start_mrr', 'Monthly recurring revenue at the start of the period.', { min: 0, adds: true }),
      number('expansion_mrr', 'What customers of the start pay more. New and reactivated customers stay out.', {
        min: 0,
        adds: true,
      }),
      number('contraction_mrr', 'What customers of the start who stay pay less, as a positive number.', {
        min: 0,
        adds: true,
      }),
      number('churned_mrr', 'What customers who left had paid at the start, as a positive number.', {
        min: 0,
        adds: true,
      }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true, target: '>= 100%' },
    native: '=({start_mrr}+{expansion_mrr}-{contraction_mrr}-{churned_mrr})/{start_mrr}',
    examples: [
      { cells: [6000, 800, 200, 1050], gives: 0.925 },
      { cells: [6000, 1250, 200, 1050], gives: 1 },
      { cells: [6000, 0, 0, 6100], gives: '#VALUE!' },
      { cells: [0, 300, 0, 0], gives: '#DIV/0!' },
    ],
    source: 'SaaS Metrics Standards Board, “Net Revenue Retention”; Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (startMrr, expansionMrr, contractionMrr, churnedMrr) =>
    share(startMrr + expansionMrr - lostRevenue(startMrr, contractionMrr, churnedMrr), startMrr, {
      none: 'start_mrr is 0, so there was nothing to keep',
    }),
)
