import { number } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { lostRevenue } from '../../statistics/customers/lostRevenue.ts'

export const revenueChurn = metric(
  {
    name: 'REVENUE_CHURN',
    summary:
      'Share of recurring revenue lost in a period. Gross churn counts all losses; with expansion_mrr it is net churn, which is below 0 when customers who stay add more than was lost.',
    questions: ['How much recurring revenue do we lose?', 'What is our revenue churn?', 'Do we have negative churn?'],
    args: [
      number('start_mrr', 'Monthly recurring revenue at the start of the period.', { min: 0, adds: true }),
      number('churned_mrr', 'What customers who left had paid, as a positive number.', { min: 0, adds: true }),
      number('contraction_mrr', 'What customers who stay pay less, as a positive number. 0 when left out.', {
        min: 0,
        default: 0,
        adds: true,
      }),
      number(
        'expansion_mrr',
        'What customers who stay pay more; new customers are none of them. Gross churn when left out, net churn when given.',
        { min: 0, default: null, adds: true },
      ),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    native: '=({churned_mrr}+{contraction_mrr|0}-{expansion_mrr|0})/{start_mrr}',
    examples: [
      { cells: [500000, 40000, 10000], gives: 0.1 },
      { cells: [500000, 40000, 10000, 65000], gives: -0.03 },
      { cells: [500000, 600000], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (startMrr, churnedMrr, contractionMrr, expansionMrr) =>
    share(lostRevenue(startMrr, contractionMrr, churnedMrr) - (expansionMrr ?? 0), startMrr, {
      none: 'start_mrr is 0, so there was nothing to lose',
    }),
)
