import { number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const ltvCac = metric(
  {
    name: 'LTV_CAC',
    summary: 'Lifetime value of a customer for each unit of money spent to win one. 3 or more is called healthy.',
    questions: [
      'Is a customer worth what we pay for one?',
      'Do our unit economics work?',
      'How much can we spend on ads per customer?',
    ],
    args: [
      number('ltv', 'Lifetime value of a customer, for instance from LTV.'),
      number('cac', 'Cost to win a customer, for instance from CAC.', { min: 0 }),
    ],
    returns: { unit: 'ratio', target: '>= 3' },
    native: '={ltv}/{cac}',
    examples: [
      { cells: [1600, 400], gives: 4 },
      { cells: [1600, 0], gives: '#DIV/0!' },
    ],
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (ltv, cac) => divide(ltv, cac, 'cac is 0'),
)
