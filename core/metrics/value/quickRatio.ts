import { number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const quickRatio = metric(
  {
    name: 'QUICK_RATIO',
    summary:
      'SaaS quick ratio: recurring revenue won for each unit lost. New and expansion over contraction and churned; reactivated customers count as new. 4 or more is called healthy.',
    questions: ['Do we win more recurring revenue than we lose?', 'How healthy is our growth?'],
    args: [
      number('new_mrr', 'Monthly recurring revenue of new customers.', { min: 0, adds: true }),
      number('expansion_mrr', 'What existing customers pay more.', { min: 0, adds: true }),
      number('contraction_mrr', 'What existing customers pay less, as a positive number.', { min: 0, adds: true }),
      number('churned_mrr', 'What customers who left had paid, as a positive number.', { min: 0, adds: true }),
    ],
    returns: { unit: 'ratio', target: '>= 4' },
    native: '=({new_mrr}+{expansion_mrr})/({contraction_mrr}+{churned_mrr})',
    examples: [
      { cells: [50000, 20000, 5500, 12000], gives: 4 },
      { cells: [700, 800, 200, 1050], gives: 1.2 },
      { cells: [700, 800, 0, 0], gives: '#DIV/0!' },
    ],
    source: 'Hamid, Social Capital, 2015.',
  },
  (newMrr, expansionMrr, contractionMrr, churnedMrr) =>
    divide(newMrr + expansionMrr, contractionMrr + churnedMrr, 'nothing was lost, so there is nothing to compare with'),
)
