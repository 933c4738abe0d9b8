import { fraction, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'

export const cacPayback = metric(
  {
    name: 'CAC_PAYBACK',
    summary:
      'Months until the margin of a customer has earned back the cost of winning them. With a churn rate, the customers who leave on the way no longer pay; the first payment counts at once.',
    questions: [
      'How long until we earn back the cost of a customer?',
      'When do we break even on a customer?',
      'When does a customer become profitable?',
      'When will the money for ads come back?',
    ],
    args: [
      number('cac', 'Cost to win one customer.', { min: 0 }),
      number('arpa', 'Revenue per customer per month.'),
      fraction('gross_margin', 'Gross margin as a share of revenue.', { min: -Infinity }),
      fraction('churn_rate', 'Share of customers lost per month. 0 when left out.', { default: 0 }),
    ],
    returns: { unit: 'months', target: '<= 12 months' },
    native: '={cac}/({arpa}*{gross_margin})',
    examples: [
      { cells: [6000, 500, 0.8], gives: 15 },
      { cells: [6000, 500, 0.8, 0.03], gives: 19.627464078169233 },
      { cells: [6000, 500, 0.8, 0.07], gives: '#NUM!' },
      { cells: [6000, 0, 0.8], gives: '#DIV/0!' },
    ],
    source:
      'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012; with churn, the geometric series of LTV solved for its length.',
  },
  (cac, arpa, grossMargin, churnRate) => {
    const margin = arpa * grossMargin
    const months = divide(cac, margin, 'arpa times gross_margin is 0, so nothing is earned back')
    if (months < 0)
      throw new CellError('#NUM!', 'a customer brings a loss every month, so the cost is never earned back')
    if (churnRate === 0) return months
    // n months bring margin x (1 - (1 - churn)^n) / churn: never more than margin / churn.
    if (months * churnRate >= 1) {
      throw new CellError(
        '#NUM!',
        'customers leave before the cost is earned back: cac is not below arpa x gross_margin / churn_rate',
      )
    }
    return Math.log1p(-months * churnRate) / Math.log1p(-churnRate) + 0
  },
)
