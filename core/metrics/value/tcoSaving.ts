import { number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const tcoSaving = metric(
  {
    name: 'TCO_SAVING',
    summary: 'The share by which our total cost of ownership is below a rival’s. Negative when we cost more.',
    questions: ['How much cheaper are we than a rival?', 'What does a customer save with us?'],
    args: [
      number('own_tco', 'Our total cost of ownership, for instance from TCO.', { adds: true }),
      number('rival_tco', 'The rival’s total cost of ownership over the same years.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction', target: '15%-25% over 3 years' },
    native: '=({rival_tco}-{own_tco})/{rival_tco}',
    examples: [
      { cells: [179780.013209368, 193101.629578824], gives: 0.06898759165581325 },
      { cells: [120, 100], gives: -0.2 },
      { cells: [120, 0], gives: '#DIV/0!' },
    ],
    source: 'One minus the ratio of two present values; Ellram, 1995.',
  },
  (ownTco, rivalTco) => divide(rivalTco - ownTco, rivalTco, 'rival_tco is 0'),
)
