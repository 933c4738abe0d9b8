import { number, numbers } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const costPerUse = metric(
  {
    name: 'COST_PER_USE',
    summary: 'What one use costs: everything paid, over the number of uses.',
    questions: ['What does one use cost?', 'Is the expensive product cheaper per use?'],
    args: [
      numbers('total_cost', 'Everything paid over the lifetime; a range is added up.'),
      number('uses', 'Number of uses.', { min: 0, adds: true }),
    ],
    returns: { unit: 'money', better: 'lower' },
    native: '=SUM({total_cost})/{uses}',
    examples: [
      { cells: [180, 120], gives: 1.5 },
      { cells: [[[150], [30]], 120], gives: 1.5 },
      { cells: [180, 0], gives: '#DIV/0!' },
    ],
    source: 'A unit cost; Horngren and others, “Cost Accounting”, 16th edition, 2018.',
  },
  (totalCost, uses) => divide(sum(totalCost), uses, 'uses is 0, so there is no cost per use'),
)
