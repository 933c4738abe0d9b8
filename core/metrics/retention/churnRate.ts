import { choice, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const churnRate = metric(
  {
    name: 'CHURN_RATE',
    summary: 'Customer (logo) churn: the share of customers lost in a period.',
    questions: [
      'How many customers do we lose?',
      'What share of customers left or is leaving?',
      'What percentage of customers is lost?',
      'Are we losing customers?',
    ],
    args: [
      number('start_customers', 'Customers at the start of the period.', { min: 0, adds: true }),
      number(
        'lost_customers',
        'Customers lost in the period. With method start, only those who were there at the start.',
        { min: 0, adds: true },
      ),
      number(
        'new_customers',
        'Customers won in the period. Only the methods average and exposure use it. 0 when left out.',
        { min: 0, default: 0, adds: true },
      ),
      choice('method', 'What the lost customers are divided by.', {
        start: 'the customers at the start',
        average: 'the mean of the customers at the start and at the end, for fast growth',
        exposure: 'the customers at the start plus half of the new ones, who were at risk for half the period',
      }),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    native: '={lost_customers}/{start_customers}',
    examples: [
      { cells: [500, 50], gives: 0.1 },
      { cells: [500, 50, 150, 'average'], gives: 0.09090909090909091 },
      { cells: [500, 50, 150, 'exposure'], gives: 0.08695652173913043 },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source:
      'Farris and others, “Marketing Metrics”, 3rd edition, 2015; exposure: the actuarial estimate, Berkson and Gage, “Calculation of Survival Rates for Cancer”, 1950.',
  },
  (startCustomers, lostCustomers, newCustomers, method) => {
    const atRisk = method === 'start' ? startCustomers : startCustomers + newCustomers
    if (lostCustomers > atRisk) {
      const pool = method === 'start' ? 'start_customers' : 'start_customers and new_customers together'
      throw new CellError('#VALUE!', `lost_customers is ${lostCustomers}, more than ${pool} (${atRisk})`)
    }
    const end = startCustomers + newCustomers - lostCustomers
    const base = {
      start: startCustomers,
      average: (startCustomers + end) / 2,
      exposure: startCustomers + newCustomers / 2,
    }
    return share(lostCustomers, base[method], { of: 'customers', none: 'there were no customers to lose' })
  },
)
