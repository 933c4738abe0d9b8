import { numbers } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const arpu = metric(
  {
    name: 'ARPU',
    summary:
      'Average revenue per user (account, customer) of a period. Revenue is added up; give the customers at the start and at the end, and their mean is used.',
    questions: [
      'How much does a customer pay us?',
      'What is the revenue per customer?',
      'What does an average customer spend?',
    ],
    args: [
      numbers('revenue', 'Revenue of the period; a range is added up.'),
      {
        ...numbers('active_customers', 'Active customers; of several cells the mean, such as opening and closing.', {
          min: 0,
        }),
        // By segment the rows are customers, products or months: their customers add up as their revenue does.
        adds: true,
      },
    ],
    returns: { unit: 'money' },
    native: '=SUM({revenue})/AVERAGE({active_customers})',
    examples: [
      { cells: [126000, [[1000], [1100]]], gives: 120 },
      { cells: [[[29.85], [56.95], [53.85]], 3], gives: 46.88333333333333 },
      { cells: [100, 0], gives: '#DIV/0!' },
    ],
    source:
      'Farris and others, “Marketing Metrics”, 3rd edition, 2015; the mean of opening and closing is the telecom convention.',
  },
  (revenue, activeCustomers) =>
    divide(
      sum(revenue),
      sum(activeCustomers) / activeCustomers.length,
      'active_customers is 0, so nobody paid the revenue',
    ),
)
