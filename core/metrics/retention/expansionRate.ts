import { number } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'

export const expansionRate = metric(
  {
    name: 'EXPANSION_RATE',
    summary:
      'How much more existing customers pay, as a share of the recurring revenue at the start of the period. Upgrades, added seats and price rises count; new customers do not.',
    questions: ['How much do existing customers expand?', 'What do upgrades add to our revenue?'],
    args: [
      number('start_mrr', 'Monthly recurring revenue at the start of the period.', { min: 0, adds: true }),
      number('expansion_mrr', 'What customers who were there at the start pay more at the end.', {
        min: 0,
        adds: true,
      }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '={expansion_mrr}/{start_mrr}',
    examples: [
      { cells: [500000, 65000], gives: 0.13 },
      { cells: [500000, 0], gives: 0 },
      { cells: [500000, -65000], gives: '#VALUE!' },
      { cells: [0, 65000], gives: '#DIV/0!' },
    ],
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (startMrr, expansionMrr) => share(expansionMrr, startMrr, { none: 'start_mrr is 0, so there was nothing to expand' }),
)
