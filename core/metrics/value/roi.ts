import { number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const roi = metric(
  {
    name: 'ROI',
    summary:
      'Return on investment: what came back beyond the cost, as a share of the cost. 0 means the money has just come back.',
    questions: ['Was the investment worth it?', 'What return did the money make?'],
    args: [
      number('gain', 'Everything that came back, the cost not yet taken off.', { adds: true }),
      number('cost', 'What was put in.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '=({gain}-{cost})/{cost}',
    examples: [
      { cells: [1500, 1000], gives: 0.5 },
      { cells: [800, 1000], gives: -0.2 },
      { cells: [800, 0], gives: '#DIV/0!' },
    ],
    source: 'Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (gain, cost) => divide(gain - cost, cost, 'cost is 0'),
)
