import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const referralRate = metric(
  {
    name: 'REFERRAL_RATE',
    summary: 'Share of the new customers of a period who came through another customer, by word of mouth.',
    questions: [
      'How many new customers come by word of mouth?',
      'Do customers refer others?',
      'How many friends do customers bring?',
    ],
    args: [
      number('referred_customers', 'New customers who came by referral.', { min: 0, adds: true }),
      number('new_customers', 'All new customers of the same period.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '={referred_customers}/{new_customers}',
    examples: [
      { cells: [12, 80], gives: 0.15 },
      { cells: [0, 80], gives: 0 },
      { cells: [90, 80], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Kumar, Petersen and Leone, “How Valuable Is Word of Mouth?”, Harvard Business Review, October 2007.',
  },
  (referredCustomers, newCustomers) => {
    if (referredCustomers > newCustomers) {
      const problem = `referred_customers is ${referredCustomers}, more than new_customers (${newCustomers}), which include them`
      throw new CellError('#VALUE!', problem)
    }
    return share(referredCustomers, newCustomers, { of: 'new customers', none: 'there were no new customers' })
  },
)
