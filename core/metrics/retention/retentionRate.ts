import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const retentionRate = metric(
  {
    name: 'RETENTION_RATE',
    summary:
      'Share of the customers at the start of a period who are still customers at its end. New customers do not count.',
    questions: ['How many customers stay?', 'What share of our customers do we keep?'],
    args: [
      number('start_customers', 'Customers at the start of the period.', { min: 0, adds: true }),
      number('end_customers', 'All customers at the end of the period, the new ones included.', { min: 0, adds: true }),
      number(
        'new_customers',
        'Customers at the end who were none at the start: won in the period, or won back. They are taken off again.',
        { min: 0, adds: true },
      ),
    ],
    returns: { unit: 'fraction', target: '60%-70% in 12 months' },
    native: '=({end_customers}-{new_customers})/{start_customers}',
    examples: [
      { cells: [500, 480, 130], gives: 0.7 },
      { cells: [500, 450, 0], gives: 0.9 },
      { cells: [500, 620, 100], gives: '#VALUE!' },
      { cells: [0, 20, 20], gives: '#DIV/0!' },
    ],
    source: 'Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (startCustomers, endCustomers, newCustomers) => {
    if (newCustomers > endCustomers) {
      const problem = `new_customers is ${newCustomers}, more than end_customers (${endCustomers}), which include them`
      throw new CellError('#VALUE!', problem)
    }
    const stayed = endCustomers - newCustomers
    if (stayed > startCustomers) {
      const problem = `end_customers less new_customers is ${stayed}, more than start_customers (${startCustomers})`
      throw new CellError('#VALUE!', problem)
    }
    return share(stayed, startCustomers, { of: 'customers', none: 'there were no customers to keep' })
  },
)
