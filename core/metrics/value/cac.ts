import { numbers } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const cac = metric(
  {
    name: 'CAC',
    summary:
      'Customer acquisition cost: what it took to win one customer. Ranges are added up. With paid_costs alone it is the paid (media) CAC; add organic_costs, such as content, staff and tools, for the fully loaded one.',
    questions: ['What does it cost to win a customer?', 'How expensive is a new customer?'],
    args: [
      numbers('paid_costs', 'Marketing and sales costs of the period.'),
      numbers('new_customers', 'Customers won in the same period.', { min: 0 }),
      numbers('organic_costs', 'Content, staff and tool costs of the period. None when left out.', { default: null }),
    ],
    returns: { unit: 'money', better: 'lower' },
    native: '=(SUM({paid_costs})+SUM({organic_costs|0}))/SUM({new_customers})',
    examples: [
      { cells: [[[90000], [45000], [12000], [8000], [5000]], 64], gives: 2500 },
      { cells: [90000, 40], gives: 2250 },
      { cells: [[[6000], [null], [2000]], [[50], [30]], 4000], gives: 150 },
      { cells: [1000, 0], gives: '#DIV/0!' },
    ],
    source:
      'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012; Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (paidCosts, newCustomers, organicCosts) =>
    divide(
      sum(paidCosts) + sum(organicCosts ?? []),
      sum(newCustomers),
      'new_customers is 0, so nobody was won for the cost',
    ),
)
